//! A pool as a whole.

use yew::prelude::*;

use super::Inspector;
use super::field_row::tick_row;
use super::findings::findings;
use super::link::node_button;
use super::name::name_heading;
use super::own_figures::own_figures;
use super::plan::count;
use super::sites::site_choice;
use crate::editor::field::{Field, Flag};
use crate::plan::{NodeId, Pool};
use crate::ui::element::{block, heading, line, words};
use crate::ui::format;

/// A pool: its name, its figures, its parts, its users.
pub(super) fn pool_panel(panel: &Inspector, parts: &mut Vec<Html>, pool: &Pool) {
    let scenario = panel.scenario();
    let site = scenario.site(&pool.site).map_or("", |site| site.name.as_str());
    parts.extend([
        name_heading(&pool.id, &pool.name, panel),
        line("sub", &format!("Enterprise pool · {site}")),
        findings(&pool.id, panel),
        site_choice(panel),
    ]);
    parts.push(tick_row(panel, Field::Flag(Flag::Director), "A Director: takes remote users in, holds none"));
    own_figures(panel, parts, &pool.id);
    parts.push(heading("Parts"));
    for part in scenario.parts_of(&pool.id) {
        parts.push(member(panel, &part.id, &count(part.servers.len(), "server")));
    }
    parts.push(heading("Homed here"));
    for users in scenario.populations.iter().filter(|users| users.home.as_ref() == Some(&pool.id)) {
        parts.push(member(panel, &users.id, &format!("{} users", format::grouped(users.users.into()))));
    }
    parts.push(line("about", "Drop parts into its frame, and choose it as the home of users."));
}

fn member(panel: &Inspector, node: &NodeId, count: &str) -> Html {
    block("own-figure", vec![node_button(panel, node), words(count)])
}
