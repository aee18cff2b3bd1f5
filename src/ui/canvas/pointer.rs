//! The browser's pointer, wheel and space bar as actions of the editor.

use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, SvgElement};
use yew::prelude::*;

use super::hit;
use super::touches::Touches;
use crate::editor::commands::Choosing;
use crate::editor::{Action, Button, Hit, Pointer};
use crate::geometry::{Point, Screen, Vector};
use crate::ui::message::{Dispatch, Message};
use crate::ui::object::field;

/// Pixels of a line of wheels that count in lines.
const LINE: f64 = 16.0;
/// Pixels of a page of wheels that count in pages.
const PAGE: f64 = 400.0;

/// What the canvas does on events.
pub(super) struct Handlers {
    pub down: Callback<PointerEvent>,
    pub moved: Callback<PointerEvent>,
    pub up: Callback<PointerEvent>,
    pub cancelled: Callback<PointerEvent>,
    pub pressed: Callback<MouseEvent>,
    pub twice: Callback<MouseEvent>,
    pub wheel: Callback<WheelEvent>,
    pub menu: Callback<MouseEvent>,
}

/// The canvas' reactions; moves of the pointer count only while it is pressed.
pub(super) fn pointer(
    element: &NodeRef,
    dispatch: &Dispatch,
    touches: &Touches,
    space: bool,
    busy: bool,
) -> Handlers {
    let basis = Rc::new((element.clone(), dispatch.clone(), touches.clone()));
    let parts = Rc::clone(&basis);
    let down = Callback::from(move |event: PointerEvent| {
        let (element, dispatch, touches) = &*parts;
        // A field that is being typed in gives up its value before anything else is selected.
        focus(element);
        capture(element, &event);
        let pointer = Pointer {
            at: place(element, &event),
            on: under(event.target().and_then(|target| target.dyn_into().ok())),
            button: match event.button() {
                1 => Button::Middle,
                2 => Button::Secondary,
                _ => Button::Primary,
            },
            shift: event.shift_key(),
            ctrl: event.ctrl_key() || event.meta_key(),
            alt: event.alt_key(),
            touch: Touches::is_touch(&event),
            space,
        };
        if !touches.down(&event, &pointer, dispatch) {
            dispatch.emit(Action::PointerDown(pointer));
        }
    });
    let parts = Rc::clone(&basis);
    let moved = Callback::from(move |event: PointerEvent| {
        let (element, dispatch, touches) = &*parts;
        let at = place(element, &event);
        if busy && field(&event, "buttons").as_f64() == Some(0.0) {
            // It was lifted where the page could not hear it.
            dispatch.emit(Action::Cancel);
        } else if !touches.moved(&event, at, dispatch) && busy {
            let free = event.ctrl_key() || event.meta_key();
            dispatch.emit(Action::MoveAs { free, copy: event.alt_key() });
            dispatch.emit(Action::PointerMove(at));
        }
    });
    let parts = Rc::clone(&basis);
    let up = Callback::from(move |event: PointerEvent| {
        let (element, dispatch, touches) = &*parts;
        if touches.up(&event) {
            return;
        }
        dispatch.emit(Action::PointerUp { at: place(element, &event), on: over(&event) });
    });
    let parts = Rc::clone(&basis);
    let cancelled = Callback::from(move |event: PointerEvent| {
        let (_, dispatch, touches) = &*parts;
        touches.up(&event);
        dispatch.emit(Action::Cancel);
    });
    let pressed = Callback::from(|event: MouseEvent| {
        if event.button() == 1 {
            // The middle button pans here and does not scroll.
            event.prevent_default();
        }
    });
    let parts = Rc::clone(&basis);
    let twice = Callback::from(move |event: MouseEvent| {
        let (_, dispatch, _) = &*parts;
        match over(&event) {
            Hit::Card(_) | Hit::Frame(_) => dispatch.emit(Action::StartRename),
            Hit::Canvas => dispatch.send(Message::Choose(Choosing::Item, in_window(&event))),
            _ => {}
        }
    });
    let menu = dispatch.on(|event: &MouseEvent| {
        event.prevent_default();
        // A finger that rests has asked for it already.
        let is_touch = field(event, "pointerType").as_string().is_some_and(|pointer| pointer == "touch");
        (!is_touch).then(|| Message::Choose(Choosing::Menu, in_window(event)))
    });
    let wheel = Callback::from(move |event: WheelEvent| {
        let (element, dispatch, _) = &*basis;
        event.prevent_default();
        let unit = match event.delta_mode() {
            WheelEvent::DOM_DELTA_LINE => LINE,
            WheelEvent::DOM_DELTA_PAGE => PAGE,
            _ => 1.0,
        };
        let (x, y) = (event.delta_x() * unit, event.delta_y() * unit);
        let sideways = event.shift_key() && x == 0.0;
        dispatch.emit(Action::Wheel {
            at: place(element, &event),
            delta: if sideways { Vector::new(y, 0.0) } else { Vector::new(x, y) },
            zoom: event.ctrl_key() || event.meta_key(),
        });
    });
    Handlers { down, moved, up, cancelled, pressed, twice, wheel, menu }
}

/// Where the pointer is in the window.
fn in_window(event: &MouseEvent) -> (f64, f64) {
    (f64::from(event.client_x()), f64::from(event.client_y()))
}

/// Where the pointer is on the canvas.
fn place(element: &NodeRef, event: &MouseEvent) -> Point<Screen> {
    let (left, top) = element.cast::<Element>().map_or((0.0, 0.0), |element| {
        let rect = element.get_bounding_client_rect();
        (rect.left(), rect.top())
    });
    Point::new(f64::from(event.client_x()) - left, f64::from(event.client_y()) - top)
}

/// What lies under the pointer. One that is captured is always above the canvas for the browser.
fn over(event: &MouseEvent) -> Hit {
    let document = web_sys::window().and_then(|window| window.document());
    let top = document.and_then(|document| {
        #[allow(clippy::cast_precision_loss, reason = "pixels of a window")]
        document.element_from_point(event.client_x() as f32, event.client_y() as f32)
    });
    under(top)
}

/// What the nearest element that says so stands for.
fn under(element: Option<Element>) -> Hit {
    let marked = element.and_then(|element| element.closest(&format!("[{}]", hit::ATTRIBUTE)).ok().flatten());
    let code = marked.and_then(|element| element.get_attribute(hit::ATTRIBUTE));
    code.map_or(Hit::Canvas, |code| hit::read(&code))
}

fn focus(element: &NodeRef) {
    let active =
        web_sys::window().and_then(|window| window.document()).and_then(|page| page.active_element());
    if let Some(field) = active.and_then(|active| active.dyn_into::<HtmlElement>().ok()) {
        // An element that cannot lose its focus has none.
        let _ = field.blur();
    }
    if let Some(canvas) = element.cast::<SvgElement>() {
        // Without the focus the keys still work: they are heard on the window.
        let _ = canvas.focus();
    }
}

fn capture(element: &NodeRef, event: &PointerEvent) {
    if let Some(canvas) = element.cast::<Element>() {
        // Only a pointer that is gone already cannot be captured.
        let _ = canvas.set_pointer_capture(event.pointer_id());
    }
}
