//! Questions to storage, of which each has one answer that becomes a message.

use std::rc::Rc;

use super::indexed_db::IndexedDb;
use super::message::{Dispatch, Message};
use crate::exchange::storage::{Found, PlanStore, StorageError, Wish};

/// What is asked for.
#[derive(Debug)]
pub enum Question {
    /// All that is kept.
    All,
    /// The plan of that key with its last text.
    Plan(Rc<str>),
    /// The plan of that key with the text of that version.
    Version(Rc<str>, u32),
}

/// What an answer says.
pub type Saying = Box<dyn FnOnce(Result<Found, StorageError>) -> Option<Message>>;

/// Asks, and sends what the answer says.
pub fn ask(store: &IndexedDb, question: Question, dispatch: &Dispatch, saying: Saying) {
    let store = store.clone();
    dispatch.when(Box::pin(async move {
        let wish = match &question {
            Question::All => Wish::All,
            Question::Plan(key) => Wish::Plan(key),
            Question::Version(key, number) => Wish::Version(key, *number),
        };
        saying(store.visit(wish).await)
    }));
}
