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
use super::figure_value::Explain;
use super::hooks::Computed;
use super::session::Dispatch;
use super::shared::Shared;
use crate::catalog::Catalog;
use crate::editor::{State, Target};
use crate::plan::Node;

/// What every subject of the panel is shown from.
pub struct Panel<'a> {
    /// What is open and selected.
    pub state: &'a Shared<State>,
    /// What can be placed.
    pub catalog: &'a Shared<Catalog>,
    /// The figures.
    pub computed: &'a Computed,
    /// Takes actions.
    pub dispatch: &'a Dispatch,
    /// Opens the derivation of a figure.
    pub explain: &'a Explain,
}

/// The panel at the right; with the name of a figure it shows the derivation.
pub fn inspector(panel: &Panel, name: Option<&FigureKey>, close: &Callback<()>) -> Html {
    let computed = panel.computed;
    let shown = name.and_then(|name| {
        let figure = name.find(computed.analysis.as_ref()?)?;
        Some(explained::explained(name, &Shared(figure), close))
    });
    let stale = computed.stale;
    html! {
        <aside class={classes!("inspector", stale.then_some("stale-figures"))} aria-label="Inspector">
            { shown.unwrap_or_else(|| subject(panel)) }
        </aside>
    }
}

fn subject(panel: &Panel) -> Html {
    let state = panel.state;
    let scenario = state.scenario();
    let mut nodes = state.selection.iter().filter_map(Target::node);
    let only = nodes.next().filter(|first| nodes.all(|node| node == *first));
    let links = state.selection.iter().any(|target| target.node().is_none());
    if state.selection.is_empty() {
        return plan::plan_panel(panel);
    }
    match only.filter(|_| !links).and_then(|node| scenario.node(node)) {
        Some(Node::Component(component)) => component::component_panel(panel, &Shared::from(component)),
        Some(Node::Pool(pool)) => pool::pool_panel(panel, pool),
        Some(Node::Population(users)) => population::population_panel(panel, &Shared::from(users)),
        None => several::several(state, panel.dispatch),
    }
}
