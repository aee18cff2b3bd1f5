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

use super::computed::Computed;
use super::derivation::Explained;
use super::message::Dispatch;
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
    /// The field of the name of what is selected.
    pub name: &'a NodeRef,
}

/// The panel at the right; with a figure that is asked for it shows the derivation.
pub fn inspector(panel: &Panel, asked: Option<&Explained>) -> Html {
    let computed = panel.computed;
    let shown = asked.and_then(|asked| {
        let figure = asked.figure.find(computed.analysis.as_ref()?)?;
        Some(explained::explained(asked, &figure, panel.dispatch))
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
