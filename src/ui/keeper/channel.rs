//! What tabs of the same browser tell each other: which plan was saved, and how often by now.

use gloo::events::EventListener;
use js_sys::Array;
use wasm_bindgen::JsCast;
use web_sys::{BroadcastChannel, MessageEvent};

use crate::ui::message::{Dispatch, Message};
use crate::ui::object::{call, list};

const NAME: &str = "availability-planner";

/// Hears other tabs for as long as it lives.
#[derive(Debug)]
pub(super) struct Channel {
    channel: BroadcastChannel,
    _heard: EventListener,
}

impl Channel {
    /// Begins to hear; nothing where the browser has no such channels.
    pub(super) fn join(dispatch: &Dispatch) -> Option<Self> {
        let channel = BroadcastChannel::new(NAME).ok()?;
        let dispatch = dispatch.clone();
        let heard = EventListener::new(&channel, "message", move |event| {
            let told =
                event.dyn_ref::<MessageEvent>().and_then(|event| event.data().dyn_into::<Array>().ok());
            let Some(told) = told else { return };
            let (key, revision) = (told.get(0).as_string(), told.get(1).as_f64());
            if let (Some(key), Some(revision)) = (key, revision) {
                #[expect(
                    clippy::cast_possible_truncation,
                    clippy::cast_sign_loss,
                    reason = "the sender's number is a revision"
                )]
                let revision = revision as u32;
                dispatch.send(Message::Heard(key.into(), revision));
            }
        });
        Some(Self { channel, _heard: heard })
    }

    /// Tells the other tabs.
    pub(super) fn tell(&self, key: &str, revision: u32) {
        // The other tabs look for themselves when they come to the front; this is only sooner.
        drop(call(&self.channel, "postMessage", &[list(&[key.into(), revision.into()]).into()]));
    }
}

impl Drop for Channel {
    fn drop(&mut self) {
        drop(call(&self.channel, "close", &[]));
    }
}
