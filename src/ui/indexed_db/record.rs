//! What is kept of a plan as a record of the database.
//!
//! The first planner kept `key`, `name`, `text` and `savedAt`. Such a record is read as a plan with one version, of number 0, whose
//! text moves to the versions with the first save.

use js_sys::{Array, JSON, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};

use super::request::Fault;
use crate::exchange::storage::{FORM, Flaw, Head, Kept, PlanSize, Unreadable, Version};

fn field(record: &JsValue, name: &str) -> JsValue {
    Reflect::get(record, &name.into()).unwrap_or(JsValue::UNDEFINED)
}

fn text(record: &JsValue, name: &'static str) -> Result<String, Flaw> {
    field(record, name).as_string().ok_or(Flaw::Damaged(name))
}

fn number(value: &JsValue, name: &'static str) -> Result<f64, Flaw> {
    value.as_f64().filter(|number| number.is_finite()).ok_or(Flaw::Damaged(name))
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "what is out of range is refused before"
)]
fn count(value: &JsValue, name: &'static str) -> Result<u32, Flaw> {
    let number = number(value, name)?;
    let fits = (0.0..=f64::from(u32::MAX)).contains(&number);
    if fits { Ok(number as u32) } else { Err(Flaw::Damaged(name)) }
}

/// What the record says; nothing where there is none.
pub(super) fn read(record: &JsValue) -> Option<Kept> {
    if record.is_undefined() {
        return None;
    }
    Some(match head(record) {
        Ok(head) => Kept::Plan(head),
        Err(flaw) => Kept::Unreadable(Unreadable {
            key: text(record, "key").unwrap_or_default(),
            name: text(record, "name").unwrap_or_default(),
            flaw,
            raw: JSON::stringify(record).map(String::from).unwrap_or_default(),
        }),
    })
}

/// The text of a record that the first planner wrote.
pub(super) fn first_form(record: &JsValue) -> Option<String> {
    let is_first = !record.is_undefined() && field(record, "form").is_undefined();
    if is_first { field(record, "text").as_string() } else { None }
}

fn head(record: &JsValue) -> Result<Head, Flaw> {
    let form = field(record, "form");
    let is_first = form.is_undefined();
    let form = if is_first { 1 } else { count(&form, "form")? };
    if form > FORM {
        return Err(Flaw::Newer(form));
    }
    let saved_at_ms = number(&field(record, "savedAt"), "savedAt")?;
    let head = Head {
        key: text(record, "key")?,
        name: text(record, "name")?,
        revision: 0,
        saved_at_ms,
        size: PlanSize::default(),
        deleted_at_ms: None,
        versions: Vec::new(),
    };
    if is_first {
        let bytes = u32::try_from(text(record, "text")?.len()).unwrap_or(u32::MAX);
        let version = Version { number: 0, saved_at_ms, label: "As first saved".into(), bytes };
        return Ok(Head { versions: vec![version], ..head });
    }
    let listed = field(record, "versions").dyn_into::<Array>().map_err(|_| Flaw::Damaged("versions"))?;
    let versions: Vec<Version> = listed.iter().map(|entry| version(&entry)).collect::<Result<_, _>>()?;
    if versions.is_empty() {
        return Err(Flaw::Damaged("versions"));
    }
    Ok(Head {
        revision: count(&field(record, "revision"), "revision")?,
        size: PlanSize {
            components: count(&field(record, "components"), "components")?,
            users: count(&field(record, "users"), "users")?,
        },
        deleted_at_ms: field(record, "deletedAt").as_f64(),
        versions,
        ..head
    })
}

fn version(entry: &JsValue) -> Result<Version, Flaw> {
    const NAME: &str = "versions";
    let entry = entry.dyn_ref::<Array>().ok_or(Flaw::Damaged(NAME))?;
    Ok(Version {
        number: count(&entry.get(0), NAME)?,
        saved_at_ms: number(&entry.get(1), NAME)?,
        label: entry.get(2).as_string().ok_or(Flaw::Damaged(NAME))?,
        bytes: count(&entry.get(3), NAME)?,
    })
}

/// The record to write.
pub(super) fn written(head: &Head) -> Result<JsValue, Fault> {
    let versions = Array::new();
    for version in &head.versions {
        let entry = Array::of4(
            &version.number.into(),
            &version.saved_at_ms.into(),
            &version.label.as_str().into(),
            &version.bytes.into(),
        );
        versions.push(&entry);
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
        ("versions", versions.into()),
    ];
    for (name, value) in fields {
        Reflect::set(&record, &name.into(), &value)?;
    }
    Ok(record.into())
}
