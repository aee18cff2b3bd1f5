//! Names for what fixes add.

use std::cell::OnceCell;

use crate::collected::Set;
use crate::plan::{NodeId, Scenario, Server};

/// The names that a plan uses, gathered when the first fix asks for one that it does not.
#[derive(Debug)]
pub(super) struct Names<'a> {
    scenario: &'a Scenario,
    taken: OnceCell<Set<&'a str>>,
}

impl<'a> Names<'a> {
    pub(super) fn of(scenario: &'a Scenario) -> Self {
        Self { scenario, taken: OnceCell::new() }
    }

    /// A name for a new node.
    pub(super) fn node(&self, stem: &str) -> NodeId {
        self.fresh(stem, &mut 0).into()
    }

    /// Names for several new nodes.
    pub(super) fn nodes(&self, stem: &str, count: usize) -> Vec<NodeId> {
        let mut number = 0;
        (0..count).map(|_| self.fresh(stem, &mut number).into()).collect()
    }

    /// New servers, each on a computer of its own.
    pub(super) fn servers(&self, stem: &str, count: usize) -> Vec<Server> {
        let mut number = 0;
        let mut servers = Vec::new();
        for _ in 0..count {
            let id = self.fresh(stem, &mut number);
            servers.push(Server { computer: format!("{id}-computer").into(), id: id.into() });
        }
        servers
    }

    fn fresh(&self, stem: &str, number: &mut u32) -> String {
        let taken = self.taken.get_or_init(|| {
            let scenario = self.scenario;
            let mut taken = scenario.servers().map(|(_, server)| server.id.as_str()).collect::<Set<_>>();
            for component in &scenario.components {
                taken.insert(component.id.as_str());
            }
            for pool in &scenario.pools {
                taken.insert(pool.id.as_str());
            }
            for population in &scenario.populations {
                taken.insert(population.id.as_str());
            }
            taken
        });
        loop {
            *number += 1;
            let name = format!("{stem}-{number}");
            if !taken.contains(name.as_str()) {
                return name;
            }
        }
    }
}
