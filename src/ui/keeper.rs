//! Every edit is in the browser's storage within half a second, and other tabs hear of it.

mod channel;

use std::cell::RefCell;
use std::rc::Rc;

use gloo::timers::callback::Timeout;

use super::asking::{Question, ask};
use super::clock;
use super::indexed_db::IndexedDb;
use super::message::{Dispatch, Message};
use super::plans::Choice;
use super::start::{Opened, start};
use crate::catalog::Catalog;
use crate::exchange::storage::{
    Desk, Head, PlanStore, SaveState, StorageError, Wish, opened, save, unique_name,
};
use crate::plan::Document;
use channel::Channel;

/// Time from the first edit that is not saved to its saving; edits in between go along.
const DELAY_MS: u32 = 150;
/// Time until a save that failed is tried again, if no edit comes before.
const RETRY_MS: u32 = 5_000;

/// Saves what is edited, and knows what is not saved yet.
#[derive(Debug, Clone)]
pub struct Keeper(Rc<Inner>);

#[derive(Debug)]
struct Inner {
    store: IndexedDb,
    dispatch: Dispatch,
    desk: RefCell<Desk>,
    timer: RefCell<Option<Timeout>>,
    channel: Option<Channel>,
    /// Key of the plan that stands in for the one saved last, which could not be read when the page was loaded.
    stand_in: Option<String>,
}

impl Keeper {
    /// Begins with the plan that was opened. Where that already showed that storage fails, the reason is known from the beginning.
    pub fn new(store: IndexedDb, opened: &Opened, dispatch: Dispatch) -> Self {
        let mut desk = Desk::new(&opened.key, &opened.document, opened.stored, &opened.label);
        if let Some(fault) = &opened.fault {
            desk.fail(fault.clone());
        }
        let channel = Channel::join(&dispatch);
        let (desk, timer) = (RefCell::new(desk), RefCell::default());
        let stand_in = opened.fault.as_ref().map(|_| opened.key.clone());
        let keeper = Self(Rc::new(Inner { store, dispatch, desk, timer, channel, stand_in }));
        keeper.schedule();
        keeper
    }

    /// Where the open plan stands.
    pub fn state(&self) -> SaveState {
        self.0.desk.borrow().state()
    }

    /// Takes another plan that is opened. What is not saved yet of the one before is saved at once.
    pub fn open(&self, opened: &Opened) {
        self.flush();
        self.0.desk.borrow_mut().open(&opened.key, &opened.document, opened.stored, &opened.label);
        self.schedule();
    }

    /// The open plan is this now; it is saved within its time.
    pub fn edit(&self, document: &Rc<Document>, label: &str) {
        if self.0.desk.borrow().is_stuck() {
            // An edit does not wait as long as a failure does.
            self.0.timer.borrow_mut().take();
        }
        self.0.desk.borrow_mut().edit(document, label);
        self.schedule();
    }

    /// Saves now what waits to be saved.
    pub fn flush(&self) {
        self.0.timer.borrow_mut().take();
        self.write();
    }

    /// Tries again what failed, and looks whether another tab has gone on with the open plan.
    pub fn catch_up(&self) {
        self.0.desk.borrow_mut().retry();
        self.flush();
        self.look(self.0.desk.borrow().key());
    }

    /// Whether leaving the page now loses an edit that the browser could not keep.
    pub fn would_lose(&self) -> bool {
        let desk = self.0.desk.borrow();
        desk.has_unsaved() && desk.has_failed()
    }

    /// What is not saved of plans that were left, as keys with plans.
    pub fn left(&self) -> Vec<(String, Rc<Document>)> {
        let desk = self.0.desk.borrow();
        desk.left().map(|(key, document)| (key.to_string(), Rc::clone(document))).collect()
    }

    /// Another tab has saved that plan. If it is the open one and has no edits of its own here, it is read.
    pub fn heard(&self, key: &str, revision: u32) {
        if self.0.desk.borrow().is_behind(key, revision) {
            self.look(key);
        }
    }

    fn look(&self, key: &str) {
        let keeper = self.clone();
        let saying = move |found| {
            let (head, document) = opened(found, &Catalog::bundled()).ok()?;
            let is_behind = keeper.0.desk.borrow().is_behind(&head.key, head.revision);
            is_behind.then(|| Message::Theirs(Rc::new((head, Rc::new(document)))))
        };
        ask(&self.0.store, Question::Plan(key.into()), &self.0.dispatch, Box::new(saying));
    }

    /// Takes what another tab has saved for what is open here; says whether it may.
    pub fn follow(&self, head: &Head, document: &Rc<Document>) -> bool {
        self.0.desk.borrow_mut().follow(&head.key, document, head)
    }

    fn schedule(&self) {
        self.0.dispatch.send(Message::Saved);
        let desk = self.0.desk.borrow();
        if (desk.has_unsaved() || desk.has_failed()) && self.0.timer.borrow().is_none() {
            self.start_timer(if desk.is_stuck() { RETRY_MS } else { DELAY_MS });
        }
    }

    fn start_timer(&self, delay: u32) {
        let keeper = self.clone();
        let timer = Timeout::new(delay, move || {
            keeper.0.timer.borrow_mut().take();
            if keeper.0.desk.borrow().is_stuck() {
                keeper.try_again();
            } else {
                keeper.write();
            }
        });
        *self.0.timer.borrow_mut() = Some(timer);
    }

    /// Whether what is open only stands in for the plan saved last.
    fn stands_in(&self) -> bool {
        let desk = self.0.desk.borrow();
        desk.is_untouched() && self.0.stand_in.as_deref() == Some(desk.key())
    }

    /// Looks whether the storage works again. If it did not when the page was loaded, what it keeps can be shown only now.
    fn try_again(&self) {
        let keeper = self.clone();
        self.0.dispatch.when(Box::pin(async move {
            let store = &keeper.0.store;
            let works = store.visit(Wish::All).await.is_ok();
            let mut message = None;
            if works && keeper.stands_in() {
                let opened = start(store, &Catalog::bundled()).await;
                message = Some(Message::Open(Choice::Read(Rc::new(opened))));
            }
            if works {
                keeper.0.desk.borrow_mut().recover();
                keeper.flush();
            }
            keeper.schedule();
            message
        }));
    }

    /// Writes what waits, unless a write is under way, which then is followed by another.
    fn write(&self) {
        let Some(next) = self.0.desk.borrow_mut().next(clock::now_ms()) else { return };
        let keeper = self.clone();
        self.0.dispatch.when(Box::pin(async move {
            let store = &keeper.0.store;
            let result = save(store, &next).await;
            let mut name = next.name;
            if matches!(result, Err(StorageError::Conflict)) {
                let found = store.visit(Wish::All).await.unwrap_or_default();
                name = unique_name(&name, &found.kept);
            }
            keeper.done(result, name)
        }));
    }

    fn done(&self, result: Result<Head, StorageError>, name: String) -> Option<Message> {
        if let (Ok(head), Some(channel)) = (&result, &self.0.channel) {
            channel.tell(&head.key, head.revision);
        }
        let diverted = self.0.desk.borrow_mut().done(result, &clock::new_key(), &name);
        self.schedule();
        Some(Message::Diverted(Rc::new((diverted?, name))))
    }
}
