//! A link between two parts.

use yew::prelude::*;

use super::Inspector;
use crate::editor::{Action, Target};
use crate::plan::{Node, NodeId};
use crate::ui::element::{block, line, press, title, words};

/// What the link says, what depends on it, and its two ends.
pub(super) fn link_panel(panel: &Inspector, parts: &mut Vec<Html>) {
    let Some(Target::Link(id)) = panel.state.selection.first() else { return };
    let Some(link) = panel.scenario().link(id) else { return };
    parts.push(title("Link"));
    let says = format!(" {} ", link.kind.words());
    let (from, to) = (node_button(panel, &link.from), node_button(panel, &link.to));
    parts.push(block("sentence", vec![from, words(&says), to, words(".")]));
    parts.push(line("about", link.kind.meaning()));
}

/// The name of a part, which selects it.
pub(super) fn node_button(panel: &Inspector, node: &NodeId) -> Html {
    let name = panel.scenario().node(node).as_ref().map_or(node.as_str(), Node::name);
    let onclick = panel.dispatch.click_act(Action::Select(vec![Target::Node(node.clone())]));
    press("reference", vec![words(name)], None, onclick)
}
