//! Load balancers in front of pools and Edge arrays: whether there are any, and the edits that add a pair.

use super::drawing::Drawing;
use super::fix::{NewPart, component, links, set_servers};
use crate::catalog::role::Function;
use crate::geometry::{Canvas, Point, Vector};
use crate::plan::{Component, Edit, LinkKind, NodeId, Pool, SiteId};

/// Units of a pair.
pub(super) const PAIR: usize = 2;

/// Where a new pair stands, seen from the first of the servers behind it.
const BESIDE: Vector<Canvas> = Vector::new(-88.0, 16.0);

/// Where Front Ends stand in a pool that has none yet, seen from its corner.
pub(super) const IN_POOL: Vector<Canvas> = Vector::new(112.0, 56.0);

/// Whether a load balancer stands in the pool.
pub(super) fn stands_in(drawing: &Drawing<'_>, pool: &NodeId) -> bool {
    !drawing.parts(pool, Function::LoadBalancer).is_empty()
}

/// The Edge Servers of an array that no load balancer stands in front of.
pub(super) fn bare<'a>(drawing: &Drawing<'_>, array: &[&'a Component]) -> Vec<&'a Component> {
    let is_bare = |edge: &&&Component| drawing.linked_to(LinkKind::Balances, &edge.id).is_empty();
    array.iter().filter(is_bare).copied().collect()
}

/// A new pair beside what stands at a place.
pub(super) fn pair(
    drawing: &Drawing<'_>,
    site: &SiteId,
    pool: Option<&NodeId>,
    at: Point<Canvas>,
) -> Option<Component> {
    let position = at + BESIDE;
    component(drawing, &NewPart { function: Function::LoadBalancer, servers: PAIR, site, pool, position })
}

/// The edits that put a pair into a pool.
pub(super) fn pair_into(drawing: &Drawing<'_>, pool: &Pool) -> Option<Vec<Edit>> {
    let front = drawing.parts(&pool.id, Function::FrontEnd).first();
    let at = front.map_or(pool.position + IN_POOL, |front| front.position);
    Some(vec![Edit::AddComponent(pair(drawing, &pool.site, Some(&pool.id), at)?)])
}

/// The edits that put one pair in front of all of these servers.
pub(super) fn pair_in_front_of(drawing: &Drawing<'_>, edges: &[&Component]) -> Option<Vec<Edit>> {
    let first = edges.first()?;
    let balancer = pair(drawing, &first.site, None, first.position)?;
    let links = balancing(drawing, &balancer, edges);
    let mut edits = vec![Edit::AddComponent(balancer)];
    edits.extend(links);
    Some(edits)
}

/// The edits that put a load balancer in front of all of these servers.
pub(super) fn balancing(drawing: &Drawing<'_>, balancer: &Component, edges: &[&Component]) -> Vec<Edit> {
    let mut wanted = Vec::new();
    for edge in edges {
        wanted.push((LinkKind::Balances, balancer.id.clone(), edge.id.clone()));
    }
    links(drawing, wanted)
}

/// The edits that give a pool so many Front Ends in this component, and the pair that several of them need.
pub(super) fn front_ends(
    drawing: &Drawing<'_>,
    pool: &Pool,
    component: &Component,
    count: usize,
) -> Option<Vec<Edit>> {
    let mut edits = set_servers(drawing, component, count)?;
    if count > 1 && !stands_in(drawing, &pool.id) {
        edits.extend(pair_into(drawing, pool)?);
    }
    Some(edits)
}
