//! One place of a drawing that breaks a rule.

use super::finding::{Fix, Severity, Source};
use crate::catalog::figure::Mark;
use crate::plan::{Edit, NodeId};

/// One place of a drawing that breaks a rule; what it leaves open the rule says.
#[derive(Debug)]
pub struct Breach {
    pub(super) nodes: Vec<NodeId>,
    pub(super) text: String,
    pub(super) fix: Option<Fix>,
    pub(super) severity: Option<Severity>,
    pub(super) mark: Option<Mark>,
    pub(super) source: Option<Source>,
}

impl Breach {
    pub(super) fn new<'a>(nodes: impl IntoIterator<Item = &'a NodeId>, text: String) -> Self {
        let nodes = nodes.into_iter().cloned().collect();
        Self { nodes, text, fix: None, severity: None, mark: None, source: None }
    }

    /// A breach that weighs otherwise than the rule says, and how sure that is.
    pub(super) fn weighing(mut self, severity: Severity, mark: Mark) -> Self {
        (self.severity, self.mark) = (Some(severity), Some(mark));
        self
    }

    /// A breach of something that another document says.
    pub(super) fn read_in(mut self, source: Source) -> Self {
        self.source = Some(source);
        self
    }

    /// A breach that the edits remove; without edits there is no fix.
    pub(super) fn fixed_by(mut self, label: impl Into<String>, edits: Option<Vec<Edit>>) -> Self {
        self.fix = edits.map(|edits| Fix { label: label.into(), edits });
        self
    }
}
