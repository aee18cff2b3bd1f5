//! Which components carry the same users, and in which order a path meets them.

use std::rc::Rc;

use super::failure_set::FailureSet;
use super::topology::Topology;
use crate::collected::{Map, Set};
use crate::plan::{Component, NodeId, Scenario};

/// All components in the order in which paths meet them, so that what is used together stands together: the size of
/// a diagram depends on it. Every array stands next to its load balancers, every chat service next to its databases.
pub(super) fn in_path_order<'a>(scenario: &'a Scenario, topology: &Topology) -> Vec<&'a Rc<Component>> {
    let mut order: Vec<&NodeId> = Vec::new();
    for home in topology.homes.values() {
        order.extend(home.needed.iter().chain(&home.front));
    }
    for way in topology.lists_of_ways().flatten() {
        order.extend(way.needed.iter().chain([&way.carrier]).chain(&way.behind));
    }
    order.extend(scenario.components.iter().map(|component| &component.id));
    let mut waiting: Map<&NodeId, &Rc<Component>> =
        scenario.components.iter().map(|component| (&component.id, component)).collect();
    order.into_iter().filter_map(|id| waiting.remove(id)).collect()
}

/// For each component the share of its tier's servers that stand in it, apart from those held down; below 1 where several
/// components make up the tier.
pub(super) fn shares<'a>(
    scenario: &'a Scenario,
    topology: &'a Topology,
    down: &FailureSet,
) -> Map<&'a NodeId, f64> {
    let left = |component: &Component| {
        let all = &component.servers;
        let counted = topology.counted.get(&component.id).copied().unwrap_or(all.len());
        let left = all.iter().take(counted).filter(|server| !down.is_down(&component.id, &server.id)).count();
        f64::from(u32::try_from(left).unwrap_or(u32::MAX))
    };
    let left: Map<&NodeId, f64> = scenario.components.iter().map(|part| (&part.id, left(part))).collect();
    let tiers = largest_tiers(topology);
    let share = |(id, own): (&&'a NodeId, &f64)| {
        let tier = tiers.get(id).map(|tier| tier.iter().filter_map(|id| left.get(id)).sum());
        let total = tier.unwrap_or(*own);
        (*id, if total > 0.0 { own / total } else { 1.0 })
    };
    left.iter().map(share).collect()
}

/// For each component that carries users all those that carry the same, itself among them: of several such sets the largest, and of
/// those of one size the first, so that a set that is found twice makes no difference.
fn largest_tiers(topology: &Topology) -> Map<&NodeId, Rc<Set<&NodeId>>> {
    let fronts = topology.homes.values().map(|home| home.front.iter().collect());
    let ways = topology.lists_of_ways().map(|ways| ways.iter().map(|way| &way.carrier).collect());
    let mut largest: Map<&NodeId, Rc<Set<&NodeId>>> = Map::new();
    for carriers in fronts.chain(ways) {
        let tier: Rc<Set<&NodeId>> = Rc::new(carriers);
        for id in &*tier {
            if largest.get(id).is_none_or(|known| known.len() < tier.len()) {
                largest.insert(id, Rc::clone(&tier));
            }
        }
    }
    largest
}
