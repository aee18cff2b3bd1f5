//! The strip before there are users.

use yew::prelude::*;

use super::wide_cell;
use crate::editor::{Action, Place};
use crate::plan::Item;
use crate::ui::message::Dispatch;

/// Says what will appear, and how to make it appear.
pub fn empty(dispatch: &Dispatch) -> Html {
    let onclick = dispatch.click_act(Action::Insert { item: Item::Users, at: Place::ViewCentre });
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
