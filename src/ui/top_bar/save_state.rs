//! Whether the last edit is in the browser's storage.

use yew::prelude::*;

use crate::ui::clock;
use crate::ui::hooks::SaveState;

/// What to show.
#[derive(Debug, Clone, PartialEq, Properties)]
pub struct Props {
    /// Where the plan stands with storage.
    pub saved: SaveState,
}

/// One line; only a failure raises its voice.
#[component]
pub fn SaveLine(props: &Props) -> Html {
    let (state, text) = match &props.saved {
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
