//! Arrow keys among siblings of which one takes part in the order of the Tab key.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, KeyboardEvent};

/// Gives the focus to the sibling that the key asks for, the first one after the last; tells which one it is.
pub(super) fn rove(event: &KeyboardEvent) -> Option<HtmlElement> {
    let from: Element = event.target()?.dyn_into().ok()?;
    let parent = from.parent_element()?;
    let to = match event.key().as_str() {
        "ArrowRight" | "ArrowDown" => from.next_element_sibling().or_else(|| parent.first_element_child()),
        "ArrowLeft" | "ArrowUp" => from.previous_element_sibling().or_else(|| parent.last_element_child()),
        "Home" => parent.first_element_child(),
        "End" => parent.last_element_child(),
        _ => None,
    }?;
    event.prevent_default();
    // Parts of drawings take the focus too.
    let to: HtmlElement = to.unchecked_into();
    to.focus().ok()?;
    Some(to)
}
