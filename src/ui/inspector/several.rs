//! Several things at once.

use yew::prelude::*;

use super::Inspector;
use super::figure_groups::figure_groups;
use super::fold::fold;
use super::plan::count;
use super::population::population_fields;
use super::sites::site_choice;
use crate::editor::Target;
use crate::plan::{Node, NodeId};
use crate::ui::element::{heading, line, title};

/// What is selected in words, and what can be entered for all of it.
pub(super) fn several_panel(panel: &Inspector, parts: &mut Vec<Html>) {
    let (state, scenario) = (&panel.state, panel.scenario());
    let name = |node: &NodeId| scenario.node(node).as_ref().map_or(node.as_str(), Node::name).to_string();
    let (mut names, mut links, mut pools) = (Vec::new(), 0, 0);
    for target in &state.selection {
        names.push(match target {
            Target::Node(node) => {
                pools += usize::from(scenario.pool(node).is_some());
                name(node)
            }
            Target::RemoteUsers(node) => format!("{}, outside", name(node)),
            Target::Link(id) => {
                links += 1;
                scenario.link(id).map_or_else(String::new, |link| {
                    format!("{} {} {}", name(&link.from), link.kind.words(), name(&link.to))
                })
            }
        });
    }
    let components = state.selected_components().len();
    let users = state.selected_populations().len();
    let mut kinds = Vec::new();
    for (number, kind) in [(components, "component"), (pools, "pool"), (users, "user group"), (links, "link")]
    {
        if number > 0 {
            kinds.push(count(number, kind));
        }
    }
    parts.push(title(&format!("{} selected", names.len())));
    parts.push(line("sub", &kinds.join(", ")));
    parts.push(fold(panel, "selected", "Selected", (false, &names.join(", ")), &|parts| {
        for name in &names {
            parts.push(line("list", name));
        }
    }));
    if components > 1 {
        let about = format!("What is entered below holds for all {components} components, as one step.");
        parts.push(line("about", &about));
    }
    figure_groups(panel, parts);
    parts.push(site_choice(panel));
    if users > 0 {
        parts.push(heading("Users"));
        population_fields(panel, parts);
    }
}
