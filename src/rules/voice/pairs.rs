//! The edits that add Mediation Servers, each with a gateway of its own.

use crate::catalog::role::Function;
use crate::geometry::{Canvas, Point, Vector};
use crate::plan::{Component, Edit, LinkKind, NodeId, SiteId};
use crate::rules::drawing::Drawing;
use crate::rules::fix::{NewPart, components, links};
use crate::rules::homes::Home;

/// Where a new Mediation Server stands, seen from its home.
const BELOW_HOME: Vector<Canvas> = Vector::new(0.0, 480.0);

/// Where one stands beside another one.
const BELOW_ANOTHER: Vector<Canvas> = Vector::new(0.0, 128.0);

/// Where a gateway stands, seen from its Mediation Server.
pub(super) const GATEWAY: Vector<Canvas> = Vector::new(220.0, 0.0);

/// Where new ones go, and who calls by them.
pub(super) struct Place<'a> {
    pub homes: Vec<&'a NodeId>,
    pub site: &'a SiteId,
    pub position: Point<Canvas>,
}

impl<'a> Place<'a> {
    /// Below a home.
    pub fn below(home: &Home<'a>) -> Self {
        Self { homes: vec![home.id], site: home.site, position: home.position + BELOW_HOME }
    }

    /// Beside a Mediation Server, for the same homes.
    pub fn beside<'b: 'a>(drawing: &Drawing<'b>, mediation: &'a Component) -> Self {
        let homes = drawing.linked_to(LinkKind::Calls, &mediation.id).to_vec();
        Self { homes, site: &mediation.site, position: mediation.position + BELOW_ANOTHER }
    }

    fn part(&self, function: Function, offset: Vector<Canvas>) -> NewPart<'_> {
        NewPart { function, servers: 1, site: self.site, pool: None, position: self.position + offset }
    }
}

/// So many Mediation Servers more, each with a new gateway.
pub(super) fn add(drawing: &Drawing<'_>, place: &Place<'_>, count: usize) -> Option<Vec<Edit>> {
    let gateways = components(drawing, &place.part(Function::Gateway, GATEWAY), count)?;
    let ids: Vec<NodeId> = gateways.iter().map(|gateway| gateway.id.clone()).collect();
    let mut edits = spread(gateways);
    edits.extend(for_gateways(drawing, place, &ids)?);
    Some(edits)
}

/// A Mediation Server more for each of these gateways.
pub(super) fn for_gateways(
    drawing: &Drawing<'_>,
    place: &Place<'_>,
    gateways: &[NodeId],
) -> Option<Vec<Edit>> {
    let still = Vector::new(0.0, 0.0);
    let mediations = components(drawing, &place.part(Function::Mediation, still), gateways.len())?;
    let mut wanted = Vec::new();
    for (mediation, gateway) in mediations.iter().zip(gateways) {
        for home in &place.homes {
            wanted.push((LinkKind::Calls, (*home).clone(), mediation.id.clone()));
        }
        wanted.push((LinkKind::Trunk, mediation.id.clone(), gateway.clone()));
    }
    let mut edits = spread(mediations);
    edits.extend(links(drawing, wanted));
    Some(edits)
}

/// A new gateway for each of these Mediation Servers.
pub(super) fn new_gateways(drawing: &Drawing<'_>, mediations: &[&Component]) -> Option<Vec<Edit>> {
    let first = mediations.first()?;
    let part = NewPart {
        function: Function::Gateway,
        servers: 1,
        site: &first.site,
        pool: None,
        position: first.position + GATEWAY,
    };
    let gateways = components(drawing, &part, mediations.len())?;
    let mut wanted = Vec::new();
    for (mediation, gateway) in mediations.iter().zip(&gateways) {
        wanted.push((LinkKind::Trunk, mediation.id.clone(), gateway.id.clone()));
    }
    let mut edits = spread(gateways);
    edits.extend(links(drawing, wanted));
    Some(edits)
}

/// The components one below the other.
fn spread(components: Vec<Component>) -> Vec<Edit> {
    let mut edits: Vec<Edit> = Vec::new();
    let mut next: Option<Point<Canvas>> = None;
    for mut component in components {
        component.position = next.unwrap_or(component.position);
        next = Some(component.position + BELOW_ANOTHER);
        edits.push(Edit::AddComponent(component));
    }
    edits
}
