//! The plan as a whole, while nothing is selected.

use yew::prelude::*;

use super::remarks::Remarks;
use super::targets::TargetFields;
use crate::analysis::Analysis;
use crate::editor::State;
use crate::ui::session::Dispatch;
use crate::ui::shared::Shared;

/// What to show.
#[derive(Debug, Clone, PartialEq, Properties)]
pub(super) struct Props {
    /// What is open.
    pub state: Shared<State>,
    /// The figures.
    pub analysis: Option<Shared<Analysis>>,
    /// Takes actions.
    pub dispatch: Dispatch,
}

/// Targets, notes and assumptions.
#[component]
pub(super) fn PlanPanel(props: &Props) -> Html {
    let Props { state, analysis, dispatch } = props;
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
            <TargetFields targets={Shared::from(&scenario.targets)} dispatch={dispatch.clone()} />
            if let Some(analysis) = analysis {
                <Remarks analysis={analysis.clone()} dispatch={dispatch.clone()} />
            }
        </>
    }
}
