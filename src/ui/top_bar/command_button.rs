//! A command of the command table as a button.

use yew::prelude::*;

use crate::editor::State;
use crate::editor::commands;
use crate::ui::icon::icon;
use crate::ui::markup::html;
use crate::ui::message::Dispatch;

/// A button with the command's icon and its shortcut.
pub fn command_button(id: &str, state: &State, dispatch: &Dispatch) -> Html {
    button(id, state, dispatch, false)
}

/// A button with the command's icon, its label and its shortcut.
pub fn labelled_command_button(id: &str, state: &State, dispatch: &Dispatch) -> Html {
    button(id, state, dispatch, true)
}

fn button(id: &str, state: &State, dispatch: &Dispatch, labelled: bool) -> Html {
    let Some(command) = commands::by_id(id) else { return Html::default() };
    let title = match command.shortcuts.first() {
        Some(shortcut) => format!("{} ({})", command.label, shortcut.text()),
        None => command.label.to_string(),
    };
    html! {
        <button
            type="button"
            class={if labelled { "button" } else { "quiet" }}
            data-command={command.id}
            aria-label={command.label}
            {title}
            disabled={!command.can(state)}
            onclick={dispatch.click((command.asked)(state).into())}
        >
            { icon(command.icon) }
            if labelled { <span>{ command.label }</span> }
        </button>
    }
}
