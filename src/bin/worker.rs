//! The worker: a program of its own beside the page, for what the first screen does not need.
//!
//! It says that it is ready, and from then on answers every message with one.

use availability_planner::compute::Clerk;
use wasm_bindgen::prelude::*;
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent};

fn main() {
    // The release site is built without the words of panics.
    #[cfg(debug_assertions)]
    console_error_panic_hook::set_once();
    let Ok(worker) = js_sys::global().dyn_into::<DedicatedWorkerGlobalScope>() else { return };
    let (mut clerk, scope) = (Clerk::default(), worker.clone());
    let answer = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
        let errand = event.data().as_string().unwrap_or_default();
        match clerk.answer(&errand) {
            Ok(reply) => send(&scope, &reply),
            Err(problem) => web_sys::console::error_1(&problem.into()),
        }
    });
    worker.set_onmessage(Some(answer.as_ref().unchecked_ref()));
    answer.forget();
    send(&worker, "");
}

/// A message that the page does not get is one that it no longer waits for.
fn send(worker: &DedicatedWorkerGlobalScope, text: &str) {
    let _ = worker.post_message(&text.into());
}
