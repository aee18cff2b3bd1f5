//! Waiting for what the browser answers later.

use js_sys::Promise;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;

use crate::exchange::storage::StorageError;
use crate::ui::object::{field, set};

/// Why the browser did not do it.
#[derive(Debug, Clone)]
pub(super) struct Fault {
    /// The browser's name for the fault, such as `QuotaExceededError`.
    pub(super) name: String,
    message: String,
}

impl Fault {
    pub(super) fn of(error: &JsValue) -> Self {
        let part = |name| field(error, name).as_string();
        Self {
            name: part("name").unwrap_or_default(),
            message: part("message").unwrap_or_else(|| "the browser gave up".into()),
        }
    }

    /// The browser's own words.
    pub(super) fn words(self) -> String {
        if self.message.is_empty() { self.name } else { self.message }
    }

    /// What that means to who wanted to write or only to read.
    pub(super) fn told(self, write: bool) -> StorageError {
        match (write, &*self.name) {
            (true, "QuotaExceededError") => StorageError::Full,
            (true, _) => StorageError::Write(self.words()),
            (false, _) => StorageError::Read(self.words()),
        }
    }
}

impl From<JsValue> for Fault {
    fn from(thrown: JsValue) -> Self {
        Self::of(&thrown)
    }
}

/// Comes when the object says that it has done what it was asked, or fails when it says that it has not. To be asked for before
/// either can have happened.
pub(super) fn happened(object: &JsValue, done: &str, failed: &str) -> JsFuture {
    promise(object, done, failed).into()
}

/// See [`happened`].
pub(super) fn promise(object: &JsValue, done: &str, failed: &str) -> Promise {
    Promise::new(&mut |resolve, reject| {
        for (event, handler) in [(done, resolve), (failed, reject)] {
            // What the browser made takes handlers.
            drop(set(object, event, &handler));
        }
    })
}

/// What the request gives, if it could be made.
pub(super) async fn settled(request: Result<JsValue, JsValue>) -> Result<JsValue, Fault> {
    let request = request?;
    match happened(&request, "onsuccess", "onerror").await {
        Ok(_) => Ok(field(&request, "result")),
        Err(_) => Err(Fault::of(&field(&request, "error"))),
    }
}
