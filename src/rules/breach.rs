//! One place of a drawing that breaks a rule.

use super::finding::{Fix, Severity, Source};
use crate::catalog::figure::Mark;
use crate::plan::{Component, Edit, NodeId};

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
    /// A breach of these nodes, the one to show it on first.
    pub(super) fn new(nodes: &[&NodeId], text: String) -> Self {
        let mut breach =
            Self { nodes: Vec::new(), text, fix: None, severity: None, mark: None, source: None };
        for node in nodes {
            breach.nodes.push((*node).clone());
        }
        breach
    }

    /// A breach of components.
    pub(super) fn among(components: &[&Component], text: String) -> Self {
        let mut breach = Self::new(&[], text);
        for component in components {
            breach.nodes.push(component.id.clone());
        }
        breach
    }

    /// A breach that concerns one more node.
    pub(super) fn and(mut self, node: &NodeId) -> Self {
        self.nodes.push(node.clone());
        self
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
