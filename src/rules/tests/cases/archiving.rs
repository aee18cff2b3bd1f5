//! Archiving and monitoring.

use super::{Case, NO, YES, case, chat, on, pool, wanting, without};
use crate::plan::build::PlanBuilder;
use crate::plan::{LinkKind, Scenario};
use crate::rules::Severity;

pub(super) fn archived(servers: usize, nodes: usize) -> PlanBuilder {
    pool(2, 100).archiving("archive", servers, "pool", nodes)
}

/// Two homes with one Archiving Server.
fn two_archived(both: bool) -> PlanBuilder {
    let plan = archived(2, 2).standard_edition("server").users("others", 10, "server");
    if both { plan.linked(LinkKind::Archives, "server", "archive") } else { plan }
}

fn required(plan: PlanBuilder) -> Scenario {
    wanting(plan, |targets| targets.archiving_required = true)
}

fn critical(plan: PlanBuilder) -> Scenario {
    wanting(plan, |targets| targets.archiving_critical = true)
}

/// A home with two Archiving Servers, each with a database of its own.
fn twofold() -> PlanBuilder {
    archived(1, 1).archiving("second", 1, "pool", 1)
}

pub(super) fn monitored() -> PlanBuilder {
    pool(2, 100).monitoring("monitor", "pool")
}

fn without_database(plan: PlanBuilder) -> PlanBuilder {
    plan.adjusted(|plan| without(plan, LinkKind::Stores))
}

pub(super) const CASES: &[Case] = &[
    case(
        "ARCH-ASSOC",
        Severity::Error,
        YES,
        || archived(1, 1).adjusted(|plan| without(plan, LinkKind::Archives)).scenario(),
        || archived(1, 1).scenario(),
    ),
    case(
        "ARCH-ASSOC",
        Severity::Error,
        NO,
        || {
            PlanBuilder::new()
                .archiving("archive", 1, "", 1)
                .adjusted(|plan| without(plan, LinkKind::Archives))
                .scenario()
        },
        || pool(2, 100).scenario(),
    ),
    case("ARCH-ASSOC", Severity::Error, YES, || required(pool(2, 100)), || required(archived(2, 2))),
    case("ARCH-ASSOC", Severity::Error, YES, || required(pool(8, 70_000)), || required(pool(2, 0))),
    case(
        "ARCH-ASSOC",
        Severity::Error,
        YES,
        || required(two_archived(false)),
        || required(two_archived(true)),
    ),
    case("ARCH-CRITICAL", Severity::Warning, NO, || critical(archived(2, 2)), || critical(pool(2, 100))),
    case("ARCH-CRITICAL", Severity::Warning, NO, || critical(twofold()), || required(archived(2, 2))),
    case("ARCH-SPOF", Severity::Warning, YES, || required(archived(1, 2)), || archived(1, 2).scenario()),
    case("ARCH-SPOF", Severity::Warning, YES, || required(archived(2, 1)), || required(archived(2, 2))),
    case(
        "ARCH-SPOF",
        Severity::Warning,
        YES,
        || {
            let other = twofold().standard_edition("server").users("others", 10, "server");
            let other = other.linked(LinkKind::Archives, "server", "archive");
            required(other.with("archive-database", super::twice))
        },
        || required(twofold()),
    ),
    case(
        "ARCH-MANY-POOLS",
        Severity::Info,
        NO,
        || two_archived(true).scenario(),
        || two_archived(false).scenario(),
    ),
    case("ARCH-SQL", Severity::Info, NO, || archived(1, 2).scenario(), || archived(2, 1).scenario()),
    case(
        "ARCH-NOT-GC",
        Severity::Info,
        NO,
        || chat(1, 1).archiving("archive", 1, "pool", 1).scenario(),
        || chat(1, 1).archiving("archive", 1, "pool", 1).compliance("record", 1, "chat").scenario(),
    ),
    case(
        "ARCH-NOT-GC",
        Severity::Info,
        NO,
        || chat(1, 1).compliance("record", 1, "chat").scenario(),
        || required(chat(1, 1).compliance("record", 1, "chat")),
    ),
    case(
        "MON-ONE",
        Severity::Error,
        YES,
        || monitored().monitoring("second", "pool").scenario(),
        || monitored().standard_edition("server").monitoring("second", "server").scenario(),
    ),
    case(
        "MON-MED",
        Severity::Info,
        YES,
        || monitored().standard_edition("server").mediation("calls", "server").scenario(),
        || monitored().mediation("calls", "pool").scenario(),
    ),
    case(
        "MON-MED",
        Severity::Info,
        YES,
        || monitored().standard_edition("server").mediation("calls", "server").scenario(),
        || pool(2, 100).mediation("calls", "pool").scenario(),
    ),
    case(
        "STORE-NEEDS-DB",
        Severity::Error,
        YES,
        || without_database(archived(1, 1)).scenario(),
        || archived(1, 1).scenario(),
    ),
    case(
        "STORE-NEEDS-DB",
        Severity::Error,
        YES,
        || {
            pool(2, 100)
                .placed("monitor", "monitoring", 1)
                .linked(LinkKind::Reports, "pool", "monitor")
                .scenario()
        },
        || monitored().scenario(),
    ),
    case(
        "STORE-NEEDS-DB",
        Severity::Error,
        YES,
        || without_database(chat(1, 1).compliance("record", 1, "chat")).scenario(),
        || chat(1, 1).compliance("record", 1, "chat").scenario(),
    ),
    case(
        "PART-IDLE",
        Severity::Info,
        YES,
        || monitored().adjusted(|plan| without(plan, LinkKind::Reports)).scenario(),
        || monitored().scenario(),
    ),
    case(
        "PART-IDLE",
        Severity::Info,
        YES,
        || {
            chat(1, 1)
                .compliance("record", 1, "chat")
                .adjusted(|plan| without(plan, LinkKind::Records))
                .scenario()
        },
        || chat(1, 1).compliance("record", 1, "chat").scenario(),
    ),
    case(
        "PART-IDLE",
        Severity::Info,
        YES,
        || without_database(archived(1, 1)).scenario(),
        || archived(1, 1).with("archive-database", on(0, "archive-1-computer")).scenario(),
    ),
];
