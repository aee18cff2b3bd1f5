//! The panel at the right: what is selected, or where a figure comes from.

mod component;
mod explained;
mod figure_row;
mod home;
mod name;
mod own_figures;
mod plan;
mod pool;
mod population;
mod remarks;
mod servers;
mod several;
mod targets;

use yew::prelude::*;

use super::figure_key::FigureKey;
use super::hooks::Computed;
use super::session::Dispatch;
use super::shared::Shared;
use crate::catalog::Catalog;
use crate::editor::{State, Target};
use crate::plan::Node;
use component::ComponentPanel;
use explained::Explained;
use plan::PlanPanel;
use pool::PoolPanel;
use population::PopulationPanel;
use several::Several;

/// What to show.
#[derive(Debug, Clone, PartialEq, Properties)]
pub struct Props {
    /// What is open and selected.
    pub state: Shared<State>,
    /// What can be placed.
    pub catalog: Shared<Catalog>,
    /// The figures.
    pub computed: Computed,
    /// Takes actions.
    pub dispatch: Dispatch,
    /// The figure whose derivation is open.
    pub explained: Option<FigureKey>,
    /// Closes the derivation.
    pub explain_nothing: Callback<()>,
}

/// The panel at the right.
#[component]
pub fn Inspector(props: &Props) -> Html {
    let Props { state, catalog, computed, dispatch, explained, explain_nothing } = props;
    let explained = explained.as_ref().and_then(|key| {
        let figure = key.find(computed.analysis.as_ref()?)?;
        Some((key.clone(), Shared(figure)))
    });
    let stale = computed.stale;
    html! {
        <aside class={classes!("inspector", stale.then_some("stale-figures"))} aria-label="Inspector">
            if let Some((name, figure)) = explained {
                <Explained {name} {figure} close={explain_nothing.clone()} />
            } else {
                { subject(state, catalog, computed, dispatch) }
            }
        </aside>
    }
}

fn subject(
    state: &Shared<State>,
    catalog: &Shared<Catalog>,
    computed: &Computed,
    dispatch: &Dispatch,
) -> Html {
    let scenario = state.scenario();
    let mut nodes = state.selection.iter().filter_map(Target::node);
    let only = nodes.next().filter(|first| nodes.all(|node| node == *first));
    let links = state.selection.iter().any(|target| target.node().is_none());
    let (state, dispatch, analysis) = (state.clone(), dispatch.clone(), computed.analysis.clone());
    if state.selection.is_empty() {
        return html! { <PlanPanel {state} {analysis} {dispatch} /> };
    }
    match only.filter(|_| !links).and_then(|node| scenario.node(node)) {
        Some(Node::Component(component)) => {
            let (key, component) = (component.id.to_string(), Shared::from(component));
            html! { <ComponentPanel {key} {component} {state} catalog={catalog.clone()} {analysis} {dispatch} /> }
        }
        Some(Node::Pool(pool)) => {
            let (key, pool) = (pool.id.to_string(), Shared::from(pool));
            html! { <PoolPanel {key} {pool} {state} {analysis} {dispatch} /> }
        }
        Some(Node::Population(users)) => {
            let (key, users) = (users.id.to_string(), Shared::from(users));
            html! { <PopulationPanel {key} {users} {state} catalog={catalog.clone()} {dispatch} /> }
        }
        None => html! { <Several {state} {dispatch} /> },
    }
}
