//! Ways to the telephone network where high availability is wanted.

use crate::catalog::role::Function;
use crate::plan::{Component, LinkKind};
use crate::rules::breach::Breach;
use crate::rules::drawing::Drawing;
use crate::rules::homes::homes;
use crate::rules::voice::gateways::{by_id, gateways, ways_out};
use crate::rules::voice::pairs::{Place, add};
use crate::rules::wishes::wanting;

const ADD_A_PAIR: &str = "Add a Mediation Server with a gateway";

pub(super) fn one_way(drawing: &Drawing<'_>) -> Vec<Breach> {
    let mut breaches = Vec::new();
    if !drawing.targets().high_availability_internal {
        return breaches;
    }
    let wanted = wanting(drawing, |population| population.voice_share);
    for home in homes(drawing) {
        if let ([way], true) = (ways_out(drawing, home.id).as_slice(), wanted.contains_key(home.id)) {
            let text = format!(
                "High availability is wanted, and “{}” reaches the telephone network by one Mediation Server.",
                home.name
            );
            let edits = add(drawing, &Place::below(&home), 1);
            breaches.push(Breach::new(&[home.id, way], text).fixed_by(ADD_A_PAIR, edits));
        }
    }
    breaches
}

/// One finding for the whole plan: which gateways a call can use is the routes' matter.
pub(super) fn one_gateway(drawing: &Drawing<'_>) -> Vec<Breach> {
    let wanted = drawing.targets().high_availability_internal
        && !wanting(drawing, |population| population.voice_share).is_empty();
    let in_use = |gateway: &&&Component| !drawing.linked_to(LinkKind::Trunk, &gateway.id).is_empty();
    let used: Vec<_> = gateways(drawing).filter(in_use).collect();
    let ([only], true) = (used.as_slice(), wanted) else { return Vec::new() };
    if only.servers.len() > 1 {
        return Vec::new();
    }
    let text = format!("High availability is wanted, and “{}” is the only gateway.", only.name);
    let mediations = by_id(drawing, &[Function::Mediation]);
    let first = drawing.linked_to(LinkKind::Trunk, &only.id).first();
    let beside = first.and_then(|id| mediations.get(id)).map(|mediation| Place::beside(drawing, mediation));
    let edits = beside.and_then(|place| add(drawing, &place, 1));
    vec![Breach::new(&[&only.id], text).fixed_by(ADD_A_PAIR, edits)]
}
