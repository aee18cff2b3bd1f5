//! Objects of the browser, asked by name.
//!
//! Whatever is asked through its type brings an import of its own along, some hundred bytes of every first visit. What is asked in
//! one place only is asked by name.

use js_sys::{Array, Function, Reflect};
use wasm_bindgen::{JsCast, JsValue};

/// A field's value; undefined for what has no fields or does not tell.
pub fn field(object: &JsValue, name: &str) -> JsValue {
    Reflect::get(object, &name.into()).unwrap_or(JsValue::UNDEFINED)
}

/// Gives a field a value.
///
/// # Errors
/// What the browser throws.
pub fn set(object: &JsValue, name: &str, value: &JsValue) -> Result<(), JsValue> {
    Reflect::set(object, &name.into(), value).map(drop)
}

/// What the object's method gives.
///
/// # Errors
/// What the browser throws, also where there is no such object or method.
pub fn call(object: &JsValue, method: &str, given: &[JsValue]) -> Result<JsValue, JsValue> {
    let method: Function = Reflect::get(object, &method.into())?.unchecked_into();
    Reflect::apply(&method, object, &list(given))
}

/// The values as a list of the browser's.
pub fn list(values: &[JsValue]) -> Array {
    values.iter().collect()
}

/// A field of the window; undefined where there is none.
///
/// # Errors
/// What the browser throws.
pub fn of_window(name: &str) -> Result<JsValue, JsValue> {
    let window = web_sys::window().map_or(JsValue::UNDEFINED, JsValue::from);
    Reflect::get(&window, &name.into())
}
