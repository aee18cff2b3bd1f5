//! What keys do to the part of the canvas that has the focus.

use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::Element;
use yew::prelude::*;

use super::hit;
use crate::analysis::Casualty;
use crate::editor::{Action, Blow, Target};
use crate::ui::message::{Dispatch, Message};

/// Enter and the space bar select the part; K kills or repairs it, whatever is selected.
pub(super) fn keys(dispatch: &Dispatch) -> Callback<KeyboardEvent> {
    dispatch.on(|event: &KeyboardEvent| {
        let element: Element = event.target()?.dyn_into().ok()?;
        let target = hit::read(&element.get_attribute(hit::ATTRIBUTE)?).target()?;
        let held = event.ctrl_key() || event.meta_key() || event.alt_key();
        let action = match (event.key().as_str(), target) {
            ("Enter" | " ", target) => Action::Select(vec![target]),
            ("k", Target::Node(node)) if !held => {
                Action::Strike { what: Casualty::Node(node), blow: Blow::Toggle }
            }
            _ => return None,
        };
        event.prevent_default();
        event.stop_propagation();
        Some(Message::Act(Rc::new(action)))
    })
}
