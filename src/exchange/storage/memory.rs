//! Storage that lives as long as the program and fails when it is told to.

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::future::Future;
use std::pin::pin;
use std::task::{Context, Poll, Waker};

use super::head::Kept;
use super::{Head, How, Loaded, PlanStore, StorageError};

/// Keeps plans as long as the program runs.
#[derive(Debug, Default)]
pub struct MemoryStore {
    shelf: RefCell<BTreeMap<String, Entry>>,
    room: Cell<Option<usize>>,
    fault: RefCell<Option<StorageError>>,
}

#[derive(Debug, Clone)]
struct Entry {
    kept: Kept,
    texts: BTreeMap<u32, String>,
}

impl MemoryStore {
    /// Lets every call fail with this error from now on, or none.
    pub fn fail(&self, fault: Option<StorageError>) {
        *self.fault.borrow_mut() = fault;
    }

    /// Lets writes fail that would bring all texts together above so many bytes.
    pub fn limit(&self, bytes: Option<usize>) {
        self.room.set(bytes);
    }

    /// Puts something there as though another program had written it.
    pub fn plant(&self, kept: Kept) {
        let entry = Entry { kept, texts: BTreeMap::new() };
        self.shelf.borrow_mut().insert(entry.kept.key().into(), entry);
    }

    /// Bytes of all texts.
    pub fn bytes(&self) -> usize {
        bytes(&self.shelf.borrow())
    }

    fn check(&self) -> Result<(), StorageError> {
        self.fault.borrow().clone().map_or(Ok(()), Err)
    }
}

fn bytes(shelf: &BTreeMap<String, Entry>) -> usize {
    shelf.values().flat_map(|entry| entry.texts.values()).map(String::len).sum()
}

impl PlanStore for MemoryStore {
    async fn change(&self, key: &str, how: How<'_>) -> Result<Option<Head>, StorageError> {
        self.check()?;
        let mut after = self.shelf.borrow().clone();
        let entry = after.remove(key);
        let change = how(entry.as_ref().map(|entry| &entry.kept))?;
        if let Some(head) = &change.head {
            let mut texts = entry.map_or_else(BTreeMap::new, |entry| entry.texts);
            texts.retain(|number, _| !change.dropped.contains(number));
            texts.extend(change.text);
            after.insert(key.into(), Entry { kept: Kept::Plan(head.clone()), texts });
        }
        let needed = bytes(&after);
        if self.room.get().is_some_and(|room| needed > room && needed > self.bytes()) {
            return Err(StorageError::Full);
        }
        *self.shelf.borrow_mut() = after;
        Ok(change.head)
    }

    async fn kept(&self) -> Result<Vec<Kept>, StorageError> {
        self.check()?;
        Ok(self.shelf.borrow().values().map(|entry| entry.kept.clone()).collect())
    }

    async fn load(&self, key: &str) -> Result<Option<Loaded>, StorageError> {
        self.check()?;
        let plans = self.shelf.borrow();
        Ok(plans.get(key).map(|entry| {
            let last = entry.kept.plan().and_then(|head| head.versions.last());
            let text = last.and_then(|version| entry.texts.get(&version.number)).cloned();
            Loaded { kept: entry.kept.clone(), text }
        }))
    }

    async fn text(&self, key: &str, number: u32) -> Result<Option<String>, StorageError> {
        self.check()?;
        Ok(self.shelf.borrow().get(key).and_then(|entry| entry.texts.get(&number)).cloned())
    }
}

/// What a future gives that never has to wait, as those of a [`MemoryStore`]; nothing for one that has to.
pub fn block_on<T>(future: impl Future<Output = T>) -> Option<T> {
    match pin!(future).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(value) => Some(value),
        Poll::Pending => None,
    }
}
