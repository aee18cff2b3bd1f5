//! Where plans are kept between visits, behind a trait so that the browser's half can be replaced in tests.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::future::Future;

use thiserror::Error;

/// A plan as it lies in storage.
#[derive(Debug, Clone, PartialEq)]
pub struct Record {
    /// Names the plan in storage; stays the same while the plan is edited.
    pub key: String,
    /// The plan's name, for lists.
    pub name: String,
    /// The text of the plan's file.
    pub text: String,
    /// When it was saved, in milliseconds since 1970.
    pub saved_at_ms: f64,
}

/// Why storage does not work. The text says what that means for the plan and what to do.
#[derive(Debug, Clone, PartialEq, Error)]
pub enum StorageError {
    /// The browser offers no storage here, for example in a private window.
    #[error(
        "This browser keeps nothing for this page ({0}). Save the plan as a file before you close the page."
    )]
    Unavailable(String),
    /// The write did not happen.
    #[error("The last change could not be saved in this browser ({0}). Save the plan as a file.")]
    Write(String),
    /// The read did not happen.
    #[error(
        "What this browser keeps could not be read ({0}). Nothing was changed; reload the page to try again."
    )]
    Read(String),
}

/// Keeps plans. Each call is atomic: after a crash either the whole record is there or the one before it.
pub trait PlanStore {
    /// Keeps a record in place of any of the same key.
    fn save(&self, record: Record) -> impl Future<Output = Result<(), StorageError>>;
    /// The record saved last, or none on a first visit.
    fn latest(&self) -> impl Future<Output = Result<Option<Record>, StorageError>>;
    /// All records, the one saved last first.
    fn all(&self) -> impl Future<Output = Result<Vec<Record>, StorageError>>;
    /// The record of that key.
    fn load(&self, key: &str) -> impl Future<Output = Result<Option<Record>, StorageError>>;
}

/// Keeps plans as long as the program runs.
#[derive(Debug, Default)]
pub struct MemoryStore {
    records: RefCell<BTreeMap<String, Record>>,
}

impl PlanStore for MemoryStore {
    async fn save(&self, record: Record) -> Result<(), StorageError> {
        self.records.borrow_mut().insert(record.key.clone(), record);
        Ok(())
    }

    async fn latest(&self) -> Result<Option<Record>, StorageError> {
        let records = self.records.borrow();
        Ok(records.values().max_by(|a, b| a.saved_at_ms.total_cmp(&b.saved_at_ms)).cloned())
    }

    async fn all(&self) -> Result<Vec<Record>, StorageError> {
        let mut records: Vec<_> = self.records.borrow().values().cloned().collect();
        records.sort_by(|a, b| b.saved_at_ms.total_cmp(&a.saved_at_ms));
        Ok(records)
    }

    async fn load(&self, key: &str) -> Result<Option<Record>, StorageError> {
        Ok(self.records.borrow().get(key).cloned())
    }
}
