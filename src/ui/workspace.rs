//! The open plan: the editor's state in the middle, everything that shows it around.

mod asked;
mod explaining;
mod keeping;
mod update;
mod view;

use std::rc::Rc;

use gloo::timers::callback::Timeout;
use web_sys::{Element, HtmlElement, HtmlInputElement};
use yew::prelude::*;

use super::canvas::{Drawing, Touches};
use super::chooser::Chooser;
use super::clock;
use super::computed::Computed;
use super::dialog;
use super::errands::Errands;
use super::indexed_db::IndexedDb;
use super::inspector::Asked;
use super::keeper::Keeper;
use super::kept::kept;
use super::listening::Listening;
use super::message::{Dialog, Dispatch, Message};
use super::palette::Palette;
use super::plans::Plans;
use super::results::Results;
use super::shared::Shared;
use super::size::SizeWatch;
use super::start::Opened;
use super::theme::Theme;
use super::told::Told;
use super::top_bar::Problem;
use super::versions::Versions;
use crate::catalog::Catalog;
use crate::compute::{Desk, Ordering};
use crate::editor::{Action, State};
use crate::exchange::storage::SaveState;
use crate::geometry::Size;
use crate::panel::Order;

/// The key under which it is kept that the wheel zooms.
const WHEEL: &str = "wheel";

/// The open plan with all that the page knows besides.
#[derive(Debug)]
pub struct Workspace {
    store: IndexedDb,
    dispatch: Dispatch,
    catalog: Shared<Catalog>,
    state: Shared<State>,
    desk: Desk,
    computed: Computed,
    errands: Errands,
    told: Told,
    ordering: Option<Ordering>,
    /// Orders that wait for the one before.
    orders: Vec<Order>,
    drawing: Drawing,
    keeper: Keeper,
    saved: SaveState,
    listening: Listening,
    asked: Shared<Asked>,
    /// What had the focus when the derivation was asked for.
    opener: Option<HtmlElement>,
    problem: Option<Problem>,
    hint: Option<AttrValue>,
    theme: Theme,
    results: Results,
    palette: Palette,
    plans: Plans,
    versions: Versions,
    chooser: Chooser,
    dialog: Option<Dialog>,
    /// The element of the dialog that is open.
    over: NodeRef,
    /// Whether files are held over the page.
    hovers: bool,
    space: bool,
    touches: Touches,
    /// Takes the notice away after its time.
    dismissal: Option<Timeout>,
    /// Ends the gliding of what was put elsewhere.
    gliding: Option<Timeout>,
    canvas: NodeRef,
    size: Option<SizeWatch>,
    name: NodeRef,
    /// What waits for the focus.
    focus: Option<Focus>,
    /// What waits until all that has changed is drawn, each to be done in a task of its own.
    due: Vec<Message>,
    /// Whether the worker has not been asked yet about the plan with the newest figures.
    unsent: bool,
}

impl Workspace {
    /// The page with a plan newly opened.
    pub fn open(store: IndexedDb, opened: &Opened, dispatch: Dispatch) -> Self {
        let catalog = Shared(Catalog::bundled());
        let mut state = State::new(opened.key.clone(), Rc::clone(&opened.document));
        Rc::make_mut(&mut state).preferences.wheel_zooms = kept(WHEEL).is_some();
        let state = Shared(state);
        let keeper = Keeper::new(store.clone(), opened, dispatch.clone());
        let mut workspace = Self {
            store,
            desk: Desk::new(clock::now_ms),
            computed: Computed::default(),
            errands: Errands::new(dispatch.clone()),
            told: Told::default(),
            ordering: None,
            orders: Vec::new(),
            drawing: Drawing::new(&state, &catalog),
            saved: keeper.state(),
            listening: Listening::new(state.clone(), catalog.clone(), &keeper, &dispatch),
            keeper,
            asked: Shared::new(Asked::default()),
            opener: None,
            problem: opened.problem.clone(),
            hint: opened.hint.clone(),
            theme: Theme::chosen(),
            results: Results::default(),
            palette: Palette::new(&catalog),
            plans: Plans::default(),
            versions: Versions::default(),
            chooser: Chooser::default(),
            dialog: None,
            over: NodeRef::default(),
            hovers: false,
            space: false,
            touches: Touches::default(),
            dismissal: None,
            gliding: None,
            canvas: NodeRef::default(),
            size: None,
            name: NodeRef::default(),
            focus: None,
            due: Vec::new(),
            unsent: false,
            dispatch,
            catalog,
            state,
        };
        workspace.ask();
        workspace
    }

    /// What can only be done with what is on the screen.
    pub fn rendered(&mut self) {
        if self.size.is_none() {
            self.size =
                self.canvas.cast().and_then(|canvas| SizeWatch::new(&canvas, &self.dispatch, canvas_size));
        }
        for message in self.due.drain(..) {
            self.dispatch.later(message);
        }
        self.show_over();
        dialog::show_chosen(&self.over);
        self.results.rendered(&self.told, &self.dispatch);
        match self.focus.take() {
            None => {}
            Some(Focus::Derivation) => self.focus_on_derivation(),
            Some(Focus::Name) => match self.name.cast::<HtmlInputElement>() {
                Some(field) => {
                    // A field that is on the screen takes the focus.
                    let _ = field.focus();
                    field.select();
                }
                None => self.focus = Some(Focus::Name),
            },
            Some(Focus::Row) => dialog::type_over(&self.over),
        }
    }
}

fn canvas_size(canvas: &Element) -> Message {
    let rect = canvas.get_bounding_client_rect();
    Message::Act(Rc::new(Action::Resize(Size::new(rect.width(), rect.height()))))
}

/// What waits for the focus until it is on the screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Focus {
    /// The name that is to be typed.
    Name,
    /// The name of a plan in the library that is to be typed.
    Row,
    /// The derivation that was opened or, after it, what it was opened from.
    Derivation,
}
