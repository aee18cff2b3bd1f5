//! The strip before there are users.

use yew::prelude::*;

use super::wide_cell;

/// Says what will appear, and how to make it appear.
pub fn empty(add_users: &Callback<()>) -> Html {
    let onclick = add_users.reform(|_: MouseEvent| ());
    wide_cell(
        "No users yet",
        html! {
            <>
                <div class="empty-line">
                    <p class="value small">
                        { "Availability, downtime, what one lost server does, and whether everybody fits appear here." }
                    </p>
                    <button type="button" class="button primary" {onclick}>{ "Add users" }</button>
                </div>
                <p class="under">{ "Or drag Users from the palette onto the canvas, next to an Enterprise pool or a Standard Edition server." }</p>
            </>
        },
    )
}
