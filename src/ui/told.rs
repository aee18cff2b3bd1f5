//! What the worker has told of the scenario that is shown.

use yew::prelude::*;

use super::shared::Shared;
use crate::analysis::FailureSet;
use crate::compute::{Moment, Reply, Years};
use crate::panel::{NamedNumber, Panel, PanelKind};
use crate::ui::markup::html;

/// What the worker has told.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Told {
    /// Its latest reply: findings, the figures of this moment, charts. None before the first.
    pub reply: Option<Shared<Reply>>,
    /// What it has told of single years.
    pub years: Option<Shared<Years>>,
    /// Why there is none.
    pub problem: Option<AttrValue>,
    /// Whether the reply to the latest question is still missing.
    pub stale: bool,
}

impl Told {
    /// The reply with the figures of this moment, where anything is down.
    pub fn now(&self, killed: &FailureSet) -> Option<Shared<Reply>> {
        let reply = self.reply.as_ref().filter(|reply| !killed.is_empty() && reply.moment.is_some());
        reply.cloned()
    }

    /// The figures of this moment, where anything is down.
    pub fn moment(&self, killed: &FailureSet) -> Option<&Moment> {
        self.reply.as_ref().filter(|_| !killed.is_empty())?.moment.as_ref()
    }

    /// What the worker has written.
    pub fn panel(&self, kind: PanelKind) -> Option<&Panel> {
        self.reply.as_ref()?.panels.iter().find(|panel| panel.kind == kind)
    }

    /// A figure in what the worker has written.
    pub fn figure(&self, id: &str) -> Option<&NamedNumber> {
        let panels = self.reply.iter().flat_map(|reply| &reply.panels).map(|panel| &panel.figures);
        let years = self.years.iter().map(|years| &years.figures);
        panels.chain(years).flatten().find(|figure| figure.id == id)
    }

    /// How many there are of what a panel lists, for its tab.
    pub fn count(&self, kind: PanelKind) -> Html {
        let reply = self.reply.as_ref().filter(|_| self.problem.is_none());
        match reply.and_then(|reply| reply.counts.iter().find(|count| count.kind == kind)) {
            Some(count) => html! { <span class="tab-count">{ count.count.to_string() }</span> },
            None => Html::default(),
        }
    }
}
