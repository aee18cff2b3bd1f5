//! What is copied, on the system's clipboard: text with the names for everything else, and the same as marked text that carries a
//! plan for this planner, in any tab and in any browser.

use wasm_bindgen::JsValue;
use web_sys::Event;

use super::object::{call, field, of_window, set};
use crate::catalog::Catalog;
use crate::editor::State;
use crate::exchange::file;

const PLAIN: &str = "text/plain";
/// A kind of its own would be hidden from other browsers.
const MARKED: &str = "text/html";
/// Where marked text carries the plan.
const PLAN: &str = "data-planned";
/// Selects what carries it.
const WITH_PLAN: &str = "[data-planned]";

/// Puts what is selected on the clipboard; gives it, unless there is nothing to be copied.
pub fn copy(event: &Event, state: &State, catalog: &Catalog) -> Option<String> {
    let (document, names) = state.cut_out(catalog)?;
    let plan = file::write(&document).ok()?;
    let marked = marked(&names, &plan).ok()?;
    let data = field(event, "clipboardData");
    for (kind, text) in [(PLAIN, names.into()), (MARKED, marked)] {
        call(&data, "setData", &[kind.into(), text]).ok()?;
    }
    event.prevent_default();
    Some(plan)
}

/// The plan on the clipboard, in marked text or as plain text.
pub fn pasted(event: &Event) -> Option<String> {
    let data = field(event, "clipboardData");
    let read = |kind: &str| call(&data, "getData", &[kind.into()]);
    let is_plan = |text: &String| text.trim_start().starts_with('{');
    let carried = read(MARKED).and_then(|text| carried(&text)).ok().and_then(|plan| plan.as_string());
    carried.filter(is_plan).or_else(|| read(PLAIN).ok()?.as_string().filter(is_plan))
}

/// The names in lines of their own, with the plan beside them.
fn marked(names: &str, plan: &str) -> Result<JsValue, JsValue> {
    let lines = element("pre")?;
    set(&lines, "textContent", &names.into())?;
    call(&lines, "setAttribute", &[PLAN.into(), plan.into()])?;
    Ok(field(&lines, "outerHTML"))
}

/// The plan that marked text carries. Nothing of the text is shown, loaded or run.
fn carried(text: &JsValue) -> Result<JsValue, JsValue> {
    let inert = element("template")?;
    set(&inert, "innerHTML", text)?;
    let lines = call(&field(&inert, "content"), "querySelector", &[WITH_PLAN.into()])?;
    call(&lines, "getAttribute", &[PLAN.into()])
}

fn element(name: &str) -> Result<JsValue, JsValue> {
    call(&of_window("document")?, "createElement", &[name.into()])
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
