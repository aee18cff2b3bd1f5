//! Which components carry the same users, and in which order a path meets them.

use std::rc::Rc;

use super::failure_set::FailureSet;
use super::topology::Topology;
use crate::collected::Set;
use crate::plan::{Component, NodeId, Scenario};

/// All components in the order in which paths meet them, so that what is used together stands together: the size of
/// a diagram depends on it. Every array stands next to its load balancers, every chat service next to its databases.
pub(super) fn in_path_order<'a>(scenario: &'a Scenario, topology: &Topology) -> Vec<&'a Rc<Component>> {
    let mut order: Vec<&NodeId> = Vec::new();
    for home in topology.homes.values() {
        order.extend(home.needed.iter().chain(&home.front));
    }
    for way in topology.all_ways() {
        order.extend(way.needed.iter().chain([&way.carrier]).chain(&way.behind));
    }
    order.extend(scenario.components.iter().map(|component| &component.id));
    let mut seen = Set::new();
    order.into_iter().filter(|id| seen.insert(*id)).filter_map(|id| scenario.component(id)).collect()
}

/// Share of a tier's servers that stand in the component, apart from those held down; below 1 where several components
/// make up the tier.
pub(super) fn share(scenario: &Scenario, topology: &Topology, component: &NodeId, down: &FailureSet) -> f64 {
    let servers = |id: &NodeId| {
        let all = scenario.component(id).map_or(&[][..], |part| &part.servers);
        let counted = topology.counted.get(id).copied().unwrap_or(all.len());
        let left = all.iter().take(counted).filter(|server| !down.is_down(id, &server.id)).count();
        f64::from(u32::try_from(left).unwrap_or(u32::MAX))
    };
    let total: f64 = tier_of(topology, component).into_iter().map(servers).sum();
    if total > 0.0 { servers(component) / total } else { 1.0 }
}

/// The components that carry the same users, this one among them.
fn tier_of<'a>(topology: &'a Topology, component: &'a NodeId) -> Set<&'a NodeId> {
    let fronts = topology.homes.values().map(|home| home.front.iter().collect());
    let ways = topology.stages.values().map(|ways| ways.iter().map(|way| &way.carrier).collect());
    let tiers = fronts.chain(ways);
    let own = tiers.filter(|tier: &Set<&NodeId>| tier.contains(component));
    own.max_by_key(Set::len).unwrap_or_else(|| Set::of(component))
}
