//! Fingers on the canvas: two move and zoom the view, one that rests asks for the menu.

use std::cell::RefCell;
use std::rc::Rc;

use gloo::timers::callback::Timeout;
use web_sys::PointerEvent;

use crate::editor::commands::Choosing;
use crate::editor::{Action, Button, Pointer};
use crate::geometry::{Point, Screen};
use crate::ui::message::{Dispatch, Message};

/// How long a finger rests before the menu opens, and how far it may stray meanwhile.
const REST_MS: u32 = 500;
const STRAY: f64 = 6.0;

/// The fingers that are down.
#[derive(Debug, Clone, Default)]
pub struct Touches(Rc<RefCell<Fingers>>);

#[derive(Debug, Default)]
struct Fingers {
    down: Vec<(i32, Point<Screen>)>,
    /// Opens the menu.
    rest: Option<Timeout>,
    /// Whether there were two, or a menu: what is left of them is no gesture of its own.
    spent: bool,
}

impl Touches {
    /// Whether a pointer is a finger.
    pub(super) fn is_touch(event: &PointerEvent) -> bool {
        event.pointer_type() == "touch"
    }

    /// A finger comes down; says whether that is no press.
    pub(super) fn down(&self, event: &PointerEvent, pointer: &Pointer, dispatch: &Dispatch) -> bool {
        let fingers = &mut *self.0.borrow_mut();
        fingers.rest = None;
        if !Self::is_touch(event) {
            return false;
        }
        // With the first finger none of before is left, whatever was heard of it.
        if event.is_primary() {
            fingers.down.clear();
        }
        fingers.down.retain(|(id, _)| *id != event.pointer_id());
        fingers.down.push((event.pointer_id(), pointer.at));
        if fingers.down.len() > 1 {
            fingers.spent = true;
            dispatch.emit(Action::Cancel);
            return true;
        }
        fingers.spent = false;
        let (own, pointer, dispatch) = (self.clone(), pointer.clone(), dispatch.clone());
        let place = (f64::from(event.client_x()), f64::from(event.client_y()));
        fingers.rest = Some(Timeout::new(REST_MS, move || {
            own.0.borrow_mut().spent = true;
            dispatch.emit(Action::PointerDown(Pointer { button: Button::Secondary, ..pointer }));
            dispatch.send(Message::Choose(Choosing::Menu, place));
        }));
        false
    }

    /// A pointer has moved; says whether that moves nothing on the canvas.
    pub(super) fn moved(&self, event: &PointerEvent, to: Point<Screen>, dispatch: &Dispatch) -> bool {
        let fingers = &mut *self.0.borrow_mut();
        let before: Vec<Point<Screen>> = fingers.down.iter().map(|(_, at)| *at).collect();
        let Some((_, at)) = fingers.down.iter_mut().find(|(id, _)| *id == event.pointer_id()) else {
            return false;
        };
        if before.len() == 1 && (to - *at).length() < STRAY {
            return fingers.spent;
        }
        *at = to;
        fingers.rest = None;
        let after: Vec<Point<Screen>> = fingers.down.iter().map(|(_, at)| *at).collect();
        if let ([a, b], [c, d]) = (&*before, &*after) {
            dispatch.emit(Action::Pinch { from: [*a, *b], to: [*c, *d] });
        }
        fingers.spent
    }

    /// A pointer is lifted or lost; says whether that ends no press.
    pub(super) fn up(&self, event: &PointerEvent) -> bool {
        let fingers = &mut *self.0.borrow_mut();
        fingers.rest = None;
        fingers.down.retain(|(id, _)| *id != event.pointer_id());
        Self::is_touch(event) && fingers.spent
    }
}
