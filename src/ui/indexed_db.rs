//! Plans in the browser's own database.
//!
//! Two tables: `plans` holds what is kept of each plan besides its texts, `versions` the texts, each under the plan's key and the
//! version's number.

mod opening;
mod record;
mod request;

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::{Array, JSON};
use wasm_bindgen::{JsCast, JsValue};

use super::object::{call, field, list, of_window, set};
use crate::exchange::storage::{Change, Finding, Found, Kept, PlanStore, StorageError, Wish, read_record};
use opening::Opening;
use request::{Fault, happened, settled};

const PLANS: &str = "plans";
const VERSIONS: &str = "versions";

/// The browser's database, opened when it is first needed.
#[derive(Debug, Clone, Default)]
pub struct IndexedDb {
    opening: Rc<RefCell<Option<Opening>>>,
}

impl PlanStore for IndexedDb {
    fn visit<'a>(&'a self, wish: Wish<'a>) -> Finding<'a> {
        Box::pin(self.transact(wish))
    }
}

impl IndexedDb {
    async fn transact(&self, wish: Wish<'_>) -> Result<Found, StorageError> {
        let key = match &wish {
            Wish::All => None,
            Wish::Plan(key) | Wish::Version(key, _) | Wish::Change(key, _) => Some(*key),
        };
        let changes = matches!(wish, Wish::Change(..));
        let failed = |fault: Fault| fault.told(changes);
        let mut again = false;
        let tables = loop {
            match Tables::over(&self.database().await?, changes) {
                Ok(tables) => break tables,
                Err(thrown) if again => return Err(failed(thrown.into())),
                // The browser may have closed the database; then it is opened anew.
                Err(_) => self.forget(),
            }
            again = true;
        };
        let records = call(&tables.plans, "getAll", &[key.map_or(JsValue::UNDEFINED, JsValue::from)]);
        let records: Array = settled(records).await.map_err(failed)?.unchecked_into();
        let mut found = Found::default();
        for record in records.iter() {
            let raw = JSON::stringify(&record).map(String::from);
            found.kept.push(read_record(raw.unwrap_or_default()));
        }
        let record = records.get(0);
        if let Wish::Change(key, how) = wish {
            let change = how(found.kept.first())?;
            let end = happened(&tables.transaction, "oncomplete", "onabort");
            if let Err(thrown) = tables.put(key, &record, &change) {
                // All or nothing. One that cannot be ended has ended already, and as though it had never been.
                drop(call(&tables.transaction, "abort", &[]));
                return Err(failed(thrown.into()));
            }
            if end.await.is_err() {
                return Err(failed(Fault::of(&field(&tables.transaction, "error"))));
            }
            found.kept = Vec::from_iter(change.head.map(Kept::Plan));
            return Ok(found);
        }
        if let Some(key) = key {
            let last = found.plan().and_then(|head| head.versions.last()).map(|last| last.number);
            let number = if let Wish::Version(_, number) = wish { Some(number) } else { last };
            found.text = record::first_form(&record);
            if found.text.is_none() {
                let texts = settled(tables.texts(key, number)).await.map_err(failed)?;
                found.text = texts.unchecked_into::<Array>().iter().last().and_then(|text| text.as_string());
            }
        }
        Ok(found)
    }
}

/// A transaction over both tables.
struct Tables {
    transaction: JsValue,
    plans: JsValue,
    versions: JsValue,
}

impl Tables {
    fn over(database: &JsValue, changes: bool) -> Result<Self, JsValue> {
        let options = js_sys::Object::new();
        // The browser says that a transaction is whole only when it is on the disk, not merely on its way there.
        set(&options, "durability", &"strict".into())?;
        let mode = if changes { "readwrite" } else { "readonly" };
        let names = list(&[PLANS.into(), VERSIONS.into()]).into();
        let transaction = call(database, "transaction", &[names, mode.into(), options.into()])?;
        let plans = call(&transaction, "objectStore", &[PLANS.into()])?;
        let versions = call(&transaction, "objectStore", &[VERSIONS.into()])?;
        Ok(Self { transaction, plans, versions })
    }

    /// Asks for the text of a version or, where none is known by its number, of all in their order.
    fn texts(&self, key: &str, number: Option<u32>) -> Result<JsValue, JsValue> {
        let which = match number {
            Some(number) => version_key(key, number),
            None => all_versions(key)?,
        };
        call(&self.versions, "getAll", &[which])
    }

    fn put(&self, key: &str, before: &JsValue, change: &Change) -> Result<(), JsValue> {
        let text =
            |number: u32, text: &str| call(&self.versions, "put", &[text.into(), version_key(key, number)]);
        let delete = |table: &JsValue, key: JsValue| call(table, "delete", &[key]);
        if let Some(head) = &change.head {
            if let Some(first) = record::first_form(before) {
                text(0, &first)?;
            }
            for number in &change.dropped {
                delete(&self.versions, version_key(key, *number))?;
            }
            if let Some((number, written)) = &change.text {
                text(*number, written)?;
            }
            call(&self.plans, "put", &[record::written(head)?])?;
        } else {
            delete(&self.plans, key.into())?;
            delete(&self.versions, all_versions(key)?)?;
        }
        // No more will be asked, so that the browser need not wait: the page may be about to go.
        call(&self.transaction, "commit", &[])?;
        Ok(())
    }
}

/// The key of a version's text.
fn version_key(key: &str, number: u32) -> JsValue {
    list(&[key.into(), number.into()]).into()
}

/// The keys of all versions of a plan: an array is behind every number.
fn all_versions(key: &str) -> Result<JsValue, JsValue> {
    let (first, last) = (list(&[key.into()]), list(&[key.into(), list(&[]).into()]));
    call(&of_window("IDBKeyRange")?, "bound", &[first.into(), last.into()])
}
