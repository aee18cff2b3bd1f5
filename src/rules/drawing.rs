//! A plan as the rules read it: by function, by pool, by link and by home, each looked up at once.

use crate::catalog::Catalog;
use crate::catalog::role::{Function, Role};
use crate::collected::Map;
use crate::plan::{Component, LinkKind, NodeId, Pool, Scenario, SiteId, Targets};

/// Users homed on one node.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Homed {
    /// All of them.
    pub users: f64,
    /// Connected at the busy hour, in the office and outside.
    pub connected: f64,
    /// Connected from outside.
    pub remote: f64,
}

/// Things of a plan by their kind and then by the node that they belong to.
type ByNode<'a, K, V> = Map<(K, &'a NodeId), Vec<&'a V>>;

/// A plan, read.
#[derive(Debug)]
pub struct Drawing<'a> {
    pub(super) scenario: &'a Scenario,
    pub(super) catalog: &'a Catalog,
    functions: Map<Function, Vec<&'a Component>>,
    parts: ByNode<'a, Function, Component>,
    links_from: ByNode<'a, LinkKind, NodeId>,
    links_to: ByNode<'a, LinkKind, NodeId>,
    homed: Map<&'a NodeId, Homed>,
    /// Connected users of Group Chat.
    pub(super) chat_users: f64,
}

impl<'a> Drawing<'a> {
    pub(super) fn read(scenario: &'a Scenario, catalog: &'a Catalog) -> Self {
        let mut drawing = Self {
            scenario,
            catalog,
            functions: Map::new(),
            parts: Map::new(),
            links_from: Map::new(),
            links_to: Map::new(),
            homed: Map::new(),
            chat_users: 0.0,
        };
        for component in &scenario.components {
            let Some(role) = catalog.role(&component.role) else { continue };
            drawing.functions.or_default(role.function).push(component);
            if let Some(pool) = &component.pool {
                enter(&mut drawing.parts, role.function, pool, component);
            }
        }
        for link in &scenario.links {
            enter(&mut drawing.links_from, link.kind, &link.from, &link.to);
            enter(&mut drawing.links_to, link.kind, &link.to, &link.from);
        }
        for population in &scenario.populations {
            let Some(home) = &population.home else { continue };
            let homed = drawing.homed.or_default(home);
            homed.users += f64::from(population.users);
            homed.connected += population.connected_users();
            homed.remote += population.remote_users();
            drawing.chat_users += population.connected_users() * population.group_chat_share;
        }
        drawing
    }

    pub(super) fn targets(&self) -> &'a Targets {
        &self.scenario.targets
    }

    pub(super) fn pools(&self) -> impl Iterator<Item = &'a Pool> {
        self.scenario.pools.iter().map(AsRef::as_ref)
    }

    /// The components of a function, in the order in which they were placed.
    pub(super) fn with_function(&self, function: Function) -> &[&'a Component] {
        self.functions.get(&function).map_or(&[], Vec::as_slice)
    }

    /// The parts of a pool that have a function.
    pub(super) fn parts<'b>(&'b self, pool: &'b NodeId, function: Function) -> &'b [&'a Component] {
        entered(&self.parts, function, pool)
    }

    /// The other ends of the links that start from a node.
    pub(super) fn linked_from<'b>(&'b self, kind: LinkKind, from: &'b NodeId) -> &'b [&'a NodeId] {
        entered(&self.links_from, kind, from)
    }

    /// The other ends of the links that lead to a node.
    pub(super) fn linked_to<'b>(&'b self, kind: LinkKind, to: &'b NodeId) -> &'b [&'a NodeId] {
        entered(&self.links_to, kind, to)
    }

    /// The users homed on a node.
    pub(super) fn homed(&self, home: &NodeId) -> Homed {
        self.homed.get(home).copied().unwrap_or_default()
    }

    /// The homes that have users, in the order of their names.
    pub(super) fn homes(&self) -> impl Iterator<Item = (&'a NodeId, Homed)> {
        self.homed.iter().map(|(home, homed)| (*home, *homed))
    }

    /// A node's name on the screen.
    pub(super) fn name(&self, node: &'a NodeId) -> &'a str {
        let component = self.scenario.component(node).map(|component| component.name.as_str());
        component.or_else(|| Some(self.scenario.pool(node)?.name.as_str())).unwrap_or(node.as_str())
    }

    /// The role that a function has in the catalog.
    pub(super) fn role_for(&self, function: Function) -> Option<&'a Role> {
        self.catalog.roles().iter().find(|role| role.function == function)
    }

    pub(super) fn role(&self, component: &Component) -> Option<&'a Role> {
        self.catalog.role(&component.role)
    }

    /// The Edge Servers of each site: they are one array, however they are drawn.
    pub(super) fn edge_arrays(&self) -> Vec<Vec<&'a Component>> {
        let mut arrays: Vec<(&SiteId, Vec<&Component>)> = Vec::new();
        for edge in self.with_function(Function::Edge) {
            match arrays.iter_mut().find(|(site, _)| **site == edge.site) {
                Some((_, array)) => array.push(edge),
                None => arrays.push((&edge.site, vec![edge])),
            }
        }
        arrays.into_iter().map(|(_, array)| array).collect()
    }

    /// The Group Chat servers of each installation: those that keep their rooms in the same database.
    pub(super) fn chat_installations(&self) -> Vec<Vec<&'a Component>> {
        let mut installations: Vec<(&NodeId, Vec<&Component>)> = Vec::new();
        for chat in self.with_function(Function::ChatServer) {
            let databases = self.linked_from(LinkKind::ChatDatabase, &chat.id);
            let key = databases.first().copied().unwrap_or(&chat.id);
            match installations.iter_mut().find(|(known, _)| *known == key) {
                Some((_, servers)) => servers.push(chat),
                None => installations.push((key, vec![chat])),
            }
        }
        installations.into_iter().map(|(_, servers)| servers).collect()
    }
}

fn enter<'a, K: Ord, V>(index: &mut ByNode<'a, K, V>, kind: K, node: &'a NodeId, thing: &'a V) {
    index.or_default((kind, node)).push(thing);
}

fn entered<'a, 'b, K: Ord, V>(
    index: &'b Map<(K, &'b NodeId), Vec<&'a V>>,
    kind: K,
    node: &'b NodeId,
) -> &'b [&'a V] {
    index.get(&(kind, node)).map_or(&[], Vec::as_slice)
}

/// The servers of all of them.
pub(super) fn servers(components: &[&Component]) -> usize {
    components.iter().map(|component| component.servers.len()).sum()
}
