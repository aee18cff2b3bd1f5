//! Virtual machines.

use super::{Case, NO, YES, calling, case, edges, pool, two_pools, virtually, wanting};
use crate::plan::Scenario;
use crate::plan::build::PlanBuilder;
use crate::rules::Severity;

pub(super) const CASES: &[Case] = &[
    case(
        "VIRT-ROLES",
        Severity::Error,
        YES,
        || virtually(pool(2, 0).web_access("web", 1, "pool"), &["web"]).scenario(),
        || pool(2, 0).web_access("web", 1, "pool").scenario(),
    ),
    case(
        "VIRT-ROLES",
        Severity::Error,
        YES,
        || virtually(edges(1), &["edge"]).scenario(),
        || wanting(virtually(edges(1), &["edge"]), |targets| targets.external_conferencing = false),
    ),
    case(
        "VIRT-ROLES",
        Severity::Error,
        NO,
        || virtual_pool(calling(pool(2, 0).mediation("mediation", "pool"))),
        || virtual_pool(pool(2, 0).mediation("mediation", "pool")),
    ),
    case(
        "VIRT-ARCH",
        Severity::Error,
        YES,
        || virtually(pool(2, 0).archiving("archiving", 1, "pool", 1), &["archiving"]).scenario(),
        || virtual_pool(pool(2, 0).archiving("archiving", 1, "pool", 1)),
    ),
    case(
        "VIRT-ARCH",
        Severity::Error,
        YES,
        || virtually(pool(2, 0).monitoring("monitoring", "pool"), &["monitoring-database"]).scenario(),
        || virtual_pool(pool(2, 0).monitoring("monitoring", "pool")),
    ),
    case(
        "VIRT-CAP",
        Severity::Warning,
        NO,
        || virtual_pool(pool(4, 40_001)),
        || virtual_pool(pool(4, 40_000)),
    ),
    case("VIRT-NEW-POOL", Severity::Info, NO, || virtual_pool(pool(2, 0)), || virtual_pool(two_pools())),
    case("VIRT-OK", Severity::Info, NO, || virtual_pool(pool(2, 0)), || pool(2, 0).scenario()),
    case(
        "VIRT-OK",
        Severity::Info,
        NO,
        || virtually(pool(2, 0).director("director", "pool"), &["director"]).scenario(),
        || virtually(pool(2, 0).placed("gateway", "gateway", 1), &["gateway"]).scenario(),
    ),
];

fn virtual_pool(plan: PlanBuilder) -> Scenario {
    virtually(plan, &["pool-front-ends"]).scenario()
}
