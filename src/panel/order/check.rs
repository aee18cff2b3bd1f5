//! `check/ITEM` with `done`, `not-applicable` or `open`: says what was found of an item of the checklist.

use super::Change;
use crate::plan::{Edit, Tick};
use crate::rules::items;

pub(super) fn carry_out(item: &str, value: &str) -> Result<Change, String> {
    if items().all(|known| known.id != item) {
        return Err(format!("The checklist has no item “{item}”"));
    }
    let (tick, said) = match value {
        "done" => (Some(Tick::Done), "done"),
        "not-applicable" => (Some(Tick::NotApplicable), "not applicable"),
        "open" => (None, "open"),
        _ => return Err(format!("An item is done, not applicable or open, and not “{value}”")),
    };
    Ok((format!("Mark {item} as {said}"), vec![Edit::Tick { item: item.into(), tick }]))
}
