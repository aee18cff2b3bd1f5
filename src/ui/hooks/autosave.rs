//! Every edit is in the browser's storage within half a second.

use std::cell::RefCell;
use std::rc::Rc;

use gloo::timers::callback::Timeout;
use yew::prelude::*;

use super::listener::{use_document_event, use_window_event};
use crate::exchange::file;
use crate::exchange::storage::{PlanStore, Record};
use crate::plan::Document;
use crate::ui::clock;
use crate::ui::shared::Shared;

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

/// What to save, and what of it is saved.
struct Desk<S> {
    store: S,
    open: (String, Shared<Document>),
    saved: Shared<Document>,
    writing: bool,
    timer: Option<Timeout>,
    report: UseStateSetter<SaveState>,
}

/// Saves the open document whenever it is another than the one last saved, which at first is the one given.
#[hook]
pub fn use_autosave<S: PlanStore + Clone + 'static>(
    store: S,
    key: &str,
    document: &Rc<Document>,
    saved_at_ms: Option<f64>,
) -> SaveState {
    let state = use_state(|| saved_at_ms.map_or(SaveState::Untouched, SaveState::Saved));
    let open = (key.to_string(), Shared::from(document));
    let desk = use_mut_ref(|| Desk {
        store,
        open: open.clone(),
        saved: open.1.clone(),
        writing: false,
        timer: None,
        report: state.setter(),
    });
    {
        let desk = Rc::clone(&desk);
        use_effect_with(open, move |open| {
            if desk.borrow().open.0 != open.0 {
                write(&desk);
            }
            desk.borrow_mut().open = open.clone();
            schedule(&desk);
        });
    }
    let flush = use_callback((), move |_: Event, ()| write(&desk));
    use_window_event("pagehide", flush.clone());
    use_document_event("visibilitychange", flush);
    (*state).clone()
}

fn schedule<S: PlanStore + Clone + 'static>(desk: &Rc<RefCell<Desk<S>>>) {
    let mut waiting = desk.borrow_mut();
    if waiting.open.1 == waiting.saved {
        return;
    }
    waiting.report.set(SaveState::Pending);
    if waiting.timer.is_none() {
        let desk = Rc::clone(desk);
        waiting.timer = Some(Timeout::new(DELAY_MS, move || write(&desk)));
    }
}

/// Writes what is open, unless it is saved or a write is under way, which then is followed by another.
fn write<S: PlanStore + Clone + 'static>(desk: &Rc<RefCell<Desk<S>>>) {
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
                waiting.report.set(SaveState::Failed(error.to_string().into()));
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
                waiting.report.set(SaveState::Saved(saved_at_ms));
                drop(waiting);
                schedule(&desk);
            }
            Err(error) => waiting.report.set(SaveState::Failed(error.to_string().into())),
        }
    });
}
