//! Items of the checklist: rules about something that a plan does not hold, such as network cards or the version of a database.
//! Nothing is guessed: somebody looks, and says that it is so or that it has nothing to do with the plan.

use super::drawing::Drawing;
use super::finding::{Severity, Source};
use crate::catalog::figure::Mark;
use crate::plan::{NodeId, Tick};

/// An entry of the tables of items.
#[derive(Debug)]
pub struct Item {
    /// Its name, for example `EDGE-NIC`.
    pub id: &'static str,
    /// What has to be so, as a sentence that can be affirmed.
    pub statement: &'static str,
    /// How much it weighs where it is not so.
    pub severity: Severity,
    /// How sure it is.
    pub mark: Mark,
    /// Why it matters.
    pub reason: &'static str,
    /// Where it was read.
    pub source: Source,
    /// The nodes of a drawing that it is about; it is no item of a drawing where there are none.
    pub(super) about: fn(&Drawing<'_>) -> Vec<NodeId>,
}

/// An item that has to do with a plan.
#[derive(Debug, Clone, PartialEq)]
pub struct Check {
    /// The item's name.
    pub item: &'static str,
    /// What has to be so.
    pub statement: &'static str,
    /// How much it weighs where it is not so.
    pub severity: Severity,
    /// How sure it is.
    pub mark: Mark,
    /// The nodes that it is about.
    pub nodes: Vec<NodeId>,
    /// Why it matters.
    pub reason: &'static str,
    /// Where it was read.
    pub source: Source,
    /// What it comes to in this plan, as a sentence, where that can be worked out.
    pub detail: Option<String>,
    /// What somebody said of it; none while it is open.
    pub tick: Option<Tick>,
}

/// Works out what an item comes to in a plan.
pub(super) type Detail = fn(&Drawing<'_>) -> Option<String>;

impl Item {
    /// The item as it stands in a plan; none where the plan holds nothing that it is about.
    pub(super) fn check(&self, drawing: &Drawing<'_>) -> Option<Check> {
        let nodes = (self.about)(drawing);
        (!nodes.is_empty()).then(|| Check {
            item: self.id,
            statement: self.statement,
            severity: self.severity,
            mark: self.mark,
            nodes,
            reason: self.reason,
            source: self.source,
            detail: None,
            tick: drawing.scenario.checklist.get(self.id).copied(),
        })
    }
}
