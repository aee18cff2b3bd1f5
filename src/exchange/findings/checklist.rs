//! The checklist of a plan as JSON: what a plan does not hold, so that somebody has to look.

use serde::Serialize;

use super::SourceAnswer;
use crate::catalog::figure::Mark;
use crate::plan::Tick;
use crate::rules::{Check, Severity};

/// An item of the checklist that has to do with the plan.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct CheckAnswer {
    /// The item's name, for example `EDGE-NIC`.
    pub item: String,
    /// What has to be so.
    pub statement: String,
    /// How much it weighs where it is not so.
    pub severity: Severity,
    /// How sure it is.
    pub mark: Mark,
    /// Ids of the components, pools and populations that it is about.
    pub nodes: Vec<String>,
    /// Why it matters.
    pub reason: String,
    /// Where it was read.
    pub source: SourceAnswer,
    /// What it comes to in this plan, or null.
    pub detail: Option<String>,
    /// What somebody said of it.
    pub state: State,
}

/// What somebody said of an item.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum State {
    /// Nothing yet: it is still to be looked at.
    Open,
    /// It is as it has to be.
    Done,
    /// It has nothing to do with this plan.
    NotApplicable,
}

impl From<Option<Tick>> for State {
    fn from(tick: Option<Tick>) -> Self {
        match tick {
            None => Self::Open,
            Some(Tick::Done) => Self::Done,
            Some(Tick::NotApplicable) => Self::NotApplicable,
        }
    }
}

impl From<&Check> for CheckAnswer {
    fn from(check: &Check) -> Self {
        Self {
            item: check.item.into(),
            statement: check.statement.into(),
            severity: check.severity,
            mark: check.mark,
            nodes: check.nodes.iter().map(ToString::to_string).collect(),
            reason: check.reason.into(),
            source: SourceAnswer::from(check.source),
            detail: check.detail.clone(),
            state: State::from(check.tick),
        }
    }
}
