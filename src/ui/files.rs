//! Files: read when they are chosen or dropped, written as downloads.

use std::rc::Rc;

use js_sys::{Array, Promise, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, Event};

use super::clock;
use super::indexed_db::IndexedDb;
use super::message::{Dispatch, Message};
use super::object::{call, field, list, of_window, set};
use super::plans;
use super::start::Opened;
use crate::catalog::Catalog;
use crate::decimal::whole;
use crate::exchange::file::read_bytes;
use crate::exchange::storage::{Entering, Save, Stored, entering, save};
use crate::exchange::template::Template;
use crate::plan::{Document, Limits};

/// Bytes from which on a file is not even read.
const FAR_TOO_LARGE: f64 = 1e8;

/// The files that a drag brings along from outside the page, if it brings any.
pub fn dragged(event: &Event) -> Option<JsValue> {
    let data = field(event, "dataTransfer");
    let brings = call(&field(&data, "types"), "includes", &["Files".into()]).ok()?;
    (brings == JsValue::TRUE).then(|| field(&data, "files"))
}

/// Lets the browser write a file.
pub fn write(name: &str, text: &str) {
    if let Err(refusal) = download(name, text) {
        // A browser that makes no file of a text says so itself.
        debug_assert!(refusal.is_undefined(), "a text can be made a file");
    }
}

fn download(name: &str, text: &str) -> Result<(), JsValue> {
    let blob = Blob::new_with_str_sequence(&list(&[text.into()]))?;
    let addresses = of_window("URL")?;
    let address = call(&addresses, "createObjectURL", &[blob.into()])?;
    let document = web_sys::window().and_then(|window| window.document()).ok_or(JsValue::UNDEFINED)?;
    let anchor = document.create_element("a")?;
    set(&anchor, "href", &address)?;
    set(&anchor, "download", &name.into())?;
    call(&anchor, "click", &[])?;
    // The browser has taken what it needs of the address once it has taken the click.
    call(&addresses, "revokeObjectURL", &[address]).map(drop)
}

/// Opens the plans in the files: the first one on the page, and all of them in the library. What is no plan is told, and changes
/// nothing.
pub fn open(files: &JsValue, store: &IndexedDb, dispatch: &Dispatch) {
    let files = Array::from(files);
    let (store, told) = (store.clone(), dispatch.clone());
    dispatch.when(Box::pin(async move {
        let mut notes = Vec::new();
        let mut shown = false;
        for file in files.iter() {
            let name = field(&file, "name").as_string().unwrap_or_default();
            match enter(&file, &name, &store, shown, &mut notes).await {
                Ok(_) if shown => {}
                Ok(opened) => {
                    shown = true;
                    told.send(Message::Open(plans::Choice::Read(opened)));
                }
                Err(why) => notes.push(format!("“{name}” was not opened. {why}")),
            }
        }
        (!notes.is_empty()).then(|| Message::Tell(Some(notes.join("\n\n").into())))
    }));
}

/// A file's plan as it is to be opened; where one is shown already it is kept at once. Notes what is to be said.
async fn enter(
    chosen: &JsValue,
    file: &str,
    store: &IndexedDb,
    shown: bool,
    notes: &mut Vec<String>,
) -> Result<Rc<Opened>, String> {
    let catalog = Catalog::bundled();
    let bytes = JsFuture::from(bytes(chosen)?).await.map_err(unread)?;
    let document = read(&bytes, &catalog)?;
    let name = document.name.clone();
    let opened = Rc::new(entered(entering(store, &catalog, document).await, &name, file, notes));
    if shown && opened.stored == Stored::Nothing {
        let change = Save::of(&opened.key, None, &opened.document, &opened.label, clock::now_ms())?;
        save(store, &change).await?;
    }
    Ok(opened)
}

/// What is opened for a plan that has this name in its file.
fn entered(entering: Entering, name: &str, file: &str, notes: &mut Vec<String>) -> Opened {
    match entering {
        Entering::Known(head, document) => {
            notes.push(format!(
                "“{name}” is in this browser already, just as in the file; it was not doubled."
            ));
            Opened::kept(head, document)
        }
        Entering::New(document) => {
            if document.name != name {
                notes.push(format!(
                    "This browser keeps another plan named “{name}”. The one in the file is now “{}”.",
                    document.name
                ));
            }
            Opened::to_keep(document, format!("Open the file {file}"))
        }
    }
}

/// Fetches a template, which lies beside the page, and opens its plan.
pub fn open_template(template: &'static Template, dispatch: &Dispatch) {
    dispatch.when(Box::pin(async move {
        Some(match fetched(template).await {
            Ok(document) => Message::Open(plans::Choice::Read(Opened::new(document).into())),
            Err(why) => Message::Tell(Some(format!("“{}” was not opened. {why}", template.name).into())),
        })
    }));
}

async fn fetched(template: &Template) -> Result<Document, String> {
    let unfetched = |_| "It could not be fetched. Check the connection, then open it again.".to_string();
    let window = of_window("window").map_err(unfetched)?;
    let answer = call(&window, "fetch", &[template.address().into()]).map_err(unfetched)?;
    let answer = JsFuture::from(Promise::from(answer)).await.map_err(unfetched)?;
    if field(&answer, "ok") != JsValue::TRUE {
        return Err(unfetched(answer));
    }
    let bytes = call(&answer, "arrayBuffer", &[]).map_err(unfetched)?;
    let bytes = JsFuture::from(Promise::from(bytes)).await.map_err(unfetched)?;
    read(&bytes, &Catalog::bundled())
}

/// The bytes of a file, once the browser has read them.
fn bytes(chosen: &JsValue) -> Result<Promise, String> {
    let size = field(chosen, "size").as_f64().unwrap_or_default();
    if size > FAR_TOO_LARGE {
        let (size, limit) = (size / 1e6, Limits::FILE_BYTES / 1_000_000);
        return Err(format!(
            "It has {} MB; a plan may have at most {limit} MB. Choose a plan's file.",
            whole(size)
        ));
    }
    Ok(call(chosen, "arrayBuffer", &[]).map_err(unread)?.unchecked_into())
}

fn unread(_: JsValue) -> String {
    "The browser could not read it. Look whether it is still there and may be read, then open it again."
        .into()
}

fn read(bytes: &JsValue, catalog: &Catalog) -> Result<Document, String> {
    read_bytes(&Uint8Array::new(bytes).to_vec(), catalog).map_err(|error| error.to_string())
}
