//! Homes, their databases and what stands in front of them.

use std::rc::Rc;

use super::super::super::items::ItemCase;
use super::super::pools::expanded;
use super::super::{on, pool, standard_edition, two_pools};
use crate::plan::Scenario;
use crate::plan::build::PlanBuilder;

const fn case(item: &'static str, about: fn() -> Scenario, not: fn() -> Scenario) -> ItemCase {
    ItemCase { item, about, not }
}

/// What stands alone, without a load balancer of a pool.
fn standard_edition_with_edges() -> Scenario {
    let server = PlanBuilder::new().standard_edition("server");
    server.edge("edge", 2, "server").balancers("balancers", 2, "edge").scenario()
}

fn pool_without_balancers() -> PlanBuilder {
    PlanBuilder::new().pool("pool", |pool| pool.front_ends(1).back_ends(1))
}

/// Two pools, of which so many are Directors, with their Back-Ends on one computer.
fn on_one_computer(directors: usize) -> PlanBuilder {
    let plan = two_pools().with("other-back-end", on(0, "pool-back-end-1-computer"));
    plan.adjusted(move |scenario| {
        for pool in scenario.pools.iter_mut().take(directors) {
            Rc::make_mut(pool).director = true;
        }
    })
}

pub(super) const HOMES: &[ItemCase] = &[
    case("SE-SQL-EXPRESS", || standard_edition(100), || pool(2, 0).scenario()),
    case(
        "EE-EXPANDED-UCAPPS",
        || expanded().users_with("callers", 100, "pool", |users| users.voice_share = 0.1).scenario(),
        || expanded().users_with("callers", 100, "pool", |users| users.group_chat_share = 0.1).scenario(),
    ),
    case(
        "EE-EXPANDED-UCAPPS",
        || expanded().users_with("callers", 100, "pool", |users| users.dial_in_share = 0.1).scenario(),
        || pool(2, 0).users_with("callers", 100, "pool", |users| users.dial_in_share = 0.1).scenario(),
    ),
    case("FE-IDENTICAL", || pool(2, 0).scenario(), || pool(1, 0).scenario()),
    case("FE-IDENTICAL", || pool(2, 0).scenario(), || expanded().scenario()),
    case("FE-STATIC-IP", || pool(1, 0).scenario(), || standard_edition(100)),
];

pub(super) const BALANCERS: &[ItemCase] = &[
    case("HLB-NAT-MODE", || pool(2, 0).scenario(), standard_edition_with_edges),
    case("HLB-SNAT-IPS", || pool(2, 0).scenario(), standard_edition_with_edges),
    case("HLB-PORTS", || pool(2, 0).scenario(), standard_edition_with_edges),
    case("HLB-AFFINITY", || pool(2, 0).scenario(), standard_edition_with_edges),
    case("HLB-NO-DNSLB", || pool(2, 0).scenario(), || standard_edition(100)),
    case("HLB-NO-DNSLB", standard_edition_with_edges, || standard_edition(100)),
    case("HLB-ARMS", || pool(2, 0).scenario(), || standard_edition(100)),
    case("HLB-ARMS", standard_edition_with_edges, || standard_edition(100)),
    case("HLB-VENDOR", || pool(2, 0).scenario(), || standard_edition(100)),
    case("HLB-VENDOR", standard_edition_with_edges, || standard_edition(100)),
    case("HLB-IDLE", || pool(2, 0).scenario(), || standard_edition(100)),
    case("HLB-IDLE", standard_edition_with_edges, || standard_edition(100)),
    case(
        "HLB-AFFINITY",
        || pool_without_balancers().web_access("web", 2, "pool").balancers("balancers", 2, "web").scenario(),
        || pool_without_balancers().scenario(),
    ),
];

pub(super) const BACK_ENDS: &[ItemCase] = &[
    case("BE-INSTANCE-FOREIGN", || pool(2, 0).scenario(), || standard_edition(100)),
    case("BE-MIRROR", || pool(2, 0).scenario(), || standard_edition(100)),
    case("BE-VERSION", || pool(2, 0).scenario(), || standard_edition(100)),
    case("BE-BACKUP", || pool(2, 0).scenario(), || standard_edition(100)),
    case("BE-CLUSTER-AP", || pool(2, 0).scenario(), || pool_without_balancers().scenario()),
    case("BE-CLUSTER-NODES", || pool(2, 0).scenario(), || pool_without_balancers().scenario()),
    case("BE-CLUSTER-STORAGE", || pool(2, 0).scenario(), || pool_without_balancers().scenario()),
    case("BE-DIRECTOR-DB", || on_one_computer(1).scenario(), || on_one_computer(0).scenario()),
    case("BE-DIRECTOR-DB", || on_one_computer(1).scenario(), || on_one_computer(2).scenario()),
];
