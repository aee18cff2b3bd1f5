//! What can be lost, and what is then left.

use crate::catalog::Catalog;
use crate::catalog::role::Function;
use crate::json;
use crate::plan::{Component, LinkKind, Scenario};

/// What can be lost, as far as its failures differ.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Thing {
    /// A Standard Edition server.
    StandardEdition,
    /// Front Ends of a pool.
    FrontEnd,
    /// The database of a pool.
    BackEnd,
    /// The load balancer of a pool.
    PoolBalancer,
    /// The load balancer in front of Edge Servers.
    EdgeBalancer,
    /// The load balancer in front of Directors.
    DirectorBalancer,
    /// The load balancer in front of Communicator Web Access.
    WebAccessBalancer,
    /// The load balancer in front of reverse proxies.
    ProxyBalancer,
    /// The load balancer in front of Group Chat servers.
    ChatBalancer,
    /// The file share of a pool.
    FileShare,
    /// Edge Servers.
    Edge,
    /// Reverse proxies.
    ReverseProxy,
    /// Directors.
    Director,
    /// Mediation Servers.
    Mediation,
    /// Media gateways.
    Gateway,
    /// Trunks to a provider.
    SipTrunk,
    /// Lines to the telephone network.
    PstnLink,
    /// Communicator Web Access.
    WebAccess,
    /// Archiving Servers.
    Archiving,
    /// The database of archived messages.
    ArchivingDatabase,
    /// The Monitoring Server.
    Monitoring,
    /// Its databases.
    MonitoringDatabase,
    /// Group Chat servers.
    ChatServer,
    /// The database of chat rooms.
    ChatDatabase,
    /// The server that records chat rooms.
    Compliance,
    /// Its database.
    ComplianceDatabase,
    /// Web Conferencing Servers of an expanded pool.
    WebConferencing,
    /// A/V Conferencing Servers of an expanded pool.
    AvConferencing,
    /// Web Components Servers of an expanded pool.
    WebComponents,
    /// Domain controllers.
    ActiveDirectory,
    /// DNS servers.
    Dns,
    /// Switches.
    Switch,
    /// Lines between sites.
    WanLink,
    /// Lines to the Internet.
    InternetLink,
    /// A whole site.
    Site,
    /// A part of the architect's own.
    Custom,
}

json::names!(Thing {
    StandardEdition,
    FrontEnd,
    BackEnd,
    PoolBalancer,
    EdgeBalancer,
    DirectorBalancer,
    WebAccessBalancer,
    ProxyBalancer,
    ChatBalancer,
    FileShare,
    Edge,
    ReverseProxy,
    Director,
    Mediation,
    Gateway,
    SipTrunk,
    PstnLink,
    WebAccess,
    Archiving,
    ArchivingDatabase,
    Monitoring,
    MonitoringDatabase,
    ChatServer,
    ChatDatabase,
    Compliance,
    ComplianceDatabase,
    WebConferencing,
    AvConferencing,
    WebComponents,
    ActiveDirectory,
    Dns,
    Switch,
    WanLink,
    InternetLink,
    Site,
    Custom
});

/// What is left of what failed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Condition {
    /// Others of its kind serve.
    OneLost,
    /// Nothing of its kind serves.
    LastLost,
    /// The same, where servers are to stop rather than leave anything unarchived.
    LastLostCritical,
    /// Another node takes over.
    FailingOver,
    /// What serves goes on, without a stand-by.
    StandByLost,
    /// The nodes are there, what they share is not.
    StorageLost,
    /// Of a pair of appliances the other one takes over.
    UnitLost,
    /// A place with all that stands there.
    SiteLost,
    /// The last line between two places, or to the world.
    LineLost,
}

json::names!(Condition {
    OneLost,
    LastLost,
    LastLostCritical,
    FailingOver,
    StandByLost,
    StorageLost,
    UnitLost,
    SiteLost,
    LineLost
});

impl Thing {
    /// What a component is; a directory is two things at once.
    pub fn of(scenario: &Scenario, catalog: &Catalog, component: &Component) -> Vec<Self> {
        let Some(role) = catalog.role(&component.role) else { return Vec::new() };
        // A pool that takes remote users in for other homes holds no users itself.
        let pool = component.pool.as_ref().and_then(|pool| scenario.pool(pool));
        let in_director = pool.is_some_and(|pool| pool.director);
        let thing = match role.function {
            Function::Standalone => Self::StandardEdition,
            Function::FrontEnd | Function::BackEnd if in_director => Self::Director,
            Function::FrontEnd => Self::FrontEnd,
            Function::BackEnd => Self::BackEnd,
            Function::LoadBalancer if in_director => Self::DirectorBalancer,
            Function::LoadBalancer => return Self::of_balancer(scenario, catalog, component),
            Function::FileShare => Self::FileShare,
            Function::Edge => Self::Edge,
            Function::ReverseProxy => Self::ReverseProxy,
            Function::ChatServer => Self::ChatServer,
            Function::ChatDatabase => Self::ChatDatabase,
            Function::Director => Self::Director,
            Function::Mediation => Self::Mediation,
            Function::Gateway => Self::Gateway,
            Function::SipTrunk => Self::SipTrunk,
            Function::WebAccess => Self::WebAccess,
            Function::Archiving => Self::Archiving,
            Function::ArchivingDatabase => Self::ArchivingDatabase,
            Function::Monitoring => Self::Monitoring,
            Function::MonitoringDatabase => Self::MonitoringDatabase,
            Function::Compliance => Self::Compliance,
            Function::ComplianceDatabase => Self::ComplianceDatabase,
            Function::WebConferencing => Self::WebConferencing,
            Function::AvConferencing => Self::AvConferencing,
            Function::WebComponents => Self::WebComponents,
            Function::Directory => return vec![Self::ActiveDirectory, Self::Dns],
            Function::Switch => Self::Switch,
            Function::WanLink => Self::WanLink,
            Function::InternetLink => Self::InternetLink,
            Function::PstnLink => Self::PstnLink,
            Function::Custom => Self::Custom,
        };
        vec![thing]
    }

    /// Load balancers by what they stand in front of. One that stands in front of nothing is nobody's loss.
    fn of_balancer(scenario: &Scenario, catalog: &Catalog, balancer: &Component) -> Vec<Self> {
        if balancer.pool.is_some() {
            return vec![Self::PoolBalancer];
        }
        let mut things = Vec::new();
        for link in
            scenario.links.iter().filter(|link| link.kind == LinkKind::Balances && link.from == balancer.id)
        {
            let array = scenario.component(&link.to).and_then(|array| catalog.role(&array.role));
            let thing = array.map(|role| match role.function {
                Function::Edge => Self::EdgeBalancer,
                Function::ReverseProxy => Self::ProxyBalancer,
                Function::ChatServer => Self::ChatBalancer,
                Function::Director => Self::DirectorBalancer,
                Function::WebAccess => Self::WebAccessBalancer,
                Function::Mediation => Self::Mediation,
                _ => Self::PoolBalancer,
            });
            things.extend(thing.filter(|thing| !things.contains(thing)));
        }
        things
    }
}
