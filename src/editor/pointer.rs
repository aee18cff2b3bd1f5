//! The pointer and what it points at.

use super::target::Target;
use crate::geometry::{Point, Screen};
use crate::plan::{LinkId, NodeId};

/// What lies under the pointer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Hit {
    /// Nothing.
    Canvas,
    /// A card.
    Card(Target),
    /// The place at a card's or frame's side from which links are drawn.
    Port(NodeId),
    /// The title or border of a pool's frame.
    Frame(NodeId),
    /// The lower right corner of a pool's frame.
    Corner(NodeId),
    /// A link.
    Link(LinkId),
    /// A server on its component's card, by its place among them.
    Server(NodeId, usize),
}

impl Hit {
    /// What a press on it selects.
    pub fn target(&self) -> Option<Target> {
        match self {
            Self::Canvas => None,
            Self::Card(target) => Some(target.clone()),
            Self::Port(node) | Self::Frame(node) | Self::Corner(node) | Self::Server(node, _) => {
                Some(Target::Node(node.clone()))
            }
            Self::Link(link) => Some(Target::Link(link.clone())),
        }
    }
}

/// A button of the pointer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Button {
    /// The left one, a finger or a pen.
    Primary,
    /// The middle one.
    Middle,
    /// The right one.
    Secondary,
}

/// A pointer at the moment it is pressed.
#[derive(Debug, Clone, PartialEq)]
#[allow(clippy::struct_excessive_bools, reason = "all but one are keys that are held")]
pub struct Pointer {
    /// Where it is.
    pub at: Point<Screen>,
    /// What lies under it.
    pub on: Hit,
    /// What was pressed.
    pub button: Button,
    /// Whether Shift is held.
    pub shift: bool,
    /// Whether Ctrl or Cmd is held.
    pub ctrl: bool,
    /// Whether Alt is held.
    pub alt: bool,
    /// Whether it is a finger.
    pub touch: bool,
    /// Whether the space bar is held.
    pub space: bool,
}
