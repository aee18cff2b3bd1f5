//! What a move under way shifts.

use std::rc::Rc;

use crate::editor::{State, Target};
use crate::geometry::{Canvas, Vector};

/// What a move under way shifts, and how far.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Moved {
    /// What moves, in order.
    pub targets: Rc<[Target]>,
    /// How far.
    pub by: Vector<Canvas>,
}

impl Moved {
    /// The move under way, if there is one.
    pub fn of(state: &State) -> Option<Self> {
        let (targets, by) = state.drag_offset()?;
        Some(Self { targets: targets.into(), by })
    }

    /// How far the target is shifted.
    pub fn shift(&self, target: &Target) -> Option<Vector<Canvas>> {
        self.targets.binary_search(target).is_ok().then_some(self.by)
    }
}
