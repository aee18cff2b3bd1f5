//! Load balancers of one unit.

use crate::catalog::role::{Function, Zone};
use crate::plan::{Component, LinkKind, NodeId};
use crate::rules::balancer::PAIR;
use crate::rules::breach::Breach;
use crate::rules::drawing::Drawing;
use crate::rules::fix::set_servers;

pub(super) fn units(drawing: &Drawing<'_>) -> Vec<Breach> {
    let balancers = drawing.with_function(Function::LoadBalancer).iter();
    let single = balancers.filter(|balancer| balancer.servers.len() < PAIR);
    single
        .filter(|balancer| is_in_the_way_of_high_availability(drawing, balancer))
        .map(|balancer| {
            let text = format!(
                "High availability is wanted, and “{}” is one unit that everything behind it depends on.",
                balancer.name
            );
            let edits = set_servers(drawing, balancer, PAIR);
            Breach::new(&[&balancer.id], text).fixed_by("Make it a pair", edits)
        })
        .collect()
}

/// What is behind it says which wish it has to do with.
fn is_in_the_way_of_high_availability(drawing: &Drawing<'_>, balancer: &Component) -> bool {
    let targets = drawing.targets();
    let is_wanted = |behind: &&NodeId| {
        let role = drawing.scenario.component(behind).and_then(|component| drawing.role(component));
        role.is_some_and(|role| match role.zone {
            Zone::Perimeter => targets.high_availability_perimeter,
            Zone::Internal | Zone::External => targets.high_availability_internal,
        })
    };
    (targets.high_availability_internal && balancer.pool.is_some())
        || drawing.linked_from(LinkKind::Balances, &balancer.id).iter().any(is_wanted)
}
