//! What a pressed pointer is doing. Nothing of it is in the document before the pointer is lifted.

use std::rc::Rc;

use super::connecting::Connection;
use super::pointer::{Hit, Pointer};
use super::state::State;
use super::target::Target;
use crate::catalog::Catalog;
use crate::collected::Set;
use crate::geometry::{Axis, Canvas, Point, Rect, Screen, Vector, caught, guides};
use crate::plan::{NodeId, Refusal};

/// Step of the grid on which cards stand.
pub(super) const GRID: f64 = 8.0;
/// Screen pixels that the pointer may stray before a press becomes a move.
const STRAY: f64 = 4.0;
/// The same for a finger.
const STRAY_OF_TOUCH: f64 = 6.0;
/// Screen pixels within which what is moved is caught by a line of what stands.
const REACH: f64 = 5.0;

/// A press on something that may become a move.
#[derive(Debug, Clone, PartialEq)]
#[allow(clippy::struct_excessive_bools, reason = "three of them are keys that are held")]
pub struct Press {
    pub(super) at: Point<Screen>,
    pub(super) on: Target,
    /// Which of its servers, where it was one.
    pub(super) server: Option<usize>,
    pub(super) was_selected: bool,
    /// How far the pointer may stray.
    stray: f64,
    pub(super) shift: bool,
    pub(super) free: bool,
    pub(super) copy: bool,
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
    /// What is moved, as a whole, where it stood.
    whole: Rect<Canvas>,
    /// What stays where it is.
    standing: Rc<[Rect<Canvas>]>,
    /// How near to a line of what stands the whole is caught by it.
    reach: f64,
    /// Whether grid and guides are left aside.
    free: bool,
    /// Whether a copy is moved, and the original stays.
    pub copy: bool,
}

impl Drag {
    /// How far the selection is moved: with its whole in line with what stands, or else with what was pressed on the grid.
    pub fn by(&self) -> Vector<Canvas> {
        let by = self.to - self.from;
        if self.free {
            return by;
        }
        let on_grid = (self.corner + by).snapped(GRID) - self.corner;
        let moved = self.whole.shifted(by);
        let caught = |axis| caught(&moved, &self.standing, axis, self.reach);
        Vector::new(
            caught(Axis::Across).map_or(on_grid.x, |on| by.x + on),
            caught(Axis::Down).map_or(on_grid.y, |on| by.y + on),
        )
    }

    /// The lines that the whole, moved so far, shares with what stands, from end to end.
    pub fn guides(&self, by: Vector<Canvas>) -> Vec<(Point<Canvas>, Point<Canvas>)> {
        if self.free { Vec::new() } else { guides(&self.whole.shifted(by), &self.standing) }
    }

    /// Where what is moved stood, as a whole.
    pub fn whole(&self) -> Rect<Canvas> {
        self.whole
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
    /// It makes the frame of a pool another size.
    Resize {
        /// The pool.
        pool: NodeId,
        /// Upper left corner of the frame.
        from: Point<Canvas>,
        /// Its lower right corner.
        to: Point<Canvas>,
        /// Where that was.
        before: Point<Canvas>,
        /// Where the pointer was pressed.
        pressed: Point<Canvas>,
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
        Some((self.moved().into_iter().collect(), drag.by()))
    }

    /// What a move shifts, parts of moved pools included.
    fn moved(&self) -> Set<Target> {
        let mut moved: Set<Target> =
            self.selection.iter().filter(|target| target.can_move()).cloned().collect();
        let selected: Set<&NodeId> = self.selection.iter().filter_map(Target::node).collect();
        for component in &self.scenario().components {
            if component.pool.as_ref().is_some_and(|pool| selected.contains(&pool)) {
                moved.insert(Target::Node(component.id.clone()));
            }
        }
        moved
    }

    pub(super) fn begin_press(&mut self, on: Target, pointer: &Pointer) {
        let was_selected = self.selection.contains(&on);
        if !was_selected {
            if !pointer.shift {
                self.selection.clear();
            }
            self.selection.insert(on.clone());
        }
        let (at, shift, free, copy) = (pointer.at, pointer.shift, pointer.ctrl, pointer.alt);
        let stray = if pointer.touch { STRAY_OF_TOUCH } else { STRAY };
        let server = if let Hit::Server(_, place) = pointer.on { Some(place) } else { None };
        self.gesture = Some(Gesture::Press(Press { at, on, server, was_selected, stray, shift, free, copy }));
    }

    /// Makes a move of a press that has strayed far enough: of what was pressed or, where nothing can be changed, of the view.
    pub(super) fn stray(&mut self, catalog: &Catalog, press: Press, at: Point<Screen>) {
        let strayed = (at - press.at).length() >= press.stray;
        if strayed && self.presenting.is_some() {
            self.pan(at - press.at);
            self.gesture = Some(Gesture::Pan { last: at });
            return;
        }
        let drag = if strayed && press.on.can_move() { self.begin_drag(catalog, &press, at) } else { None };
        self.gesture = Some(drag.map_or(Gesture::Press(press), Gesture::Move));
    }

    fn begin_drag(&self, catalog: &Catalog, press: &Press, at: Point<Screen>) -> Option<Drag> {
        let layout = self.layout(catalog);
        let moved = self.moved();
        let (mut whole, mut standing) = (None::<Rect<Canvas>>, Vec::new());
        for (target, rect) in &layout.places {
            if moved.contains(target) {
                whole = Some(whole.map_or(*rect, |whole| whole.united(rect)));
            } else if !self.is_around(target, &moved) {
                standing.push(*rect);
            }
        }
        Some(Drag {
            from: self.view.canvas_from_screen(press.at),
            to: self.view.canvas_from_screen(at),
            corner: layout.places.get(&press.on)?.origin,
            whole: whole?,
            standing: standing.into(),
            reach: REACH / self.view.zoom,
            free: press.free,
            copy: press.copy,
        })
    }

    /// Whether it is the pool of something that moves: its frame moves too.
    fn is_around(&self, target: &Target, moved: &Set<Target>) -> bool {
        let parts = target.node().into_iter().flat_map(|pool| self.scenario().parts_of(pool));
        parts.into_iter().any(|part| moved.contains(&Target::Node(part.id.clone())))
    }

    pub(super) fn drag(&mut self, mut drag: Drag, at: Point<Screen>) {
        drag.to = self.view.canvas_from_screen(at);
        self.gesture = Some(Gesture::Move(drag));
    }

    pub(super) fn move_as(&mut self, free: bool, copy: bool) {
        match &mut self.gesture {
            Some(Gesture::Move(drag)) => (drag.free, drag.copy) = (free, copy),
            Some(Gesture::Press(press)) => (press.free, press.copy) = (free, copy),
            _ => {}
        }
    }
}
