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
    /// What carries the users of a home.
    carriers: Map<(Stage, NodeId), Set<NodeId>>,
    /// The homes whose users a component carries.
    homes: Map<(Stage, NodeId), Set<NodeId>>,
}

impl Demand {
    pub fn of(scenario: &Scenario, topology: &Topology) -> Self {
        let mut demand = Self::default();
        for stage in COUNTED {
            for population in &scenario.populations {
                let Some(home) = &population.home else { continue };
                *demand.own.or_default((stage, home.clone())) += stage.users(population);
            }
            for (home, parts) in &topology.homes {
                let ways = topology.ways(stage, home).unwrap_or_default();
                let carriers: Set<NodeId> = match stage {
                    Stage::Home => parts.front.iter().cloned().collect(),
                    _ => ways.iter().flat_map(carriers).collect(),
                };
                for carrier in &carriers {
                    demand.homes.or_default((stage, carrier.clone())).insert(home.clone());
                }
                demand.carriers.insert((stage, home.clone()), carriers);
            }
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
        let carried = own.iter().filter_map(|carrier| self.homes.get(&(stage, carrier.clone()))).flatten();
        let homes: Set<&NodeId> = carried.chain([home]).collect();
        homes.into_iter().map(|home| self.own_users(stage, home)).sum()
    }

    /// The stage in which a component carries users, and the homes of these.
    pub fn carried_by(&self, component: &NodeId) -> Option<(Stage, &Set<NodeId>)> {
        COUNTED.into_iter().find_map(|stage| Some((stage, self.homes.get(&(stage, component.clone()))?)))
    }

    /// Users of those homes who want the stage.
    pub fn of_homes(&self, stage: Stage, homes: &Set<NodeId>) -> f64 {
        homes.iter().map(|home| self.own_users(stage, home)).sum()
    }
}

/// The components whose servers carry users on a way.
fn carriers(way: &Way) -> impl Iterator<Item = NodeId> {
    [&way.carrier].into_iter().chain(&way.behind).cloned()
}
