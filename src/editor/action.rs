//! Everything that can be asked of the editor.

use std::rc::Rc;

use super::choice::Choice;
use super::field::Field;
use super::killing::Blow;
use super::notice::Notice;
use super::pointer::{Hit, Pointer};
use super::reading::Step;
use super::target::Target;
use crate::analysis::Casualty;
use crate::geometry::{Arrangement, Canvas, Point, Screen, Size, Vector};
use crate::plan::{Document, Edit, Item, NodeId, Scenario};
use crate::rules::Fix;

/// Where something new goes.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Place {
    /// With its middle there.
    At(Point<Canvas>),
    /// Where it belongs near the middle of what is shown, and where nothing stands.
    ViewCentre,
}

/// Something asked of the editor.
#[derive(Debug, Clone, PartialEq)]
pub enum Action {
    /// Opens another plan.
    Open {
        /// Its key in storage.
        key: String,
        /// The plan, which must be valid.
        document: Rc<Document>,
    },
    /// Changes the plan; one step of history.
    Edit {
        /// What is done, in the imperative.
        label: String,
        /// How.
        edits: Vec<Edit>,
    },
    /// Puts another version of the open plan in place; one step of history.
    Replace {
        /// What is done, in the imperative.
        label: String,
        /// The version, which must be valid.
        document: Rc<Document>,
    },
    /// Puts a number into all that a field is about.
    Enter {
        /// The field.
        field: Field,
        /// What was typed; none where the field was emptied.
        typed: Option<f64>,
    },
    /// Chooses from a list for all that the choice is about.
    Choose {
        /// What is chosen.
        choice: Choice,
        /// What stands for the choice in the list.
        value: String,
    },
    /// Goes on with the open plan under another key in storage and another name.
    Divert {
        /// The key.
        key: String,
        /// The name.
        name: String,
    },
    /// Gives the plan another name.
    RenameDocument(String),
    /// Places something from the palette.
    Insert {
        /// What.
        item: Item,
        /// Where.
        at: Place,
    },
    /// A pointer was pressed.
    PointerDown(Pointer),
    /// The pressed pointer moved.
    PointerMove(Point<Screen>),
    /// The pressed pointer was lifted.
    PointerUp {
        /// Where.
        at: Point<Screen>,
        /// What lies there.
        on: Hit,
    },
    /// What is held while the pointer moves something.
    MoveAs {
        /// Whether it follows the pointer freely, beside grid and guides.
        free: bool,
        /// Whether a copy is moved, and the original stays.
        copy: bool,
    },
    /// Two fingers have gone from these places to those.
    Pinch {
        /// Where they were.
        from: [Point<Screen>; 2],
        /// Where they are.
        to: [Point<Screen>; 2],
    },
    /// Ends what the pointer is doing as though it had never begun.
    Cancel,
    /// The wheel was turned or two fingers moved.
    Wheel {
        /// Where the pointer is.
        at: Point<Screen>,
        /// How far.
        delta: Vector<Screen>,
        /// Whether it zooms.
        zoom: bool,
    },
    /// Selects these and nothing else.
    Select(Vec<Target>),
    /// Selects a component, pool or population, and moves the view to where all of it is shown.
    Reveal(NodeId),
    /// Goes to another part of the drawing, which is selected then.
    Read {
        /// To which.
        step: Step,
        /// Whether what is selected already stays so.
        extend: bool,
    },
    /// Selects all cards and pools.
    SelectAll,
    /// Selects nothing.
    ClearSelection,
    /// Removes what is selected.
    DeleteSelection,
    /// Removes what is copied of what is selected.
    CutSelection,
    /// Moves what is selected.
    Nudge(Vector<Canvas>),
    /// Brings what is selected in line.
    Arrange(Arrangement),
    /// Makes the frame of the selected pool larger, or as large as its parts need.
    ResizeFrame {
        /// Which of the two.
        larger: bool,
    },
    /// Copies what is selected to a place beside it.
    Duplicate,
    /// Puts in all that another plan holds.
    Paste(Rc<Scenario>),
    /// Connects two nodes.
    Connect {
        /// One of them.
        from: NodeId,
        /// The other.
        to: NodeId,
    },
    /// Kills or repairs something; one step of history that leaves the plan alone.
    Strike {
        /// What.
        what: Casualty,
        /// Whether it goes down or comes back.
        blow: Blow,
    },
    /// Kills the components and pools that are selected, or repairs them where all of them are down.
    StrikeSelection,
    /// Repairs all that is down.
    RepairAll,
    /// Takes the last step back.
    Undo,
    /// Makes the last step taken back again.
    Redo,
    /// Zooms about the middle of the window.
    ZoomBy(f64),
    /// Shows the plan at 100 %.
    ZoomTo100,
    /// Shows the whole plan.
    Fit,
    /// Shows this place in the middle.
    Center(Point<Canvas>),
    /// Shows all that is selected.
    FitSelection,
    /// Shows on each part whom its failure hits, or no longer.
    ShowHeat,
    /// Lets the wheel zoom instead of moving the view, or the other way round.
    TurnWheel,
    /// The canvas has this size on the screen.
    Resize(Size<Screen>),
    /// Shows the plan to others, so that nothing changes it, or goes back to work on it.
    Present(bool),
    /// Lets the name of what is selected be typed.
    StartRename,
    /// Ends the typing, with the new name or without one.
    FinishRename(Option<String>),
    /// Shows a notice.
    Say(Notice),
    /// Takes the notice away.
    DismissNotice,
}

impl Action {
    /// Applies what a rule offers; one step of history that bears the words of its button.
    pub fn fix(fix: &Fix) -> Self {
        Self::Edit { label: fix.label.clone(), edits: fix.edits.clone() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::Catalog;
    use crate::editor::State;
    use crate::rules::check;
    use crate::rules::tests::broken_plans;

    #[test]
    fn every_fix_is_one_step_that_can_be_taken_back() {
        let catalog = Catalog::bundled();
        for (rule, plan) in broken_plans() {
            let before = Rc::new(Document::new("Plan", plan));
            let open = State::new("key", Rc::clone(&before));
            let findings = check(open.scenario(), &catalog);
            for finding in findings.iter().filter(|finding| finding.rule == rule) {
                let Some(fix) = &finding.fix else { continue };
                let fixed = open.reduce(&catalog, Action::fix(fix));
                assert_eq!(fixed.notice, None, "{rule}");
                assert_ne!(fixed.document, before, "{rule}: {}", fix.label);
                let steps: Vec<&str> = fixed.history.past().iter().map(|step| &*step.label).collect();
                assert_eq!(steps, [fix.label.as_str()], "{rule}");
                let back = fixed.reduce(&catalog, Action::Undo);
                assert_eq!(back.document, before, "{rule}: {}", fix.label);
                let again = back.reduce(&catalog, Action::Redo);
                assert_eq!(again.document, fixed.document, "{rule}: {}", fix.label);
            }
        }
    }
}
