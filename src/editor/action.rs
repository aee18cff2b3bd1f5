//! Everything that can be asked of the editor.

use std::rc::Rc;

use super::pointer::{Hit, Pointer};
use super::target::Target;
use crate::geometry::{Canvas, Point, Screen, Size, Vector};
use crate::plan::{Document, Edit, Item};

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
    /// Whether what moves follows the pointer freely, beside the grid.
    MoveFreely(bool),
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
    /// Selects all cards and pools.
    SelectAll,
    /// Selects nothing.
    ClearSelection,
    /// Removes what is selected.
    DeleteSelection,
    /// Moves what is selected.
    Nudge(Vector<Canvas>),
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
    /// The canvas has this size on the screen.
    Resize(Size<Screen>),
    /// Lets the name of what is selected be typed.
    StartRename,
    /// Ends the typing, with the new name or without one.
    FinishRename(Option<String>),
    /// Takes the notice away.
    DismissNotice,
}
