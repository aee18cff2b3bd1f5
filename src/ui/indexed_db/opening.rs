//! Opening the database, which another tab may delay for as long as it likes.

use std::rc::Rc;

use js_sys::{Object, Promise};
use wasm_bindgen::JsValue;
use wasm_bindgen::closure::Closure;
use wasm_bindgen_futures::JsFuture;

use super::request::{Fault, promise};
use super::{IndexedDb, PLANS, VERSIONS};
use crate::exchange::storage::StorageError;
use crate::ui::object::{call, field, list, of_window, set};

const DATABASE: &str = "availability-planner";
const VERSION: u32 = 2;
/// How long the database may take to open.
const PATIENCE_MS: i32 = 2_000;

/// A request to open the database, under way or done.
#[derive(Debug, Clone)]
pub(super) struct Opening {
    request: JsValue,
    opened: Promise,
    blocked: Promise,
}

impl Opening {
    fn begin() -> Result<Self, Fault> {
        let factory = of_window("indexedDB")?;
        if !factory.is_object() {
            return Err(Fault::of(&factory));
        }
        let request = call(&factory, "open", &[DATABASE.into(), VERSION.into()])?;
        let asked = request.clone();
        let upgrade = handler(move || {
            let made = upgrade(&field(&asked, "result"));
            debug_assert!(made.is_ok(), "there were no such tables");
        });
        set(&request, "onupgradeneeded", &upgrade)?;
        let opened = promise(&request, "onsuccess", "onerror");
        let blocked = promise(&request, "onblocked", "");
        Ok(Self { request, opened, blocked })
    }
}

impl IndexedDb {
    /// The open database. While another tab blocks it, every call says so at once, and it opens as soon as that tab lets go.
    pub(super) async fn database(&self) -> Result<JsValue, StorageError> {
        let under_way = self.opening.borrow().clone();
        let opening = match under_way {
            Some(opening) => opening,
            None => Opening::begin().map_err(|fault| StorageError::Unavailable(fault.words()))?,
        };
        *self.opening.borrow_mut() = Some(opening.clone());
        let first = Promise::race(&list(&[opening.opened.into(), opening.blocked.into(), patience().into()]));
        if JsFuture::from(first).await.is_err() {
            self.forget();
            let fault = Fault::of(&field(&opening.request, "error"));
            return Err(match &*fault.name {
                "VersionError" => StorageError::Newer,
                _ => StorageError::Unavailable(fault.words()),
            });
        }
        // There is no looking at a result that is not there yet.
        let database = field(&opening.request, "result");
        if database.is_undefined() {
            return Err(StorageError::Blocked);
        }
        if field(&database, "onversionchange").is_null() {
            self.let_go_when_asked(&database);
        }
        Ok(database)
    }

    /// Lets the next call open the database anew.
    pub(super) fn forget(&self) {
        self.opening.borrow_mut().take();
    }

    /// Another tab with a newer page may need to change the form of the database, and the browser may drop it.
    fn let_go_when_asked(&self, database: &JsValue) {
        let (slot, asked) = (Rc::downgrade(&self.opening), database.clone());
        let let_go = handler(move || {
            if let Some(slot) = slot.upgrade() {
                slot.borrow_mut().take();
            }
            drop(call(&asked, "close", &[]));
        });
        for event in ["onversionchange", "onclose"] {
            // What the browser made takes handlers.
            drop(set(database, event, &let_go));
        }
    }
}

/// Lives as long as the browser may call it.
fn handler(react: impl FnMut() + 'static) -> JsValue {
    Closure::<dyn FnMut()>::new(react).into_js_value()
}

/// The browser says that another tab is in the way only to the first that waits, and to nobody that the disk is slow.
fn patience() -> Promise {
    Promise::new(&mut |resolve, _| {
        // Without a clock it is waited for as long as it takes.
        drop(
            of_window("window")
                .and_then(|window| call(&window, "setTimeout", &[resolve.into(), PATIENCE_MS.into()])),
        );
    })
}

/// Makes the tables that are missing. What the first planner kept stays in `plans` as it is.
fn upgrade(database: &JsValue) -> Result<(), JsValue> {
    let names = field(database, "objectStoreNames");
    for (name, key_path) in [(PLANS, JsValue::from("key")), (VERSIONS, JsValue::NULL)] {
        if call(&names, "contains", &[name.into()])? == JsValue::FALSE {
            let options = Object::new();
            set(&options, "keyPath", &key_path)?;
            call(database, "createObjectStore", &[name.into(), options.into()])?;
        }
    }
    Ok(())
}
