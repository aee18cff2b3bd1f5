//! Whether the last edit is in the browser's storage; a way to the versions that are.

use yew::prelude::*;

use crate::editor::commands::Task;
use crate::exchange::storage::{SaveState, StorageError};
use crate::ui::clock;
use crate::ui::markup::{classes, html};
use crate::ui::message::{Dialog, Dispatch, Message};

/// One line; only a failure raises its voice.
pub fn save_line(saved: &SaveState, dispatch: &Dispatch) -> Html {
    let (state, text) = match saved {
        SaveState::Untouched => ("untouched", "Saved in this browser once you change it".to_string()),
        SaveState::Pending => ("pending", "Saving…".into()),
        SaveState::Saved(at) => ("saved", format!("Saved in this browser {}", clock::said(*at))),
        SaveState::Failed(why) => ("failed", format!("✕ Not saved: {}", brief(why))),
    };
    html! {
        <>
            <button
                type="button"
                class={classes!("saved", state)}
                data-save-state={state}
                aria-haspopup="dialog"
                title="Versions of this plan"
                onclick={dispatch.click(Message::Dialog(Dialog::Versions))}
            >
                { text.clone() }
            </button>
            if state == "failed" {
                <button type="button" class="button" data-save-file="failed" onclick={dispatch.click(Message::Task(Task::SaveFile))}>{ "Save as file" }</button>
            }
            <span class="hidden" role="status">{ if state == "pending" { String::new() } else { text } }</span>
        </>
    }
}

fn brief(why: &StorageError) -> &'static str {
    match why {
        StorageError::Unavailable(_) => "this tab only",
        StorageError::Newer => "a newer planner is needed",
        StorageError::Blocked => "another tab is in the way",
        StorageError::Full => "storage is full",
        StorageError::Conflict => "changed in another tab",
        StorageError::Write(_) | StorageError::Read(_) => "the browser could not",
    }
}
