//! For each rule and severity a plan that breaks it and one that just passes.

use super::super::Severity;
use crate::plan::Scenario;
use crate::plan::build::PlanBuilder;

/// A rule, broken and just kept.
pub(super) struct Case {
    pub rule: &'static str,
    pub severity: Severity,
    pub fixable: bool,
    pub breaks: fn() -> Scenario,
    pub passes: fn() -> Scenario,
}

fn standard_edition(users: u32) -> Scenario {
    PlanBuilder::new().standard_edition("server").users("users", users, "server").scenario()
}

fn pool(front_ends: usize, users: u32) -> PlanBuilder {
    PlanBuilder::new()
        .pool("pool", |pool| pool.front_ends(front_ends).balancers(2).back_ends(2))
        .users("users", users, "pool")
}

fn edges(servers: usize) -> PlanBuilder {
    pool(2, 10_000).edge("edge", servers, "pool")
}

fn remote(plan: PlanBuilder) -> PlanBuilder {
    plan.users_with("remote", 1_000, "pool", |users| users.remote_share = 0.1)
}

fn chat(servers: usize, users: u32) -> PlanBuilder {
    pool(2, 0)
        .chat("chat", servers, "pool", 2)
        .users_with("chatters", users, "pool", |users| users.group_chat_share = 1.0)
}

fn internal(plan: PlanBuilder) -> Scenario {
    wanting(plan, |targets| targets.high_availability_internal = true)
}

fn perimeter(plan: PlanBuilder) -> Scenario {
    wanting(plan, |targets| targets.high_availability_perimeter = true)
}

fn spare(plan: PlanBuilder) -> Scenario {
    wanting(plan, |targets| targets.spare_server = true)
}

fn wanting(plan: PlanBuilder, wish: impl FnOnce(&mut crate::plan::Targets)) -> Scenario {
    plan.adjusted(|scenario| wish(std::rc::Rc::make_mut(&mut scenario.targets))).scenario()
}

const fn case(
    rule: &'static str,
    severity: Severity,
    fixable: bool,
    breaks: fn() -> Scenario,
    passes: fn() -> Scenario,
) -> Case {
    Case { rule, severity, fixable, breaks, passes }
}

const YES: bool = true;
const NO: bool = false;

pub(super) const CASES: &[Case] = &[
    case("SE-MAX-USERS", Severity::Error, NO, || standard_edition(5_000), || standard_edition(4_000)),
    case("SE-MAX-USERS", Severity::Warning, NO, || standard_edition(4_999), || standard_edition(4_000)),
    case(
        "SE-NO-HA",
        Severity::Warning,
        NO,
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
        "EE-NEEDS-BE",
        Severity::Error,
        NO,
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
    case(
        "HLB-REQ-POOL",
        Severity::Error,
        YES,
        || PlanBuilder::new().pool("pool", |pool| pool.front_ends(2).back_ends(1)).scenario(),
        || PlanBuilder::new().pool("pool", |pool| pool.front_ends(1).back_ends(1)).scenario(),
    ),
    case(
        "HLB-REQ-EDGE",
        Severity::Error,
        YES,
        || edges(2).scenario(),
        || edges(2).balancers("balancers", 1, "edge").scenario(),
    ),
    case(
        "HLB-REQ-EDGE",
        Severity::Error,
        YES,
        || edges(1).edge("second", 1, "pool").scenario(),
        || edges(1).scenario(),
    ),
    case(
        "HLB-SPOF",
        Severity::Warning,
        YES,
        || internal(PlanBuilder::new().pool("pool", |pool| pool.front_ends(2).balancers(1).back_ends(2))),
        || perimeter(PlanBuilder::new().pool("pool", |pool| pool.front_ends(2).balancers(1).back_ends(2))),
    ),
    case(
        "HLB-SPOF",
        Severity::Warning,
        YES,
        || perimeter(edges(2).balancers("balancers", 1, "edge")),
        || perimeter(edges(2).balancers("balancers", 2, "edge")),
    ),
    case(
        "BE-SINGLE",
        Severity::Warning,
        YES,
        || internal(PlanBuilder::new().pool("pool", |pool| pool.front_ends(2).balancers(2).back_ends(1))),
        || internal(pool(2, 0)),
    ),
    case(
        "EDGE-RP-REQ",
        Severity::Error,
        YES,
        || remote(edges(1)).scenario(),
        || remote(edges(1)).reverse_proxy("proxy", "pool").scenario(),
    ),
    case(
        "EDGE-RP-REQ",
        Severity::Error,
        YES,
        || remote(edges(1)).standard_edition("other").reverse_proxy("proxy", "other").scenario(),
        || remote(pool(1, 0)).scenario(),
    ),
    case(
        "EDGE-RP-REQ",
        Severity::Info,
        NO,
        || edges(1).scenario(),
        || edges(1).reverse_proxy("proxy", "pool").scenario(),
    ),
    case("EDGE-SINGLE", Severity::Warning, YES, || perimeter(edges(1)), || perimeter(edges(2))),
    case("GC-CAPACITY", Severity::Error, YES, || chat(2, 4_001).scenario(), || chat(2, 4_000).scenario()),
    case("GC-CAPACITY", Severity::Error, NO, || chat(5, 10_001).scenario(), || chat(5, 10_000).scenario()),
    case("GC-MAX-SERVERS", Severity::Error, YES, || chat(6, 2_000).scenario(), || chat(3, 6_000).scenario()),
    case("GC-MAX-SERVERS", Severity::Info, NO, || chat(4, 2_000).scenario(), || chat(3, 2_000).scenario()),
    case(
        "GC-DB-CLUSTER",
        Severity::Warning,
        YES,
        || internal(pool(2, 0).chat("chat", 1, "pool", 1)),
        || internal(pool(2, 0).chat("chat", 1, "pool", 2)),
    ),
];
