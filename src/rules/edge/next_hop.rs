//! What Edge Servers pass remote users on to.

use crate::catalog::role::Function;
use crate::plan::{Component, LinkKind};
use crate::rules::breach::Breach;
use crate::rules::drawing::Drawing;
use crate::rules::fix::link;
use crate::rules::homes::{Home, with_most};
use crate::rules::sources::EDGE_DEPLOYMENT;

pub(super) fn missing(drawing: &Drawing<'_>) -> Vec<Breach> {
    let home = with_most(drawing, |users| users.remote);
    let mut breaches = Vec::new();
    for edge in drawing.with_function(Function::Edge) {
        if drawing.linked_from(LinkKind::NextHop, &edge.id).is_empty() {
            breaches.push(judged(drawing, edge, home.as_ref()));
        }
    }
    breaches
}

fn judged(drawing: &Drawing<'_>, edge: &Component, home: Option<&Home<'_>>) -> Breach {
    let Some(home) = home else {
        let name = &edge.name;
        let text = format!("“{name}” has nothing inside to pass remote users on to: add a pool first.");
        return Breach::new(&[&edge.id], text).read_in(EDGE_DEPLOYMENT);
    };
    let text = format!("“{}” passes remote users on to nothing.", edge.name);
    let edits = link(drawing, LinkKind::NextHop, &edge.id, home.id);
    Breach::new(&[&edge.id], text).fixed_by(format!("Link it to “{}”", home.name), Some(edits))
}
