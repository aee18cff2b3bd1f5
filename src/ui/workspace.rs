//! The open plan: the editor's state in the middle, everything that shows it around.

mod keeping;
mod update;
mod view;

use std::rc::Rc;

use gloo::timers::callback::Timeout;
use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::canvas::Drawing;
use super::computed::Computed;
use super::derivation::Explained;
use super::errands::Errands;
use super::indexed_db::IndexedDb;
use super::keeper::Keeper;
use super::listening::Listening;
use super::message::{Dialog, Dispatch};
use super::palette::Palette;
use super::plans::Plans;
use super::results::Tab;
use super::shared::Shared;
use super::size::SizeWatch;
use super::start::Opened;
use super::theme::Theme;
use super::told::Told;
use super::top_bar::Problem;
use super::versions::Versions;
use crate::catalog::Catalog;
use crate::compute::Desk;
use crate::editor::State;
use crate::exchange::storage::SaveState;

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
    drawing: Drawing,
    keeper: Keeper,
    saved: SaveState,
    listening: Listening,
    explained: Option<Explained>,
    problem: Option<Problem>,
    hint: Option<AttrValue>,
    theme: Theme,
    tab: Tab,
    palette: Palette,
    plans: Plans,
    versions: Versions,
    dialog: Option<Dialog>,
    /// The element of the dialog that is open.
    over: NodeRef,
    /// Whether files are held over the page.
    hovers: bool,
    space: bool,
    /// Takes the notice away after its time.
    dismissal: Option<Timeout>,
    canvas: NodeRef,
    size: Option<SizeWatch>,
    name: NodeRef,
    /// Whether the name that is being typed waits for the focus.
    focus_name: bool,
}

impl Workspace {
    /// The page with a plan newly opened.
    pub fn open(store: IndexedDb, opened: &Opened, dispatch: Dispatch) -> Self {
        let catalog = Shared(Catalog::bundled());
        let state = Shared(State::new(opened.key.clone(), Rc::clone(&opened.document)));
        let keeper = Keeper::new(store.clone(), opened, dispatch.clone());
        let mut workspace = Self {
            store,
            desk: Desk::default(),
            computed: Computed::default(),
            errands: Errands::new(dispatch.clone()),
            told: Told::default(),
            drawing: Drawing::new(&state, &catalog),
            saved: keeper.state(),
            listening: Listening::new(state.clone(), &keeper, &dispatch),
            keeper,
            explained: None,
            problem: opened.problem(),
            hint: opened.hint.clone().map(AttrValue::from),
            theme: Theme::chosen(),
            tab: Tab::Workloads,
            palette: Palette::new(&catalog),
            plans: Plans::default(),
            versions: Versions::default(),
            dialog: None,
            over: NodeRef::default(),
            hovers: false,
            space: false,
            dismissal: None,
            canvas: NodeRef::default(),
            size: None,
            name: NodeRef::default(),
            focus_name: false,
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
            self.size = self.canvas.cast().and_then(|canvas| SizeWatch::new(&canvas, &self.dispatch));
        }
        self.show_over();
        if self.focus_name
            && let Some(field) = self.name.cast::<HtmlInputElement>()
        {
            // A field that is on the screen takes the focus.
            let _ = field.focus();
            field.select();
            self.focus_name = false;
        }
    }
}
