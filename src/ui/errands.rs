//! The worker, from the page's side: it is started when it is first needed, and asked one thing at a time.

use gloo::events::EventListener;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{MessageEvent, Worker, WorkerOptions, WorkerType};

use super::message::{Dispatch, Message};
use super::object::{call, field, of_window, set};
use crate::compute::{Errand, Reply};
use crate::json::{self, Parsed};

/// What starts the worker's program.
const SCRIPT: &str = "./errands.js";
/// How what it writes looks.
const STYLE: &str = "./panels.css";

/// What comes from the worker.
#[derive(Debug, Clone)]
pub enum Word {
    /// Its program runs.
    Ready,
    /// A reply, as a text.
    Reply(String),
    /// It cannot be started, or has stopped.
    Lost,
}

/// Asks the worker, and keeps the latest question while it is busy.
#[derive(Debug)]
pub struct Errands {
    dispatch: Dispatch,
    running: Option<Running>,
    waiting: Option<Errand>,
    sequence: u32,
}

#[derive(Debug)]
struct Running {
    worker: Worker,
    free: bool,
    _listeners: [EventListener; 2],
}

impl Errands {
    /// Nobody is asked yet.
    pub fn new(dispatch: Dispatch) -> Self {
        let _ = fetch_style();
        Self { dispatch, running: None, waiting: None, sequence: 0 }
    }

    /// The number of the next question.
    pub fn next(&self) -> u32 {
        self.sequence + 1
    }

    /// What was asked until now is about a plan that is gone: no reply to it is the latest any more.
    pub fn overtake(&mut self) {
        self.sequence = self.next();
    }

    /// Whether the worker has nothing to do.
    pub fn is_idle(&self) -> bool {
        self.waiting.is_none() && self.running.as_ref().is_some_and(|running| running.free)
    }

    /// Whether a reply is the one to the latest question.
    pub fn is_latest(&self, reply: &Reply) -> bool {
        reply.sequence == self.sequence
    }

    /// Asks, as soon as the worker is free; a question that still waits is given up for this one.
    pub fn ask(&mut self, mut errand: Errand) {
        self.overtake();
        errand.sequence = self.sequence;
        if self.running.is_none() {
            self.running = Running::start(&self.dispatch);
        }
        self.waiting = Some(errand);
        self.hand_over();
    }

    /// Takes what comes from the worker; gives the reply if it is the one to the latest question or to an order.
    ///
    /// # Errors
    /// A sentence where the worker cannot be had; it is started anew for the next question.
    pub fn take(&mut self, word: Word) -> Result<Option<Reply>, String> {
        match word {
            Word::Lost => {
                self.running = None;
                return Err("Rules, charts and what a failure does could not be worked out: a part of the planner did not load. Check the connection, then change something or load the page again; the plan is not affected.".into());
            }
            Word::Ready => self.set_free(),
            Word::Reply(text) => {
                self.set_free();
                let reply: Result<Reply, _> = Parsed::new(&text).and_then(|text| text.read());
                let reply = reply.map_err(|error| format!("The planner's parts do not fit together ({error}). Load the page again; the plan is not affected."))?;
                return Ok((self.is_latest(&reply)
                    || reply.done.is_some()
                    || reply.parcel.is_some()
                    || reply.refused.is_some())
                .then_some(reply));
            }
        }
        Ok(None)
    }

    fn set_free(&mut self) {
        if let Some(running) = &mut self.running {
            running.free = true;
        }
        self.hand_over();
    }

    fn hand_over(&mut self) {
        let Some(running) = self.running.as_mut().filter(|running| running.free) else { return };
        let Some(errand) = self.waiting.take() else { return };
        // A text can always be handed to a worker.
        running.free = running.worker.post_message(&json::line(&errand).into()).is_err();
    }
}

/// Fetches the looks of what the worker writes. Without them it can still be read.
fn fetch_style() -> Result<(), JsValue> {
    let document = of_window("document")?;
    let link = call(&document, "createElement", &["link".into()])?;
    set(&link, "rel", &"stylesheet".into())?;
    set(&link, "href", &STYLE.into())?;
    call(&field(&document, "head"), "append", &[link]).map(drop)
}

impl Running {
    fn start(dispatch: &Dispatch) -> Option<Self> {
        let options = WorkerOptions::new();
        options.set_type(WorkerType::Module);
        let Ok(worker) = Worker::new_with_options(SCRIPT, &options) else {
            dispatch.send(Message::Worker(Word::Lost));
            return None;
        };
        let to = dispatch.clone();
        let on_message = EventListener::new(&worker, "message", move |event| {
            let text = event.dyn_ref::<MessageEvent>().and_then(|event| event.data().as_string());
            to.send(Message::Worker(match text {
                Some(text) if !text.is_empty() => Word::Reply(text),
                _ => Word::Ready,
            }));
        });
        let to = dispatch.clone();
        let on_error = EventListener::new(&worker, "error", move |_| to.send(Message::Worker(Word::Lost)));
        Some(Self { worker, free: false, _listeners: [on_message, on_error] })
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        self.worker.terminate();
    }
}
