//! Waiting for what the browser answers later.

use js_sys::Promise;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{DomException, Event, IdbRequest, IdbTransaction};

use crate::exchange::storage::StorageError;

/// Why the browser did not do it.
#[derive(Debug, Clone)]
pub(super) struct Fault {
    /// The browser's name for the fault, such as `QuotaExceededError`.
    pub(super) name: String,
    message: String,
}

impl Fault {
    pub(super) fn of(error: Option<DomException>) -> Self {
        let error = error.map(|error| (error.name(), error.message()));
        let (name, message) = error.unwrap_or_else(|| ("AbortError".into(), "the browser gave up".into()));
        Self { name, message }
    }

    /// The browser's own words.
    pub(super) fn words(self) -> String {
        if self.message.is_empty() { self.name } else { self.message }
    }

    pub(super) fn read(self) -> StorageError {
        StorageError::Read(self.words())
    }
}

impl From<JsValue> for Fault {
    fn from(thrown: JsValue) -> Self {
        Self::of(thrown.dyn_into().ok())
    }
}

impl From<Fault> for StorageError {
    fn from(fault: Fault) -> Self {
        if fault.name == "QuotaExceededError" { Self::Full } else { Self::Write(fault.words()) }
    }
}

/// What the request gives.
pub(super) async fn settled(request: IdbRequest) -> Result<JsValue, Fault> {
    let promise = Promise::new(&mut |resolve, reject| {
        request.set_onsuccess(Some(&resolve));
        request.set_onerror(Some(&reject));
    });
    match JsFuture::from(promise).await {
        Ok(_) => Ok(request.result()?),
        Err(_) => Err(Fault::of(request.error().ok().flatten())),
    }
}

/// The end of a transaction: whole, or as though it had never been. To be asked for before it can have ended.
pub(super) fn ended(transaction: &IdbTransaction) -> impl Future<Output = Result<(), Fault>> + use<> {
    let transaction = transaction.clone();
    let promise = Promise::new(&mut |resolve, reject| {
        transaction.set_oncomplete(Some(&resolve));
        transaction.set_onabort(Some(&reject));
    });
    let end = JsFuture::from(promise);
    async move {
        match end.await {
            Ok(_) => Ok(()),
            Err(_) => Err(Fault::of(transaction.error())),
        }
    }
}

/// Whether what came instead of an answer is the event of that name.
pub(super) fn is_event(value: &JsValue, name: &str) -> bool {
    value.dyn_ref::<Event>().is_some_and(|event| event.type_() == name)
}
