//! Several servers of one kind that nothing spreads connections over.

use crate::catalog::role::Function;
use crate::plan::{Component, LinkKind, Pool};
use crate::rules::balancer::{bare, pair_in_front_of, pair_into, stands_in};
use crate::rules::breach::Breach;
use crate::rules::drawing::{Drawing, servers};
use crate::rules::words::{count, names};

const ADD: &str = "Add a load-balancer pair";

pub(super) fn by_pools(drawing: &Drawing<'_>) -> Vec<Breach> {
    drawing.pools().filter(|pool| !pool.director).filter_map(|pool| in_pool(drawing, pool)).collect()
}

/// A Director is a pool that takes no users, or a component with its servers.
pub(super) fn by_directors(drawing: &Drawing<'_>) -> Vec<Breach> {
    let pools = drawing.pools().filter(|pool| pool.director);
    let mut breaches: Vec<Breach> = pools.filter_map(|pool| in_pool(drawing, pool)).collect();
    breaches.extend(by_components(drawing, Function::Director));
    breaches
}

pub(super) fn by_web_access(drawing: &Drawing<'_>) -> Vec<Breach> {
    by_components(drawing, Function::WebAccess)
}

pub(super) fn by_edge_arrays(drawing: &Drawing<'_>) -> Vec<Breach> {
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
        breaches.push(breach.fixed_by(ADD, pair_in_front_of(drawing, &bare)));
    }
    breaches
}

fn in_pool(drawing: &Drawing<'_>, pool: &Pool) -> Option<Breach> {
    let front = drawing.parts(&pool.id, Function::FrontEnd);
    if servers(front) < 2 || stands_in(drawing, &pool.id) {
        return None;
    }
    let number = count(servers(front), "Front End");
    let text = format!("“{}” has {number} and no load balancer in front of them.", pool.name);
    let breach = Breach::among(front, text).and(&pool.id);
    Some(breach.fixed_by(ADD, pair_into(drawing, pool)))
}

/// A breach for each component of several servers without a load balancer in front.
fn by_components(drawing: &Drawing<'_>, function: Function) -> Vec<Breach> {
    let is_bare = |component: &&&Component| {
        component.servers.len() > 1 && drawing.linked_to(LinkKind::Balances, &component.id).is_empty()
    };
    let bare = drawing.with_function(function).iter().filter(is_bare);
    bare.map(|component| {
        let number = count(component.servers.len(), "server");
        let text = format!("“{}” has {number} and no load balancer in front of them.", component.name);
        Breach::new(&[&component.id], text).fixed_by(ADD, pair_in_front_of(drawing, &[component]))
    })
    .collect()
}
