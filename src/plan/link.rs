//! Links: the typed dependencies that the product has between its parts.

use serde::Serialize;
use thiserror::Error;

use super::id::{LinkId, NodeId};
use crate::catalog::role::Function;
use crate::json;

/// What a link says of its two ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum LinkKind {
    /// An Edge Server passes remote users on to a pool or Standard Edition server.
    NextHop,
    /// A load balancer spreads connections over the servers of an array.
    Balances,
    /// A reverse proxy publishes the content of a pool or Standard Edition server.
    Publishes,
    /// Group Chat servers use a pool or Standard Edition server to reach their users.
    ChatHost,
    /// Group Chat servers keep their rooms in a database.
    ChatDatabase,
}

json::names!(LinkKind { NextHop, Balances, Publishes, ChatHost, ChatDatabase });

impl LinkKind {
    /// What the link says, as words between the names of its ends.
    pub fn words(self) -> &'static str {
        match self {
            Self::NextHop => "passes remote users on to",
            Self::Balances => "spreads connections over",
            Self::Publishes => "publishes the content of",
            Self::ChatHost => "reaches its users through",
            Self::ChatDatabase => "keeps its rooms in",
        }
    }

    /// The kind of link that can lead from the one end to the other.
    ///
    /// # Errors
    /// [`Refusal`] says why no link can.
    pub fn between(from: EndKind, to: EndKind) -> Result<Self, Refusal> {
        use EndKind::{Component, Pool, Population};
        use Function::{
            BackEnd, ChatDatabase, ChatServer, Edge, FileShare, FrontEnd, LoadBalancer, ReverseProxy,
            Standalone,
        };
        match (from, to) {
            (Component(Edge), Pool | Component(Standalone)) => Ok(Self::NextHop),
            (Component(LoadBalancer), Component(Edge)) => Ok(Self::Balances),
            (Component(ReverseProxy), Pool | Component(Standalone)) => Ok(Self::Publishes),
            (Component(ChatServer), Pool | Component(Standalone)) => Ok(Self::ChatHost),
            (Component(ChatServer), Component(ChatDatabase)) => Ok(Self::ChatDatabase),
            (_, Component(FrontEnd | BackEnd | FileShare))
            | (Component(FrontEnd | BackEnd | FileShare), _) => Err(Refusal::PoolPart),
            (Population, _) | (_, Population) => Err(Refusal::Population),
            (Component(LoadBalancer), Pool) => Err(Refusal::BalancerOfPool),
            _ => Err(Refusal::NoSuchDependency),
        }
    }
}

/// What stands at an end of a link.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EndKind {
    /// A component of this function.
    Component(Function),
    /// A pool as a whole.
    Pool,
    /// Users.
    Population,
}

/// Why two things cannot be linked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum Refusal {
    /// One end is a part of a pool.
    #[error("parts of a pool belong together by standing in it; link to the pool as a whole")]
    PoolPart,
    /// One end is a population.
    #[error("users are homed, not linked: only a pool or a Standard Edition server can be their home")]
    Population,
    /// A load balancer outside the pool.
    #[error("a pool's load balancer stands inside the pool; move it there")]
    BalancerOfPool,
    /// Both ends are the same.
    #[error("a part cannot depend on itself")]
    Itself,
    /// The link is there already.
    #[error("these two are linked already")]
    Twice,
    /// The product has no such dependency.
    #[error("the product has no dependency between these two")]
    NoSuchDependency,
}

/// A typed dependency of one part on another.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Link {
    /// Its name, unique among the scenario's links.
    pub id: LinkId,
    /// What it says.
    pub kind: LinkKind,
    /// The component that depends on the other end, or serves it.
    pub from: NodeId,
    /// The other end: a component or a pool.
    pub to: NodeId,
}

json::fields!(Link { id, kind, from, to });
