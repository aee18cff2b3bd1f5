//! The strip before there are users.

use yew::prelude::*;

use super::Cell;

/// What it needs.
#[derive(Debug, Clone, PartialEq, Properties)]
pub struct Props {
    /// Places users on the canvas.
    pub add_users: Callback<()>,
}

/// Says what will appear, and how to make it appear.
#[component]
pub fn Empty(props: &Props) -> Html {
    let onclick = props.add_users.reform(|_: MouseEvent| ());
    html! {
        <Cell label="No users yet" class="wide">
            <div class="empty-line">
                <p class="value small">
                    { "Availability, downtime, what one lost server does, and whether everybody fits appear here." }
                </p>
                <button type="button" class="button primary" {onclick}>{ "Add users" }</button>
            </div>
            <p class="under">{ "Or drag Users from the palette onto the canvas, next to an Enterprise pool or a Standard Edition server." }</p>
        </Cell>
    }
}
