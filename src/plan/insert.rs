//! What placing something from the palette means: its parts, its defaults and its links to the nearest sensible
//! neighbours.

use super::component::Component;
use super::edit::{Edit, EditError};
use super::id::NodeId;
use super::link::{Link, LinkKind};
use super::population::Population;
use super::scenario::{Node, Pool, Scenario};
use crate::catalog::Catalog;
use crate::catalog::id::RoleId;
use crate::catalog::role::{Function, Role};
use crate::collected::Map;
use crate::geometry::{Canvas, Point, Vector};

/// Something that the palette offers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Item {
    /// A component of that role.
    Role(RoleId),
    /// A pool with all of its parts.
    Pool,
    /// Users.
    Users,
}

/// Whether components of the function stand in pools.
pub(crate) fn is_pool_part(function: Function) -> bool {
    matches!(function, Function::FrontEnd | Function::BackEnd | Function::FileShare | Function::LoadBalancer)
        || function.is_expanded()
}

/// What a new component of the function brings along, where nothing of that kind waits for it yet.
pub(crate) fn companion(function: Function) -> Option<Function> {
    match function {
        Function::ChatServer => Some(Function::ChatDatabase),
        Function::Mediation => Some(Function::Gateway),
        Function::Archiving => Some(Function::ArchivingDatabase),
        Function::Monitoring => Some(Function::MonitoringDatabase),
        Function::Compliance => Some(Function::ComplianceDatabase),
        _ => None,
    }
}

/// Where the parts of a new pool stand, from its upper left corner, and how many servers each has.
const POOL_PARTS: [(Function, usize, Vector<Canvas>); 4] = [
    (Function::LoadBalancer, 2, Vector::new(24.0, 72.0)),
    (Function::FrontEnd, 2, Vector::new(112.0, 56.0)),
    (Function::BackEnd, 2, Vector::new(112.0, 184.0)),
    (Function::FileShare, 1, Vector::new(112.0, 312.0)),
];

/// Users of a newly placed population.
const NEW_USERS: u32 = 1_000;

/// The edits that place `item` with its upper left corner at `at`, and the node to be selected then.
///
/// # Errors
/// [`EditError`] where the plan has no room for it.
pub fn insert(
    scenario: &Scenario,
    catalog: &Catalog,
    item: &Item,
    at: Point<Canvas>,
) -> Result<(Vec<Edit>, NodeId), EditError> {
    let mut work = Work { scenario: scenario.clone(), catalog, edits: Vec::new() };
    let id = match item {
        Item::Pool => work.pool(at)?,
        Item::Users => work.users(at)?,
        Item::Role(role) => {
            let role = catalog.role(role).ok_or_else(|| EditError::Missing(role.to_string()))?;
            work.component(role, at)?
        }
    };
    work.link_waiting(&id)?;
    Ok((work.edits, id))
}

/// Edits under way, each applied at once so that the next one sees it.
struct Work<'a> {
    scenario: Scenario,
    catalog: &'a Catalog,
    edits: Vec<Edit>,
}

impl Work<'_> {
    fn push(&mut self, edit: Edit) -> Result<(), EditError> {
        self.scenario = self.scenario.edited(self.catalog, [&edit])?;
        self.edits.push(edit);
        Ok(())
    }

    fn pool(&mut self, at: Point<Canvas>) -> Result<NodeId, EditError> {
        let id = self.scenario.fresh_node_id("pool");
        let name = self.scenario.fresh_name("Enterprise pool");
        let site = self.site()?;
        let pool = Pool { id: id.clone(), name, site, position: at, size: None, director: false };
        self.push(Edit::AddPool(pool))?;
        for (function, servers, offset) in POOL_PARTS {
            if let Some(role) = self.catalog.roles().iter().find(|role| role.function == function) {
                self.place(role, at + offset, servers, Some(id.clone()))?;
            }
        }
        Ok(id)
    }

    fn users(&mut self, at: Point<Canvas>) -> Result<NodeId, EditError> {
        let id = self.scenario.fresh_node_id("users");
        let way_in = self.scenario.links.iter().any(|link| link.kind == LinkKind::NextHop);
        let home = self.nearest(at, |work, node| work.scenario.is_home(work.catalog, node));
        self.push(Edit::AddPopulation(Population {
            name: self.scenario.fresh_name("Users"),
            id: id.clone(),
            home,
            users: NEW_USERS,
            connected_share: 1.0,
            remote_share: if way_in { self.catalog.remote_share().value } else { 0.0 },
            group_chat_share: 0.0,
            voice_share: 0.0,
            web_access_share: 0.0,
            federation_share: 0.0,
            public_im_share: 0.0,
            dial_in_share: 0.0,
            site: None,
            recovery_home: None,
            position: at,
            remote_position: Point::new(at.x.min(0.0) - 200.0, at.y),
        }))?;
        Ok(id)
    }

    fn component(&mut self, role: &Role, at: Point<Canvas>) -> Result<NodeId, EditError> {
        let pool = match role.function {
            Function::LoadBalancer => self.pool_of_new_balancer(at),
            function if is_pool_part(function) => {
                self.pool_without(at, function).or_else(|| self.nearest(at, Self::is_pool))
            }
            _ => None,
        };
        let id = self.place(role, at, role.servers.default, pool)?;
        self.link_new(&id, role.function, at)?;
        Ok(id)
    }

    fn place(
        &mut self,
        role: &Role,
        at: Point<Canvas>,
        servers: usize,
        pool: Option<NodeId>,
    ) -> Result<NodeId, EditError> {
        let id = self.scenario.fresh_node_id(role.id.as_str());
        let servers = self.scenario.new_servers(id.as_str(), servers);
        let alike = self.scenario.components.iter().any(|known| known.role == role.id && known.pool == pool);
        self.push(Edit::AddComponent(Component {
            name: if alike { self.scenario.fresh_name(&role.name) } else { role.name.clone() },
            id: id.clone(),
            role: role.id.clone(),
            site: self.site()?,
            pool,
            position: at,
            servers,
            repair_crews: None,
            virtualised: false,
            overrides: Map::new(),
        }))?;
        Ok(id)
    }

    /// Links that a new component of the function starts from.
    fn link_new(&mut self, id: &NodeId, function: Function, at: Point<Canvas>) -> Result<(), EditError> {
        match function {
            Function::Edge | Function::Director => self.link_to_nearest(id, at, |work, node| {
                function == Function::Director
                    || work.function(node) == Some(Function::Director)
                    || !work.has_component(Function::Director)
            }),
            Function::ReverseProxy | Function::WebAccess => self.link_to_nearest(id, at, Self::is_home),
            Function::Mediation | Function::Archiving | Function::Monitoring => {
                self.link_from_homes(id, at)?;
                self.with_companion(id, function, at)
            }
            Function::Compliance => {
                self.link_from_chat(id)?;
                self.with_companion(id, function, at)
            }
            Function::Directory => self.link_from_all_homes(id),
            Function::InternetLink => self.link_from_all(id, Function::Edge),
            Function::PstnLink => self.link_from_all(id, Function::Gateway),
            Function::LoadBalancer if self.scenario.component(id).is_some_and(|new| new.pool.is_none()) => {
                self.link_to_nearest(id, at, |work, edge| !work.has_link_to(edge, LinkKind::Balances))
            }
            Function::ChatServer => {
                self.link_to_nearest(id, at, Self::is_home)?;
                let function = Function::ChatDatabase;
                let database = self.catalog.roles().iter().find(|role| role.function == function);
                if let Some(role) = database.filter(|_| !self.has_component(function)) {
                    self.place(role, at + Vector::new(0.0, 128.0), 1, None)?;
                }
                self.link_to_nearest(id, at, |work, node| !work.scenario.is_home(work.catalog, node))
            }
            _ => Ok(()),
        }
    }

    /// The nearest home depends on the new part.
    fn link_from_homes(&mut self, id: &NodeId, at: Point<Canvas>) -> Result<(), EditError> {
        let Some(home) = self.nearest(at, Self::is_home) else { return Ok(()) };
        self.link_if_possible(home, id)
    }

    /// All homes depend on the new part.
    fn link_from_all_homes(&mut self, id: &NodeId) -> Result<(), EditError> {
        let pools = self.scenario.pools.iter().map(|pool| pool.id.clone());
        let nodes: Vec<NodeId> =
            pools.chain(self.scenario.components.iter().map(|known| known.id.clone())).collect();
        for home in nodes.into_iter().filter(|node| self.is_home(node)).collect::<Vec<_>>() {
            self.link_if_possible(home, id)?;
        }
        Ok(())
    }

    /// All components of the function depend on the new part.
    fn link_from_all(&mut self, id: &NodeId, function: Function) -> Result<(), EditError> {
        let nodes: Vec<NodeId> = self.scenario.components.iter().map(|known| known.id.clone()).collect();
        for node in nodes.into_iter().filter(|node| self.function(node) == Some(function)).collect::<Vec<_>>()
        {
            self.link_if_possible(node, id)?;
        }
        Ok(())
    }

    /// Group Chat servers that are recorded by nobody yet depend on the new Compliance Server.
    fn link_from_chat(&mut self, id: &NodeId) -> Result<(), EditError> {
        let recorded = |work: &Self, chat: &NodeId| {
            work.scenario.links.iter().any(|link| link.from == *chat && link.kind == LinkKind::Records)
        };
        let nodes: Vec<NodeId> = self.scenario.components.iter().map(|known| known.id.clone()).collect();
        for chat in nodes {
            if self.function(&chat) == Some(Function::ChatServer) && !recorded(self, &chat) {
                self.link_if_possible(chat, id)?;
            }
        }
        Ok(())
    }

    fn link_if_possible(&mut self, from: NodeId, to: &NodeId) -> Result<(), EditError> {
        match self.scenario.linkable(self.catalog, &from, to) {
            Ok(kind) => self.link(kind, from, to.clone()),
            Err(_) => Ok(()),
        }
    }

    /// Its companion, unless one stands there that nothing uses yet.
    fn with_companion(
        &mut self,
        id: &NodeId,
        function: Function,
        at: Point<Canvas>,
    ) -> Result<(), EditError> {
        let Some(function) = companion(function) else { return Ok(()) };
        let free = self.nearest(at, |work, node| {
            work.function(node) == Some(function) && !work.scenario.links.iter().any(|link| link.to == *node)
        });
        let role = self.catalog.roles().iter().find(|role| role.function == function);
        let own = match (free, role) {
            (Some(free), _) => free,
            (None, Some(role)) => {
                self.place(role, at + Vector::new(0.0, 128.0), role.servers.default, None)?
            }
            (None, None) => return Ok(()),
        };
        let kind = self.scenario.linkable(self.catalog, id, &own)?;
        self.link(kind, id.clone(), own)
    }

    /// Links of parts that have been waiting for something like the new node, and homes of users without one.
    fn link_waiting(&mut self, id: &NodeId) -> Result<(), EditError> {
        let waiting: Vec<NodeId> =
            self.scenario.components.iter().map(|component| component.id.clone()).collect();
        for from in waiting {
            let Ok(kind) = self.scenario.linkable(self.catalog, &from, id) else { continue };
            let served = self.scenario.links.iter().any(|link| link.from == from && link.kind == kind);
            let waits = matches!(
                kind,
                LinkKind::NextHop
                    | LinkKind::Publishes
                    | LinkKind::ChatHost
                    | LinkKind::ChatDatabase
                    | LinkKind::Stores
                    | LinkKind::Trunk
                    | LinkKind::SignsIn
            );
            if !served && waits {
                self.link(kind, from, id.clone())?;
            }
        }
        if self.scenario.is_home(self.catalog, id) {
            let homeless: Vec<_> =
                self.scenario.populations.iter().filter(|users| users.home.is_none()).cloned().collect();
            for users in homeless {
                self.push(Edit::SetPopulation(Population { home: Some(id.clone()), ..(*users).clone() }))?;
            }
        }
        Ok(())
    }

    fn link_to_nearest(
        &mut self,
        from: &NodeId,
        at: Point<Canvas>,
        wanted: impl Fn(&Self, &NodeId) -> bool,
    ) -> Result<(), EditError> {
        let target = self.nearest(at, |work, node| {
            work.scenario.linkable(work.catalog, from, node).is_ok() && wanted(work, node)
        });
        let Some(to) = target else { return Ok(()) };
        let kind = self.scenario.linkable(self.catalog, from, &to)?;
        self.link(kind, from.clone(), to)
    }

    fn link(&mut self, kind: LinkKind, from: NodeId, to: NodeId) -> Result<(), EditError> {
        let id = self.scenario.fresh_link_id();
        self.push(Edit::AddLink(Link { id, kind, from, to }))
    }

    /// The nearer of a pool and an array of Edge Servers that have no load balancer yet, where it is a pool.
    fn pool_of_new_balancer(&self, at: Point<Canvas>) -> Option<NodeId> {
        let pool = self.pool_without(at, Function::LoadBalancer)?;
        let edge = self.nearest(at, |work, node| {
            work.function(node) == Some(Function::Edge) && !work.has_link_to(node, LinkKind::Balances)
        });
        let nearer = edge.is_none_or(|edge| self.distance(&pool, at) <= self.distance(&edge, at));
        nearer.then_some(pool)
    }

    fn pool_without(&self, at: Point<Canvas>, function: Function) -> Option<NodeId> {
        self.nearest(at, |work, node| {
            Self::is_pool(work, node)
                && !work.scenario.parts_of(node).any(|part| work.function(&part.id) == Some(function))
        })
    }

    fn is_pool(&self, node: &NodeId) -> bool {
        self.scenario.pool(node).is_some()
    }

    fn is_home(&self, node: &NodeId) -> bool {
        self.scenario.is_home(self.catalog, node)
    }

    fn has_component(&self, function: Function) -> bool {
        self.scenario.components.iter().any(|component| self.function(&component.id) == Some(function))
    }

    fn has_link_to(&self, node: &NodeId, kind: LinkKind) -> bool {
        self.scenario.links.iter().any(|link| link.to == *node && link.kind == kind)
    }

    fn function(&self, node: &NodeId) -> Option<Function> {
        self.scenario.role(self.catalog, node).map(|role| role.function)
    }

    fn site(&self) -> Result<super::SiteId, EditError> {
        let site = self.scenario.sites.first();
        site.map(|site| site.id.clone()).ok_or_else(|| EditError::Missing("site".into()))
    }

    fn nearest(&self, at: Point<Canvas>, wanted: impl Fn(&Self, &NodeId) -> bool) -> Option<NodeId> {
        let pools = self.scenario.pools.iter().map(|pool| &pool.id);
        let nodes = pools.chain(self.scenario.components.iter().map(|component| &component.id));
        nodes
            .filter(|node| wanted(self, node))
            .min_by(|a, b| self.distance(a, at).total_cmp(&self.distance(b, at)))
            .cloned()
    }

    fn distance(&self, node: &NodeId, at: Point<Canvas>) -> f64 {
        let from = match self.scenario.node(node) {
            Some(Node::Component(component)) => component.position,
            Some(Node::Population(population)) => population.position,
            // The nearest of what stands in it, or its corner while it is empty.
            Some(Node::Pool(pool)) => {
                let parts = self.scenario.parts_of(node).map(|part| (part.position - at).length());
                return parts.fold((pool.position - at).length(), f64::min);
            }
            None => return f64::INFINITY,
        };
        (from - at).length()
    }
}
