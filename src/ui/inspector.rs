//! The panel at the right: what is selected, or where a figure comes from.

mod component;
mod computers;
mod field_row;
mod figure_groups;
mod findings;
mod fold;
mod link;
mod name;
mod own_figures;
mod plan;
mod pool;
mod population;
mod remarks;
mod servers;
mod several;
mod sites;
mod strikes;
mod targets;

use std::rc::Rc;

use yew::prelude::*;

use super::computed::Computed;
use super::derivation::{Explained, derivation};
use super::element::{all, block};
use super::figure_key::Known;
use super::memo::View;
use super::message::Dispatch;
use super::shared::Shared;
use super::told::Told;
use super::top_bar::labelled_command_button;
use super::typing::Typing;
use crate::catalog::Catalog;
use crate::editor::{State, Target};
use crate::plan::{Node, NodeId, Scenario};
use crate::ui::markup::{classes, html};
pub use fold::Folds;

/// What the panel is asked for, beside what is selected.
#[derive(Debug, Clone, Default)]
pub struct Asked {
    /// The figure whose derivation is shown.
    pub explained: Option<Explained>,
    /// What is folded and what is not.
    pub folds: Folds,
    /// What is being typed.
    pub typing: Typing,
}

/// The panel at the right.
pub struct Inspector {
    /// What is open and selected.
    pub state: Shared<State>,
    /// What can be placed.
    pub catalog: Shared<Catalog>,
    /// The figures.
    pub computed: Computed,
    /// What the worker has told.
    pub told: Told,
    /// What the panel is asked for.
    pub asked: Shared<Asked>,
    /// Takes what happens.
    pub dispatch: Dispatch,
    /// The field of the name of what is selected.
    pub name: NodeRef,
}

/// Of the state only the plan and the selection are shown, not where the pointer and the canvas are.
impl PartialEq for Inspector {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(self.scenario(), other.scenario())
            && self.state.selection == other.state.selection
            && self.state.killed == other.state.killed
            && self.state.renaming == other.state.renaming
            && self.computed == other.computed
            && self.told == other.told
            && self.asked == other.asked
    }
}

impl Inspector {
    fn scenario(&self) -> &Rc<Scenario> {
        self.state.scenario()
    }

    /// What figures are looked up in.
    fn known(&self) -> Known<'_> {
        let analysis = self.computed.analysis.as_ref().map(|analysis| &***analysis);
        let moment = self.told.moment(&self.state.killed);
        Known { scenario: self.scenario(), catalog: &self.catalog, analysis, moment, told: &self.told }
    }

    fn subject(&self) -> Html {
        let mut parts = Vec::new();
        let selection = &self.state.selection;
        let mut nodes = selection.iter().filter_map(Target::node);
        let only = nodes.next().filter(|first| nodes.all(|node| node == *first));
        let links = selection.iter().any(|target| target.node().is_none());
        // A single component has buttons of its own to kill it.
        let mut commands: &[&str] = &["delete"];
        match only.filter(|_| !links).and_then(|node| self.scenario().node(node)) {
            Some(Node::Component(component)) => component::component_panel(self, &mut parts, component),
            Some(Node::Pool(pool)) => {
                pool::pool_panel(self, &mut parts, pool);
                commands = &["kill", "delete"];
            }
            Some(Node::Population(users)) => population::population_panel(self, &mut parts, users),
            None if selection.is_empty() => {
                plan::plan_panel(self, &mut parts);
                commands = &[];
            }
            None if selection.len() == 1 => link::link_panel(self, &mut parts),
            None => {
                several::several_panel(self, &mut parts);
                commands = &["kill", "delete"];
            }
        }
        let mut buttons = Vec::new();
        for id in commands {
            buttons.push(labelled_command_button(id, &self.state, &self.dispatch));
        }
        parts.push(block("actions", buttons));
        all(parts)
    }

    /// What the fields are about: another subject gets fields of its own.
    fn subject_key(&self) -> String {
        self.state.selection.iter().filter_map(Target::node).map(NodeId::as_str).collect::<Vec<_>>().join(" ")
    }
}

impl View for Inspector {
    /// The subject stays behind a derivation, so that what is typed there and where one was are not lost.
    fn view(&self) -> Html {
        let shown = self.asked.explained.as_ref().and_then(|asked| {
            let figure = asked.figure.find(self.known())?;
            Some(derivation(asked, &figure, &self.dispatch))
        });
        let stale = self.computed.stale;
        html! {
            <aside class={classes!("inspector", stale.then_some("stale-figures"))} aria-label="Inspector">
                <div key={self.subject_key()} hidden={shown.is_some()}>{ self.subject() }</div>
                { shown.unwrap_or_default() }
            </aside>
        }
    }
}
