//! Keys that ask for commands, wherever the focus is outside of fields.

use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::{Element, Event, KeyboardEvent};
use yew::prelude::*;

use super::listener::use_window_event;
use crate::editor::State;
use crate::editor::commands::{KeyPress, by_shortcut};
use crate::ui::session::Dispatch;
use crate::ui::shared::Shared;

/// Hears keys for as long as the component lives.
#[hook]
pub fn use_keyboard(state: &Shared<State>, dispatch: &Dispatch) {
    let latest = use_mut_ref(|| state.clone());
    *latest.borrow_mut() = state.clone();
    let heard = use_callback(dispatch.clone(), move |event: Event, dispatch| {
        let Ok(event) = event.dyn_into::<KeyboardEvent>() else { return };
        if event.default_prevented() || is_typing(&event) {
            return;
        }
        let state = Rc::clone(&latest.borrow());
        let Some(command) = by_shortcut(&press(&event)) else { return };
        if (command.enabled)(&state) {
            event.prevent_default();
            dispatch.emit((command.action)(&state));
        }
    });
    use_window_event("keydown", heard);
}

fn press(event: &KeyboardEvent) -> KeyPress {
    KeyPress {
        key: event.key(),
        code: event.code(),
        ctrl: event.ctrl_key() || event.meta_key(),
        shift: event.shift_key(),
        alt: event.alt_key(),
    }
}

/// Whether the key belongs to a field.
fn is_typing(event: &KeyboardEvent) -> bool {
    let element = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    element.is_some_and(|element| matches!(element.tag_name().as_str(), "INPUT" | "TEXTAREA" | "SELECT"))
}
