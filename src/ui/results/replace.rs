//! Markup in the place of markup: what the user does in it goes on.

use std::slice::from_ref;

use js_sys::Array;
use wasm_bindgen::JsValue;
use web_sys::Element;

use crate::ui::object::{call, field, of_window, set};

/// Puts markup in the place of what stands there. The element that has the focus gives it to the one of the same key, with what is
/// typed and selected in it, and what was opened stays open.
pub(super) fn replace(place: &Element, html: &str) {
    let focused = of_window("document").map(|document| field(&document, "activeElement")).unwrap_or_default();
    let is_inside = call(place, "contains", from_ref(&focused)).is_ok_and(|inside| inside.is_truthy());
    let opened = unfolded(place);
    place.set_inner_html(html);
    for (details, key) in unfolded(place) {
        if let Some((before, _)) = opened.iter().find(|(_, before)| *before == key) {
            // What has been opened or closed can be so again.
            let _ = set(&details, "open", &field(before, "open"));
        }
    }
    if is_inside && hand_on(place, &focused).is_err() {
        // What is gone takes no focus: the keys go on from the panel, and not from the top of the page.
        let _ = call(place, "closest", &["[role=tabpanel]".into()]).and_then(|panel| focus(&panel));
    }
}

/// Gives the focus, without moving what is seen.
fn focus(to: &JsValue) -> Result<JsValue, JsValue> {
    let gently = js_sys::Object::new();
    set(&gently, "preventScroll", &JsValue::TRUE)?;
    call(to, "focus", &[gently.into()])
}

/// What can be opened, with its key.
fn unfolded(place: &Element) -> Vec<(JsValue, JsValue)> {
    let all = call(place, "querySelectorAll", &["details[data-key]".into()]).unwrap_or_default();
    let mut keyed = Vec::new();
    for details in Array::from(&all).to_vec() {
        let key = key(&details);
        keyed.push((details, key));
    }
    keyed
}

fn key(element: &JsValue) -> JsValue {
    field(&field(element, "dataset"), "key")
}

/// Gives the focus on.
fn hand_on(place: &Element, from: &JsValue) -> Result<(), JsValue> {
    // The head of what can be opened goes by the key of the whole.
    let keyed = call(from, "closest", &["[data-key]".into()])?;
    let name = key(&keyed).as_string().unwrap_or_default();
    let name = name.replace('\\', "\\\\").replace('"', "\\\"");
    let mut to = call(place, "querySelector", &[format!("[data-key=\"{name}\"]").into()])?;
    if keyed != *from {
        to = call(&to, "querySelector", &["summary".into()])?;
    }
    let typed = field(from, "value");
    // What was sent has been answered; anything else that was typed is still to be sent.
    let is_sent = typed == field(from, "defaultValue") || typed == field(&field(from, "dataset"), "sent");
    if typed.is_string() && !is_sent && field(&to, "defaultValue").is_string() {
        set(&to, "value", &typed)?;
    }
    focus(&to)?;
    let (start, end) = (field(from, "selectionStart"), field(from, "selectionEnd"));
    if !start.is_falsy() || !end.is_falsy() {
        call(&to, "setSelectionRange", &[start, end])?;
    }
    Ok(())
}
