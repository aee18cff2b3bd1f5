//! Load balancers that nothing asks for.

use crate::catalog::role::Function;
use crate::plan::{Component, Edit, LinkKind, NodeId};
use crate::rules::balancer::{pair_into, stands_in};
use crate::rules::breach::Breach;
use crate::rules::drawing::{Drawing, servers};
use crate::rules::words::names;

pub(super) fn by_one_front_end(drawing: &Drawing<'_>) -> Vec<Breach> {
    let mut breaches = Vec::new();
    for pool in drawing.pools() {
        let front = drawing.parts(&pool.id, Function::FrontEnd);
        if servers(front) == 1 && !stands_in(drawing, &pool.id) {
            let text = format!(
                "“{}” has one Front End and no load balancer: one page lists that as supported, the Resource Kit has a \
                 load balancer in front of every pool.",
                pool.name
            );
            let breach = Breach::among(front, text).and(&pool.id);
            breaches.push(breach.fixed_by("Add a load-balancer pair", pair_into(drawing, pool)));
        }
    }
    breaches
}

/// One server; several are another rule's.
pub(super) fn by_standard_edition(drawing: &Drawing<'_>) -> Vec<Breach> {
    unneeded(drawing, Function::Standalone, "which is one server", |behind| behind.len() == 1)
}

pub(super) fn by_group_chat(drawing: &Drawing<'_>) -> Vec<Breach> {
    unneeded(drawing, Function::ChatServer, "which balances by itself", |_| true)
}

fn unneeded(
    drawing: &Drawing<'_>,
    function: Function,
    why: &str,
    is_meant: fn(&[&Component]) -> bool,
) -> Vec<Breach> {
    let mut breaches = Vec::new();
    for balancer in drawing.with_function(Function::LoadBalancer) {
        let behind = in_front_of(drawing, balancer, function);
        if behind.is_empty() || !is_meant(&behind) {
            continue;
        }
        let text = format!("“{}” stands in front of {}, {why}.", balancer.name, names(&behind));
        let mut breach = Breach::new(&[&balancer.id], text);
        for server in &behind {
            breach = breach.and(&server.id);
        }
        breaches.push(breach.fixed_by("Take it away", Some(removed(drawing, balancer, &behind))));
    }
    breaches
}

/// What of a function the load balancer spreads connections over.
pub(in crate::rules) fn in_front_of<'a>(
    drawing: &Drawing<'a>,
    balancer: &Component,
    function: Function,
) -> Vec<&'a Component> {
    let behind = drawing.linked_from(LinkKind::Balances, &balancer.id).iter();
    let known = behind.filter_map(|id| drawing.scenario.component(id).map(AsRef::as_ref));
    known.filter(|component| drawing.role(component).is_some_and(|role| role.function == function)).collect()
}

/// The edits that take a load balancer from these servers, altogether where it has nothing else to do.
pub(in crate::rules) fn removed(
    drawing: &Drawing<'_>,
    balancer: &Component,
    behind: &[&Component],
) -> Vec<Edit> {
    let all = drawing.linked_from(LinkKind::Balances, &balancer.id);
    if balancer.pool.is_none() && all.len() == behind.len() {
        return vec![Edit::RemoveNodes(vec![balancer.id.clone()])];
    }
    let is_behind = |node: &NodeId| behind.iter().any(|component| component.id == *node);
    let links =
        drawing.scenario.links.iter().filter(|link| {
            link.kind == LinkKind::Balances && link.from == balancer.id && is_behind(&link.to)
        });
    vec![Edit::RemoveLinks(links.map(|link| link.id.clone()).collect())]
}
