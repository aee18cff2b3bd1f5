//! What Edge Servers pass remote users on to.

use crate::catalog::role::Function;
use crate::plan::LinkKind;
use crate::rules::breach::Breach;
use crate::rules::drawing::Drawing;
use crate::rules::fix::link;
use crate::rules::homes::with_most;
use crate::rules::sources::EDGE_DEPLOYMENT;

pub(super) fn missing(drawing: &Drawing<'_>) -> Vec<Breach> {
    let mut breaches = Vec::new();
    for edge in drawing.with_function(Function::Edge) {
        if !drawing.linked_from(LinkKind::NextHop, &edge.id).is_empty() {
            continue;
        }
        breaches.push(match with_most(drawing, |users| users.remote) {
            Some(home) => {
                let text = format!("“{}” passes remote users on to nothing.", edge.name);
                let edits = link(drawing, LinkKind::NextHop, &edge.id, [home.id]);
                Breach::new([&edge.id], text).fixed_by(format!("Link it to “{}”", home.name), Some(edits))
            }
            None => {
                let text = format!(
                    "“{}” has nothing inside to pass remote users on to: add a pool first.",
                    edge.name
                );
                Breach::new([&edge.id], text).read_in(EDGE_DEPLOYMENT)
            }
        });
    }
    breaches
}
