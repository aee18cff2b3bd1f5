//! Roles: what can be placed on the canvas and which figures it goes by.

use serde::{Deserialize, Serialize};

use super::id::{FigureId, RoleId, UnitId};

/// The part that a role plays in a topology; what the analysis asks of it depends on nothing else.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Function {
    /// A home server that holds everything on one computer.
    Standalone,
    /// A server of a pool that users are connected to.
    FrontEnd,
    /// The database of a pool.
    BackEnd,
    /// Spreads connections over the servers of a pool or an array.
    LoadBalancer,
    /// Holds the files of meetings and the address book of a pool.
    FileShare,
    /// The way in for remote users.
    Edge,
    /// Publishes web content to remote users.
    ReverseProxy,
    /// A server of persistent chat rooms.
    ChatServer,
    /// The database of the chat rooms.
    ChatDatabase,
}

/// How the servers of a component stand in for one another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Redundancy {
    /// One server; more do not help.
    Single,
    /// Every server carries a share of the load.
    LoadShared,
    /// One server carries the load, the others stand by.
    ActivePassive,
}

/// The part of the network a component stands in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Zone {
    /// Outside the organisation.
    External,
    /// Between the two firewalls.
    Perimeter,
    /// Inside the organisation.
    Internal,
}

/// How a role's servers fail over to one another.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Failover {
    /// Time of an automatic failover.
    pub time: FigureId,
    /// Share of failures that the automatic failover covers.
    pub coverage: FigureId,
    /// Time of a manual switch where it does not.
    pub manual_time: FigureId,
    /// Failure rate of a waiting server relative to a serving one.
    pub dormancy: FigureId,
}

/// How many users a role's servers carry.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Capacity {
    /// Users carried by one server.
    pub per_server: FigureId,
    /// Number of servers beyond which more do not carry more users.
    #[serde(default)]
    pub counted_servers: Option<FigureId>,
    /// Users carried by all of them at the most.
    #[serde(default)]
    pub at_most: Option<FigureId>,
}

/// Planned work on a role's servers, one at a time.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Planned {
    /// How often each server is taken out of service.
    pub per_year: FigureId,
    /// How long it then is out of service.
    pub duration: FigureId,
}

/// How many servers a component of the role has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ServerRange {
    /// When it is placed.
    pub default: usize,
    /// At the most, in the editor.
    pub max: usize,
}

/// Something that can be placed on the canvas.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Role {
    /// Its name in plans.
    pub id: RoleId,
    /// Its name on the screen.
    pub name: String,
    /// What it is for, in one sentence.
    pub purpose: String,
    /// Where it stands in the palette.
    pub palette: String,
    /// Icon of the page's own set.
    pub icon: String,
    /// The part it plays.
    pub function: Function,
    /// How its servers stand in for one another.
    pub redundancy: Redundancy,
    /// The part of the network it stands in.
    pub zone: Zone,
    /// What a server of it is made of.
    pub unit: UnitId,
    /// How many servers it has.
    pub servers: ServerRange,
    /// Share of failures that take all servers at once, for load-shared roles.
    #[serde(default)]
    pub common_cause: Option<FigureId>,
    /// Users carried, where the role limits them.
    #[serde(default)]
    pub capacity: Option<Capacity>,
    /// Planned work, where the role has any.
    #[serde(default)]
    pub planned: Option<Planned>,
    /// Failover, for active/passive roles.
    #[serde(default)]
    pub failover: Option<Failover>,
    /// What two or more active/passive servers share, in series with them.
    #[serde(default)]
    pub shared_storage: Option<UnitId>,
}

impl Role {
    /// All figures that a component of this role goes by, apart from those of its units.
    pub fn figures(&self) -> Vec<&FigureId> {
        let mut figures: Vec<&FigureId> = self.common_cause.iter().collect();
        if let Some(capacity) = &self.capacity {
            figures.push(&capacity.per_server);
            figures.extend(&capacity.counted_servers);
            figures.extend(&capacity.at_most);
        }
        if let Some(planned) = &self.planned {
            figures.extend([&planned.per_year, &planned.duration]);
        }
        if let Some(failover) = &self.failover {
            figures.extend([&failover.time, &failover.coverage, &failover.manual_time, &failover.dormancy]);
        }
        figures
    }
}

/// Share of a failure rate that belongs to one failure mode.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub enum ModeShare {
    /// The figure is the mode's share.
    Is(FigureId),
    /// What the figure leaves of one is the mode's share.
    RestOf(FigureId),
}

/// One way in which a unit fails.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FailureModeSpec {
    /// What fails, in a few words.
    pub name: String,
    /// Mean time between the failures that this mode is a share of.
    pub mtbf: FigureId,
    /// The mode's share of them; all where absent.
    #[serde(default)]
    pub share: Option<ModeShare>,
    /// Mean time to repair.
    pub mttr: FigureId,
}

/// What fails as one piece, and in which ways.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct UnitSpec {
    /// Its name in the catalog.
    pub id: UnitId,
    /// Its name on the screen.
    pub name: String,
    /// Its failure modes, at least one.
    pub modes: Vec<FailureModeSpec>,
}

impl UnitSpec {
    /// All figures that the failure modes read.
    pub fn figures(&self) -> Vec<&FigureId> {
        let mut figures = Vec::new();
        for mode in &self.modes {
            figures.push(&mode.mtbf);
            match &mode.share {
                Some(ModeShare::Is(figure) | ModeShare::RestOf(figure)) => figures.push(figure),
                None => {}
            }
            figures.push(&mode.mttr);
        }
        figures
    }
}
