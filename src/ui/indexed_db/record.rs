//! The record that is kept of a plan; see [`crate::exchange::storage::read_record`] for what it may be.

use js_sys::Object;
use wasm_bindgen::JsValue;

use crate::exchange::storage::{FORM, Head};
use crate::ui::object::{field, list, set};

/// The text of a record that the first planner wrote.
pub(super) fn first_form(record: &JsValue) -> Option<String> {
    if field(record, "form").is_undefined() { field(record, "text").as_string() } else { None }
}

/// The record to write.
pub(super) fn written(head: &Head) -> Result<JsValue, JsValue> {
    let mut versions = Vec::new();
    for version in &head.versions {
        let entry = [
            version.number.into(),
            version.saved_at_ms.into(),
            version.label.as_str().into(),
            version.bytes.into(),
        ];
        versions.push(list(&entry).into());
    }
    let record = Object::new();
    let field = |name, value: JsValue| set(&record, name, &value);
    field("form", FORM.into())?;
    field("key", head.key.as_str().into())?;
    field("name", head.name.as_str().into())?;
    field("revision", head.revision.into())?;
    field("savedAt", head.saved_at_ms.into())?;
    field("components", head.size.components.into())?;
    field("users", head.size.users.into())?;
    field("deletedAt", head.deleted_at_ms.map_or(JsValue::NULL, JsValue::from))?;
    field("versions", list(&versions).into())?;
    Ok(record.into())
}
