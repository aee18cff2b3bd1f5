//! What a pressed pointer is doing. Nothing of it is in the document before the pointer is lifted.

use super::connecting::Connection;
use super::pointer::Pointer;
use super::state::State;
use super::target::Target;
use crate::collected::Set;
use crate::geometry::{Canvas, Point, Screen, Vector};
use crate::plan::{NodeId, Refusal};

/// Step of the grid on which cards stand.
pub(super) const GRID: f64 = 8.0;
/// Screen pixels that the pointer may stray before a press becomes a move.
const STRAY: f64 = 4.0;

/// A press on something that may become a move.
#[derive(Debug, Clone, PartialEq)]
pub struct Press {
    pub(super) at: Point<Screen>,
    pub(super) on: Target,
    pub(super) was_selected: bool,
    pub(super) shift: bool,
    pub(super) ctrl: bool,
}

/// A move of what is selected.
#[derive(Debug, Clone, PartialEq)]
pub struct Drag {
    /// Where the pointer was pressed.
    from: Point<Canvas>,
    /// Where the pointer is.
    to: Point<Canvas>,
    /// Upper left corner of what was pressed, which keeps to the grid.
    corner: Point<Canvas>,
    /// Whether the grid is left aside.
    free: bool,
}

impl Drag {
    /// How far the selection is moved.
    pub fn by(&self) -> Vector<Canvas> {
        let by = self.to - self.from;
        if self.free { by } else { (self.corner + by).snapped(GRID) - self.corner }
    }
}

/// What a pressed pointer is doing.
#[derive(Debug, Clone, PartialEq)]
pub enum Gesture {
    /// It has not moved enough yet to say.
    Press(Press),
    /// It moves what is selected.
    Move(Drag),
    /// It draws a connection.
    Connect {
        /// From this node.
        from: NodeId,
        /// To this point.
        to: Point<Canvas>,
        /// The node at that point, and what connecting it would mean.
        over: Option<(NodeId, Result<Connection, Refusal>)>,
    },
    /// It draws a rectangle that selects what it meets.
    Marquee {
        /// One corner.
        from: Point<Canvas>,
        /// The opposite one.
        to: Point<Canvas>,
        /// What was selected before and stays so.
        kept: Set<Target>,
    },
    /// It moves the canvas.
    Pan {
        /// Where the pointer was last.
        last: Point<Screen>,
    },
}

impl State {
    /// What a move under way shifts, parts of moved pools included, and how far.
    pub fn drag_offset(&self) -> Option<(Vec<Target>, Vector<Canvas>)> {
        let Some(Gesture::Move(drag)) = &self.gesture else { return None };
        let mut moved: Set<Target> =
            self.selection.iter().filter(|target| target.can_move()).cloned().collect();
        for component in &self.scenario().components {
            let in_pool = |pool: &NodeId| self.selection.contains(&Target::Node(pool.clone()));
            if component.pool.as_ref().is_some_and(in_pool) {
                moved.insert(Target::Node(component.id.clone()));
            }
        }
        Some((moved.into_iter().collect(), drag.by()))
    }

    pub(super) fn begin_press(&mut self, on: Target, pointer: &Pointer) {
        let was_selected = self.selection.contains(&on);
        if !was_selected {
            if !pointer.shift {
                self.selection.clear();
            }
            self.selection.insert(on.clone());
        }
        let (at, shift, ctrl) = (pointer.at, pointer.shift, pointer.ctrl);
        self.gesture = Some(Gesture::Press(Press { at, on, was_selected, shift, ctrl }));
    }

    /// Makes a move of a press that has strayed far enough.
    pub(super) fn stray(&mut self, press: Press, at: Point<Screen>, corner: Option<Point<Canvas>>) {
        let strayed = (at - press.at).length() >= STRAY;
        self.gesture = Some(match corner.filter(|_| strayed && press.on.can_move()) {
            Some(corner) => Gesture::Move(Drag {
                from: self.view.canvas_from_screen(press.at),
                to: self.view.canvas_from_screen(at),
                corner,
                free: press.ctrl,
            }),
            None => Gesture::Press(press),
        });
    }

    pub(super) fn drag(&mut self, mut drag: Drag, at: Point<Screen>) {
        drag.to = self.view.canvas_from_screen(at);
        self.gesture = Some(Gesture::Move(drag));
    }

    pub(super) fn move_freely(&mut self, free: bool) {
        match &mut self.gesture {
            Some(Gesture::Move(drag)) => drag.free = free,
            Some(Gesture::Press(press)) => press.ctrl = free,
            _ => {}
        }
    }
}
