//! Roles: what can be placed on the canvas and which figures it goes by.

use super::id::{FigureId, RoleId, UnitId};
use super::subject::Subject;
use crate::json::{self, FromJson, Json, Reading};

/// The part that a role plays in a topology; what the analysis asks of it depends on nothing else.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
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
    /// Takes remote users in and passes them on to their home.
    Director,
    /// Joins a pool to one gateway or trunk.
    Mediation,
    /// Joins a Mediation Server to the telephone network.
    Gateway,
    /// Joins a Mediation Server to a provider's telephone network, without a gateway.
    SipTrunk,
    /// Lets users sign in with a browser.
    WebAccess,
    /// Keeps a copy of messages.
    Archiving,
    /// The database of archived messages.
    ArchivingDatabase,
    /// Collects call details and media quality.
    Monitoring,
    /// The database of call details and media quality.
    MonitoringDatabase,
    /// Records chat rooms.
    Compliance,
    /// The database of recorded chat rooms.
    ComplianceDatabase,
    /// Holds web conferences in an expanded pool.
    WebConferencing,
    /// Mixes audio and video in an expanded pool.
    AvConferencing,
    /// Serves content and the address book in an expanded pool.
    WebComponents,
    /// Domain controllers and DNS.
    Directory,
    /// A switch of the network.
    Switch,
    /// A line between places.
    WanLink,
    /// The line to the Internet.
    InternetLink,
    /// The lines to the telephone network.
    PstnLink,
    /// Anything else that fails.
    Custom,
}

impl Function {
    /// Whether it is something that others are linked to because they need it, of whatever kind they are.
    pub fn is_shared(self) -> bool {
        matches!(
            self,
            Self::Directory
                | Self::Switch
                | Self::WanLink
                | Self::InternetLink
                | Self::PstnLink
                | Self::Custom
        )
    }

    /// Whether users can be homed on it by itself, without a pool around it.
    pub fn is_home(self) -> bool {
        self == Self::Standalone
    }

    /// Whether it makes a pool an expanded one.
    pub fn is_expanded(self) -> bool {
        matches!(self, Self::WebConferencing | Self::AvConferencing | Self::WebComponents)
    }
}

json::names!(Function {
    Standalone,
    FrontEnd,
    BackEnd,
    LoadBalancer,
    FileShare,
    Edge,
    ReverseProxy,
    ChatServer,
    ChatDatabase,
    Director,
    Mediation,
    Gateway,
    SipTrunk,
    WebAccess,
    Archiving,
    ArchivingDatabase,
    Monitoring,
    MonitoringDatabase,
    Compliance,
    ComplianceDatabase,
    WebConferencing,
    AvConferencing,
    WebComponents,
    Directory,
    Switch,
    WanLink,
    InternetLink,
    PstnLink,
    Custom
});

/// How the servers of a component stand in for one another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Redundancy {
    /// One server; more do not help.
    Single,
    /// Every server carries a share of the load.
    LoadShared,
    /// One server carries the load, the others stand by.
    ActivePassive,
}

json::names!(Redundancy { Single, LoadShared, ActivePassive });

/// The part of the network a component stands in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Zone {
    /// Outside the organisation.
    External,
    /// Between the two firewalls.
    Perimeter,
    /// Inside the organisation.
    Internal,
}

json::names!(Zone { External, Perimeter, Internal });

/// How a role's servers fail over to one another.
#[derive(Debug, Clone, PartialEq, Eq)]
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

json::read_fields!(Failover { time, coverage, manual_time, dormancy });

/// How many users a role's servers carry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Capacity {
    /// Users carried by one server, or what `times` makes users of.
    pub per_server: FigureId,
    /// Users for each of what one server carries, where it does not carry users but, say, calls.
    pub times: Option<FigureId>,
    /// Number of servers beyond which more do not carry more users.
    pub counted_servers: Option<FigureId>,
    /// Users carried by all of them at the most.
    pub at_most: Option<FigureId>,
}

json::read_fields!(Capacity { per_server, times = null, counted_servers = null, at_most = null });

/// Planned work on a role's servers, one at a time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Planned {
    /// How often each server is taken out of service.
    pub per_year: FigureId,
    /// How long it then is out of service.
    pub duration: FigureId,
}

json::read_fields!(Planned { per_year, duration });

/// How many servers a component of the role has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ServerRange {
    /// When it is placed.
    pub default: usize,
    /// At the most, in the editor.
    pub max: usize,
}

json::read_fields!(ServerRange { default, max });

/// Something that can be placed on the canvas.
#[derive(Debug, Clone, PartialEq, Eq)]
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
    pub common_cause: Option<FigureId>,
    /// Users carried, where the role limits them.
    pub capacity: Option<Capacity>,
    /// Planned work, where the role has any.
    pub planned: Option<Planned>,
    /// Failover, for active/passive roles.
    pub failover: Option<Failover>,
    /// What two or more active/passive servers share, in series with them.
    pub shared_storage: Option<UnitId>,
}

json::read_fields!(Role { id, name, purpose, palette, icon, function, redundancy, zone, unit, servers, common_cause = null, capacity = null, planned = null, failover = null, shared_storage = null });

impl Role {
    /// What of it fails as one piece: a server of it, and its shared storage.
    pub fn units(&self) -> impl Iterator<Item = &UnitId> {
        [Some(&self.unit), self.shared_storage.as_ref()].into_iter().flatten()
    }

    /// All figures that a component of this role goes by, apart from those of its units, by subject.
    pub fn figures(&self) -> Vec<(Subject, &FigureId)> {
        let mut figures = Vec::new();
        if let Some(Capacity { per_server, times, counted_servers, at_most }) = &self.capacity {
            figures.push((Subject::Capacity, per_server));
            for id in [times, counted_servers, at_most].into_iter().flatten() {
                figures.push((Subject::Capacity, id));
            }
        }
        if let Some(Failover { time, coverage, manual_time, dormancy }) = &self.failover {
            for id in [time, coverage, manual_time, dormancy] {
                figures.push((Subject::Failover, id));
            }
        }
        if let Some(Planned { per_year, duration }) = &self.planned {
            figures.push((Subject::PlannedWork, per_year));
            figures.push((Subject::PlannedWork, duration));
        }
        if let Some(id) = &self.common_cause {
            figures.push((Subject::CommonCause, id));
        }
        figures
    }
}

/// Share of a failure rate that belongs to one failure mode.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ModeShare {
    /// The figure is the mode's share.
    Is(FigureId),
    /// What the figure leaves of one is the mode's share.
    RestOf(FigureId),
}

impl FromJson for ModeShare {
    fn from_json(part: &Json<'_>, reading: &mut Reading) -> Self {
        let (variant, figure) = reading.one_of(part, &["Is", "RestOf"]);
        let figure = FigureId::from_json(figure, reading);
        if variant == 0 { Self::Is(figure) } else { Self::RestOf(figure) }
    }
}

/// One way in which a unit fails.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FailureModeSpec {
    /// What fails, in a few words.
    pub name: String,
    /// Mean time between the failures that this mode is a share of.
    pub mtbf: FigureId,
    /// The mode's share of them; all where absent.
    pub share: Option<ModeShare>,
    /// Mean time to repair.
    pub mttr: FigureId,
}

json::read_fields!(FailureModeSpec { name, mtbf, share = null, mttr });

/// What fails as one piece, and in which ways.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnitSpec {
    /// Its name in the catalog.
    pub id: UnitId,
    /// Its name on the screen.
    pub name: String,
    /// Its failure modes, at least one.
    pub modes: Vec<FailureModeSpec>,
}

json::read_fields!(UnitSpec { id, name, modes });

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
