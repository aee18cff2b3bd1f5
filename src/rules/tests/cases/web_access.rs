//! Browser users, and the pages of conferences by telephone.

use super::{Case, NO, YES, case, dialling_in, internal, perimeter, pool, two_pools, without};
use crate::plan::build::PlanBuilder;
use crate::plan::{LinkKind, Scenario};
use crate::rules::Severity;

pub(super) const CASES: &[Case] = &[
    case(
        "CWA-NEEDS-OCS",
        Severity::Error,
        YES,
        || {
            let plan = pool(2, 0).web_access("web", 1, "pool");
            plan.adjusted(|scenario| without(scenario, LinkKind::SignsIn)).scenario()
        },
        || pool(2, 0).web_access("web", 1, "pool").scenario(),
    ),
    case(
        "CWA-NEEDS-OCS",
        Severity::Error,
        NO,
        || PlanBuilder::new().placed("web", "web-access", 1).scenario(),
        || pool(2, 0).scenario(),
    ),
    case(
        "CWA-DIALIN",
        Severity::Error,
        YES,
        || dialling_in(pool(2, 0).mediation("mediation", "pool")).scenario(),
        || dialling_in(pool(2, 0).mediation("mediation", "pool").web_access("web", 1, "pool")).scenario(),
    ),
    case("CWA-CAPACITY", Severity::Error, YES, || browsing(1, 5_001), || browsing(1, 5_000)),
    case("CWA-CAPACITY", Severity::Error, YES, || browsing(2, 10_001), || browsing(2, 10_000)),
    case("CWA-CAPACITY", Severity::Error, NO, || unevenly_shared(15_000, 2), || unevenly_shared(15_000, 0)),
    case(
        "CWA-SINGLE",
        Severity::Warning,
        YES,
        || internal(pool(2, 0).web_access("web", 1, "pool")),
        || internal(pool(2, 0).web_access("web", 2, "pool").balancers("balancers", 2, "web")),
    ),
    case(
        "CWA-SINGLE",
        Severity::Warning,
        YES,
        || internal(two_pools().web_access("web", 1, "pool").linked(LinkKind::SignsIn, "web", "other")),
        || perimeter(two_pools().web_access("web", 1, "pool").linked(LinkKind::SignsIn, "web", "other")),
    ),
    case(
        "CWA-SINGLE",
        Severity::Warning,
        YES,
        || internal(two_pools().web_access("web", 1, "pool").web_access("second", 2, "other")),
        || internal(pool(2, 0).web_access("web", 1, "pool").web_access("second", 1, "pool")),
    ),
];

/// One array of `servers` for so many users who all use the browser client.
fn browsing(servers: usize, users: u32) -> Scenario {
    let plan = pool(2, 0).web_access("web", servers, "pool");
    let plan = if servers > 1 { plan.balancers("balancers", 2, "web") } else { plan };
    plan.users_with("browsers", users, "pool", |users| users.web_access_share = 1.0).scenario()
}

/// Two arrays for one pool, of which the one is twice as large and the other one serves a second home too.
fn unevenly_shared(users: u32, others: u32) -> Scenario {
    let plan =
        pool(2, 0).standard_edition("server").web_access("web", 2, "pool").web_access("small", 1, "pool");
    let plan = plan.linked(LinkKind::SignsIn, "small", "server").balancers("balancers", 2, "web");
    let plan = plan.users_with("others", others, "server", |users| users.web_access_share = 0.5);
    let plan = plan.with("web", |web| {
        web.overrides.insert("users-per-web-access".into(), 10_000.0);
    });
    plan.users_with("browsers", users, "pool", |users| users.web_access_share = 1.0).scenario()
}
