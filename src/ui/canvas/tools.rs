//! Zoom tools.

use yew::prelude::*;

use crate::editor::{State, commands};
use crate::ui::session::Dispatch;
use crate::ui::shared::Shared;
use crate::ui::top_bar::CommandButton;

/// What to show.
#[derive(Debug, Clone, PartialEq, Properties)]
pub(super) struct Props {
    /// What is open.
    pub state: Shared<State>,
    /// Takes actions.
    pub dispatch: Dispatch,
}

/// Zoom tools at the right top.
#[component]
pub(super) fn Tools(props: &Props) -> Html {
    let (state, dispatch) = (&props.state, &props.dispatch);
    let full = commands::by_id("zoom-100").map(|command| {
        let (state, dispatch) = (state.clone(), dispatch.clone());
        Callback::from(move |_: MouseEvent| dispatch.emit((command.action)(&state)))
    });
    html! {
        <div class="tools" role="group" aria-label="Zoom">
            <CommandButton id="zoom-out" state={state.clone()} dispatch={dispatch.clone()} />
            <button type="button" class="quiet zoom" title="Zoom to 100 % (Ctrl+0)" data-command="zoom-100" onclick={full}>
                { format!("{:.0} %", state.view.zoom * 100.0) }
            </button>
            <CommandButton id="zoom-in" state={state.clone()} dispatch={dispatch.clone()} />
            <CommandButton id="fit" state={state.clone()} dispatch={dispatch.clone()} />
        </div>
    }
}
