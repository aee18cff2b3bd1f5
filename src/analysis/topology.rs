//! Who depends on whom: the drawing read as homes, and for each of them the ways through every stage.

mod notes;
mod ways;

use std::rc::Rc;

use super::answer::Note;
use super::stage::{Stage, Way};
use crate::catalog::Catalog;
use crate::catalog::role::{Function, Redundancy};
use crate::collected::Map;
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

/// The drawing, read.
#[derive(Debug, Default)]
pub(super) struct Topology {
    pub homes: Map<NodeId, Home>,
    /// The ways through a stage for the users of a home. A stage that is not here asks for nothing; one without ways serves nobody.
    pub stages: Map<(Stage, NodeId), Vec<Way>>,
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

    /// The ways through a stage; none where it asks for nothing.
    pub fn ways(&self, stage: Stage, home: &NodeId) -> Option<&[Way]> {
        self.stages.get(&(stage, home.clone())).map(Vec::as_slice)
    }

    /// All ways through any stage.
    pub fn all_ways(&self) -> impl Iterator<Item = &Way> {
        self.stages.values().flatten()
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
        for component in with_function(scenario, catalog, Function::Standalone) {
            let home = Home {
                front: vec![component.id.clone()],
                needed: self.needs.get(&component.id).cloned().unwrap_or_default(),
                incomplete: false,
            };
            self.homes.insert(component.id.clone(), home);
        }
        for pool in &scenario.pools {
            let parts = |function: Function| parts(scenario, catalog, &pool.id, function);
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

/// The parts of a pool that have a function.
fn parts(scenario: &Scenario, catalog: &Catalog, pool: &NodeId, function: Function) -> Vec<NodeId> {
    let has = |part: &&Rc<Component>| is_of(catalog, part, function);
    scenario.parts_of(pool).filter(has).map(|part| part.id.clone()).collect()
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
