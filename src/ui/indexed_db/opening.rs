//! Opening the database, which another tab may delay for as long as it likes.

use std::rc::Rc;

use js_sys::{Array, Promise};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{IdbDatabase, IdbObjectStoreParameters, IdbOpenDbRequest};

use super::request::{Fault, is_event};
use super::{IndexedDb, PLANS, VERSIONS};
use crate::exchange::storage::StorageError;

const DATABASE: &str = "availability-planner";
const VERSION: u32 = 2;
/// How long the database may take to open.
const PATIENCE_MS: i32 = 2_000;

/// A request to open the database, under way or done.
#[derive(Debug, Clone)]
pub(super) struct Opening {
    request: IdbOpenDbRequest,
    opened: Promise,
    blocked: Promise,
}

impl Opening {
    fn begin() -> Result<Self, Fault> {
        let factory = match web_sys::window() {
            Some(window) => window.indexed_db()?,
            None => None,
        };
        let Some(factory) = factory else { return Err(Fault::from(JsValue::UNDEFINED)) };
        let request = factory.open_with_u32(DATABASE, VERSION)?;
        let upgrade = {
            let request = request.clone();
            Closure::once_into_js(move || upgrade(&request))
        };
        request.set_onupgradeneeded(Some(upgrade.unchecked_ref()));
        let opened = Promise::new(&mut |resolve, reject| {
            request.set_onsuccess(Some(&resolve));
            request.set_onerror(Some(&reject));
        });
        let blocked = Promise::new(&mut |resolve, _| request.set_onblocked(Some(&resolve)));
        Ok(Self { request, opened, blocked })
    }
}

impl IndexedDb {
    /// The open database. While another tab blocks it, every call says so at once, and it opens as soon as that tab lets go.
    pub(super) async fn database(&self) -> Result<IdbDatabase, StorageError> {
        let under_way = self.opening.borrow().clone();
        let is_new = under_way.is_none();
        let opening = if let Some(opening) = under_way {
            opening
        } else {
            let opening = Opening::begin().map_err(|fault| StorageError::Unavailable(fault.words()))?;
            *self.opening.borrow_mut() = Some(opening.clone());
            opening
        };
        let first = Promise::race(&Array::of3(&opening.opened, &opening.blocked, &patience()));
        match JsFuture::from(first).await {
            Ok(event) if is_event(&event, "success") => {
                let database = opening.request.result().map_err(Fault::from)?;
                let database: IdbDatabase = database.unchecked_into();
                if is_new || database.onversionchange().is_none() {
                    self.let_go_when_asked(&database);
                }
                Ok(database)
            }
            Ok(_) => Err(StorageError::Blocked),
            Err(_) => {
                self.forget();
                let fault = Fault::of(opening.request.error().ok().flatten());
                Err(match &*fault.name {
                    "VersionError" => StorageError::Newer,
                    _ => StorageError::Unavailable(fault.words()),
                })
            }
        }
    }

    /// Lets the next call open the database anew.
    pub(super) fn forget(&self) {
        self.opening.borrow_mut().take();
    }

    /// Another tab with a newer page may need to change the form of the database, and the browser may drop it.
    fn let_go_when_asked(&self, database: &IdbDatabase) {
        let (slot, asked) = (Rc::downgrade(&self.opening), database.clone());
        let let_go = Closure::<dyn FnMut()>::new(move || {
            if let Some(slot) = slot.upgrade() {
                slot.borrow_mut().take();
            }
            asked.close();
        });
        let let_go = let_go.into_js_value();
        database.set_onversionchange(Some(let_go.unchecked_ref()));
        database.set_onclose(Some(let_go.unchecked_ref()));
    }
}

/// The browser says that another tab is in the way only to the first that waits, and to nobody that the disk is slow.
fn patience() -> Promise {
    Promise::new(&mut |resolve, _| {
        if let Some(window) = web_sys::window() {
            // Without a clock it is waited for as long as it takes.
            let _ = window.set_timeout_with_callback_and_timeout_and_arguments_0(&resolve, PATIENCE_MS);
        }
    })
}

/// Makes the tables that are missing. What the first planner kept stays in `plans` as it is; see [`super::record`].
fn upgrade(request: &IdbOpenDbRequest) {
    let Ok(database) = request.result() else { return };
    let database: IdbDatabase = database.unchecked_into();
    let names = database.object_store_names();
    if !names.contains(PLANS) {
        let parameters = IdbObjectStoreParameters::new();
        parameters.set_key_path(&"key".into());
        let made = database.create_object_store_with_optional_parameters(PLANS, &parameters);
        debug_assert!(made.is_ok(), "there was no such table");
    }
    if !names.contains(VERSIONS) {
        let made = database.create_object_store(VERSIONS);
        debug_assert!(made.is_ok(), "there was no such table");
    }
}
