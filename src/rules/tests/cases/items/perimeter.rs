//! Edge Servers and Directors.

use super::super::director::{directed, directed_by_pool};
use super::super::{edges, pool};
use super::ItemCase;
use crate::plan::Scenario;

pub(super) const PERIMETER: &[ItemCase] = &[
    ItemCase { item: "EDGE-ALL3", about: one, not: none },
    ItemCase { item: "EDGE-WORKGROUP", about: one, not: none },
    ItemCase { item: "EDGE-TWO-FIREWALLS", about: one, not: none },
    ItemCase { item: "EDGE-NIC", about: one, not: none },
    ItemCase { item: "EDGE-NAT-ARRAY", about: || edges(2).scenario(), not: one },
    ItemCase {
        item: "EDGE-NAT-ARRAY",
        about: || edges(1).edge("more", 1, "pool").scenario(),
        not: elsewhere,
    },
    ItemCase { item: "EDGE-SUBNET", about: || edges(2).scenario(), not: one },
    ItemCase { item: "EDGE-SUBNET", about: with_proxy, not: proxy_elsewhere },
    ItemCase { item: "DIR-INTERNAL", about: || directed(1, 1).scenario(), not: one },
    ItemCase { item: "DIR-INTERNAL", about: || directed_by_pool().scenario(), not: none },
];

fn none() -> Scenario {
    pool(2, 0).scenario()
}

fn one() -> Scenario {
    edges(1).scenario()
}

fn elsewhere() -> Scenario {
    edges(1).edge("more", 1, "pool").site_called("branch").at_site("branch", &["more"]).scenario()
}

fn with_proxy() -> Scenario {
    edges(1).reverse_proxy("proxy", "pool").scenario()
}

fn proxy_elsewhere() -> Scenario {
    edges(1).reverse_proxy("proxy", "pool").site_called("branch").at_site("branch", &["proxy"]).scenario()
}
