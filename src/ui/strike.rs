//! Buttons that kill and repair.

use yew::prelude::*;

use super::icon::icon;
use super::message::Dispatch;
use crate::analysis::Casualty;
use crate::editor::{Action, Blow, State};
use crate::ui::markup::html;

/// A button that kills something, or repairs it where all of it is down.
pub fn strike_button(what: Casualty, name: &str, state: &State, dispatch: &Dispatch) -> Html {
    let is_down = state.killed.holds(state.scenario(), &what);
    let (verb, sign) = if is_down { ("Repair", "repair") } else { ("Kill", "kill") };
    let onclick = dispatch.click_act(Action::Strike { what, blow: Blow::Toggle });
    html! {
        <button type="button" class="button" data-strike={name.to_owned()} {onclick}>
            { icon(sign) }<span>{ format!("{verb} {name}") }</span>
        </button>
    }
}
