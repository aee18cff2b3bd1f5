//! Several things at once, or a link.

use yew::prelude::*;

use crate::editor::{State, Target};
use crate::plan::NodeId;
use crate::ui::message::Dispatch;
use crate::ui::top_bar::labelled_command_button;

/// What is selected in words, and what can be done to all of it.
pub(super) fn several(state: &State, dispatch: &Dispatch) -> Html {
    let scenario = state.scenario();
    let name =
        |node: &NodeId| scenario.node(node).map_or_else(|| node.to_string(), |node| node.name().to_string());
    let said = |target: &Target| match target {
        Target::Node(node) => name(node),
        Target::RemoteUsers(node) => format!("{}, outside", name(node)),
        Target::Link(id) => scenario.link(id).map_or_else(
            || id.to_string(),
            |link| format!("{} {} {}", name(&link.from), link.kind.words(), name(&link.to)),
        ),
    };
    let only_link = state.selection.len() == 1;
    html! {
        <>
            <h2>{ if only_link { "Link".to_string() } else { format!("{} selected", state.selection.len()) } }</h2>
            <ul class="list">for target in &state.selection { <li>{ said(target) }</li> }</ul>
            <div class="actions">{ labelled_command_button("delete", state, dispatch) }</div>
        </>
    }
}
