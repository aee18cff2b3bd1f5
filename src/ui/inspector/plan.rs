//! The plan as a whole, while nothing is selected.

use yew::prelude::*;

use super::Inspector;
use super::own_figures::figure_line;
use super::remarks::remarks;
use super::sites::sites;
use super::targets::targets;
use crate::ui::figure_key::FigureKey;

/// Targets, sites, notes and assumptions.
pub(super) fn plan_panel(panel: &Inspector) -> Html {
    let scenario = panel.scenario();
    let count = |number: usize, what: &str| format!("{number} {what}{}", if number == 1 { "" } else { "s" });
    html! {
        <>
            <h2>{ "This plan" }</h2>
            <p class="sub">{ count(scenario.components.len(), "component") }{ ", " }{ count(scenario.servers().count(), "server") }</p>
            <p class="about">{ "Select a component to see and change its figures, or click any number to see where it comes from." }</p>
            { targets(panel) }
            { sites(panel) }
            if let Some(analysis) = &panel.computed.analysis { { remarks(analysis, &panel.dispatch) } }
            <h3>{ "For all components" }</h3>
            <dl class="own-figures">{ figure_line(panel, "Connected again within", FigureKey::ReconnectTime) }</dl>
        </>
    }
}
