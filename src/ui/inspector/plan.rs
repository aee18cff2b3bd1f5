//! The plan as a whole, while nothing is selected.

use yew::prelude::*;

use super::Inspector;
use super::own_figures::figure_line;
use super::remarks::remarks;
use super::sites::sites;
use super::strikes::sites as losses;
use super::targets::targets;
use crate::ui::element::{heading, line, title};
use crate::ui::figure_key::FigureKey;

/// A number of things: `1 server`, `4 servers`.
pub(super) fn count(number: usize, what: &str) -> String {
    format!("{number} {what}{}", if number == 1 { "" } else { "s" })
}

/// Targets, sites, notes and assumptions.
pub(super) fn plan_panel(panel: &Inspector, parts: &mut Vec<Html>) {
    let scenario = panel.scenario();
    let counts = format!(
        "{}, {}",
        count(scenario.components.len(), "component"),
        count(scenario.servers().count(), "server")
    );
    parts.push(title("This plan"));
    parts.push(line("sub", &counts));
    let about =
        "Select a component to see and change its figures, or click any number to see where it comes from.";
    parts.push(line("about", about));
    targets(panel, parts);
    sites(panel, parts);
    losses(panel, parts);
    if let Some(analysis) = &panel.computed.analysis {
        remarks(panel, parts, analysis);
    }
    parts.push(heading("For all components"));
    parts.push(figure_line(panel, "Connected again within", FigureKey::ReconnectTime));
}
