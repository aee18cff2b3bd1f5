//! The perimeter: Edge Servers and the reverse proxy.

mod capacity;
mod federation;
mod items;
mod missing;
mod next_hop;
mod reverse_proxy;
mod web_access;

use super::breach::Breach;
use super::drawing::{Drawing, servers};
use super::finding::Severity;
use super::rule::Rule;
use super::sources::perimeter::GLOBAL_2007;
use super::sources::{
    CAPACITY_2007, EDGE_DEPLOYMENT, EXTERNAL_ACCESS, HIGH_AVAILABILITY, NEXT_HOP_2007, PERIMETER_WALKTHROUGH,
};
use crate::catalog::figure::Mark;
use capacity::behind_a_pair;

pub(super) use items::ITEMS;

pub(super) const RULES: &[Rule] = &[
    Rule {
        id: "EDGE-MISSING",
        title: "Remote users need an Edge Server",
        severity: Severity::Error,
        mark: Mark::Documented,
        reason: "Users outside reach instant messaging and conferences through an Edge Server in the perimeter \
                 network; without one they are not served.",
        source: EXTERNAL_ACCESS,
        check: missing::missing,
    },
    Rule {
        id: "EDGE-INTERNAL-FIRST",
        title: "An Edge Server with nothing inside",
        severity: Severity::Error,
        mark: Mark::Documented,
        reason: "A pool or a Standard Edition server has to be there before Edge Servers are. The text was read in a \
                 version from before the release.",
        source: EDGE_DEPLOYMENT,
        check: next_hop::nothing_inside,
    },
    Rule {
        id: "EDGE-NEXTHOP",
        title: "An Edge Server without a next hop",
        severity: Severity::Error,
        mark: Mark::Derived,
        reason: "An Edge Server passes remote users on to a Director, a pool or a Standard Edition server inside, and a \
                 Director to a home. Documented for the 2007 edition; nothing was read for 2007 R2.",
        source: NEXT_HOP_2007,
        check: next_hop::missing,
    },
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
    Rule {
        id: "EDGE-RP-HA",
        title: "A single reverse proxy where high availability is wanted",
        severity: Severity::Warning,
        mark: Mark::Documented,
        reason: "In the documented walkthrough of a highly available perimeter, Edge Servers and reverse proxies are \
                 both several. Without a reverse proxy, users outside lose meeting content and the address book.",
        source: PERIMETER_WALKTHROUGH,
        check: reverse_proxy::single,
    },
    Rule {
        id: "EDGE-FED-ONE",
        title: "Federation at several sites",
        severity: Severity::Warning,
        mark: Mark::Derived,
        reason: "Other organisations find one Access Edge. A sample of the 2007 edition keeps it in the primary data \
                 centre, and only conferences and media go by Edge Servers elsewhere; nothing was read for 2007 R2.",
        source: GLOBAL_2007,
        check: federation::several_sites,
    },
    Rule {
        id: "EDGE-CWA",
        title: "Communicator Web Access without a reverse proxy",
        severity: Severity::Info,
        mark: Mark::Derived,
        reason: "Browser users do not come in by Edge Servers; a reverse proxy for them is strongly recommended and not \
                 required. Documented for the 2007 edition; nothing was read for 2007 R2.",
        source: NEXT_HOP_2007,
        check: web_access::unpublished,
    },
    Rule {
        id: "EDGE-CAPACITY",
        title: "Too many remote users for the Edge Servers",
        severity: Severity::Warning,
        mark: Mark::Assumed,
        reason: "The planner takes an Edge Server to carry 5,000 remote users. No figure for this edition could be \
                 read, so this one is recalled from the edition before; enter your own if you have measured it.",
        source: CAPACITY_2007,
        check: capacity::over_capacity,
    },
    Rule {
        id: "EDGE-N1",
        title: "No spare Edge Server",
        severity: Severity::Warning,
        mark: Mark::Assumed,
        reason: "The plan asks that all users still fit when one server is lost; at the 5,000 remote users that the \
                 planner assumes for an Edge Server they do not.",
        source: CAPACITY_2007,
        check: capacity::no_spare,
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
            Breach::new(&[&edge.id], text)
                .fixed_by("Use two behind a load-balancer pair", behind_a_pair(drawing, edge, 2))
        })
        .collect()
}
