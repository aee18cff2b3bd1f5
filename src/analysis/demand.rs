//! How many connected users want each tier.

use super::topology::{Topology, chat_share};
use crate::collected::{Map, Set};
use crate::plan::{NodeId, Scenario};

/// Connected users by the tier that they want.
#[derive(Debug, Default)]
pub(super) struct Demand {
    homes: Map<NodeId, f64>,
    remote_by_home: Map<NodeId, f64>,
    edges_by_home: Map<NodeId, Set<NodeId>>,
    chat: f64,
}

impl Demand {
    pub fn of(scenario: &Scenario, topology: &Topology) -> Self {
        let mut demand = Self::default();
        for population in &scenario.populations {
            let Some(home) = &population.home else { continue };
            *demand.homes.or_default(home.clone()) += population.connected_users();
            *demand.remote_by_home.or_default(home.clone()) += population.remote_users();
            demand.chat += population.connected_users() * chat_share(population);
        }
        for (home, ways) in &topology.ways_in {
            let edges = ways.iter().map(|way| way.edge.clone()).collect();
            demand.edges_by_home.insert(home.clone(), edges);
        }
        demand
    }

    /// Connected users homed on a pool or Standard Edition server, office and remote alike.
    pub fn home(&self, home: &NodeId) -> f64 {
        self.homes.get(home).copied().unwrap_or(0.0)
    }

    /// Connected remote users who share Edge Servers with those of the home.
    pub fn way_in(&self, home: &NodeId) -> f64 {
        let Some(own) = self.edges_by_home.get(home) else { return 0.0 };
        let shares = |other: &NodeId| {
            other == home
                || self
                    .edges_by_home
                    .get(other)
                    .is_some_and(|edges| edges.iter().any(|edge| own.contains(edge)))
        };
        self.remote_by_home.iter().filter(|(other, _)| shares(other)).map(|(_, users)| users).sum()
    }

    /// Connected remote users who come in through an array of Edge Servers.
    pub fn edge(&self, edge: &NodeId) -> f64 {
        let uses = |home: &NodeId| self.edges_by_home.get(home).is_some_and(|edges| edges.contains(edge));
        self.remote_by_home.iter().filter(|(home, _)| uses(home)).map(|(_, users)| users).sum()
    }

    /// Connected users of Group Chat.
    pub fn chat(&self) -> f64 {
        self.chat
    }
}
