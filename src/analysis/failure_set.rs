//! What is killed at this moment.

use crate::plan::ComputerId;
use crate::plan::{Component, NodeId, Scenario, Server, ServerId, SiteId};

/// Something that is killed or repaired as one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Casualty {
    /// One server of a component.
    Server {
        /// The component that it belongs to.
        component: NodeId,
        /// The server.
        server: ServerId,
    },
    /// All servers of a component, or of all parts of a pool.
    Node(NodeId),
    /// All servers on a computer.
    Computer(ComputerId),
    /// All servers that stand at a site, with the site's power, cooling and network.
    Site(SiteId),
}

/// The servers and sites that are down because somebody killed them. It belongs to a session and never to a plan.
///
/// Servers on one computer fail together, and all servers of a site that is down are down: the set holds them all, in
/// the plan's order, so that equal sets are equal.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct FailureSet {
    servers: Vec<(NodeId, ServerId)>,
    sites: Vec<SiteId>,
}

impl FailureSet {
    /// One server, which shares its computer with no other.
    pub(super) fn of_one(component: &NodeId, server: &ServerId) -> Self {
        Self { servers: vec![(component.clone(), server.clone())], sites: Vec::new() }
    }

    /// Whether nothing is killed.
    pub fn is_empty(&self) -> bool {
        self.servers.is_empty() && self.sites.is_empty()
    }

    /// The servers that are down, with their components, in the plan's order.
    pub fn servers(&self) -> &[(NodeId, ServerId)] {
        &self.servers
    }

    /// The sites that are down.
    pub fn sites(&self) -> &[SiteId] {
        &self.sites
    }

    /// Whether the server is down.
    pub fn is_down(&self, component: &NodeId, server: &ServerId) -> bool {
        self.servers.iter().any(|(of, down)| down == server && of == component)
    }

    /// Whether all servers of the component are down.
    pub fn takes_all_of(&self, component: &Component) -> bool {
        component.servers.iter().all(|server| self.is_down(&component.id, &server.id))
    }

    /// Whether all that the casualty stands for is down; not where the scenario does not hold it.
    pub fn holds(&self, scenario: &Scenario, casualty: &Casualty) -> bool {
        let site_too = match casualty {
            Casualty::Site(site) => self.sites.contains(site),
            _ => casualty.exists(scenario),
        };
        site_too
            && casualty.servers(scenario).all(|(component, server)| self.is_down(&component.id, &server.id))
    }

    /// Kills it, with what fails along with it.
    pub fn kill(&mut self, scenario: &Scenario, casualty: &Casualty) {
        if let Casualty::Site(site) = casualty {
            self.sites.push(site.clone());
        }
        let struck = casualty.servers(scenario);
        self.servers.extend(struck.map(|(component, server)| (component.id.clone(), server.id.clone())));
        self.settle(scenario);
    }

    /// Repairs it, with what is repaired along with it: the other servers of its computers, and the site that it
    /// stands at, of which the other servers stay down.
    pub fn repair(&mut self, scenario: &Scenario, casualty: &Casualty) {
        if let Casualty::Site(site) = casualty {
            self.sites.retain(|down| down != site);
        }
        let computers: Vec<&ComputerId> =
            casualty.servers(scenario).map(|(_, server)| &server.computer).collect();
        for (component, server) in scenario.servers() {
            if computers.contains(&&server.computer) {
                self.servers.retain(|(_, down)| *down != server.id);
                self.sites.retain(|down| *down != component.site);
            }
        }
    }

    /// Brings the set in line with a scenario: forgets what is not there, and takes in what fails along with the rest.
    pub fn settle(&mut self, scenario: &Scenario) {
        if self.is_empty() {
            return;
        }
        let sites = scenario.sites.iter().map(|site| &site.id).filter(|site| self.sites.contains(site));
        let sites: Vec<SiteId> = sites.cloned().collect();
        let struck = |component: &Component, server: &Server| {
            sites.contains(&component.site) || self.is_down(&component.id, &server.id)
        };
        let computers: Vec<&ComputerId> = (scenario.servers())
            .filter(|(component, server)| struck(component, server))
            .map(|(_, server)| &server.computer)
            .collect();
        let down = scenario.servers().filter(|(_, server)| computers.contains(&&server.computer));
        self.servers = down.map(|(component, server)| (component.id.clone(), server.id.clone())).collect();
        self.sites = sites;
    }
}

impl Casualty {
    /// Whether the scenario holds it.
    pub fn exists(&self, scenario: &Scenario) -> bool {
        match self {
            Self::Site(site) => scenario.site(site).is_some(),
            _ => self.servers(scenario).next().is_some(),
        }
    }

    /// The servers that it names.
    fn servers<'a>(&'a self, scenario: &'a Scenario) -> impl Iterator<Item = (&'a Component, &'a Server)> {
        let named = move |component: &Component, server: &Server| match self {
            Self::Server { component: of, server: wanted } => component.id == *of && server.id == *wanted,
            Self::Node(node) => component.id == *node || component.pool.as_ref() == Some(node),
            Self::Computer(computer) => server.computer == *computer,
            Self::Site(site) => component.site == *site,
        };
        let all = scenario.servers().map(|(component, server)| (&**component, server));
        all.filter(move |(component, server)| named(component, server))
    }
}
