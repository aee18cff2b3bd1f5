//! The strip before there are users.

use yew::prelude::*;

use super::wide_cell;
use crate::editor::{Action, Place, Target};
use crate::plan::{Item, NodeId};
use crate::ui::element::{block, line, press, words};
use crate::ui::message::Dispatch;

/// Says what will appear, and how to make it appear: by entering how many users there are, where some are drawn.
pub fn empty(drawn: Option<&NodeId>, dispatch: &Dispatch) -> Html {
    let (action, name, hint) = match drawn {
        Some(users) => (
            Action::Select(vec![Target::Node(users.clone())]),
            "Enter users",
            "Users are drawn, but none of them is counted: enter how many there are, and choose their home.",
        ),
        None => (
            Action::Insert { item: Item::Users, at: Place::ViewCentre },
            "Add users",
            "Or drag Users from the palette onto the canvas, next to an Enterprise pool or a Standard Edition server.",
        ),
    };
    let what = "Availability, downtime, what one lost server does, and whether everybody fits appear here.";
    let add = press("button primary", vec![words(name)], None, dispatch.click_act(action));
    wide_cell("No users yet", block("empty-line", vec![line("value small", what), add]), hint)
}
