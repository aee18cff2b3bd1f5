//! What can be selected.

use crate::plan::{LinkId, NodeId, Scenario};

/// Something on the canvas that can be selected.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Target {
    /// A component, a pool, or the card of a population's users in the office.
    Node(NodeId),
    /// The card of a population's users outside.
    RemoteUsers(NodeId),
    /// A link.
    Link(LinkId),
}

impl Target {
    /// The node that it is or belongs to; none for a link.
    pub fn node(&self) -> Option<&NodeId> {
        match self {
            Self::Node(node) | Self::RemoteUsers(node) => Some(node),
            Self::Link(_) => None,
        }
    }

    /// Whether it is there.
    pub fn exists(&self, scenario: &Scenario) -> bool {
        match self {
            Self::Node(node) => scenario.node(node).is_some(),
            Self::RemoteUsers(node) => {
                scenario.population(node).is_some_and(|users| users.remote_share > 0.0)
            }
            Self::Link(link) => scenario.link(link).is_some(),
        }
    }

    /// Whether it has a place of its own on the canvas.
    pub fn can_move(&self) -> bool {
        !matches!(self, Self::Link(_))
    }
}
