//! An object whose fields say what kind of thing it is.

use crate::json::{Json, Reading};

/// Which of these fields an object has: the first of them that is there. None where the part is no object or has none of them,
/// which is then refused.
pub(super) fn kind(part: &Json<'_>, reading: &mut Reading, known: &[&str]) -> Option<usize> {
    if let Json::Object(fields) = part {
        let kind = known.iter().position(|name| fields.iter().any(|(field, _)| field == name));
        if kind.is_some() {
            return kind;
        }
    }
    reading.refuse(&|| format!("expected an object with one of the fields {}, found {part}", listed(known)));
    None
}

fn listed(names: &[&str]) -> String {
    let quoted: Vec<String> = names.iter().map(|name| format!("`{name}`")).collect();
    quoted.join(", ")
}
