//! How Edge Servers reach a home: by themselves or by a Director.

use super::drawing::Drawing;
use crate::catalog::role::Function;
use crate::plan::{Component, LinkKind, NodeId, Pool};

/// The pools that are Directors.
pub(super) fn director_pools<'a>(drawing: &Drawing<'a>) -> impl Iterator<Item = &'a Pool> {
    drawing.pools().filter(|pool| pool.director)
}

/// Whether the node is a Director, be it one server or a pool.
pub(super) fn is_director(drawing: &Drawing<'_>, node: &NodeId) -> bool {
    is_director_pool(drawing, node)
        || drawing.with_function(Function::Director).iter().any(|director| director.id == *node)
}

/// Whether the node is a pool that is a Director. It finds the home of any user, so it needs no link to one.
pub(super) fn is_director_pool(drawing: &Drawing<'_>, node: &NodeId) -> bool {
    drawing.scenario.pool(node).is_some_and(|pool| pool.director)
}

/// Whether a next hop is the home or passes users on to it.
pub(super) fn hop_leads_to(drawing: &Drawing<'_>, hop: &NodeId, home: &NodeId) -> bool {
    hop == home
        || is_director_pool(drawing, hop)
        || drawing.linked_from(LinkKind::NextHop, hop).contains(&home)
}

/// The Edge Servers by which users of a home come in: those that lead to it, or else all that lead anywhere, through other homes.
pub(super) fn ways_in<'a>(drawing: &Drawing<'a>, home: &NodeId) -> Vec<&'a Component> {
    let mut to_home = Vec::new();
    let mut anywhere = Vec::new();
    for edge in drawing.with_function(Function::Edge) {
        let hops = drawing.linked_from(LinkKind::NextHop, &edge.id);
        if hops.iter().any(|hop| hop_leads_to(drawing, hop, home)) {
            to_home.push(*edge);
        }
        if !hops.is_empty() {
            anywhere.push(*edge);
        }
    }
    if to_home.is_empty() { anywhere } else { to_home }
}
