//! Files: read when they are chosen or dropped, written as downloads.

use js_sys::{Array, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, DragEvent, File, FileList, HtmlAnchorElement, Url};

use super::clock;
use super::indexed_db::IndexedDb;
use super::message::{Dispatch, Message};
use super::plans;
use super::start::Opened;
use crate::catalog::Catalog;
use crate::decimal::whole;
use crate::exchange::file::read_bytes;
use crate::exchange::storage::{Entering, Save, Stored, entering, save};
use crate::plan::{Document, Limits};

/// Bytes from which on a file is not even read.
const FAR_TOO_LARGE: f64 = 1e8;

/// The files that a drag brings along from outside the page, if it brings any.
pub fn dragged(event: &DragEvent) -> Option<FileList> {
    let data = event.data_transfer()?;
    let kinds = data.types();
    kinds.includes(&"Files".into(), 0).then(|| data.files())?
}

/// Lets the browser write a file.
pub fn write(name: &str, text: &str) {
    if let Err(refusal) = download(name, text) {
        // A browser that makes no file of a text says so itself.
        debug_assert!(refusal.is_undefined(), "a text can be made a file");
    }
}

fn download(name: &str, text: &str) -> Result<(), JsValue> {
    let blob = Blob::new_with_str_sequence(&Array::of1(&text.into()))?;
    let address = Url::create_object_url_with_blob(&blob)?;
    let document = web_sys::window().and_then(|window| window.document()).ok_or(JsValue::UNDEFINED)?;
    let anchor: HtmlAnchorElement = document.create_element("a")?.unchecked_into();
    anchor.set_href(&address);
    anchor.set_download(name);
    anchor.click();
    // The browser has taken what it needs of the address once it has taken the click.
    Url::revoke_object_url(&address)
}

/// Opens the plans in the files: the first one on the page, and all of them in the library. What is no plan is told, and changes
/// nothing.
pub fn open(files: &FileList, store: &IndexedDb, dispatch: &Dispatch) {
    let files = Array::from(files);
    let (store, told) = (store.clone(), dispatch.clone());
    dispatch.when(Box::pin(async move {
        let mut notes = Vec::new();
        let mut shown = false;
        for file in files.iter() {
            let file: File = file.unchecked_into();
            match enter(&file, &store, shown, &mut notes).await {
                Ok(None) => {}
                Ok(Some(opened)) => {
                    shown = true;
                    told.send(Message::Open(plans::Choice::Read(opened.into())));
                }
                Err(why) => notes.push(format!("“{}” was not opened. {why}", file.name())),
            }
        }
        (!notes.is_empty()).then(|| Message::Tell(Some(notes.join("\n\n").into())))
    }));
}

/// Takes a file's plan into the library, where one is shown already, or gives it to be shown. Notes what is to be said.
async fn enter(
    chosen: &File,
    store: &IndexedDb,
    shown: bool,
    notes: &mut Vec<String>,
) -> Result<Option<Opened>, String> {
    let catalog = Catalog::bundled();
    let document = read(&bytes(chosen).await?, &catalog)?;
    let name = document.name.clone();
    let opened = match entering(store, &catalog, document).await {
        Entering::Known(head, document) => {
            notes.push(format!(
                "“{name}” is in this browser already, just as in the file; it was not doubled."
            ));
            Opened::kept(&head, document)
        }
        Entering::New(document) => {
            if document.name != name {
                notes.push(format!(
                    "This browser keeps another plan named “{name}”. The one in the file is now “{}”.",
                    document.name
                ));
            }
            Opened::to_keep(document, &format!("Open the file {}", chosen.name()))
        }
    };
    if !shown {
        return Ok(Some(opened));
    }
    if opened.stored == Stored::Nothing {
        let change = Save::of(&opened.key, None, &opened.document, &opened.label, clock::now_ms())?;
        save(store, &change).await?;
    }
    Ok(None)
}

async fn bytes(chosen: &File) -> Result<Vec<u8>, String> {
    if chosen.size() > FAR_TOO_LARGE {
        let (size, limit) = (chosen.size() / 1e6, Limits::FILE_BYTES / 1_000_000);
        return Err(format!(
            "It has {} MB; a plan may have at most {limit} MB. Choose a plan's file.",
            whole(size)
        ));
    }
    let bytes = JsFuture::from(chosen.array_buffer()).await.map_err(|_| {
        "The browser could not read it. Look whether it is still there and may be read, then open it again."
    })?;
    Ok(Uint8Array::new(&bytes).to_vec())
}

fn read(bytes: &[u8], catalog: &Catalog) -> Result<Document, String> {
    read_bytes(bytes, catalog).map_err(|error| error.to_string())
}
