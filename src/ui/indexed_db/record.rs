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
    let fields: [(&str, JsValue); 9] = [
        ("form", FORM.into()),
        ("key", head.key.as_str().into()),
        ("name", head.name.as_str().into()),
        ("revision", head.revision.into()),
        ("savedAt", head.saved_at_ms.into()),
        ("components", head.size.components.into()),
        ("users", head.size.users.into()),
        ("deletedAt", head.deleted_at_ms.map_or(JsValue::NULL, JsValue::from)),
        ("versions", list(&versions).into()),
    ];
    for (name, value) in fields {
        set(&record, name, &value)?;
    }
    Ok(record.into())
}
