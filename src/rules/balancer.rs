//! Load balancers in front of pools and Edge arrays: whether there are any, and the edits that add a pair.

use super::drawing::Drawing;
use super::fix::{NewPart, add, link, set_servers};
use crate::catalog::role::Function;
use crate::geometry::{Canvas, Vector};
use crate::plan::{Component, Edit, LinkKind, NodeId, Pool};

/// Units of a pair.
pub(super) const PAIR: usize = 2;

/// Where a new pair stands, seen from the first of the servers behind it.
const BESIDE: Vector<Canvas> = Vector::new(-88.0, 16.0);

/// Whether a load balancer stands in the pool.
pub(super) fn stands_in(drawing: &Drawing<'_>, pool: &NodeId) -> bool {
    !drawing.parts(pool, Function::LoadBalancer).is_empty()
}

/// The Edge Servers of an array that no load balancer stands in front of.
pub(super) fn bare<'a>(drawing: &Drawing<'_>, array: &[&'a Component]) -> Vec<&'a Component> {
    let is_bare = |edge: &&&Component| drawing.linked_to(LinkKind::Balances, &edge.id).is_empty();
    array.iter().filter(is_bare).copied().collect()
}

/// The edits that put a pair into a pool.
pub(super) fn pair_into(drawing: &Drawing<'_>, pool: &Pool) -> Option<Vec<Edit>> {
    let front = drawing.parts(&pool.id, Function::FrontEnd).first();
    let part = NewPart {
        function: Function::LoadBalancer,
        servers: PAIR,
        site: &pool.site,
        pool: Some(&pool.id),
        position: front.map_or(pool.position, |front| front.position + BESIDE),
    };
    add(drawing, &part).map(|(edit, _)| vec![edit])
}

/// The edits that put one pair in front of all of these Edge Servers.
pub(super) fn pair_in_front_of(drawing: &Drawing<'_>, edges: &[&Component]) -> Option<Vec<Edit>> {
    let first = edges.first()?;
    let part = NewPart {
        function: Function::LoadBalancer,
        servers: PAIR,
        site: &first.site,
        pool: None,
        position: first.position + BESIDE,
    };
    let (edit, balancer) = add(drawing, &part)?;
    let links = link(drawing, LinkKind::Balances, &balancer, edges.iter().map(|edge| &edge.id));
    Some(std::iter::once(edit).chain(links).collect())
}

/// The edits that give a pool so many Front Ends in this component, and the pair that several of them need.
pub(super) fn front_ends(
    drawing: &Drawing<'_>,
    pool: &Pool,
    component: &Component,
    count: usize,
) -> Option<Vec<Edit>> {
    let mut edits = vec![set_servers(drawing, component, count)?];
    if count > 1 && !stands_in(drawing, &pool.id) {
        edits.extend(pair_into(drawing, pool)?);
    }
    Some(edits)
}
