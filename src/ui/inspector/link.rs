//! A link between two parts.

use yew::prelude::*;

use super::Inspector;
use crate::editor::{Action, Target};
use crate::plan::{Node, NodeId};
use crate::ui::top_bar::labelled_command_button;

/// What the link says, what depends on it, and its two ends.
pub(super) fn link_panel(panel: &Inspector) -> Html {
    let link = panel.state.selection.iter().find_map(|target| match target {
        Target::Link(id) => panel.scenario().link(id),
        _ => None,
    });
    let Some(link) = link else { return Html::default() };
    html! {
        <>
            <h2>{ "Link" }</h2>
            <p class="sentence">
                { node_button(panel, &link.from) }{ " " }{ link.kind.words() }{ " " }{ node_button(panel, &link.to) }{ "." }
            </p>
            <p class="about">{ link.kind.meaning() }</p>
            <div class="actions">{ labelled_command_button("delete", &panel.state, &panel.dispatch) }</div>
        </>
    }
}

/// The name of a part, which selects it.
pub(super) fn node_button(panel: &Inspector, node: &NodeId) -> Html {
    let name = panel.scenario().node(node).as_ref().map_or(node.as_str(), Node::name).to_string();
    let onclick = panel.dispatch.click_act(Action::Select(vec![Target::Node(node.clone())]));
    html! { <button type="button" class="reference" {onclick}>{ name }</button> }
}
