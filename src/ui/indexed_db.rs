//! Plans in the browser's own database.

use std::cell::RefCell;
use std::rc::Rc;

use idb::{
    CursorDirection, Database, DatabaseEvent, Factory, KeyPath, ObjectStore, ObjectStoreParams, Query,
    Transaction, TransactionMode,
};
use js_sys::{Object, Reflect};
use wasm_bindgen::JsValue;

use crate::exchange::storage::{PlanStore, Record, StorageError};

const DATABASE: &str = "availability-planner";
const VERSION: u32 = 1;
const PLANS: &str = "plans";
const BY_TIME: &str = "by-time";

/// The browser's database, opened when it is first needed.
#[derive(Debug, Clone, Default)]
pub struct IndexedDb {
    database: Rc<RefCell<Option<Rc<Database>>>>,
}

impl IndexedDb {
    async fn database(&self) -> Result<Rc<Database>, StorageError> {
        if let Some(database) = self.database.borrow().as_ref() {
            return Ok(Rc::clone(database));
        }
        let mut database = open().await.map_err(|error| StorageError::Unavailable(error.to_string()))?;
        // Another tab with a newer page may need to change the form of the database, and the browser may drop it.
        let (on_change, on_close) = (Rc::downgrade(&self.database), Rc::downgrade(&self.database));
        database.on_version_change(move |event| {
            if let Some(slot) = on_change.upgrade() {
                slot.borrow_mut().take();
            }
            if let Ok(database) = event.database() {
                database.close();
            }
        });
        database.on_close(move |_| {
            if let Some(slot) = on_close.upgrade() {
                slot.borrow_mut().take();
            }
        });
        let database = Rc::new(database);
        *self.database.borrow_mut() = Some(Rc::clone(&database));
        Ok(database)
    }
}

impl PlanStore for IndexedDb {
    async fn save(&self, record: Record) -> Result<(), StorageError> {
        let database = self.database().await?;
        write(&database, &record).await.map_err(|error| StorageError::Write(error.to_string()))
    }

    async fn latest(&self) -> Result<Option<Record>, StorageError> {
        let database = self.database().await?;
        newest(&database).await.map_err(|error| StorageError::Read(error.to_string()))
    }

    async fn all(&self) -> Result<Vec<Record>, StorageError> {
        let database = self.database().await?;
        everything(&database).await.map_err(|error| StorageError::Read(error.to_string()))
    }

    async fn load(&self, key: &str) -> Result<Option<Record>, StorageError> {
        let database = self.database().await?;
        read(&database, key).await.map_err(|error| StorageError::Read(error.to_string()))
    }
}

async fn open() -> Result<Database, idb::Error> {
    let mut request = Factory::new()?.open(DATABASE, Some(VERSION))?;
    request.on_upgrade_needed(|event| {
        let created = event.database().and_then(|database| {
            let mut params = ObjectStoreParams::new();
            params.key_path(Some(KeyPath::new_single("key")));
            let plans = database.create_object_store(PLANS, params)?;
            plans.create_index(BY_TIME, KeyPath::new_single("savedAt"), None)
        });
        debug_assert!(created.is_ok(), "a new database has no store yet");
    });
    request.await
}

fn plans(database: &Database, mode: TransactionMode) -> Result<(Transaction, ObjectStore), idb::Error> {
    let transaction = database.transaction(&[PLANS], mode)?;
    let store = transaction.object_store(PLANS)?;
    Ok((transaction, store))
}

/// One transaction, done when the browser says that it is whole.
async fn write(database: &Database, record: &Record) -> Result<(), idb::Error> {
    let (transaction, store) = plans(database, TransactionMode::ReadWrite)?;
    let request = store.put(&to_js(record), None)?;
    let done = transaction.commit()?;
    request.await?;
    done.await?;
    Ok(())
}

async fn newest(database: &Database) -> Result<Option<Record>, idb::Error> {
    let (_transaction, store) = plans(database, TransactionMode::ReadOnly)?;
    let cursor = store.index(BY_TIME)?.open_cursor(None, Some(CursorDirection::Prev))?.await?;
    cursor.map(|cursor| Ok(from_js(&cursor.value()?))).transpose()
}

async fn everything(database: &Database) -> Result<Vec<Record>, idb::Error> {
    let (_transaction, store) = plans(database, TransactionMode::ReadOnly)?;
    let values = store.index(BY_TIME)?.get_all(None, None)?.await?;
    Ok(values.iter().rev().map(from_js).collect())
}

async fn read(database: &Database, key: &str) -> Result<Option<Record>, idb::Error> {
    let (_transaction, store) = plans(database, TransactionMode::ReadOnly)?;
    let value = store.get(Query::Key(JsValue::from_str(key)))?.await?;
    Ok(value.map(|value| from_js(&value)))
}

fn to_js(record: &Record) -> JsValue {
    let object = Object::new();
    let fields: [(&str, JsValue); 4] = [
        ("key", record.key.as_str().into()),
        ("name", record.name.as_str().into()),
        ("text", record.text.as_str().into()),
        ("savedAt", record.saved_at_ms.into()),
    ];
    for (name, value) in fields {
        let set = Reflect::set(&object, &name.into(), &value);
        debug_assert!(set.is_ok(), "a plain object takes any field");
    }
    object.into()
}

/// A record whose fields are missing becomes one with an empty text, which the reader of plans refuses by name.
fn from_js(value: &JsValue) -> Record {
    let field = |name: &str| Reflect::get(value, &name.into()).unwrap_or(JsValue::UNDEFINED);
    let text = |name: &str| field(name).as_string().unwrap_or_default();
    Record {
        key: text("key"),
        name: text("name"),
        text: text("text"),
        saved_at_ms: field("savedAt").as_f64().unwrap_or(0.0),
    }
}
