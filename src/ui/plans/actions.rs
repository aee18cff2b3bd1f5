//! What the library does with the plans that are kept.

use std::rc::Rc;

use super::{Change, Input};
use crate::catalog::Catalog;
use crate::exchange::file;
use crate::exchange::storage::{self as storage, Kept, PlanStore, StorageError};
use crate::ui::indexed_db::IndexedDb;
use crate::ui::message::{Dispatch, Message};
use crate::ui::start::{Opened, load};
use crate::ui::{clock, files};

/// Reads what is kept.
pub fn list(store: &IndexedDb, dispatch: &Dispatch) {
    let (store, dispatch) = (store.clone(), dispatch.clone());
    wasm_bindgen_futures::spawn_local(async move { tell_list(&store, &dispatch).await });
}

async fn tell_list(store: &IndexedDb, dispatch: &Dispatch) {
    match store.kept().await {
        Ok(kept) => dispatch.send(Message::Plans(Input::List(kept.into()))),
        // What cannot be read cannot be saved either, and that is told already.
        Err(_) => dispatch.send(Message::Plans(Input::List(Rc::from([])))),
    }
}

/// Looks, one plan after the other, which of them cannot be opened.
pub fn check(store: &IndexedDb, kept: &Rc<[Kept]>, dispatch: &Dispatch) {
    let (store, kept, dispatch) = (store.clone(), Rc::clone(kept), dispatch.clone());
    wasm_bindgen_futures::spawn_local(async move {
        let catalog = Catalog::bundled();
        for head in kept.iter().filter_map(Kept::plan) {
            if let Err(why) = load(&store, &catalog, &head.key).await {
                dispatch.send(Message::Plans(Input::Flaw(head.key.as_str().into(), why.into())));
            }
        }
    });
}

/// Changes a plan that is kept and not open, and reads the library anew.
pub fn change(store: &IndexedDb, key: &Rc<str>, change: Change, dispatch: &Dispatch) {
    let (store, key, dispatch) = (store.clone(), Rc::clone(key), dispatch.clone());
    wasm_bindgen_futures::spawn_local(async move {
        match make(&store, &key, change).await {
            Ok(None) => {}
            Ok(Some(name)) => dispatch.send(Message::Plans(Input::Deleted(key, name.into()))),
            Err(why) => dispatch.send(Message::Tell(Some(why.into()))),
        }
        tell_list(&store, &dispatch).await;
    });
}

/// Makes the change; the name of the plan if it was deleted.
async fn make(store: &IndexedDb, key: &str, change: Change) -> Result<Option<String>, String> {
    let said = |error: StorageError| error.to_string();
    let catalog = Catalog::bundled();
    match change {
        Change::Delete => {
            storage::delete(store, key, clock::now_ms()).await.map_err(said)?;
            let loaded = store.load(key).await.map_err(said)?;
            let name = loaded.and_then(|loaded| loaded.kept.plan().map(|head| head.name.clone()));
            return Ok(Some(name.unwrap_or_default()));
        }
        Change::Undelete => storage::undelete(store, key).await.map_err(said)?,
        Change::Rename(name) => storage::rename(store, &catalog, key, &name, clock::now_ms()).await?,
        Change::Duplicate => {
            let mut document = (*load(store, &catalog, key).await?.document).clone();
            document.name = storage::unique_name(&document.name, &store.kept().await.map_err(said)?);
            files::keep(store, &Opened::to_keep(document, "Duplicate the plan")).await?;
        }
        Change::Export => {
            let Some(loaded) = store.load(key).await.map_err(said)? else { return Ok(None) };
            let (name, raw) = match loaded.kept {
                Kept::Plan(head) => (head.name, String::new()),
                Kept::Unreadable(unreadable) => (unreadable.name, unreadable.raw),
            };
            files::write(&file::file_name(&name), &loaded.text.unwrap_or(raw));
        }
    }
    Ok(None)
}
