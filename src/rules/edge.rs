//! The perimeter: Edge Servers and the reverse proxy.

mod reverse_proxy;

use super::balancer::{bare, pair_in_front_of};
use super::breach::Breach;
use super::drawing::{Drawing, servers};
use super::finding::Severity;
use super::fix::set_servers;
use super::rule::Rule;
use super::sources::{EXTERNAL_ACCESS, HIGH_AVAILABILITY};
use crate::catalog::figure::Mark;
use crate::plan::{Component, Edit};

pub(super) const RULES: &[Rule] = &[
    Rule {
        id: "EDGE-RP-REQ",
        title: "Remote users need a reverse proxy",
        severity: Severity::Error,
        mark: Mark::Documented,
        reason: "Users outside fetch the address book, the members of groups and the content of meetings by HTTP, \
                 through a reverse proxy; an Edge Server does not carry these.",
        source: EXTERNAL_ACCESS,
        check: reverse_proxy::missing,
    },
    Rule {
        id: "EDGE-SINGLE",
        title: "A single Edge Server where high availability is wanted",
        severity: Severity::Warning,
        mark: Mark::Documented,
        reason: "For high availability in the perimeter network, several consolidated Edge Servers stand behind a \
                 hardware load balancer.",
        source: HIGH_AVAILABILITY,
        check: single,
    },
];

fn single(drawing: &Drawing<'_>) -> Vec<Breach> {
    if !drawing.targets().high_availability_perimeter {
        return Vec::new();
    }
    let arrays = drawing.edge_arrays();
    let single = arrays.iter().filter(|array| servers(array) == 1).filter_map(|array| array.first());
    single
        .map(|edge| {
            let text = format!(
                "High availability is wanted in the perimeter, and “{}” is the only Edge Server of its site.",
                edge.name
            );
            Breach::new([&edge.id], text)
                .fixed_by("Use two behind a load-balancer pair", doubled(drawing, edge))
        })
        .collect()
}

fn doubled(drawing: &Drawing<'_>, edge: &Component) -> Option<Vec<Edit>> {
    let mut edits = vec![set_servers(drawing, edge, 2)?];
    let bare = bare(drawing, &[edge]);
    if !bare.is_empty() {
        edits.extend(pair_in_front_of(drawing, &bare)?);
    }
    Some(edits)
}
