//! Load balancers: where they are needed, and when one unit is too few.

use super::balancer::{PAIR, bare, pair_in_front_of, pair_into, stands_in};
use super::breach::Breach;
use super::drawing::{Drawing, servers};
use super::finding::Severity;
use super::fix::set_servers;
use super::rule::Rule;
use super::sources::LOAD_BALANCERS;
use super::words::{count, names};
use crate::catalog::figure::Mark;
use crate::catalog::role::Function;
use crate::plan::{Component, LinkKind};

pub(super) const RULES: &[Rule] = &[
    Rule {
        id: "HLB-REQ-POOL",
        title: "Several Front Ends need a load balancer",
        severity: Severity::Error,
        mark: Mark::Documented,
        reason: "An Enterprise pool of two or more Front Ends needs a hardware load balancer: without one, clients \
                 reach only one of them.",
        source: LOAD_BALANCERS,
        check: pools_without,
    },
    Rule {
        id: "HLB-REQ-EDGE",
        title: "Several Edge Servers need a load balancer",
        severity: Severity::Error,
        mark: Mark::Documented,
        reason: "Two or more Edge Servers at one site need a hardware load balancer in front of them.",
        source: LOAD_BALANCERS,
        check: edge_arrays_without,
    },
    Rule {
        id: "HLB-SPOF",
        title: "A load balancer without a second unit",
        severity: Severity::Warning,
        mark: Mark::Derived,
        reason: "Everything behind a load balancer depends on it. Where high availability is wanted it has to be a \
                 redundant pair, or it is the single point of failure.",
        source: LOAD_BALANCERS,
        check: single_units,
    },
];

fn pools_without(drawing: &Drawing<'_>) -> Vec<Breach> {
    let mut breaches = Vec::new();
    for pool in drawing.pools() {
        let front = drawing.parts(&pool.id, Function::FrontEnd);
        if servers(front) < 2 || stands_in(drawing, &pool.id) {
            continue;
        }
        let text = format!(
            "“{}” has {} and no load balancer in front of them.",
            pool.name,
            count(servers(front), "Front End")
        );
        let breach = Breach::among(front, text).and(&pool.id);
        breaches.push(breach.fixed_by("Add a load-balancer pair", pair_into(drawing, pool)));
    }
    breaches
}

fn edge_arrays_without(drawing: &Drawing<'_>) -> Vec<Breach> {
    let mut breaches = Vec::new();
    for array in drawing.edge_arrays() {
        let bare = bare(drawing, &array);
        if servers(&array) < 2 || bare.is_empty() {
            continue;
        }
        let text = format!(
            "There are {} at one site, and no load balancer stands in front of {}.",
            count(servers(&array), "Edge Server"),
            names(&bare)
        );
        let breach = Breach::among(&bare, text);
        breaches.push(breach.fixed_by("Add a load-balancer pair", pair_in_front_of(drawing, &bare)));
    }
    breaches
}

fn single_units(drawing: &Drawing<'_>) -> Vec<Breach> {
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

fn is_in_the_way_of_high_availability(drawing: &Drawing<'_>, balancer: &Component) -> bool {
    let targets = drawing.targets();
    let in_perimeter = !drawing.linked_from(LinkKind::Balances, &balancer.id).is_empty();
    (targets.high_availability_internal && balancer.pool.is_some())
        || (targets.high_availability_perimeter && in_perimeter)
}
