//! What the worker has told of the scenario that is shown.

use yew::prelude::*;

use super::shared::Shared;
use crate::analysis::FailureSet;
use crate::compute::{Moment, Number, Reply, Years};
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

    /// The figures of single years.
    pub fn year_figures(&self) -> &[Number] {
        self.years.as_ref().map_or(&[], |years| &years.figures)
    }

    /// How many findings there are, for a tab.
    pub fn count(&self) -> Html {
        match &self.reply {
            Some(reply) if self.problem.is_none() => {
                html! { <span class="tab-count">{ reply.findings.len() }</span> }
            }
            _ => Html::default(),
        }
    }
}
