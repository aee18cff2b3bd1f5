//! How many connected users want each stage.

use super::stage::{Stage, Way};
use super::topology::Topology;
use crate::collected::{Map, Set};
use crate::plan::{NodeId, Scenario};

/// Stages whose users are counted.
const COUNTED: [Stage; 7] = [
    Stage::Home,
    Stage::WayIn,
    Stage::Voice,
    Stage::WebAccess,
    Stage::Chat,
    Stage::Archiving,
    Stage::Monitoring,
];

/// Connected users by the stage that they want.
#[derive(Debug, Default)]
pub(super) struct Demand {
    /// Of each home's own users.
    own: Map<(Stage, NodeId), f64>,
    carriers: Map<(Stage, NodeId), Set<NodeId>>,
}

impl Demand {
    pub fn of(scenario: &Scenario, topology: &Topology) -> Self {
        let mut demand = Self::default();
        for stage in COUNTED {
            for population in &scenario.populations {
                let Some(home) = &population.home else { continue };
                *demand.own.or_default((stage, home.clone())) += stage.users(population);
            }
            for home in topology.homes.keys() {
                let ways = topology.ways(stage, home).unwrap_or_default();
                demand.carriers.insert((stage, home.clone()), ways.iter().flat_map(carriers).collect());
            }
        }
        for (home, parts) in &topology.homes {
            demand.carriers.insert((Stage::Home, home.clone()), parts.front.iter().cloned().collect());
        }
        demand
    }

    /// Connected users homed on a pool or Standard Edition server, office and remote alike.
    pub fn home(&self, home: &NodeId) -> f64 {
        self.own_users(Stage::Home, home)
    }

    fn own_users(&self, stage: Stage, home: &NodeId) -> f64 {
        self.own.get(&(stage, home.clone())).copied().unwrap_or(0.0)
    }

    /// Users of all homes who share what carries the users of this home through the stage.
    pub fn of_stage(&self, stage: Stage, home: &NodeId) -> f64 {
        let Some(own) = self.carriers.get(&(stage, home.clone())) else { return 0.0 };
        let shares = |other: &NodeId| {
            let theirs = self.carriers.get(&(stage, other.clone()));
            other == home || theirs.is_some_and(|theirs| theirs.iter().any(|carrier| own.contains(carrier)))
        };
        let all = self.own.iter().filter(|((of, other), _)| *of == stage && shares(other));
        all.map(|(_, users)| users).sum()
    }

    /// The stage in which a component carries users, and the homes of these.
    pub fn carried_by(&self, component: &NodeId) -> Option<(Stage, Vec<&NodeId>)> {
        let carries = |stage: Stage| {
            let homes =
                self.carriers.iter().filter(move |((of, _), by)| *of == stage && by.contains(component));
            homes.map(|((_, home), _)| home).collect::<Vec<_>>()
        };
        COUNTED.into_iter().map(|stage| (stage, carries(stage))).find(|(_, homes)| !homes.is_empty())
    }

    /// Users of those homes who want the stage.
    pub fn of_homes(&self, stage: Stage, homes: &[&NodeId]) -> f64 {
        homes.iter().map(|home| self.own_users(stage, home)).sum()
    }
}

/// The components whose servers carry users on a way.
fn carriers(way: &Way) -> impl Iterator<Item = NodeId> {
    [&way.carrier].into_iter().chain(&way.behind).cloned()
}
