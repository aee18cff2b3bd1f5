//! Storage that lives as long as the program and fails when it is told to.

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::future::Future;
use std::pin::pin;
use std::task::{Context, Poll, Waker};

use super::head::Kept;
use super::{Change, Finding, Found, PlanStore, StorageError, Wish};

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

    fn answer(&self, wish: Wish<'_>) -> Result<Found, StorageError> {
        if let Some(fault) = &*self.fault.borrow() {
            return Err(fault.clone());
        }
        let entry = |key: &str| self.shelf.borrow().get(key).cloned();
        let found = |entry: Option<Entry>, number: Option<u32>| {
            let Some(entry) = entry else { return Found::default() };
            let last = entry.kept.plan().and_then(|head| head.versions.last()).map(|last| last.number);
            let text = number.or(last).and_then(|number| entry.texts.get(&number)).cloned();
            Found { kept: vec![entry.kept], text }
        };
        Ok(match wish {
            Wish::All => {
                let kept = self.shelf.borrow().values().map(|entry| entry.kept.clone()).collect();
                Found { kept, text: None }
            }
            Wish::Plan(key) => found(entry(key), None),
            Wish::Version(key, number) => found(entry(key), Some(number)),
            Wish::Change(key, how) => {
                let before = entry(key);
                let change = how(before.as_ref().map(|entry| &entry.kept))?;
                self.make(key, before, change)?
            }
        })
    }

    fn make(&self, key: &str, before: Option<Entry>, change: Change) -> Result<Found, StorageError> {
        let mut after = self.shelf.borrow().clone();
        after.remove(key);
        let kept = change.head.map(Kept::Plan);
        if let Some(kept) = &kept {
            let mut texts = before.map_or_else(BTreeMap::new, |entry| entry.texts);
            texts.retain(|number, _| !change.dropped.contains(number));
            texts.extend(change.text);
            after.insert(key.into(), Entry { kept: kept.clone(), texts });
        }
        let needed = bytes(&after);
        if self.room.get().is_some_and(|room| needed > room && needed > self.bytes()) {
            return Err(StorageError::Full);
        }
        *self.shelf.borrow_mut() = after;
        Ok(Found { kept: Vec::from_iter(kept), text: None })
    }
}

fn bytes(shelf: &BTreeMap<String, Entry>) -> usize {
    shelf.values().flat_map(|entry| entry.texts.values()).map(String::len).sum()
}

impl PlanStore for MemoryStore {
    fn visit<'a>(&'a self, wish: Wish<'a>) -> Finding<'a> {
        Box::pin(std::future::ready(self.answer(wish)))
    }
}

/// What a future gives that never has to wait, as those of a [`MemoryStore`]; nothing for one that has to.
pub fn block_on<T>(future: impl Future<Output = T>) -> Option<T> {
    match pin!(future).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(value) => Some(value),
        Poll::Pending => None,
    }
}
