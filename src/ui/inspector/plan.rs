//! The plan as a whole, while nothing is selected.

use yew::prelude::*;

use super::Panel;
use super::remarks::remarks;
use super::strikes::sites;
use super::targets::target_fields;
use crate::ui::shared::Shared;

/// Targets, notes and assumptions.
pub(super) fn plan_panel(panel: &Panel) -> Html {
    let &Panel { state, computed, dispatch, .. } = panel;
    let scenario = state.scenario();
    let servers = scenario.servers().count();
    let counts = format!(
        "{} component{}, {servers} server{}",
        scenario.components.len(),
        if scenario.components.len() == 1 { "" } else { "s" },
        if servers == 1 { "" } else { "s" },
    );
    html! {
        <>
            <h2>{ "This plan" }</h2>
            <p class="sub">{ counts }</p>
            <p class="about">{ "Select a component to see and change its figures, or click any number to see where it comes from." }</p>
            { target_fields(&Shared::from(&scenario.targets), dispatch) }
            { sites(panel) }
            if let Some(analysis) = &computed.analysis { { remarks(analysis, dispatch) } }
        </>
    }
}
