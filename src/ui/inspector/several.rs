//! Several things at once.

use yew::prelude::*;

use super::Inspector;
use super::figure_groups::figure_groups;
use super::fold::fold;
use super::population::population_fields;
use super::sites::site_choice;
use crate::editor::Target;
use crate::plan::{Node, NodeId};
use crate::ui::top_bar::labelled_command_button;

/// What is selected in words, what can be entered for all of it, and what can be done to it.
pub(super) fn several_panel(panel: &Inspector) -> Html {
    let state = &panel.state;
    let scenario = panel.scenario();
    let name = |node: &NodeId| scenario.node(node).as_ref().map_or(node.as_str(), Node::name).to_string();
    let said = |target: &Target| match target {
        Target::Node(node) => name(node),
        Target::RemoteUsers(node) => format!("{}, outside", name(node)),
        Target::Link(id) => scenario.link(id).map_or_else(
            || id.to_string(),
            |link| format!("{} {} {}", name(&link.from), link.kind.words(), name(&link.to)),
        ),
    };
    let nodes = || {
        state.selection.iter().filter_map(|target| match target {
            Target::Node(node) => scenario.node(node),
            _ => None,
        })
    };
    let components = state.selected_components().count();
    let populations = state.selected_populations().count();
    let pools = nodes().filter(|node| matches!(node, Node::Pool(_))).count();
    let links = state.selection.iter().filter(|target| target.node().is_none()).count();
    let kinds = [(components, "component"), (pools, "pool"), (populations, "user group"), (links, "link")];
    let kinds = kinds.into_iter().filter(|(count, _)| *count > 0);
    let kinds: Vec<String> =
        kinds.map(|(count, kind)| format!("{count} {kind}{}", if count == 1 { "" } else { "s" })).collect();
    html! {
        <>
            <h2>{ format!("{} selected", state.selection.len()) }</h2>
            <p class="sub">{ kinds.join(", ") }</p>
            { fold(panel, "selected", "Selected", (false, html! { state.selection.iter().map(said).collect::<Vec<_>>().join(", ") }), &|| html! {
                <ul class="list">for target in &state.selection { <li>{ said(target) }</li> }</ul>
            }) }
            if components > 0 {
                <p class="about">{ format!("What is entered below holds for {}.", if components == 1 { "the component".into() } else { format!("all {components} components") }) }</p>
                { figure_groups(panel) }
            }
            { site_choice(panel) }
            if populations > 0 {
                <h3>{ "Users" }</h3>
                { population_fields(panel) }
            }
            <div class="actions">{ labelled_command_button("delete", state, &panel.dispatch) }</div>
        </>
    }
}
