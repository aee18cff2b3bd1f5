//! What is copied, on the system's clipboard: a plan of its own for this planner in any tab, and the names for everything else.

use wasm_bindgen::JsValue;
use web_sys::Event;

use super::object::{call, field, of_window};
use crate::catalog::Catalog;
use crate::editor::State;
use crate::exchange::file;

/// How other tabs know it.
const OWN: &str = "application/vnd.availability-planner+json";
const PLAIN: &str = "text/plain";

/// Puts what is selected on the clipboard; gives it, unless there is nothing to be copied.
pub fn copy(event: &Event, state: &State, catalog: &Catalog) -> Option<String> {
    let (document, names) = state.cut_out(catalog)?;
    let plan = file::write(&document).ok()?;
    let data = field(event, "clipboardData");
    for (kind, text) in [(OWN, &plan), (PLAIN, &names)] {
        call(&data, "setData", &[kind.into(), text.as_str().into()]).ok()?;
    }
    event.prevent_default();
    Some(plan)
}

/// The plan on the clipboard, in its own form or as plain text.
pub fn pasted(event: &Event) -> Option<String> {
    let data = field(event, "clipboardData");
    let read = |kind: &str| call(&data, "getData", &[kind.into()]).ok()?.as_string();
    let is_plan = |text: &String| text.trim_start().starts_with('{');
    read(OWN).filter(is_plan).or_else(|| read(PLAIN).filter(is_plan))
}

/// Whether words are marked on the page, which the browser copies by itself.
pub fn is_text_marked() -> bool {
    let marked = call(&window(), "getSelection", &[]);
    marked.is_ok_and(|marked| field(&marked, "isCollapsed") == JsValue::FALSE)
}

/// Asks the browser for the event by which something is copied or cut.
pub fn ask_for(event: &str) {
    // Where the browser does not let a page ask, the keys still do.
    let _ = of_window("document").and_then(|page| call(&page, "execCommand", &[event.into()]));
}

fn window() -> JsValue {
    web_sys::window().map_or(JsValue::UNDEFINED, JsValue::from)
}
