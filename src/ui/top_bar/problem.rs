//! Something that went wrong outside the plan, until it is read.

use yew::prelude::*;

use crate::ui::icon::Icon;

/// What to show.
#[derive(Debug, Clone, PartialEq, Properties)]
pub struct Props {
    /// What went wrong, what that means, and the next step.
    pub text: AttrValue,
    /// It has been read.
    pub dismissed: Callback<()>,
}

/// A line across the page.
#[component]
pub fn ProblemBar(props: &Props) -> Html {
    let onclick = props.dismissed.reform(|_: MouseEvent| ());
    html! {
        <div class="problem" role="alert">
            <span class="bad" aria-hidden="true">{ "✕" }</span>
            <p>{ &props.text }</p>
            <button type="button" class="quiet" aria-label="Dismiss" title="Dismiss" {onclick}>
                <Icon name="close" />
            </button>
        </div>
    }
}
