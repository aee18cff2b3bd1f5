//! Arrow keys among siblings of which one takes part in the order of the Tab key: tabs, and the parts of a chart.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, KeyboardEvent};

/// Gives the focus to the sibling that the key asks for, the first one after the last; a tab is chosen by that. Says whether
/// the key is used up.
pub fn rove(event: &KeyboardEvent) -> bool {
    sibling(event).is_some()
}

fn sibling(event: &KeyboardEvent) -> Option<()> {
    let from: Element = event.target()?.dyn_into().ok()?;
    if !from.matches("[role=tab], .hit").ok()? {
        return None;
    }
    let parent = from.parent_element()?;
    let to = match event.key().as_str() {
        "ArrowRight" | "ArrowDown" => from.next_element_sibling().or_else(|| parent.first_element_child()),
        "ArrowLeft" | "ArrowUp" => from.previous_element_sibling().or_else(|| parent.last_element_child()),
        "Home" => parent.first_element_child(),
        "End" => parent.last_element_child(),
        _ => None,
    }?;
    // Parts of drawings take the focus too.
    let element: &HtmlElement = to.unchecked_ref();
    element.focus().ok()?;
    if let Some(tab) = to.dyn_ref::<HtmlElement>() {
        tab.click();
    }
    Some(())
}
