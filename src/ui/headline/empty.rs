//! The strip before there are users.

use yew::prelude::*;

use super::wide_cell;
use crate::editor::{Action, Place};
use crate::plan::Item;
use crate::ui::element::{block, line, press, words};
use crate::ui::message::Dispatch;

/// Says what will appear, and how to make it appear.
pub fn empty(dispatch: &Dispatch) -> Html {
    let onclick = dispatch.click_act(Action::Insert { item: Item::Users, at: Place::ViewCentre });
    let what = "Availability, downtime, what one lost server does, and whether everybody fits appear here.";
    let add = press("button primary", vec![words("Add users")], None, onclick);
    wide_cell(
        "No users yet",
        block("empty-line", vec![line("value small", what), add]),
        "Or drag Users from the palette onto the canvas, next to an Enterprise pool or a Standard Edition server.",
    )
}
