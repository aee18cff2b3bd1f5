//! Servers that share computers.

use super::{Case, YES, case, chat, edges, on, pool, two_pools, virtually};
use crate::plan::build::PlanBuilder;
use crate::rules::Severity;

pub(super) const CASES: &[Case] = &[
    case(
        "BE-SEPARATE",
        Severity::Error,
        YES,
        || pool(1, 0).with("pool-back-end", on(0, "pool-front-ends-1-computer")).scenario(),
        || pool(1, 0).scenario(),
    ),
    case(
        "BE-SEPARATE",
        Severity::Error,
        YES,
        || pool(1, 0).with("pool-back-end", on(1, "pool-front-ends-1-computer")).scenario(),
        || pool(1, 0).with("pool-back-end", on(1, "file-server")).scenario(),
    ),
    case(
        "BE-TWO-POOLS",
        Severity::Error,
        YES,
        || two_pools().with("other-back-end", on(1, "pool-back-end-1-computer")).scenario(),
        || two_pools().with("other-back-end", on(1, "pool-back-end-2-computer")).scenario(),
    ),
    case(
        "BE-PASSIVE-SHARED",
        Severity::Warning,
        YES,
        || two_pools().with("other-back-end", on(1, "pool-back-end-2-computer")).scenario(),
        || two_pools().scenario(),
    ),
    case(
        "BE-PASSIVE-SHARED",
        Severity::Warning,
        YES,
        || chat(1, 0).with("chat-database", on(0, "pool-back-end-2-computer")).scenario(),
        || chat(1, 0).with("chat-database", on(0, "pool-back-end-1-computer")).scenario(),
    ),
    case(
        "BE-INSTANCE-OCSDB",
        Severity::Warning,
        YES,
        || chat(1, 0).with("chat-database", on(1, "pool-back-end-1-computer")).scenario(),
        || chat(1, 0).with("chat-database", on(1, "pool-back-end-2-computer")).scenario(),
    ),
    case(
        "GC-DB-SEPARATE",
        Severity::Error,
        YES,
        || chat(1, 0).with("chat-database", on(0, "chat-1-computer")).scenario(),
        || chat(1, 0).scenario(),
    ),
    case(
        "COLLOC-EDGE-RP",
        Severity::Error,
        YES,
        || edges(1).reverse_proxy("proxy", "pool").with("proxy", on(0, "edge-1-computer")).scenario(),
        || edges(1).reverse_proxy("proxy", "pool").scenario(),
    ),
    case(
        "HLB-NO-NLB",
        Severity::Error,
        YES,
        || pool(2, 0).with("pool-balancers", on(0, "pool-front-ends-1-computer")).scenario(),
        || {
            let shared = edges(2).balancers("balancers", 2, "edge");
            shared.with("balancers", on(0, "pool-balancers-1-computer")).scenario()
        },
    ),
    case(
        "COLLOC-MATRIX",
        Severity::Error,
        YES,
        || edges(1).with("edge", on(0, "pool-front-ends-1-computer")).scenario(),
        || edges(1).with("edge", on(0, "edge-computer")).scenario(),
    ),
    case(
        "COLLOC-MATRIX",
        Severity::Error,
        YES,
        || edges(1).edge("second", 1, "pool").with("second", on(0, "edge-1-computer")).scenario(),
        || edges(1).edge("second", 1, "pool").scenario(),
    ),
    case(
        "FILE-SHARE-SEPARATE",
        Severity::Warning,
        YES,
        || {
            let plan = PlanBuilder::new().pool("pool", |pool| pool.front_ends(1).back_ends(1).file_share());
            plan.with("pool-file-share", on(0, "pool-front-ends-1-computer")).scenario()
        },
        || {
            let plan = PlanBuilder::new().pool("pool", |pool| pool.front_ends(1).back_ends(1).file_share());
            plan.with("pool-file-share", on(0, "pool-back-end-1-computer")).scenario()
        },
    ),
    case(
        "VIRT-HOST",
        Severity::Warning,
        YES,
        || pool(3, 0).with("pool-front-ends", on(2, "pool-front-ends-1-computer")).scenario(),
        || pool(3, 0).scenario(),
    ),
    case(
        "VIRT-HOST",
        Severity::Warning,
        YES,
        || {
            let shared = edges(1).edge("second", 1, "pool").with("second", on(0, "edge-1-computer"));
            virtually(shared, &["edge", "second"]).scenario()
        },
        || {
            let shared = edges(1).with("edge", on(0, "pool-front-ends-1-computer"));
            virtually(shared, &["edge", "pool-front-ends"]).scenario()
        },
    ),
    case(
        "COLLOC-MATRIX",
        Severity::Error,
        YES,
        || {
            let shared = edges(1).with("edge", on(0, "pool-front-ends-1-computer"));
            virtually(shared, &["edge"]).scenario()
        },
        || {
            let shared = edges(1).with("edge", on(0, "pool-front-ends-1-computer"));
            virtually(shared, &["edge", "pool-front-ends"]).scenario()
        },
    ),
    case(
        "COLLOC-DC",
        Severity::Error,
        YES,
        || pool(1, 0).placed("dc", "directory", 2).with("dc", on(1, "pool-back-end-1-computer")).scenario(),
        || {
            let plan = pool(1, 0).placed("dc", "directory", 2).placed("other", "custom", 1);
            plan.with("dc", on(1, "other-1-computer")).scenario()
        },
    ),
    case(
        "COLLOC-SE-ARCH",
        Severity::Warning,
        YES,
        || recorded().with("archiving", on(0, "server-1-computer")).scenario(),
        || recorded().with("archiving", on(0, "archiving-database-1-computer")).scenario(),
    ),
    case(
        "COLLOC-SE-MON",
        Severity::Warning,
        YES,
        || recorded().with("monitoring", on(0, "server-1-computer")).scenario(),
        || recorded().with("monitoring", on(0, "monitoring-database-1-computer")).scenario(),
    ),
    case(
        "COLLOC-ARCH-MON",
        Severity::Warning,
        YES,
        || recorded().with("monitoring", on(0, "archiving-1-computer")).scenario(),
        || recorded().scenario(),
    ),
];

fn recorded() -> PlanBuilder {
    let plan = PlanBuilder::new().standard_edition("server");
    plan.archiving("archiving", 1, "server", 1).monitoring("monitoring", "server")
}
