//! What the library does with the plans that are kept.

use std::rc::Rc;

use super::{Change, Input};
use crate::catalog::Catalog;
use crate::exchange::file;
use crate::exchange::storage::{self as storage, Found, Kept, Rewriting, StorageError};
use crate::ui::asking::{Question, ask};
use crate::ui::indexed_db::IndexedDb;
use crate::ui::message::{Dispatch, Message};
use crate::ui::{clock, files};

/// Reads what is kept.
pub fn list(store: &IndexedDb, dispatch: &Dispatch) {
    let saying = |found: Result<Found, StorageError>| {
        // What cannot be read cannot be saved either, and that is told already.
        Some(Message::Plans(Input::List(found.unwrap_or_default().kept.into())))
    };
    ask(store, Question::All, dispatch, Box::new(saying));
}

/// Looks, one plan after the other, which of them cannot be opened.
pub fn check(store: &IndexedDb, kept: &Rc<[Kept]>, dispatch: &Dispatch) {
    let (store, kept) = (store.clone(), Rc::clone(kept));
    let told = dispatch.clone();
    dispatch.when(Box::pin(async move {
        let catalog = Catalog::bundled();
        for head in kept.iter().filter_map(Kept::plan) {
            if let Err(why) = storage::open(&store, &catalog, &head.key).await {
                told.send(Message::Plans(Input::Flaw(head.key.as_str().into(), why.into())));
            }
        }
        None
    }));
}

/// Changes a plan that is kept and not open, and reads the library anew.
pub fn change(store: &IndexedDb, key: &Rc<str>, change: Change, dispatch: &Dispatch) {
    let (store, key, told) = (store.clone(), Rc::clone(key), dispatch.clone());
    if change == Change::Export {
        return ask(&store, Question::Plan(key), dispatch, Box::new(export));
    }
    dispatch.when(Box::pin(async move {
        let made = make(&store, &key, &change).await;
        list(&store, &told);
        match made {
            Ok(deleted) => Some(Message::Plans(Input::Deleted(key, deleted?))),
            Err(why) => Some(Message::Tell(Some(why.into()))),
        }
    }));
}

/// Writes what lies there to a file, whatever it is.
fn export(found: Result<Found, StorageError>) -> Option<Message> {
    match found {
        Ok(found) => {
            let (name, raw) = match found.kept.first()? {
                Kept::Plan(head) => (&head.name, ""),
                Kept::Unreadable(unreadable) => (&unreadable.name, &*unreadable.raw),
            };
            files::write(&file::file_name(name), found.text.as_deref().unwrap_or(raw));
            None
        }
        Err(why) => Some(Message::Tell(Some(why.to_string().into()))),
    }
}

/// Makes the change; the name of the plan if it was deleted.
async fn make(store: &IndexedDb, key: &str, change: &Change) -> Result<Option<Rc<str>>, String> {
    let (now_ms, new_key) = (clock::now_ms(), clock::new_key());
    let rewriting = match change {
        Change::Rename(name) => Rewriting::Rename(name),
        Change::Duplicate => Rewriting::Duplicate(&new_key),
        _ => {
            let deletes = *change == Change::Delete;
            let found = storage::mark(store, key, deletes.then_some(now_ms)).await?;
            return Ok(found.plan().filter(|_| deletes).map(|head| head.name.as_str().into()));
        }
    };
    storage::rewrite(store, &Catalog::bundled(), key, rewriting, now_ms).await?;
    Ok(None)
}
