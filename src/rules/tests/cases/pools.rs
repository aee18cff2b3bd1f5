//! Homes and what they are made of.

use std::rc::Rc;

use super::{
    Case, NO, YES, case, edges, internal, linked, move_to_branch, perimeter, pool, pool_balances_edges,
    remote, spare, standard_edition, twice, wanting, with_branch, without_pools,
};
use crate::plan::build::{PlanBuilder, PoolBuilder};
use crate::plan::{LinkKind, Scenario};
use crate::rules::Severity;

pub(super) const CASES: &[Case] = &[
    case("SE-MAX-USERS", Severity::Error, YES, || standard_edition(5_000), || standard_edition(4_000)),
    case("SE-MAX-USERS", Severity::Warning, YES, || standard_edition(4_999), || standard_edition(4_000)),
    case(
        "SE-MAX-USERS",
        Severity::Warning,
        YES,
        || roomy(standard_edition(3_001)),
        || roomy(standard_edition(3_000)),
    ),
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
        "EE-MAX-USERS",
        Severity::Error,
        NO,
        || pool(12, 100_001).scenario(),
        || pool(12, 100_000).scenario(),
    ),
    case("EE-MAX-USERS", Severity::Error, NO, || pool(2, 100_001).scenario(), || pool(2, 100_000).scenario()),
    case(
        "EE-FE-CAPACITY",
        Severity::Error,
        YES,
        || pool(7, 100_000).scenario(),
        || pool(7, 100_001).scenario(),
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
    case("EE-SINGLE-FE", Severity::Warning, YES, || one().scenario(), || pool(2, 0).scenario()),
    case("EE-N1", Severity::Warning, YES, || spare(pool(2, 12_501)), || spare(pool(2, 12_500))),
    case("EE-N1", Severity::Warning, YES, || spare(pool(8, 100_000)), || spare(pool(9, 100_000))),
    case("EE-N1", Severity::Warning, YES, || spare(pool(1, 1)), || internal(pool(1, 1))),
    case("EE-N1", Severity::Warning, YES, || internal(pool(2, 12_501)), || internal(pool(2, 12_500))),
    case("SE-MAX-USERS", Severity::Error, NO, || standard_edition(100_001), || standard_edition(4_000)),
    case(
        "SE-NO-HA",
        Severity::Warning,
        YES,
        || spare(PlanBuilder::new().standard_edition("server").users("users", 4_000, "server")),
        || standard_edition(4_000),
    ),
    case(
        "SE-NO-HLB-PAIR",
        Severity::Error,
        YES,
        || PlanBuilder::new().standard_edition("server").with("server", twice).scenario(),
        || standard_edition(1),
    ),
    case("SE-NO-HLB-PAIR", Severity::Error, YES, || balanced(2).scenario(), || balanced(1).scenario()),
    case(
        "SE-NO-HLB-PAIR",
        Severity::Error,
        YES,
        || balanced(2).edge("edge", 2, "first").adjusted(balances_edges).scenario(),
        || balanced(1).edge("edge", 2, "first").adjusted(balances_edges).scenario(),
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
        || roomy(pool(2, 3_000).scenario()),
        || roomy(pool(2, 3_001).scenario()),
    ),
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
        "EE-NEEDS-BE",
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
    case("EE-MAX-FE", Severity::Warning, NO, || pool(9, 0).scenario(), || pool(8, 0).scenario()),
    case(
        "POOL-SAME-SITE",
        Severity::Error,
        YES,
        || with_branch(pool(2, 0)).with("pool-back-end", move_to_branch).scenario(),
        || with_branch(pool(2, 0)).scenario(),
    ),
    case(
        "POOL-SAME-SITE",
        Severity::Error,
        YES,
        || with_branch(expanded()).with("pool-web-components", move_to_branch).scenario(),
        || with_branch(expanded()).scenario(),
    ),
    case(
        "POOL-SAME-SITE",
        Severity::Error,
        YES,
        || with_branch(pool(2, 0)).with("pool-front-ends", move_to_branch).scenario(),
        || stretched(with_branch(pool(2, 0)).with("pool-front-ends", move_to_branch)),
    ),
    case("EE-EXPANDED", Severity::Warning, YES, || expanded().scenario(), || pool(2, 0).scenario()),
    case(
        "EE-EXPANDED",
        Severity::Warning,
        YES,
        || pool(2, 0).pool("other", one_of_each_kind).scenario(),
        || pool(2, 0).scenario(),
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
        Severity::Warning,
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
        Severity::Warning,
        NO,
        || pool(2, 0).pool("other", |pool| pool.front_ends(1).back_ends(1)).scenario(),
        || PlanBuilder::new().pool("pool", |pool| pool.front_ends(2)).scenario(),
    ),
    case(
        "FILE-SHARE",
        Severity::Warning,
        YES,
        || directing(pool(2, 10)).scenario(),
        || directing(pool(2, 0)).scenario(),
    ),
    case(
        "FILE-SHARE-SPOF",
        Severity::Warning,
        YES,
        || internal(with_file_share()),
        || internal(with_file_share().with("pool-file-share", twice)),
    ),
    case(
        "FILE-SHARE-SPOF",
        Severity::Warning,
        YES,
        || internal(with_file_share()),
        || perimeter(with_file_share()),
    ),
];

/// The plan with 3,000 users as those that leave room on a Standard Edition server.
fn roomy(mut plan: Scenario) -> Scenario {
    plan.figures.insert("standard-edition-warning".into(), 3_000.0);
    plan
}

/// A pool of one Front End.
fn one() -> PlanBuilder {
    PlanBuilder::new().pool("pool", |pool| pool.front_ends(1).back_ends(1))
}

fn one_of_each_kind(pool: PoolBuilder<'_>) -> PoolBuilder<'_> {
    pool.front_ends(2).balancers(2).back_ends(2).expanded(1)
}

/// An expanded pool.
pub(super) fn expanded() -> PlanBuilder {
    PlanBuilder::new().pool("pool", one_of_each_kind)
}

fn with_file_share() -> PlanBuilder {
    PlanBuilder::new().pool("pool", |pool| pool.front_ends(2).balancers(2).back_ends(2).file_share())
}

/// The plan goes by the design for site resiliency.
fn stretched(plan: PlanBuilder) -> Scenario {
    wanting(plan, |targets| targets.site_resiliency = true)
}

/// Makes all pools Directors.
pub(super) fn directing(plan: PlanBuilder) -> PlanBuilder {
    plan.adjusted(|scenario| {
        for pool in &mut scenario.pools {
            Rc::make_mut(pool).director = true;
        }
    })
}

/// Standard Edition servers behind one load balancer.
fn balanced(servers: usize) -> PlanBuilder {
    let names = ["first", "second"].into_iter().take(servers);
    let plan = PlanBuilder::new().balancers("balancers", 2, "first").standard_edition("first");
    names
        .skip(1)
        .fold(plan, |plan, name| plan.standard_edition(name).linked(LinkKind::Balances, "balancers", name))
}

fn balances_edges(scenario: &mut Scenario) {
    linked(scenario, LinkKind::Balances, "balancers", "edge");
}
