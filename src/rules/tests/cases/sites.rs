//! Branches, pools over two sites, domain controllers.

use super::{Case, NO, YES, case, move_to_branch, pool, wanting, with_branch};
use crate::plan::Scenario;
use crate::plan::build::PlanBuilder;
use crate::rules::Severity;

pub(super) const CASES: &[Case] = &[
    case("BRANCH-100", Severity::Info, NO, || branch(101, 0.0), || branch(100, 0.0)),
    case("BRANCH-VOICE", Severity::Warning, NO, || branch(50, 0.1), || branch(50, 0.0)),
    case(
        "BRANCH-VOICE",
        Severity::Warning,
        NO,
        || branch(50, 0.1),
        || {
            let plan = with_branch(pool(2, 0));
            plan.users_with("callers", 50, "pool", |users| {
                (users.voice_share, users.site) = (1.0, Some("headquarters".into()));
            })
            .scenario()
        },
    ),
    case("SITE-STRETCH", Severity::Info, NO, || resilient(stretched(2)), || stretched(2).scenario()),
    case(
        "SITE-STRETCH",
        Severity::Info,
        NO,
        || resilient(stretched(2)),
        || resilient(with_branch(pool(2, 0))),
    ),
    case(
        "SITE-STRETCH-SCOPE",
        Severity::Warning,
        NO,
        || resilient(stretched(4).archiving("archiving", 1, "pool", 1)),
        || resilient(stretched(4)),
    ),
    case(
        "SITE-STRETCH-SCOPE",
        Severity::Warning,
        NO,
        || resilient(stretched(4).web_access("web", 1, "pool")),
        || stretched(4).web_access("web", 1, "pool").scenario(),
    ),
    case(
        "SITE-STRETCH-SCOPE",
        Severity::Warning,
        NO,
        || resilient(stretched(4).users_with("partners", 10, "pool", |users| users.federation_share = 0.1)),
        || resilient(stretched(4).users("users", 10, "pool")),
    ),
    case(
        "SITE-STRETCH-NODES",
        Severity::Warning,
        YES,
        || resilient(stretched(3)),
        || resilient(stretched(4)),
    ),
    case(
        "AD-DC-REDUNDANT",
        Severity::Warning,
        YES,
        || pool(2, 0).shared("dc", "directory", 1, "pool").scenario(),
        || {
            pool(2, 0)
                .shared("dc", "directory", 1, "pool")
                .shared("second", "directory", 1, "pool")
                .scenario()
        },
    ),
];

fn branch(users: u32, voice_share: f64) -> Scenario {
    let plan = with_branch(pool(2, 0)).mediation("mediation", "pool");
    plan.users_with("branch-users", users, "pool", |users| {
        (users.voice_share, users.site) = (voice_share, Some("branch".into()));
    })
    .scenario()
}

/// A pool whose load balancers stand at another site, with as many SQL Server nodes as said.
fn stretched(nodes: usize) -> PlanBuilder {
    let plan = PlanBuilder::new().pool("pool", |pool| pool.front_ends(2).balancers(2).back_ends(nodes));
    with_branch(plan).with("pool-balancers", move_to_branch)
}

fn resilient(plan: PlanBuilder) -> Scenario {
    wanting(plan, |targets| targets.site_resiliency = true)
}
