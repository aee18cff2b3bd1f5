//! Whether the last edit is in the browser's storage.

use yew::prelude::*;

use crate::ui::autosave::SaveState;
use crate::ui::clock;

/// One line; only a failure raises its voice.
pub fn save_line(saved: &SaveState) -> Html {
    let (state, text) = match saved {
        SaveState::Untouched => ("untouched", "Saved in this browser once you change it".to_string()),
        SaveState::Pending => ("pending", "Saving…".into()),
        SaveState::Saved(at) => ("saved", format!("Saved in this browser {}", clock::said(*at))),
        SaveState::Failed(why) => ("failed", format!("✕ Not saved. {why}")),
    };
    html! {
        <span class={classes!("saved", state)} role="status" data-save-state={state} title={text.clone()}>
            { text }
        </span>
    }
}
