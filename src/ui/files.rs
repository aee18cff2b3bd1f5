//! Files: read when they are chosen or dropped, written as downloads.

use js_sys::{Array, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, DragEvent, File, FileList, HtmlAnchorElement, Url};

use super::clock;
use super::indexed_db::IndexedDb;
use super::message::{Dispatch, Message};
use super::plans;
use super::start::{Opened, load};
use crate::catalog::Catalog;
use crate::decimal::whole;
use crate::exchange::file::read_bytes;
use crate::exchange::storage::{Entering, PlanSize, Save, entering, save};
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
    let files: Vec<File> = (0..files.length()).filter_map(|index| files.item(index)).collect();
    let (store, dispatch) = (store.clone(), dispatch.clone());
    wasm_bindgen_futures::spawn_local(async move {
        let mut told = Vec::new();
        let mut shown = false;
        for file in files {
            match enter(&file, &store, shown).await {
                Ok((opened, note)) => {
                    told.extend(note);
                    if let Some(opened) = opened {
                        shown = true;
                        dispatch.send(Message::Open(plans::Choice::Read(opened.into())));
                    }
                }
                Err(why) => told.push(format!("“{}” was not opened. {why}", file.name())),
            }
        }
        if !told.is_empty() {
            dispatch.send(Message::Tell(Some(told.join("\n\n").into())));
        }
    });
}

type Entered = (Option<Opened>, Option<String>);

/// Takes a file's plan into the library, where one is shown already, or gives it to be shown, with what is to be said.
async fn enter(chosen: &File, store: &IndexedDb, shown: bool) -> Result<Entered, String> {
    let document = read(chosen).await?;
    let catalog = Catalog::bundled();
    let name = document.name.clone();
    // Where nothing is kept, nothing is there to be doubled.
    let document = match entering(store, &catalog, document.clone()).await {
        Ok(Entering::Known(key)) => {
            let note =
                format!("“{name}” is in this browser already, just as in the file; it was not doubled.");
            let opened = if shown { None } else { Some(load(store, &catalog, &key).await?) };
            return Ok((opened, Some(note)));
        }
        Ok(Entering::New(document)) => document,
        Err(_) => document,
    };
    let note = (document.name != name).then(|| {
        format!(
            "This browser keeps another plan named “{name}”. The one in the file is now “{}”.",
            document.name
        )
    });
    let label = format!("Open the file {}", chosen.name());
    let opened = Opened::to_keep(document, &label);
    if shown {
        keep(store, &opened).await?;
        return Ok((None, note));
    }
    Ok((Some(opened), note))
}

async fn read(chosen: &File) -> Result<Document, String> {
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
    read_bytes(&Uint8Array::new(&bytes).to_vec(), &Catalog::bundled()).map_err(|error| error.to_string())
}

/// Keeps a plan that is not open.
pub async fn keep(store: &IndexedDb, opened: &Opened) -> Result<(), String> {
    let text = crate::exchange::file::write(&opened.document).map_err(|error| error.to_string())?;
    let change = Save {
        key: opened.key.clone(),
        base: None,
        name: opened.document.name.clone(),
        size: PlanSize::of(&opened.document),
        text,
        label: opened.label.clone(),
        now_ms: clock::now_ms(),
    };
    save(store, &change).await.map(drop).map_err(|error| error.to_string())
}
