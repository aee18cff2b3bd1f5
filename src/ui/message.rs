//! What happens on the page, and what takes it there.

use std::pin::Pin;
use std::rc::Rc;

use gloo::timers::callback::Timeout;
use wasm_bindgen::JsValue;
use yew::prelude::*;

use super::chooser;
use super::derivation::Step;
use super::errands::Word;
use super::figure_key::FigureKey;
use super::palette;
use super::plans;
use super::results;
use super::start::Opened;
use super::theme::Theme;
use super::typing::Keying;
use crate::editor::Action;
use crate::editor::commands::{Asked, Choosing, Task};
use crate::editor::field::Field;
use crate::exchange::storage::{Diverted, Head, Version};
use crate::panel::Order;
use crate::plan::Document;

/// A dialog of the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Dialog {
    /// What can be opened.
    Plans,
    /// The versions of the open plan.
    Versions,
    /// A list to choose from.
    Chooser,
}

/// Something that happened on the page.
#[derive(Debug, Clone)]
pub enum Message {
    /// What this browser keeps has been read.
    Start(Rc<Opened>),
    /// Something is asked of the editor.
    Act(Rc<Action>),
    /// Something is asked of the page.
    Task(Task),
    /// A list to choose from opens at that point of the window.
    Choose(Choosing, (f64, f64)),
    /// Something happens in the list.
    Chooser(chooser::Input),
    /// A part of a plan is to be put in.
    Paste(Rc<str>),
    /// The question of that number has its turn.
    Compute(u64),
    /// The worker is to be asked about the plan with the figures that are on the screen now.
    SendOut,
    /// The worker said something.
    Worker(Word),
    /// What a finding or a panel offers is to be done.
    Order(Order),
    /// A figure's derivation is asked for, or to be closed.
    Explain(Option<FigureKey>),
    /// The derivation that is shown is followed.
    Trace(Step),
    /// Something is done to a field for a number, in which this text stands.
    Key(Rc<Field>, Keying, String),
    /// A part of the inspector is folded or unfolded.
    Fold(Rc<str>),
    /// Something went wrong outside the plan, or has been read.
    Tell(Option<AttrValue>),
    /// The plan may stand otherwise with the browser's storage now.
    Saved,
    /// Other colours are chosen.
    Paint(Theme),
    /// The pointer or the keys are at the results, or what they wait for comes.
    Results(results::Input),
    /// The pointer or the keys are at the palette.
    Palette(palette::Input),
    /// A dialog opens.
    Dialog(Dialog),
    /// The dialog closes.
    Close,
    /// Something happens in the library.
    Plans(plans::Input),
    /// A plan is chosen to be opened.
    Open(plans::Choice),
    /// Files are chosen or dropped.
    Files(JsValue),
    /// Files are held over the page, or no longer.
    Hover(bool),
    /// The versions of the open plan have been read.
    Versions(Rc<[Version]>),
    /// The version of that number is to be put in the open plan's place.
    Restore(u32),
    /// Another version of the open plan is here to be put in its place, with what that is called.
    Replace(Rc<str>, Rc<Document>),
    /// Another tab has saved a plan, which has been saved that often by now.
    Heard(Rc<str>, u32),
    /// What another tab has saved of the open plan has been read.
    Theirs(Rc<(Head, Rc<Document>)>),
    /// A plan was changed in another tab too, and goes on under a key and a name of its own.
    Diverted(Rc<(Diverted, String)>),
    /// The space bar is pressed or released.
    Space(bool),
}

impl From<Asked> for Message {
    fn from(asked: Asked) -> Self {
        match asked {
            Asked::Act(action) => Self::Act(Rc::new(action)),
            Asked::Page(task) => Self::Task(task),
        }
    }
}

/// Something that takes its time, and what is to happen then.
pub type Work = Pin<Box<dyn Future<Output = Option<Message>>>>;

/// Takes what happens from every part of the page.
#[derive(Debug, Clone, PartialEq)]
pub struct Dispatch(Callback<Message>);

impl Dispatch {
    /// Hands on to a receiver.
    pub fn new(receiver: Callback<Message>) -> Self {
        Self(receiver)
    }

    /// Asks something of the editor.
    pub fn emit(&self, action: Action) {
        self.send(Message::Act(Rc::new(action)));
    }

    /// Says what happened.
    pub fn send(&self, message: Message) {
        self.0.emit(message);
    }

    /// Says what comes of some work once it has come, if anything has.
    pub fn when(&self, work: Work) {
        let dispatch = self.clone();
        wasm_bindgen_futures::spawn_local(async move {
            if let Some(message) = work.await {
                dispatch.send(message);
            }
        });
    }

    /// Says what is to happen in a task of its own.
    pub fn later(&self, message: Message) {
        let dispatch = self.clone();
        Timeout::new(0, move || dispatch.send(message)).forget();
    }

    /// A button's reaction: always the same message.
    pub fn click(&self, message: Message) -> Callback<MouseEvent> {
        let dispatch = self.clone();
        Callback::from(move |_| dispatch.send(message.clone()))
    }

    /// A button's reaction: always the same action.
    pub fn click_act(&self, action: Action) -> Callback<MouseEvent> {
        self.click(Message::Act(Rc::new(action)))
    }

    /// The reaction to an event that says by itself what happened.
    pub fn on<E: 'static>(&self, read: impl Fn(&E) -> Option<Message> + 'static) -> Callback<E> {
        let dispatch = self.clone();
        Callback::from(move |event: E| {
            if let Some(message) = read(&event) {
                dispatch.send(message);
            }
        })
    }
}
