//! Every edit is in the browser's storage within half a second.

use std::cell::RefCell;
use std::rc::Rc;

use gloo::timers::callback::Timeout;
use yew::prelude::*;

use super::clock;
use super::indexed_db::IndexedDb;
use super::message::{Dispatch, Message};
use super::shared::Shared;
use super::start::Opened;
use crate::exchange::file;
use crate::exchange::storage::{PlanStore, Record};
use crate::plan::Document;

/// Time from the first edit that is not saved to its saving; edits in between go along.
const DELAY_MS: u32 = 200;

/// Where the plan stands with the browser's storage.
#[derive(Debug, Clone, PartialEq)]
pub enum SaveState {
    /// Nothing to save yet.
    Untouched,
    /// An edit waits to be saved.
    Pending,
    /// All is saved, since then.
    Saved(f64),
    /// The last change is not saved; why not.
    Failed(AttrValue),
}

/// Saves the open document whenever it is another than the one last saved.
#[derive(Debug, Clone)]
pub struct Autosave(Rc<RefCell<Desk>>);

/// What to save, and what of it is saved.
#[derive(Debug)]
struct Desk {
    store: IndexedDb,
    open: (String, Shared<Document>),
    saved: Shared<Document>,
    writing: bool,
    timer: Option<Timeout>,
    report: Dispatch,
}

impl Autosave {
    /// Takes what was opened to be saved as it is.
    pub fn new(store: IndexedDb, opened: &Opened, report: Dispatch) -> Self {
        let document = Shared::from(&opened.document);
        Self(Rc::new(RefCell::new(Desk {
            store,
            open: (opened.key.clone(), document.clone()),
            saved: document,
            writing: false,
            timer: None,
            report,
        })))
    }

    /// Saves the document that is open now within its time, and one that was open before at once.
    pub fn follow(&self, key: &str, document: &Rc<Document>) {
        if self.0.borrow().open.0 != key {
            self.flush();
        }
        self.0.borrow_mut().open = (key.to_string(), Shared::from(document));
        schedule(&self.0);
    }

    /// Saves now what waits to be saved.
    pub fn flush(&self) {
        write(&self.0);
    }
}

impl Desk {
    fn report(&self, state: SaveState) {
        self.report.send(Message::Saved(state));
    }
}

fn schedule(desk: &Rc<RefCell<Desk>>) {
    let mut waiting = desk.borrow_mut();
    if waiting.open.1 == waiting.saved {
        return;
    }
    waiting.report(SaveState::Pending);
    if waiting.timer.is_none() {
        let desk = Rc::clone(desk);
        waiting.timer = Some(Timeout::new(DELAY_MS, move || write(&desk)));
    }
}

/// Writes what is open, unless it is saved or a write is under way, which then is followed by another.
fn write(desk: &Rc<RefCell<Desk>>) {
    let (store, record, document) = {
        let mut waiting = desk.borrow_mut();
        waiting.timer = None;
        if waiting.writing || waiting.open.1 == waiting.saved {
            return;
        }
        let (key, document) = waiting.open.clone();
        let text = match file::write(&document) {
            Ok(text) => text,
            Err(error) => {
                waiting.report(SaveState::Failed(error.to_string().into()));
                return;
            }
        };
        waiting.writing = true;
        let record = Record { key, name: document.name.clone(), text, saved_at_ms: clock::now_ms() };
        (waiting.store.clone(), record, document)
    };
    let desk = Rc::clone(desk);
    wasm_bindgen_futures::spawn_local(async move {
        let saved_at_ms = record.saved_at_ms;
        let result = store.save(record).await;
        let mut waiting = desk.borrow_mut();
        waiting.writing = false;
        match result {
            Ok(()) => {
                waiting.saved = document;
                waiting.report(SaveState::Saved(saved_at_ms));
                drop(waiting);
                schedule(&desk);
            }
            Err(error) => waiting.report(SaveState::Failed(error.to_string().into())),
        }
    });
}
