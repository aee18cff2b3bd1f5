//! What happens on the page, and what takes it there.

use std::rc::Rc;

use gloo::timers::callback::Timeout;
use yew::prelude::*;

use super::autosave::SaveState;
use super::derivation::Step;
use super::errands::Word;
use super::figure_key::FigureKey;
use super::palette;
use super::results;
use super::start::Opened;
use super::theme::Theme;
use super::top_bar::Choice;
use super::typing::Keying;
use crate::compute::{Mend, Request};
use crate::editor::Action;
use crate::editor::field::Field;
use crate::exchange::storage::Record;

/// Something that happened on the page.
#[derive(Debug, Clone)]
pub enum Message {
    /// What this browser keeps has been read.
    Start(Rc<Opened>),
    /// Something is asked of the editor.
    Act(Action),
    /// A question's turn has come.
    Compute(Request),
    /// The worker said something.
    Worker(Word),
    /// What a finding offers is to be done.
    Mend(Rc<Mend>),
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
    /// How the plan now stands with the browser's storage.
    Saved(SaveState),
    /// Other colours are chosen.
    Paint(Theme),
    /// The pointer or the keys are at the results, or what they wait for comes.
    Results(results::Input),
    /// The pointer or the keys are at the palette.
    Palette(palette::Input),
    /// The menu of plans opens or closes.
    Menu(bool),
    /// The plans that this browser keeps have been read.
    Earlier(Rc<[Rc<Record>]>),
    /// A plan is chosen in the menu.
    Open(Choice),
    /// The space bar is pressed or released.
    Space(bool),
}

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
        self.send(Message::Act(action));
    }

    /// Says what happened.
    pub fn send(&self, message: Message) {
        self.0.emit(message);
    }

    /// Says what is to happen in a task of its own, so that what asked for it is on the screen first.
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
        self.click(Message::Act(action))
    }

    /// The reaction to an event that says by itself what happened.
    pub fn on<E: 'static>(&self, read: fn(&E) -> Option<Message>) -> Callback<E> {
        let dispatch = self.clone();
        Callback::from(move |event: E| {
            if let Some(message) = read(&event) {
                dispatch.send(message);
            }
        })
    }
}
