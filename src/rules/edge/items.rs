//! What has to be looked at in the perimeter by hand.

use crate::catalog::figure::Mark;
use crate::catalog::role::Function;
use crate::plan::{Component, NodeId};
use crate::rules::drawing::{Drawing, servers};
use crate::rules::finding::Severity;
use crate::rules::item::Item;
use crate::rules::sources::perimeter::NETWORK;
use crate::rules::sources::{EDGE_DEPLOYMENT, EXTERNAL_ACCESS, NEXT_HOP_2007};

pub(in crate::rules) const ITEMS: &[Item] = &[
    Item {
        id: "EDGE-ALL3",
        statement: "Every Edge Server runs the Access Edge, Web Conferencing Edge and A/V Edge services together.",
        severity: Severity::Info,
        mark: Mark::Documented,
        reason: "Setup puts all three on each Edge Server. A topology with servers of their own for one of them is of the \
                 edition before.",
        source: EXTERNAL_ACCESS,
        about: edges,
    },
    Item {
        id: "EDGE-WORKGROUP",
        statement: "Every Edge Server stands in a workgroup, not in the domain, on a computer of its own.",
        severity: Severity::Warning,
        mark: Mark::Documented,
        reason: "An Edge Server needs no Active Directory, and one that is a member of the domain lets a break-in reach \
                 further. The text was read in a version from before the release.",
        source: EDGE_DEPLOYMENT,
        about: edges,
    },
    Item {
        id: "EDGE-TWO-FIREWALLS",
        statement: "The Edge Servers stand between an internal and an external firewall.",
        severity: Severity::Warning,
        mark: Mark::Documented,
        reason: "A perimeter network has a firewall on either side. The text was read in a version from before the \
                 release; a plan does not hold firewalls.",
        source: EDGE_DEPLOYMENT,
        about: edges,
    },
    Item {
        id: "EDGE-NIC",
        statement: "Every Edge Server has at least two network adapters, one for each side.",
        severity: Severity::Warning,
        mark: Mark::Documented,
        reason: "The sides towards the Internet and towards the organisation are kept apart by adapters of their own. The \
                 text was read in a version from before the release.",
        source: EDGE_DEPLOYMENT,
        about: edges,
    },
    Item {
        id: "EDGE-NAT-ARRAY",
        statement: "The external firewall does not translate the addresses of Edge Servers behind a load balancer.",
        severity: Severity::Error,
        mark: Mark::Documented,
        reason: "With several Edge Servers behind a load balancer, audio and video need addresses that are public. Only \
                 a single Edge Server may stand behind network address translation.",
        source: NETWORK,
        about: arrays,
    },
    Item {
        id: "EDGE-SUBNET",
        statement: "The Edge Servers and the reverse proxy of a site are in one subnet.",
        severity: Severity::Warning,
        mark: Mark::Derived,
        reason: "Documented for the 2007 edition; nothing was read for 2007 R2.",
        source: NEXT_HOP_2007,
        about: neighbours,
    },
];

fn named(components: &[&Component]) -> Vec<NodeId> {
    components.iter().map(|component| component.id.clone()).collect()
}

fn edges(drawing: &Drawing<'_>) -> Vec<NodeId> {
    named(drawing.with_function(Function::Edge))
}

/// Edge Servers that are several at their site.
fn arrays(drawing: &Drawing<'_>) -> Vec<NodeId> {
    let several = drawing.edge_arrays().into_iter().filter(|array| servers(array) > 1);
    several.flat_map(|array| named(&array)).collect()
}

/// Edge Servers and reverse proxies that are not the only one at their site.
fn neighbours(drawing: &Drawing<'_>) -> Vec<NodeId> {
    let mut all = Vec::new();
    for mut here in drawing.edge_arrays() {
        let site = here.first().map(|edge| &edge.site);
        let proxies = drawing.with_function(Function::ReverseProxy).iter();
        here.extend(proxies.filter(|proxy| Some(&proxy.site) == site));
        if servers(&here) > 1 {
            all.extend(named(&here));
        }
    }
    all
}
