//! A pool as a whole.

use yew::prelude::*;

use super::Inspector;
use super::link::node_button;
use super::name::name_heading;
use super::own_figures::own_figures;
use super::sites::site_choice;
use crate::plan::{NodeId, Pool};
use crate::ui::top_bar::labelled_command_button;

/// A pool: its name, its figures, its parts, its users.
pub(super) fn pool_panel(panel: &Inspector, pool: &Pool) -> Html {
    let scenario = panel.scenario();
    let site = scenario.site(&pool.site).map(|site| site.name.clone()).unwrap_or_default();
    let parts: Vec<_> = scenario
        .parts_of(&pool.id)
        .map(|part| {
            let count = part.servers.len();
            (&part.id, format!("{count} server{}", if count == 1 { "" } else { "s" }))
        })
        .collect();
    let homed = scenario.populations.iter().filter(|users| users.home.as_ref() == Some(&pool.id));
    let homed: Vec<_> = homed
        .map(|users| (&users.id, format!("{} users", crate::ui::format::grouped(users.users.into()))))
        .collect();
    html! {
        <>
            { name_heading(&pool.id, &pool.name, panel) }
            <p class="sub">{ "Enterprise pool · " }{ site }</p>
            { site_choice(panel) }
            { own_figures(panel, &pool.id) }
            { list(panel, "Parts", &parts, "Nothing yet. Drop Front Ends, a Back-End and a load balancer into its frame.") }
            { list(panel, "Homed here", &homed, "Nobody yet. Choose it as the home of users.") }
            <div class="actions">{ labelled_command_button("delete", &panel.state, &panel.dispatch) }</div>
        </>
    }
}

fn list(panel: &Inspector, heading: &str, nodes: &[(&NodeId, String)], nothing: &str) -> Html {
    html! {
        <>
            <h3>{ heading }</h3>
            if nodes.is_empty() { <p class="about">{ nothing }</p> }
            <ul class="parts">
                for (node, count) in nodes {
                    <li key={node.to_string()}>{ node_button(panel, node) }<span class="count">{ count }</span></li>
                }
            </ul>
        </>
    }
}
