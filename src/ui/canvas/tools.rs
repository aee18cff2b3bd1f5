//! Zoom tools.

use yew::prelude::*;

use crate::decimal::whole;
use crate::editor::{State, commands};
use crate::ui::markup::html;
use crate::ui::message::Dispatch;
use crate::ui::top_bar::command_button;

/// Zoom tools at the right top.
pub(super) fn tools(state: &State, dispatch: &Dispatch) -> Html {
    let full = commands::by_id("zoom-100").map(|command| dispatch.click((command.asked)(state).into()));
    html! {
        <div class="tools" role="group" aria-label="Zoom">
            { command_button("zoom-out", state, dispatch) }
            <button type="button" class="quiet zoom" title="Zoom to 100 % (Ctrl+0)" data-command="zoom-100" onclick={full}>
                { whole(state.view.zoom * 100.0) + " %" }
            </button>
            { command_button("zoom-in", state, dispatch) }
            { command_button("fit", state, dispatch) }
        </div>
    }
}
