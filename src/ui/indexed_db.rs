//! Plans in the browser's own database.
//!
//! Two tables: `plans` holds what is kept of each plan besides its texts, `versions` the texts, each under the plan's key and the
//! version's number.

mod opening;
mod record;
mod request;

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::{Array, Function, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{IdbDatabase, IdbKeyRange, IdbObjectStore, IdbTransaction};

use crate::exchange::storage::{Change, Head, How, Kept, Loaded, PlanStore, StorageError};
use opening::Opening;
use request::{Fault, ended, settled};

const PLANS: &str = "plans";
const VERSIONS: &str = "versions";

/// The browser's database, opened when it is first needed.
#[derive(Debug, Clone, Default)]
pub struct IndexedDb {
    opening: Rc<RefCell<Option<Opening>>>,
}

/// A transaction over both tables.
struct Tables {
    transaction: IdbTransaction,
    plans: IdbObjectStore,
    versions: IdbObjectStore,
}

impl Tables {
    fn over(database: &IdbDatabase, mode: &str) -> Result<Self, Fault> {
        let options = Object::new();
        // The browser says that a transaction is whole only when it is on the disk, not merely on its way there.
        Reflect::set(&options, &"durability".into(), &"strict".into())?;
        let tables = Array::of2(&PLANS.into(), &VERSIONS.into());
        let begin: Function = Reflect::get(database, &"transaction".into())?.unchecked_into();
        let transaction = begin.call3(database, &tables, &mode.into(), &options)?;
        let transaction: IdbTransaction = transaction.unchecked_into();
        let plans = transaction.object_store(PLANS)?;
        let versions = transaction.object_store(VERSIONS)?;
        Ok(Self { transaction, plans, versions })
    }

    async fn record(&self, key: &str) -> Result<JsValue, Fault> {
        settled(self.plans.get(&key.into())?).await
    }

    async fn version(&self, key: &str, number: u32) -> Result<Option<String>, Fault> {
        Ok(settled(self.versions.get(&version_key(key, number))?).await?.as_string())
    }

    fn put(&self, key: &str, before: &JsValue, change: &Change) -> Result<(), Fault> {
        let Some(head) = &change.head else {
            self.plans.delete(&key.into())?;
            self.versions.delete(&all_versions(key)?)?;
            return Ok(());
        };
        if let Some(text) = record::first_form(before) {
            self.versions.put_with_key(&text.into(), &version_key(key, 0))?;
        }
        for number in &change.dropped {
            self.versions.delete(&version_key(key, *number))?;
        }
        if let Some((number, text)) = &change.text {
            self.versions.put_with_key(&text.into(), &version_key(key, *number))?;
        }
        self.plans.put(&record::written(head)?)?;
        Ok(())
    }
}

impl Tables {
    /// Says that no more will be asked, so that the browser need not wait: the page may be about to go.
    #[expect(deprecated, reason = "web-sys marks it so for Firefox's first try of it; the standard has it")]
    fn commit(&self) -> Result<(), Fault> {
        Ok(self.transaction.commit()?)
    }
}

/// The key of a version's text.
fn version_key(key: &str, number: u32) -> JsValue {
    Array::of2(&key.into(), &number.into()).into()
}

/// The keys of all versions of a plan: an array is behind every number.
fn all_versions(key: &str) -> Result<JsValue, Fault> {
    let (first, last) = (Array::of1(&key.into()), Array::of2(&key.into(), &Array::new()));
    Ok(IdbKeyRange::bound(&first, &last)?.into())
}

impl IndexedDb {
    async fn change_in_database(&self, key: &str, how: How<'_>) -> Result<Option<Head>, StorageError> {
        let written = StorageError::from;
        let tables = self.tables("readwrite").await?;
        let before = tables.record(key).await.map_err(written)?;
        let kept = record::read(&before);
        let change = match how(kept.as_ref()) {
            Ok(change) => change,
            Err(reason) => return Err(reason),
        };
        let end = ended(&tables.transaction);
        if let Err(fault) = tables.put(key, &before, &change) {
            // All or nothing. One that cannot be ended has ended already, and as though it had never been.
            drop(tables.transaction.abort());
            return Err(fault.into());
        }
        tables.commit().map_err(written)?;
        end.await.map_err(written)?;
        Ok(change.head)
    }

    /// A transaction, in a database opened anew where the browser has closed the one before.
    async fn tables(&self, mode: &str) -> Result<Tables, StorageError> {
        if let Ok(tables) = Tables::over(&self.database().await?, mode) {
            return Ok(tables);
        }
        self.forget();
        Tables::over(&self.database().await?, mode).map_err(StorageError::from)
    }

    async fn everything(&self) -> Result<Vec<Kept>, StorageError> {
        let tables = self.tables("readonly").await?;
        let all = async { settled(tables.plans.get_all()?).await };
        let records: Array = all.await.map_err(Fault::read)?.unchecked_into();
        Ok(records.iter().filter_map(|record| record::read(&record)).collect())
    }

    async fn one(&self, key: &str) -> Result<Option<Loaded>, StorageError> {
        let tables = self.tables("readonly").await?;
        let record = tables.record(key).await.map_err(Fault::read)?;
        let Some(kept) = record::read(&record) else { return Ok(None) };
        let mut text = record::first_form(&record);
        if let (None, Some(last)) = (&text, kept.plan().and_then(|head| head.versions.last())) {
            text = tables.version(key, last.number).await.map_err(Fault::read)?;
        } else if text.is_none() {
            let all = async { settled(tables.versions.get_all_with_key(&all_versions(key)?)?).await };
            let all: Array = all.await.map_err(Fault::read)?.unchecked_into();
            text = all.pop().as_string();
        }
        Ok(Some(Loaded { kept, text }))
    }
}

impl PlanStore for IndexedDb {
    async fn change(&self, key: &str, how: How<'_>) -> Result<Option<Head>, StorageError> {
        self.change_in_database(key, how).await
    }

    async fn kept(&self) -> Result<Vec<Kept>, StorageError> {
        self.everything().await
    }

    async fn load(&self, key: &str) -> Result<Option<Loaded>, StorageError> {
        self.one(key).await
    }

    async fn text(&self, key: &str, number: u32) -> Result<Option<String>, StorageError> {
        let tables = self.tables("readonly").await?;
        tables.version(key, number).await.map_err(Fault::read)
    }
}
