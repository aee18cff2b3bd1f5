//! Gateways and trunks, and what they are linked to.

use crate::catalog::role::Function;
use crate::collected::Map;
use crate::plan::{Component, LinkId, LinkKind, NodeId};
use crate::rules::drawing::Drawing;

/// Gateways and trunks, the gateways first.
pub(super) fn gateways<'b, 'a>(drawing: &'b Drawing<'a>) -> impl Iterator<Item = &'b &'a Component> {
    let both = [Function::Gateway, Function::SipTrunk];
    both.into_iter().flat_map(|function| drawing.with_function(function))
}

/// The Mediation Servers by which a home calls and that have a gateway or a trunk.
pub(super) fn ways_out<'a>(drawing: &Drawing<'a>, home: &NodeId) -> Vec<&'a NodeId> {
    let mut ways = drawing.linked_from(LinkKind::Calls, home).to_vec();
    ways.retain(|mediation| !drawing.linked_from(LinkKind::Trunk, mediation).is_empty());
    ways
}

/// The links of a kind by their ends.
pub(super) fn links_of<'a>(
    drawing: &Drawing<'a>,
    kind: LinkKind,
) -> Map<(&'a NodeId, &'a NodeId), &'a LinkId> {
    let links = drawing.scenario.links.iter().filter(|link| link.kind == kind);
    links.map(|link| ((&link.from, &link.to), &link.id)).collect()
}

/// Components by their names.
pub(super) fn by_id<'a>(drawing: &Drawing<'a>, functions: &[Function]) -> Map<&'a NodeId, &'a Component> {
    let all = functions.iter().flat_map(|function| drawing.with_function(*function));
    all.map(|component| (&component.id, *component)).collect()
}
