//! Something that went wrong outside the plan, until it is read.

use yew::prelude::*;

use crate::ui::icon::icon;

/// A line across the page.
pub fn problem_bar(text: &AttrValue, told: &Callback<Option<AttrValue>>) -> Html {
    let onclick = told.reform(|_: MouseEvent| None);
    html! {
        <div class="problem" role="alert">
            <span class="bad" aria-hidden="true">{ "✕" }</span>
            <p>{ text }</p>
            <button type="button" class="quiet" aria-label="Dismiss" title="Dismiss" {onclick}>
                { icon("close") }
            </button>
        </div>
    }
}
