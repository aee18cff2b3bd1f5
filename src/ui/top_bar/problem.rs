//! Something that went wrong outside the plan, until it is read.

use yew::prelude::*;

use crate::ui::icon::icon;
use crate::ui::message::{Dispatch, Message};

/// A line across the page.
pub fn problem_bar(text: &AttrValue, dispatch: &Dispatch) -> Html {
    html! {
        <div class="problem" role="alert">
            <span class="bad" aria-hidden="true">{ "✕" }</span>
            <p>{ text }</p>
            <button
                type="button"
                class="quiet"
                aria-label="Dismiss"
                title="Dismiss"
                onclick={dispatch.click(Message::Tell(None))}
            >
                { icon("close") }
            </button>
        </div>
    }
}
