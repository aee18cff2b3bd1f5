//! The plans that are kept, as a library: found by name, renamed, deleted and brought back.

use super::head::{Head, Kept};
use super::save::{Save, save};
use super::{Change, Finding, Found, PlanStore, StorageError, Wish};
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

/// Marks a plan as deleted at that time, in milliseconds since 1970, or brings it back. Gives what is kept of it then.
///
/// A deleted plan can be brought back for [`DELETED_DAYS`], and an open tab that goes on editing it brings it back too.
///
/// # Errors
/// [`StorageError`]; the plan is kept as it was.
pub async fn mark(
    store: &dyn PlanStore,
    key: &str,
    deleted_at_ms: Option<f64>,
) -> Result<Found, StorageError> {
    let mark = |kept: Option<&Kept>| match kept {
        Some(Kept::Plan(head)) => {
            let head = Head { deleted_at_ms, ..head.clone() };
            Ok(Change { head: Some(head), ..Change::default() })
        }
        _ => Err(StorageError::Write("the plan is no longer there".into())),
    };
    store.visit(Wish::Change(key, &mark)).await
}

/// Removes a plan for good, whatever it is.
pub fn remove<'a>(store: &'a dyn PlanStore, key: &'a str) -> Finding<'a> {
    store.visit(Wish::Change(key, &|_| Ok(Change::default())))
}

/// Removes the plans that were deleted too long ago to be brought back. What cannot be removed now is removed another time.
pub async fn purge(store: &dyn PlanStore, kept: &[Kept], now_ms: f64) {
    for (at, head) in deleted(kept) {
        if now_ms - at > f64::from(DELETED_DAYS) * DAY_MS {
            drop(remove(store, &head.key).await);
        }
    }
}

/// Reads a plan that is kept; see [`opened`].
///
/// # Errors
/// What to say: why it cannot be opened. It stays as it is.
pub async fn open(store: &dyn PlanStore, catalog: &Catalog, key: &str) -> Result<(Head, Document), String> {
    opened(store.visit(Wish::Plan(key)).await, catalog)
}

/// The plan that was found, with what is kept of it.
///
/// # Errors
/// What to say: why it cannot be opened.
pub fn opened(found: Result<Found, StorageError>, catalog: &Catalog) -> Result<(Head, Document), String> {
    let found = found?;
    let head = match found.kept.into_iter().next() {
        None => return Err("It is no longer there.".into()),
        Some(Kept::Unreadable(unreadable)) => return Err(unreadable.flaw.to_string()),
        Some(Kept::Plan(head)) => head,
    };
    let text = found.text.ok_or("Its record is damaged: the text of its last version is missing.")?;
    let document = file::read(&text, catalog).map_err(|error| error.to_string())?;
    Ok((head, document))
}

/// How a plan that is kept is written anew.
#[derive(Debug, Clone, Copy)]
pub enum Rewriting<'a> {
    /// With another name, as a version of its own.
    Rename(&'a str),
    /// Under another key, as a plan of its own.
    Duplicate(&'a str),
}

/// Writes a plan that is not open under another name or key.
///
/// # Errors
/// What to say: the plan cannot be read, or could not be saved. It is kept as it was.
pub async fn rewrite(
    store: &dyn PlanStore,
    catalog: &Catalog,
    key: &str,
    how: Rewriting<'_>,
    now_ms: f64,
) -> Result<(), String> {
    let plan = open(store, catalog, key).await?;
    let kept = store.visit(Wish::All).await?.kept;
    save(store, &rewritten(plan, how, &kept, now_ms)?).await?;
    Ok(())
}

fn rewritten(
    (head, mut document): (Head, Document),
    how: Rewriting<'_>,
    kept: &[Kept],
    now_ms: f64,
) -> Result<Save, StorageError> {
    let (key, base, name, label) = match how {
        Rewriting::Rename(name) => (&*head.key, Some(head.revision), name.into(), "Rename the plan"),
        Rewriting::Duplicate(key) => (key, None, unique_name(&document.name, kept), "Duplicate the plan"),
    };
    document.name = name;
    Save::of(key, base, &document, label, now_ms)
}

/// A plan that was read from a file, as it is to be opened.
#[derive(Debug, Clone, PartialEq)]
pub enum Entering {
    /// It is kept already, just as it is.
    Known(Head, Document),
    /// It is new here; its name, where it was taken, got a number.
    New(Document),
}

/// Looks whether a plan that was read from a file is in the library already. Where what is kept cannot be read, it is new.
pub async fn entering(store: &dyn PlanStore, catalog: &Catalog, mut document: Document) -> Entering {
    let kept = store.visit(Wish::All).await.unwrap_or_default().kept;
    let named = |head: &&Head| head.deleted_at_ms.is_none() && head.name == document.name;
    for head in kept.iter().filter_map(Kept::plan).filter(named) {
        // What cannot be opened is another plan.
        if let Ok((head, found)) = open(store, catalog, &head.key).await
            && found == document
        {
            return Entering::Known(head, found);
        }
    }
    document.name = unique_name(&document.name, &kept);
    Entering::New(document)
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
    let numbered = name.strip_suffix(')').and_then(|rest| rest.rsplit_once('('));
    let Some((stem, number)) = numbered else { return name };
    let is_number = !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit());
    stem.strip_suffix(' ').filter(|_| is_number).unwrap_or(name)
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
}
