//! What arrow keys ask for: they move what is selected, or go through the drawing.

use super::Asked;
use crate::editor::action::Action;
use crate::editor::gesture::GRID;
use crate::editor::reading::Step;
use crate::editor::state::State;
use crate::geometry::Vector;

/// Grid steps of a move with Shift.
const FAR: f64 = 5.0;

/// An arrow key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Arrow {
    Left,
    Right,
    Up,
    Down,
}

/// What is held with it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Held {
    Nothing,
    Shift,
    Ctrl,
}

impl Arrow {
    pub(super) fn asked(self, state: &State, held: Held) -> Asked {
        Asked::Act(if state.reads() && held != Held::Ctrl {
            let step = if matches!(self, Self::Left | Self::Up) { Step::Previous } else { Step::Next };
            Action::Read { step, extend: held == Held::Shift }
        } else {
            let by = GRID * if held == Held::Shift { FAR } else { 1.0 };
            Action::Nudge(match self {
                Self::Left => Vector::new(-by, 0.0),
                Self::Right => Vector::new(by, 0.0),
                Self::Up => Vector::new(0.0, -by),
                Self::Down => Vector::new(0.0, by),
            })
        })
    }
}

pub(super) fn first() -> Action {
    Action::Read { step: Step::First, extend: false }
}

pub(super) fn last() -> Action {
    Action::Read { step: Step::Last, extend: false }
}
