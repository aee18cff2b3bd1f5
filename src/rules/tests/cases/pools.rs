//! Homes and what they are made of.

use super::{
    Case, NO, YES, case, edges, internal, move_to_branch, perimeter, pool, pool_balances_edges, remote,
    spare, standard_edition, twice, with_branch, without_pools,
};
use crate::plan::build::PlanBuilder;
use crate::rules::Severity;

pub(super) const CASES: &[Case] = &[
    case("SE-MAX-USERS", Severity::Error, YES, || standard_edition(5_000), || standard_edition(4_000)),
    case("SE-MAX-USERS", Severity::Warning, YES, || standard_edition(4_999), || standard_edition(4_000)),
    case(
        "SE-NO-HA",
        Severity::Warning,
        YES,
        || internal(PlanBuilder::new().standard_edition("server")),
        || perimeter(PlanBuilder::new().standard_edition("server")),
    ),
    case(
        "EE-NEEDS-BE",
        Severity::Error,
        YES,
        || PlanBuilder::new().pool("pool", |pool| pool.front_ends(1)).scenario(),
        || PlanBuilder::new().pool("pool", |pool| pool.front_ends(1).back_ends(1)).scenario(),
    ),
    case(
        "EE-MIN-FE",
        Severity::Error,
        YES,
        || PlanBuilder::new().pool("pool", |pool| pool.back_ends(1)).scenario(),
        || PlanBuilder::new().pool("pool", |pool| pool.front_ends(1).back_ends(1)).scenario(),
    ),
    case(
        "EE-FE-CAPACITY",
        Severity::Error,
        YES,
        || pool(2, 25_001).scenario(),
        || pool(2, 25_000).scenario(),
    ),
    case(
        "EE-FE-CAPACITY",
        Severity::Error,
        NO,
        || pool(12, 100_001).scenario(),
        || pool(12, 100_000).scenario(),
    ),
    case(
        "EE-FE-CAPACITY",
        Severity::Error,
        YES,
        || {
            PlanBuilder::new()
                .pool("pool", |pool| pool.front_ends(1).back_ends(1))
                .users("users", 12_501, "pool")
                .scenario()
        },
        || pool(1, 12_500).scenario(),
    ),
    case("EE-SINGLE-FE", Severity::Warning, YES, || internal(pool(1, 100)), || internal(pool(2, 100))),
    case(
        "EE-SINGLE-FE",
        Severity::Warning,
        YES,
        || internal(PlanBuilder::new().pool("pool", |pool| pool.front_ends(1).back_ends(1))),
        || PlanBuilder::new().pool("pool", |pool| pool.front_ends(1).back_ends(1)).scenario(),
    ),
    case("EE-N1", Severity::Warning, YES, || spare(pool(2, 12_501)), || spare(pool(2, 12_500))),
    case("EE-N1", Severity::Warning, YES, || spare(pool(8, 100_000)), || spare(pool(9, 100_000))),
    case("EE-N1", Severity::Warning, YES, || spare(pool(1, 1)), || pool(1, 1).scenario()),
    case("SE-MAX-USERS", Severity::Error, NO, || standard_edition(100_001), || standard_edition(4_000)),
    case(
        "SE-NO-HA",
        Severity::Warning,
        YES,
        || spare(PlanBuilder::new().standard_edition("server").users("users", 4_000, "server")),
        || standard_edition(4_000),
    ),
    case(
        "SE-ONE-SERVER",
        Severity::Error,
        YES,
        || PlanBuilder::new().standard_edition("server").with("server", twice).scenario(),
        || standard_edition(1),
    ),
    case(
        "SE-ONE-LOCATION",
        Severity::Info,
        NO,
        || with_branch(PlanBuilder::new().standard_edition("server")).scenario(),
        || {
            let two = PlanBuilder::new().standard_edition("server").standard_edition("other");
            with_branch(two).with("other", move_to_branch).scenario()
        },
    ),
    case(
        "SE-ONE-LOCATION",
        Severity::Info,
        NO,
        || with_branch(PlanBuilder::new().standard_edition("server")).scenario(),
        || with_branch(pool(2, 0).standard_edition("server")).scenario(),
    ),
    case("SE-WOULD-DO", Severity::Info, YES, || pool(2, 4_000).scenario(), || pool(2, 4_001).scenario()),
    case(
        "SE-WOULD-DO",
        Severity::Info,
        YES,
        || remote(pool(2, 100).edge("edge", 1, "pool").reverse_proxy("proxy", "pool")).scenario(),
        || internal(pool(2, 1_100)),
    ),
    case("SE-WOULD-DO", Severity::Info, YES, || pool(2, 1).scenario(), || spare(pool(2, 1))),
    case("SE-WOULD-DO", Severity::Info, YES, || pool(2, 1).scenario(), || pool(2, 0).scenario()),
    case("SE-WOULD-DO", Severity::Info, YES, || pool(2, 1).scenario(), || with_branch(pool(2, 1)).scenario()),
    case(
        "SE-WOULD-DO",
        Severity::Info,
        NO,
        || pool(2, 100).edge("edge", 2, "pool").adjusted(pool_balances_edges).scenario(),
        || edges(2).scenario(),
    ),
    case(
        "USERS-HOME",
        Severity::Error,
        YES,
        || pool(1, 12_499).users_with("lost", 1, "pool", |users| users.home = None).scenario(),
        || pool(1, 12_499).users_with("lost", 0, "pool", |users| users.home = None).scenario(),
    ),
    case(
        "USERS-HOME",
        Severity::Error,
        NO,
        || pool(1, 12_500).users_with("lost", 1, "pool", |users| users.home = None).scenario(),
        || pool(1, 12_500).users("found", 1, "pool").scenario(),
    ),
    case(
        "BE-CLUSTER-AP",
        Severity::Error,
        YES,
        || {
            let two = pool(2, 0).pool("other", |pool| pool.front_ends(1).back_ends(1));
            two.with("other-back-end", |part| part.pool = Some("pool".into()))
                .adjusted(|scenario| scenario.pools.retain(|pool| pool.id.as_str() == "pool"))
                .adjusted(|scenario| {
                    scenario.components.retain(|part| part.id.as_str() != "other-front-ends");
                })
                .scenario()
        },
        || pool(2, 0).scenario(),
    ),
    case("EE-MAX-FE", Severity::Info, NO, || pool(9, 0).scenario(), || pool(8, 0).scenario()),
    case(
        "POOL-SAME-SITE",
        Severity::Error,
        YES,
        || with_branch(pool(2, 0)).with("pool-back-end", move_to_branch).scenario(),
        || with_branch(pool(2, 0)).scenario(),
    ),
    case(
        "POOL-PART",
        Severity::Error,
        YES,
        || {
            let two = PlanBuilder::new().pool("pool", |pool| pool.front_ends(2).back_ends(2));
            two.with("pool-front-ends", |part| part.pool = None).scenario()
        },
        || pool(2, 0).scenario(),
    ),
    case(
        "POOL-PART",
        Severity::Error,
        NO,
        || pool(2, 0).with("pool-back-end", |part| part.pool = None).adjusted(without_pools).scenario(),
        || pool(2, 0).scenario(),
    ),
    case(
        "FILE-SHARE",
        Severity::Info,
        YES,
        || pool(2, 0).scenario(),
        || {
            PlanBuilder::new()
                .pool("pool", |pool| pool.front_ends(2).balancers(2).back_ends(2).file_share())
                .scenario()
        },
    ),
    case(
        "FILE-SHARE",
        Severity::Info,
        NO,
        || pool(2, 0).pool("other", |pool| pool.front_ends(1).back_ends(1)).scenario(),
        || PlanBuilder::new().pool("pool", |pool| pool.front_ends(2)).scenario(),
    ),
];
