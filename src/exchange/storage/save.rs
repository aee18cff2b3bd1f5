//! Saving: never over what somebody else has written, and with room made where there is none.

use super::head::{Head, Kept, PlanSize};
use super::library::{deleted, remove};
use super::versions;
use super::{Change, PlanStore, StorageError, Wish};
use crate::exchange::file;
use crate::plan::Document;

/// A plan to be kept.
#[derive(Debug, Clone, PartialEq)]
pub struct Save {
    /// Its key in storage.
    pub key: String,
    /// The revision that it goes on from; none for a plan that is new in storage.
    pub base: Option<u32>,
    /// Its name, for lists.
    pub name: String,
    /// How large it is.
    pub size: PlanSize,
    /// The text of its file.
    pub text: String,
    /// What was done since the save before, in the imperative.
    pub label: String,
    /// The time, in milliseconds since 1970.
    pub now_ms: f64,
}

impl Save {
    /// A plan as it is now, after a step of that name.
    ///
    /// # Errors
    /// [`StorageError::Write`] for a plan that cannot be written down.
    pub fn of(
        key: &str,
        base: Option<u32>,
        document: &Document,
        label: &str,
        now_ms: f64,
    ) -> Result<Self, StorageError> {
        let text = file::write(document).map_err(|error| StorageError::Write(error.to_string()))?;
        Ok(Self {
            key: key.into(),
            base,
            name: document.name.clone(),
            size: PlanSize::of(document),
            text,
            label: label.into(),
            now_ms,
        })
    }

    /// What the save does to what is kept.
    ///
    /// A deleted plan that is edited lives on, and one that has gone altogether is kept anew: the one who edits has it before his
    /// eyes.
    fn change(&self, kept: Option<&Kept>) -> Result<Change, StorageError> {
        let before = match (kept, self.base) {
            (None, _) => None,
            (Some(Kept::Plan(head)), Some(base)) if head.revision == base => Some(head),
            (Some(_), _) => return Err(StorageError::Conflict),
        };
        let mut history = before.map_or_else(Vec::new, |head| head.versions.clone());
        let number = versions::add(&mut history, &self.label, self.now_ms, self.text.len());
        let dropped = versions::thin(&mut history);
        let head = Head {
            key: self.key.clone(),
            name: self.name.clone(),
            revision: self.base.unwrap_or(0).saturating_add(1),
            saved_at_ms: self.now_ms,
            size: self.size,
            deleted_at_ms: None,
            versions: history,
        };
        Ok(Change { head: Some(head), text: Some((number, self.text.clone())), dropped })
    }
}

/// Keeps a plan and returns what is kept of it now.
///
/// Where there is no room, the older half of this plan's own versions goes first, then plans that were deleted already, the one
/// deleted first before the others; never another plan as it is.
///
/// # Errors
/// [`StorageError`]; what was kept of the plan before is kept still.
pub async fn save(store: &dyn PlanStore, save: &Save) -> Result<Head, StorageError> {
    let key = &*save.key;
    loop {
        match store.visit(Wish::Change(key, &|kept| save.change(kept))).await {
            Ok(found) => {
                let head = found.kept.into_iter().find_map(Kept::into_plan);
                return head.ok_or_else(|| StorageError::Write("nothing was written".into()));
            }
            Err(StorageError::Full) => {}
            Err(error) => return Err(error),
        }
        if store.visit(Wish::Change(key, &halved)).await.is_ok() {
            continue;
        }
        let all = store.visit(Wish::All).await.unwrap_or_default();
        let oldest = deleted(&all.kept).min_by(|a, b| a.0.total_cmp(&b.0));
        match oldest {
            Some((_, head)) if head.key != key && remove(store, &head.key).await.is_ok() => {}
            _ => return Err(StorageError::Full),
        }
    }
}

/// Gives up the older half of a plan's versions, as far as there is anything to be gained.
fn halved(kept: Option<&Kept>) -> Result<Change, StorageError> {
    let Some(Kept::Plan(head)) = kept else { return Err(StorageError::Full) };
    let mut head = head.clone();
    let dropped = versions::halve(&mut head.versions);
    if dropped.is_empty() {
        return Err(StorageError::Full);
    }
    Ok(Change { head: Some(head), text: None, dropped })
}
