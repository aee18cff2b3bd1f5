//! Browser access by one server where high availability is wanted.

use super::load::more;
use crate::catalog::role::Function;
use crate::plan::{Component, LinkKind, NodeId};
use crate::rules::breach::Breach;
use crate::rules::drawing::Drawing;

/// Servers that go on when one of them is lost.
const SEVERAL: usize = 2;

pub(super) fn alone(drawing: &Drawing<'_>) -> Vec<Breach> {
    let mut breaches = Vec::new();
    if !drawing.targets().high_availability_internal {
        return breaches;
    }
    for server in drawing.with_function(Function::WebAccess) {
        let [first, ..] = homes_of_its_own(drawing, server)[..] else { continue };
        let text = format!(
            "High availability is wanted, and browser users of “{}” sign in by “{}” alone.",
            drawing.name(first),
            server.name
        );
        let edits = more(drawing, server, SEVERAL);
        breaches.push(
            Breach::new(&[&server.id, first], text).fixed_by("Use two behind a load-balancer pair", edits),
        );
    }
    breaches
}

/// The homes whose browser users have one server, which is this one.
fn homes_of_its_own<'a>(drawing: &Drawing<'a>, server: &Component) -> Vec<&'a NodeId> {
    if server.servers.len() >= SEVERAL {
        return Vec::new();
    }
    let mut homes = drawing.linked_from(LinkKind::SignsIn, &server.id).to_vec();
    homes.retain(|home| drawing.linked_to(LinkKind::SignsIn, home).len() == 1);
    homes
}
