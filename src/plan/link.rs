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
    /// Group Chat servers hand what is said to a Compliance Server.
    Records,
    /// A server keeps its data in a database.
    Stores,
    /// A pool or Standard Edition server calls the telephone network by a Mediation Server.
    Calls,
    /// A Mediation Server uses a gateway or a trunk.
    Trunk,
    /// Communicator Web Access signs its users in at a pool or Standard Edition server.
    SignsIn,
    /// A pool or Standard Edition server has its messages archived.
    Archives,
    /// A pool or Standard Edition server is watched.
    Reports,
    /// A pool or Standard Edition server reaches other organisations by these Edge Servers and no others.
    Federates,
    /// Something needs a shared part.
    Needs,
}

json::names!(LinkKind {
    NextHop,
    Balances,
    Publishes,
    ChatHost,
    ChatDatabase,
    Records,
    Stores,
    Calls,
    Trunk,
    SignsIn,
    Archives,
    Reports,
    Federates,
    Needs
});

impl LinkKind {
    /// What the link says, as words between the names of its ends.
    pub fn words(self) -> &'static str {
        match self {
            Self::NextHop => "passes remote users on to",
            Self::Balances => "spreads connections over",
            Self::Publishes => "publishes the content of",
            Self::ChatHost => "reaches its users through",
            Self::ChatDatabase => "keeps its rooms in",
            Self::Records => "hands what is said to",
            Self::Stores => "keeps its data in",
            Self::Calls => "calls by",
            Self::Trunk => "reaches the telephone network by",
            Self::SignsIn => "signs its users in at",
            Self::Archives => "has its messages archived by",
            Self::Reports => "is watched by",
            Self::Federates => "reaches other organisations by",
            Self::Needs => "needs",
        }
    }

    /// What depends on the link, as a sentence.
    pub fn meaning(self) -> &'static str {
        match self {
            Self::NextHop => "Users outside reach their home by it.",
            Self::Balances => "An array of two or more servers needs it for more than one of them to count.",
            Self::Publishes => "Users outside get slides, handouts and the address book by it.",
            Self::ChatHost => "Group Chat reaches its users by it.",
            Self::ChatDatabase => "Group Chat has its rooms by it.",
            Self::Records => "Chat rooms are recorded by it.",
            Self::Stores => "Without the database the server has nowhere to put its data.",
            Self::Calls => "Users call the telephone network by it; several of them are tried in turn.",
            Self::Trunk => "A Mediation Server has one gateway or trunk.",
            Self::SignsIn => "Browser users reach their home by it.",
            Self::Archives => "Messages of the home’s users are archived by it.",
            Self::Reports => "Call details and media quality are collected by it.",
            Self::Federates => {
                "Without such a link a home federates by the Edge Servers that its remote users take."
            }
            Self::Needs => "What is linked to it is down whenever all of it is down.",
        }
    }

    /// The kind of link that can lead from the one end to the other.
    ///
    /// # Errors
    /// [`Refusal`] says why no link can.
    pub fn between(from: EndKind, to: EndKind) -> Result<Self, Refusal> {
        use EndKind::{Component, Pool, Population};
        use Function as F;
        match (from, to) {
            (Component(F::Edge), Pool | Component(F::Standalone | F::Director))
            | (Component(F::Director), Pool | Component(F::Standalone)) => Ok(Self::NextHop),
            (
                Component(F::LoadBalancer),
                Component(
                    F::Edge
                    | F::Standalone
                    | F::Director
                    | F::ReverseProxy
                    | F::WebAccess
                    | F::Mediation
                    | F::ChatServer,
                ),
            ) => Ok(Self::Balances),
            (Component(F::ReverseProxy), Pool | Component(F::Standalone | F::WebAccess)) => {
                Ok(Self::Publishes)
            }
            (Component(F::ChatServer), Pool | Component(F::Standalone)) => Ok(Self::ChatHost),
            (Component(F::ChatServer), Component(F::ChatDatabase)) => Ok(Self::ChatDatabase),
            (Component(F::ChatServer), Component(F::Compliance)) => Ok(Self::Records),
            (Component(F::Archiving), Component(F::ArchivingDatabase))
            | (Component(F::Monitoring), Component(F::MonitoringDatabase))
            | (Component(F::Compliance), Component(F::ComplianceDatabase | F::ChatDatabase)) => {
                Ok(Self::Stores)
            }
            (Pool | Component(F::Standalone), Component(F::Mediation)) => Ok(Self::Calls),
            (Component(F::Mediation), Component(F::Gateway | F::SipTrunk)) => Ok(Self::Trunk),
            (Component(F::WebAccess), Pool | Component(F::Standalone)) => Ok(Self::SignsIn),
            (Pool | Component(F::Standalone), Component(F::Archiving)) => Ok(Self::Archives),
            (Pool | Component(F::Standalone), Component(F::Monitoring)) => Ok(Self::Reports),
            (Pool | Component(F::Standalone), Component(F::Edge)) => Ok(Self::Federates),
            // What is shared needs nothing of its like, so that no needs go round in a circle.
            (Component(from), Component(to)) if to.is_shared() && !from.is_shared() => Ok(Self::Needs),
            (Pool, Component(to)) if to.is_shared() => Ok(Self::Needs),
            (_, Component(to)) if is_pool_part(to) => Err(Refusal::PoolPart),
            (Component(from), _) if is_pool_part(from) => Err(Refusal::PoolPart),
            (Population, _) | (_, Population) => Err(Refusal::Population),
            (Component(F::LoadBalancer), Pool) => Err(Refusal::BalancerOfPool),
            _ => Err(Refusal::NoSuchDependency),
        }
    }
}

/// Whether components of the function stand in a pool and nowhere else.
fn is_pool_part(function: Function) -> bool {
    matches!(function, Function::FrontEnd | Function::BackEnd | Function::FileShare) || function.is_expanded()
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
