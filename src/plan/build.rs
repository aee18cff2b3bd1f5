//! Builds plans in a few words, for tests, templates and benchmarks.

use std::rc::Rc;

use super::component::{Component, Server};
use super::document::Document;
use super::id::NodeId;
use super::link::{Link, LinkKind};
use super::population::Population;
use super::scenario::{Pool, Scenario};
use super::site::Site;
use crate::collected::Map;
use crate::geometry::{Canvas, Point};

/// A plan that grows by what is said of it. Nothing is checked until the plan is used.
#[derive(Debug, Clone)]
pub struct PlanBuilder {
    scenario: Scenario,
}

/// A pool under construction.
#[derive(Debug)]
pub struct PoolBuilder<'a> {
    plan: &'a mut PlanBuilder,
    pool: NodeId,
}

impl Default for PlanBuilder {
    fn default() -> Self {
        Self::new()
    }
}

impl PlanBuilder {
    /// An empty plan with one site.
    pub fn new() -> Self {
        Self { scenario: Scenario::empty("plan", "As planned") }
    }

    /// A Standard Edition server.
    #[must_use]
    pub fn standard_edition(mut self, id: &str) -> Self {
        self.component(id, "standard-edition", 1, None);
        self
    }

    /// A pool with the parts that `parts` adds.
    #[must_use]
    pub fn pool(mut self, id: &str, parts: impl FnOnce(PoolBuilder<'_>) -> PoolBuilder<'_>) -> Self {
        let pool = Pool {
            id: id.into(),
            name: id.into(),
            site: self.site(),
            position: Point::new(400.0, 80.0),
            size: None,
            director: false,
        };
        self.scenario.pools.push(Rc::new(pool));
        parts(PoolBuilder { plan: &mut self, pool: id.into() });
        self
    }

    /// Edge Servers that pass remote users on to `next_hop`.
    #[must_use]
    pub fn edge(mut self, id: &str, servers: usize, next_hop: &str) -> Self {
        self.component(id, "edge", servers, None);
        self.link(LinkKind::NextHop, id, next_hop);
        self
    }

    /// Load balancers in front of an array.
    #[must_use]
    pub fn balancers(mut self, id: &str, units: usize, array: &str) -> Self {
        self.component(id, "load-balancer", units, None);
        self.link(LinkKind::Balances, id, array);
        self
    }

    /// A reverse proxy that publishes the content of `home`.
    #[must_use]
    pub fn reverse_proxy(mut self, id: &str, home: &str) -> Self {
        self.component(id, "reverse-proxy", 1, None);
        self.link(LinkKind::Publishes, id, home);
        self
    }

    /// Group Chat servers hosted by `host`, with a database `{id}-database` of as many nodes as said.
    #[must_use]
    pub fn chat(mut self, id: &str, servers: usize, host: &str, database_nodes: usize) -> Self {
        let database = format!("{id}-database");
        self.component(id, "chat-server", servers, None);
        self.component(&database, "chat-database", database_nodes, None);
        self.link(LinkKind::ChatHost, id, host);
        self.link(LinkKind::ChatDatabase, id, &database);
        self
    }

    /// A Director that passes remote users on to `home`.
    #[must_use]
    pub fn director(mut self, id: &str, home: &str) -> Self {
        self.component(id, "director", 1, None);
        self.link(LinkKind::NextHop, id, home);
        self
    }

    /// A Mediation Server by which `home` calls, with a gateway `{id}-gateway`.
    #[must_use]
    pub fn mediation(mut self, id: &str, home: &str) -> Self {
        let gateway = format!("{id}-gateway");
        self.component(id, "mediation", 1, None);
        self.component(&gateway, "gateway", 1, None);
        self.link(LinkKind::Calls, home, id);
        self.link(LinkKind::Trunk, id, &gateway);
        self
    }

    /// Communicator Web Access for the users of `home`.
    #[must_use]
    pub fn web_access(mut self, id: &str, servers: usize, home: &str) -> Self {
        self.component(id, "web-access", servers, None);
        self.link(LinkKind::SignsIn, id, home);
        self
    }

    /// Archiving Servers for `home`, with a database `{id}-database` of as many nodes as said.
    #[must_use]
    pub fn archiving(mut self, id: &str, servers: usize, home: &str, database_nodes: usize) -> Self {
        let database = format!("{id}-database");
        self.component(id, "archiving", servers, None);
        self.component(&database, "archiving-database", database_nodes, None);
        self.link(LinkKind::Archives, home, id);
        self.link(LinkKind::Stores, id, &database);
        self
    }

    /// A Monitoring Server for `home`, with a database `{id}-database`.
    #[must_use]
    pub fn monitoring(mut self, id: &str, home: &str) -> Self {
        let database = format!("{id}-database");
        self.component(id, "monitoring", 1, None);
        self.component(&database, "monitoring-database", 1, None);
        self.link(LinkKind::Reports, home, id);
        self.link(LinkKind::Stores, id, &database);
        self
    }

    /// Compliance Servers for the Group Chat servers `chat`, with a database `{id}-database`.
    #[must_use]
    pub fn compliance(mut self, id: &str, servers: usize, chat: &str) -> Self {
        let database = format!("{id}-database");
        self.component(id, "compliance", servers, None);
        self.component(&database, "compliance-database", 1, None);
        self.link(LinkKind::Records, chat, id);
        self.link(LinkKind::Stores, id, &database);
        self
    }

    /// A part of a shared role, such as `switch`, which `dependent` needs.
    #[must_use]
    pub fn shared(mut self, id: &str, role: &str, units: usize, dependent: &str) -> Self {
        self.component(id, role, units, None);
        self.link(LinkKind::Needs, dependent, id);
        self
    }

    /// Any role of the catalog, without links.
    #[must_use]
    pub fn placed(mut self, id: &str, role: &str, servers: usize) -> Self {
        self.component(id, role, servers, None);
        self
    }

    /// A link.
    #[must_use]
    pub fn linked(mut self, kind: LinkKind, from: &str, to: &str) -> Self {
        self.link(kind, from, to);
        self
    }

    /// One more site.
    #[must_use]
    pub fn site_called(mut self, id: &str) -> Self {
        let site = Site { id: id.into(), name: id.into(), common_mode: None, wan_links: Vec::new() };
        self.scenario.sites.push(Rc::new(site));
        self
    }

    /// Puts components, or pools with their parts, into a site.
    #[must_use]
    pub fn at_site(mut self, site: &str, nodes: &[&str]) -> Self {
        let is_meant = |id: &NodeId| nodes.contains(&id.as_str());
        for component in &mut self.scenario.components {
            if is_meant(&component.id) || component.pool.as_ref().is_some_and(is_meant) {
                Rc::make_mut(component).site = site.into();
            }
        }
        for pool in self.scenario.pools.iter_mut().filter(|pool| is_meant(&pool.id)) {
            Rc::make_mut(pool).site = site.into();
        }
        self
    }

    /// Users in the office, homed on `home`.
    #[must_use]
    pub fn users(self, id: &str, users: u32, home: &str) -> Self {
        self.users_with(id, users, home, |_| ())
    }

    /// Users homed on `home`, with what `more` says of them.
    #[must_use]
    pub fn users_with(
        mut self,
        id: &str,
        users: u32,
        home: &str,
        more: impl FnOnce(&mut Population),
    ) -> Self {
        let mut population = Population {
            id: id.into(),
            name: id.into(),
            home: Some(home.into()),
            users,
            connected_share: 1.0,
            remote_share: 0.0,
            group_chat_share: 0.0,
            voice_share: 0.0,
            web_access_share: 0.0,
            federation_share: 0.0,
            public_im_share: 0.0,
            dial_in_share: 0.0,
            site: None,
            recovery_home: None,
            position: self.next_position(),
            remote_position: Point::new(-200.0, 80.0),
        };
        more(&mut population);
        self.scenario.populations.push(Rc::new(population));
        self
    }

    /// Changes the component of that name.
    #[must_use]
    pub fn with(mut self, id: &str, change: impl FnOnce(&mut Component)) -> Self {
        if let Some(component) =
            self.scenario.components.iter_mut().find(|component| component.id.as_str() == id)
        {
            change(Rc::make_mut(component));
        }
        self
    }

    /// Changes the site on which everything stands.
    #[must_use]
    pub fn with_site(mut self, change: impl FnOnce(&mut Site)) -> Self {
        if let Some(site) = self.scenario.sites.first_mut() {
            change(Rc::make_mut(site));
        }
        self
    }

    /// Changes anything.
    #[must_use]
    pub fn adjusted(mut self, change: impl FnOnce(&mut Scenario)) -> Self {
        change(&mut self.scenario);
        self
    }

    /// The plan as a scenario.
    pub fn scenario(self) -> Scenario {
        self.scenario
    }

    /// The plan as a document.
    pub fn document(self) -> Document {
        Document::new("Plan", self.scenario)
    }

    fn component(&mut self, id: &str, role: &str, servers: usize, pool: Option<NodeId>) {
        let servers = (1..=servers)
            .map(|number| Server {
                id: format!("{id}-{number}").into(),
                computer: format!("{id}-{number}-computer").into(),
            })
            .collect();
        let component = Component {
            id: id.into(),
            role: role.into(),
            name: id.into(),
            site: self.site(),
            pool,
            position: self.next_position(),
            servers,
            repair_crews: None,
            virtualised: false,
            overrides: Map::new(),
        };
        self.scenario.components.push(Rc::new(component));
    }

    fn link(&mut self, kind: LinkKind, from: &str, to: &str) {
        let link = Link { id: self.scenario.fresh_link_id(), kind, from: from.into(), to: to.into() };
        self.scenario.links.push(Rc::new(link));
    }

    fn site(&self) -> super::SiteId {
        self.scenario.sites.first().map_or_else(|| "headquarters".into(), |site| site.id.clone())
    }

    fn next_position(&self) -> Point<Canvas> {
        let number =
            u32::try_from(self.scenario.components.len() + self.scenario.populations.len()).unwrap_or(0);
        Point::new(40.0 + f64::from(number % 4) * 220.0, 80.0 + f64::from(number / 4) * 120.0)
    }
}

impl PoolBuilder<'_> {
    fn part(self, suffix: &str, role: &str, servers: usize) -> Self {
        let id = format!("{}-{suffix}", self.pool);
        let pool = self.pool.clone();
        self.plan.component(&id, role, servers, Some(pool));
        self
    }

    /// Front Ends, as the component `{pool}-front-ends`.
    #[must_use]
    pub fn front_ends(self, servers: usize) -> Self {
        self.part("front-ends", "front-end", servers)
    }

    /// Load balancers, as the component `{pool}-balancers`.
    #[must_use]
    pub fn balancers(self, units: usize) -> Self {
        self.part("balancers", "load-balancer", units)
    }

    /// The Back-End, as the component `{pool}-back-end`.
    #[must_use]
    pub fn back_ends(self, nodes: usize) -> Self {
        self.part("back-end", "back-end", nodes)
    }

    /// Web Conferencing, A/V Conferencing and Web Components servers of an expanded pool, as many of each as said, as the
    /// components `{pool}-web-conferencing`, `{pool}-av-conferencing` and `{pool}-web-components`.
    #[must_use]
    pub fn expanded(self, each: usize) -> Self {
        self.part("web-conferencing", "web-conferencing", each)
            .part("av-conferencing", "av-conferencing", each)
            .part("web-components", "web-components", each)
    }

    /// The file share, as the component `{pool}-file-share`.
    #[must_use]
    pub fn file_share(self) -> Self {
        self.part("file-share", "file-share", 1)
    }
}
