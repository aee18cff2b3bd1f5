//! Listeners on the window and the document that live as long as their component.

use gloo::events::{EventListener, EventListenerOptions};
use web_sys::{Event, EventTarget};
use yew::prelude::*;

/// Calls back on an event of the window; the callback may stop the browser's own reaction.
#[hook]
pub fn use_window_event(name: &'static str, callback: Callback<Event>) {
    use_event(web_sys::window().map(EventTarget::from), name, callback);
}

/// Calls back on an event of the document.
#[hook]
pub fn use_document_event(name: &'static str, callback: Callback<Event>) {
    let document = web_sys::window().and_then(|window| window.document());
    use_event(document.map(EventTarget::from), name, callback);
}

#[hook]
fn use_event(target: Option<EventTarget>, name: &'static str, callback: Callback<Event>) {
    use_effect_with(callback, move |callback| {
        let callback = callback.clone();
        let listener = target.map(|target| {
            EventListener::new_with_options(
                &target,
                name,
                EventListenerOptions::enable_prevent_default(),
                move |event| callback.emit(event.clone()),
            )
        });
        move || drop(listener)
    });
}
