//! What is open, selected and under way.

use std::rc::Rc;

use super::gesture::Gesture;
use super::history::{History, Version};
use super::notice::Notice;
use super::scene::Scene;
use super::target::Target;
use crate::analysis::FailureSet;
use crate::catalog::Catalog;
use crate::collected::Set;
use crate::geometry::{Screen, Size, View};
use crate::plan::{Document, NodeId, Scenario, ScenarioId};

/// What is open, selected and under way. Cheap to copy.
#[derive(Debug, Clone)]
pub struct State {
    /// Key of the open plan in storage.
    pub key: String,
    /// The open plan.
    pub document: Rc<Document>,
    /// The scenario that is shown.
    pub scenario_id: ScenarioId,
    /// What is down; all of it is there, with all that fails along with it.
    pub killed: FailureSet,
    /// What is selected; all of it is there.
    pub selection: Set<Target>,
    /// The part of the canvas that is shown.
    pub view: View,
    /// Size of the canvas on the screen; nothing before it is known.
    pub window: Size<Screen>,
    /// What a pressed pointer is doing.
    pub gesture: Option<Gesture>,
    /// What was done to the plan since it was opened.
    pub history: History,
    /// One line to be shown.
    pub notice: Option<Notice>,
    /// The node whose name is being typed.
    pub renaming: Option<NodeId>,
    /// What the user likes to see and do.
    pub preferences: Preferences,
    /// The part of the drawing to which the keys have come.
    pub reading: Option<Target>,
    /// While the plan is presented, and so cannot be changed: the view to go back to.
    pub presenting: Option<View>,
    /// Selection, view and what was read from before the gesture.
    pub(super) before_gesture: Option<(Set<Target>, View, Option<Target>)>,
    /// Whether the plan is to be shown whole as soon as the window's size is known.
    pub(super) fit_pending: bool,
    /// Whether the last change was a nudge, which the next nudge goes on with.
    pub(super) nudging: bool,
}

/// What the user likes to see and do, whatever plan is open.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Preferences {
    /// Whether each part shows whom its failure hits.
    pub heat: bool,
    /// Whether the wheel zooms without Ctrl too, and moves the view with Shift only.
    pub wheel_zooms: bool,
}

impl State {
    /// The editor with a plan newly opened. The plan must be valid.
    pub fn new(key: impl Into<String>, document: Rc<Document>) -> Rc<Self> {
        let first = document.scenarios.first().map(|scenario| scenario.id.clone());
        Rc::new(Self {
            key: key.into(),
            scenario_id: first.unwrap_or_else(|| "".into()),
            document,
            killed: FailureSet::default(),
            selection: Set::new(),
            view: View::default(),
            window: Size::default(),
            gesture: None,
            history: History::default(),
            notice: None,
            renaming: None,
            preferences: Preferences::default(),
            reading: None,
            presenting: None,
            before_gesture: None,
            fit_pending: true,
            nudging: false,
        })
    }

    /// The scenario that is shown.
    pub fn scenario(&self) -> &Rc<Scenario> {
        self.document
            .scenario(&self.scenario_id)
            .or_else(|| self.document.scenarios.first())
            .unwrap_or_else(|| unreachable!("a valid document holds a scenario"))
    }

    /// What to draw, as the document has it; see [`State::drag_offset`] for a move under way.
    pub fn scene(&self, catalog: &Catalog) -> Scene {
        Scene::of(self.scenario(), catalog)
    }

    /// What a step of history leads away from.
    pub(super) fn version(&self) -> Version {
        Version { document: Rc::clone(&self.document), killed: self.killed.clone() }
    }

    /// Whether nothing that anybody could notice differs.
    pub(super) fn is_same(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.document, &other.document)
            && self.key == other.key
            && self.scenario_id == other.scenario_id
            && self.killed == other.killed
            && self.selection == other.selection
            && self.view == other.view
            && self.window == other.window
            && self.gesture == other.gesture
            && self.history.is_same(&other.history)
            && self.notice == other.notice
            && self.renaming == other.renaming
            && self.reading == other.reading
            && self.presenting == other.presenting
            && self.preferences == other.preferences
            && self.fit_pending == other.fit_pending
    }
}
