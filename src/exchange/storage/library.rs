//! The plans that are kept, as a library: found by name, renamed, deleted and brought back.

use super::head::{Head, Kept};
use super::save::{Save, save};
use super::{Change, PlanStore, StorageError};
use crate::catalog::Catalog;
use crate::exchange::file;
use crate::plan::{Document, Limits};

/// Days that a deleted plan can be brought back, unless its room is needed before.
pub const DELETED_DAYS: u32 = 30;
const DAY_MS: f64 = 86_400_000.0;

/// The plans that were deleted, each with when.
pub(super) fn deleted(kept: &[Kept]) -> impl Iterator<Item = (f64, &Head)> {
    kept.iter().filter_map(|kept| {
        let head = kept.plan()?;
        Some((head.deleted_at_ms?, head))
    })
}

/// Marks a plan as deleted. It can be brought back for [`DELETED_DAYS`], and an open tab that goes on editing it brings it back too.
///
/// # Errors
/// [`StorageError`]; the plan is kept as it was.
pub async fn delete(store: &impl PlanStore, key: &str, now_ms: f64) -> Result<(), StorageError> {
    mark(store, key, Some(now_ms)).await
}

/// Brings a deleted plan back.
///
/// # Errors
/// [`StorageError`]; the plan is kept as it was.
pub async fn undelete(store: &impl PlanStore, key: &str) -> Result<(), StorageError> {
    mark(store, key, None).await
}

async fn mark(store: &impl PlanStore, key: &str, deleted_at_ms: Option<f64>) -> Result<(), StorageError> {
    let mark = |kept: Option<&Kept>| match kept {
        Some(Kept::Plan(head)) => {
            let head = Head { deleted_at_ms, ..head.clone() };
            Ok(Change { head: Some(head), ..Change::default() })
        }
        _ => Err(StorageError::Write("the plan is no longer there".into())),
    };
    store.change(key, &mark).await.map(drop)
}

/// Removes a plan for good, whatever it is.
///
/// # Errors
/// [`StorageError`]; the plan is kept as it was.
pub async fn remove(store: &impl PlanStore, key: &str) -> Result<(), StorageError> {
    store.change(key, &|_| Ok(Change::default())).await.map(drop)
}

/// Removes the plans that were deleted too long ago to be brought back.
///
/// # Errors
/// [`StorageError`] of the first plan that could not be removed.
pub async fn purge(store: &impl PlanStore, kept: &[Kept], now_ms: f64) -> Result<(), StorageError> {
    for (at, head) in deleted(kept) {
        if now_ms - at > f64::from(DELETED_DAYS) * DAY_MS {
            remove(store, &head.key).await?;
        }
    }
    Ok(())
}

/// Gives a plan that is not open another name, as a version of its own.
///
/// # Errors
/// What to say: the plan cannot be read, or could not be saved. It is kept as it was.
pub async fn rename(
    store: &impl PlanStore,
    catalog: &Catalog,
    key: &str,
    name: &str,
    now_ms: f64,
) -> Result<(), String> {
    let loaded = store.load(key).await.map_err(|error| error.to_string())?;
    let Some((Kept::Plan(head), Some(text))) = loaded.map(|loaded| (loaded.kept, loaded.text)) else {
        return Err("The plan is no longer there.".into());
    };
    let mut document = file::read(&text, catalog).map_err(|error| error.to_string())?;
    name.clone_into(&mut document.name);
    let text = file::write(&document).map_err(|error| error.to_string())?;
    let change = Save {
        key: key.into(),
        base: Some(head.revision),
        name: name.into(),
        size: head.size,
        text,
        label: "Rename the plan".into(),
        now_ms,
    };
    save(store, &change).await.map(drop).map_err(|error| error.to_string())
}

/// A plan that was read from a file, as it is to be opened.
#[derive(Debug, Clone, PartialEq)]
pub enum Entering {
    /// It is kept already, under this key, just as it is.
    Known(String),
    /// It is new here; its name, where it was taken, got a number.
    New(Document),
}

/// Looks whether a plan that was read from a file is in the library already.
///
/// # Errors
/// [`StorageError`] when what is kept cannot be read.
pub async fn entering(
    store: &impl PlanStore,
    catalog: &Catalog,
    mut document: Document,
) -> Result<Entering, StorageError> {
    let kept = store.kept().await?;
    let named = |head: &&Head| head.deleted_at_ms.is_none() && head.name == document.name;
    for head in kept.iter().filter_map(Kept::plan).filter(named) {
        let text = store.load(&head.key).await?.and_then(|loaded| loaded.text);
        let same = text.is_some_and(|text| file::read(&text, catalog).is_ok_and(|found| found == document));
        if same {
            return Ok(Entering::Known(head.key.clone()));
        }
    }
    document.name = unique_name(&document.name, &kept);
    Ok(Entering::New(document))
}

/// The names of the plans that are kept and not deleted.
pub fn titles(kept: &[Kept]) -> impl Iterator<Item = &str> {
    kept.iter().filter_map(Kept::plan).filter(|head| head.deleted_at_ms.is_none()).map(|head| &*head.name)
}

/// The name itself if no plan has it, else with the first number in brackets that is free: `Entry Tier (2)`.
pub fn unique_name(name: &str, kept: &[Kept]) -> String {
    if titles(kept).all(|title| title != name) {
        return name.into();
    }
    let stem = stem(name);
    let mut number = 2_u32;
    loop {
        let end = format!(" ({number})");
        let room = Limits::NAME_CHARACTERS.saturating_sub(end.len());
        let candidate: String = stem.chars().take(room).chain(end.chars()).collect();
        if titles(kept).all(|title| title != candidate) {
            return candidate;
        }
        number += 1;
    }
}

/// The name without a number in brackets at its end.
fn stem(name: &str) -> &str {
    let numbered = name.strip_suffix(')').and_then(|rest| rest.rsplit_once(" ("));
    match numbered {
        Some((stem, number)) if !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit()) => {
            stem
        }
        _ => name,
    }
}

/// Whether every word that was searched for is in the name, whatever the case of ASCII letters.
pub fn matches(name: &str, searched: &str) -> bool {
    let name = name.to_ascii_lowercase();
    searched.to_ascii_lowercase().split(' ').all(|word| name.contains(word))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exchange::storage::PlanSize;

    fn kept(names: &[&str]) -> Vec<Kept> {
        let head = |name: &&str| Head {
            key: (*name).into(),
            name: (*name).into(),
            revision: 1,
            saved_at_ms: 0.0,
            size: PlanSize::default(),
            deleted_at_ms: None,
            versions: Vec::new(),
        };
        names.iter().map(|name| Kept::Plan(head(name))).collect()
    }

    #[test]
    fn a_name_that_is_taken_gets_the_next_number() {
        let cases: [(&str, &[&str], &str); 6] = [
            ("Tier", &[], "Tier"),
            ("Tier", &["Other"], "Tier"),
            ("Tier", &["Tier"], "Tier (2)"),
            ("Tier (2)", &["Tier", "Tier (2)"], "Tier (3)"),
            ("Tier (b)", &["Tier (b)"], "Tier (b) (2)"),
            ("Tier", &["Tier", "Tier (2)", "Tier (4)"], "Tier (3)"),
        ];
        for (name, taken, expected) in cases {
            assert_eq!(unique_name(name, &kept(taken)), expected, "{name} beside {taken:?}");
        }
        let long = "x".repeat(Limits::NAME_CHARACTERS);
        let unique = unique_name(&long, &kept(&[&long]));
        assert!(unique.ends_with("x (2)") && unique.chars().count() == Limits::NAME_CHARACTERS);
    }

    #[test]
    fn the_search_finds_all_words_in_any_order_and_case() {
        for (searched, found) in [("", true), ("TIER", true), ("plan entry", true), ("entry x", false)] {
            assert_eq!(matches("Entry Tier plan", searched), found, "{searched}");
        }
    }
}
