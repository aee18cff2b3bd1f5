//! Who depends on whom: the drawing read as homes, and for each of them the ways through every stage.

mod notes;
mod ways;

use std::rc::Rc;

use super::answer::Note;
use super::stage::{Stage, Way};
use crate::catalog::Catalog;
use crate::catalog::role::{Function, Redundancy};
use crate::collected::{Map, Set};
use crate::plan::{Component, LinkKind, NodeId, Scenario};

/// A pool or a Standard Edition server.
#[derive(Debug)]
pub(super) struct Home {
    /// Components that carry its users.
    pub front: Vec<NodeId>,
    /// Components that all of its users need besides.
    pub needed: Vec<NodeId>,
    /// Whether the drawing lacks a part without which it serves nobody.
    pub incomplete: bool,
}

/// The place of a list of ways among all of the plan: homes and stages have it in common where the ways are the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct WaysId(usize);

/// The drawing, read.
#[derive(Debug, Default)]
pub(super) struct Topology {
    pub homes: Map<NodeId, Home>,
    /// Which ways go through a stage for the users of a home. A stage that is not here asks for nothing; one without ways serves
    /// nobody.
    stages: Map<(Stage, NodeId), WaysId>,
    /// All lists of ways.
    ways: Vec<Vec<Way>>,
    /// Shared parts that each component needs.
    pub needs: Map<NodeId, Vec<NodeId>>,
    /// Servers that count, where the drawing lets fewer count than there are.
    pub counted: Map<NodeId, usize>,
    pub notes: Vec<Note>,
}

impl Topology {
    pub fn read(scenario: &Scenario, catalog: &Catalog) -> Self {
        let mut topology = Self::default();
        for (from, to) in linked(scenario, LinkKind::Needs) {
            topology.needs.or_default(from).push(to);
        }
        topology.read_single(scenario, catalog);
        topology.read_homes(scenario, catalog);
        topology.read_ways(scenario, catalog);
        topology.note_populations(scenario);
        topology
    }

    /// Which ways go through a stage; none where it asks for nothing.
    pub fn ways_id(&self, stage: Stage, home: &NodeId) -> Option<WaysId> {
        self.stages.get(&(stage, home.clone())).copied()
    }

    /// The ways through a stage; none where it asks for nothing.
    pub fn ways(&self, stage: Stage, home: &NodeId) -> Option<&[Way]> {
        self.ways_id(stage, home).map(|id| self.ways_of(id))
    }

    /// The ways of that list.
    pub fn ways_of(&self, id: WaysId) -> &[Way] {
        self.ways.get(id.0).map(Vec::as_slice).unwrap_or_default()
    }

    /// The ways through every stage for the users of every home.
    pub fn stages(&self) -> impl Iterator<Item = (Stage, &NodeId, &[Way])> {
        self.stages.iter().map(|((stage, home), id)| (*stage, home, self.ways_of(*id)))
    }

    /// All lists of ways, in the order of the stages and homes, each once.
    pub fn lists_of_ways(&self) -> impl Iterator<Item = &[Way]> {
        let mut seen = Set::new();
        self.stages.values().filter(move |id| seen.insert(**id)).map(|id| self.ways_of(*id))
    }

    /// Of servers that do not stand in for each other only the first one counts.
    fn read_single(&mut self, scenario: &Scenario, catalog: &Catalog) {
        for component in scenario.components.iter().filter(|component| component.servers.len() > 1) {
            let Some(role) = catalog.role(&component.role) else { continue };
            if role.redundancy == Redundancy::Single || role.function == Function::Director {
                let text =
                    format!("“{}” is one server by itself; only its first server counts.", component.name);
                self.note(&component.id, text, true);
                self.counted.insert(component.id.clone(), 1);
            }
        }
    }

    fn read_homes(&mut self, scenario: &Scenario, catalog: &Catalog) {
        let is_home = |component: &&Rc<Component>| {
            catalog.role(&component.role).is_some_and(|role| role.function.is_home())
        };
        for component in scenario.components.iter().filter(is_home) {
            let home = Home {
                front: vec![component.id.clone()],
                needed: self.needs.get(&component.id).cloned().unwrap_or_default(),
                incomplete: false,
            };
            self.homes.insert(component.id.clone(), home);
        }
        let in_pools = scenario.parts_by_pool();
        for pool in &scenario.pools {
            let own = in_pools.get(&pool.id).map(Vec::as_slice).unwrap_or_default();
            let parts = |function: Function| parts_with(own, catalog, function);
            let front = parts(Function::FrontEnd);
            let (balancers, databases) = (parts(Function::LoadBalancer), parts(Function::BackEnd));
            for (missing, what) in
                [(front.is_empty(), "Front End"), (databases.is_empty(), "Back-End database")]
            {
                if missing {
                    self.note(&pool.id, format!("“{}” has no {what} and serves nobody.", pool.name), false);
                }
            }
            self.count_servers(scenario, &front, &balancers, &pool.name);
            let needs = self.needs.get(&pool.id).cloned().unwrap_or_default();
            let home = Home {
                incomplete: front.is_empty() || databases.is_empty(),
                front,
                needed: balancers.into_iter().chain(databases).chain(needs).collect(),
            };
            self.homes.insert(pool.id.clone(), home);
        }
    }

    /// Without a load balancer only one server of several can be reached.
    fn count_servers(&mut self, scenario: &Scenario, array: &[NodeId], balancers: &[NodeId], name: &str) {
        let servers = |id: &NodeId| scenario.component(id).map_or(0, |component| component.servers.len());
        let total: usize = array.iter().map(servers).sum();
        let Some(first) = array.first().filter(|_| balancers.is_empty() && total > 1) else { return };
        for id in array {
            self.counted.insert(id.clone(), usize::from(id == first));
        }
        let text = format!(
            "“{name}” has {total} servers and no load balancer, which is not supported; one of them counts."
        );
        self.note(first, text, true);
    }
}

/// Those parts of a pool that have a function.
fn parts_with(parts: &[&Rc<Component>], catalog: &Catalog, function: Function) -> Vec<NodeId> {
    let has = |part: &&&Rc<Component>| is_of(catalog, part, function);
    parts.iter().filter(has).map(|part| part.id.clone()).collect()
}

fn is_of(catalog: &Catalog, component: &Component, function: Function) -> bool {
    catalog.role(&component.role).is_some_and(|role| role.function == function)
}

fn with_function<'a>(
    scenario: &'a Scenario,
    catalog: &'a Catalog,
    function: Function,
) -> impl Iterator<Item = &'a Rc<Component>> {
    scenario.components.iter().filter(move |component| is_of(catalog, component, function))
}

fn linked(scenario: &Scenario, kind: LinkKind) -> Vec<(NodeId, NodeId)> {
    let links = scenario.links.iter().filter(|link| link.kind == kind);
    links.map(|link| (link.from.clone(), link.to.clone())).collect()
}
