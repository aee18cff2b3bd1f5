//! Plans in the browser's own database.

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::{Array, Object, Promise, Reflect};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    IdbCursorDirection, IdbCursorWithValue, IdbDatabase, IdbObjectStore, IdbObjectStoreParameters,
    IdbRequest, IdbTransaction, IdbTransactionMode,
};

use crate::exchange::storage::{PlanStore, Record, StorageError};

const DATABASE: &str = "availability-planner";
const VERSION: u32 = 1;
const PLANS: &str = "plans";
const BY_TIME: &str = "by-time";

/// The browser's database, opened when it is first needed.
#[derive(Debug, Clone, Default)]
pub struct IndexedDb {
    database: Rc<RefCell<Option<IdbDatabase>>>,
}

impl IndexedDb {
    async fn database(&self) -> Result<IdbDatabase, StorageError> {
        if let Some(database) = self.database.borrow().as_ref() {
            return Ok(database.clone());
        }
        let database = open().await.map_err(|error| StorageError::Unavailable(words(error)))?;
        // Another tab with a newer page may need to change the form of the database, and the browser may drop it.
        let (slot, closed) = (Rc::downgrade(&self.database), database.clone());
        let give_up = Closure::<dyn FnMut()>::new(move || {
            if let Some(slot) = slot.upgrade() {
                slot.borrow_mut().take();
            }
            closed.close();
        });
        let give_up = give_up.into_js_value().unchecked_into();
        database.set_onversionchange(Some(&give_up));
        database.set_onclose(Some(&give_up));
        *self.database.borrow_mut() = Some(database.clone());
        Ok(database)
    }
}

impl PlanStore for IndexedDb {
    async fn save(&self, record: Record) -> Result<(), StorageError> {
        let database = self.database().await?;
        write(&database, &record).await.map_err(|error| StorageError::Write(words(error)))
    }

    async fn latest(&self) -> Result<Option<Record>, StorageError> {
        let database = self.database().await?;
        newest(&database).await.map_err(|error| StorageError::Read(words(error)))
    }

    async fn all(&self) -> Result<Vec<Record>, StorageError> {
        let database = self.database().await?;
        everything(&database).await.map_err(|error| StorageError::Read(words(error)))
    }

    async fn load(&self, key: &str) -> Result<Option<Record>, StorageError> {
        let database = self.database().await?;
        read(&database, key).await.map_err(|error| StorageError::Read(words(error)))
    }
}

async fn open() -> Result<IdbDatabase, JsValue> {
    let factory = web_sys::window().map(|window| window.indexed_db()).transpose()?.flatten();
    let request = factory.ok_or("there is no IndexedDB")?.open_with_u32(DATABASE, VERSION)?;
    let opened = request.clone();
    // Kept until the request has its answer, before which the database may be new.
    let create = Closure::<dyn FnMut()>::new(move || {
        let created = opened.result().and_then(|database| create(&database.unchecked_into()));
        debug_assert!(created.is_ok(), "a new database has no store yet");
    });
    request.set_onupgradeneeded(Some(create.as_ref().unchecked_ref()));
    Ok(answer(&request).await?.unchecked_into())
}

fn create(database: &IdbDatabase) -> Result<(), JsValue> {
    let parameters = IdbObjectStoreParameters::new();
    parameters.set_key_path(&"key".into());
    let plans = database.create_object_store_with_optional_parameters(PLANS, &parameters)?;
    plans.create_index_with_str(BY_TIME, "savedAt").map(drop)
}

/// What the browser answers to a request.
async fn answer(request: &IdbRequest) -> Result<JsValue, JsValue> {
    let answered = Promise::new(&mut |answered, failed| {
        request.set_onsuccess(Some(&answered));
        request.set_onerror(Some(&failed));
    });
    match JsFuture::from(answered).await {
        Ok(_) => request.result(),
        Err(_) => Err(request.error()?.into()),
    }
}

/// That a transaction is whole and lasts.
async fn done(transaction: &IdbTransaction) -> Result<(), JsValue> {
    let done = Promise::new(&mut |done, failed| {
        transaction.set_oncomplete(Some(&done));
        transaction.set_onabort(Some(&failed));
    });
    match JsFuture::from(done).await {
        Ok(_) => Ok(()),
        Err(_) => Err(transaction.error().into()),
    }
}

/// What the browser says of an error.
fn words(error: JsValue) -> String {
    let error = error.dyn_into::<js_sys::Error>().map(|error| error.to_string());
    error.map_or_else(|_| "no reason given".into(), String::from)
}

fn plans(
    database: &IdbDatabase,
    mode: IdbTransactionMode,
) -> Result<(IdbTransaction, IdbObjectStore), JsValue> {
    let transaction = database.transaction_with_str_and_mode(PLANS, mode)?;
    let store = transaction.object_store(PLANS)?;
    Ok((transaction, store))
}

/// One transaction, done when the browser says that it is whole. One whose request fails is undone.
async fn write(database: &IdbDatabase, record: &Record) -> Result<(), JsValue> {
    let (transaction, store) = plans(database, IdbTransactionMode::Readwrite)?;
    store.put(&to_js(record))?;
    // Not when the task ends, which a page that is being closed may not see.
    #[allow(deprecated, reason = "by the bindings only: every browser has it and no other way")]
    transaction.commit()?;
    done(&transaction).await
}

async fn newest(database: &IdbDatabase) -> Result<Option<Record>, JsValue> {
    let (_transaction, store) = plans(database, IdbTransactionMode::Readonly)?;
    let index = store.index(BY_TIME)?;
    let found = index.open_cursor_with_range_and_direction(&JsValue::NULL, IdbCursorDirection::Prev)?;
    let cursor = answer(&found).await?;
    if cursor.is_null() {
        return Ok(None);
    }
    Ok(Some(from_js(&cursor.unchecked_into::<IdbCursorWithValue>().value()?)))
}

async fn everything(database: &IdbDatabase) -> Result<Vec<Record>, JsValue> {
    let (_transaction, store) = plans(database, IdbTransactionMode::Readonly)?;
    let values: Array = answer(&store.index(BY_TIME)?.get_all()?).await?.unchecked_into();
    let mut records: Vec<Record> = values.iter().map(|value| from_js(&value)).collect();
    records.reverse();
    Ok(records)
}

async fn read(database: &IdbDatabase, key: &str) -> Result<Option<Record>, JsValue> {
    let (_transaction, store) = plans(database, IdbTransactionMode::Readonly)?;
    let value = answer(&store.get(&key.into())?).await?;
    Ok((!value.is_undefined()).then(|| from_js(&value)))
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
