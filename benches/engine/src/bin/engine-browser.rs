//! Measures cases in a browser's worker: says that it is ready, and from then on answers every message with the number of a case by
//! one with what was measured.

use engine_cases::{answer, cases};
use wasm_bindgen::prelude::*;
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent};

fn main() {
    console_error_panic_hook::set_once();
    let Ok(worker) = js_sys::global().dyn_into::<DedicatedWorkerGlobalScope>() else { return };
    let Some(clock) = worker.performance() else { return };
    let (cases, scope) = (cases(), worker.clone());
    let reply = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
        let number = event.data().as_string().unwrap_or_default();
        send(&scope, &answer(&cases, &number, &mut || clock.now()));
    });
    worker.set_onmessage(Some(reply.as_ref().unchecked_ref()));
    reply.forget();
    send(&worker, "ready");
}

/// Whoever does not get a message has stopped waiting for it.
fn send(worker: &DedicatedWorkerGlobalScope, text: &str) {
    let _ = worker.post_message(&text.into());
}
