//! The record of chat rooms.

use super::{Case, YES, case, chat, chatting, on, pool, wanting, without};
use crate::plan::build::PlanBuilder;
use crate::plan::{LinkKind, Scenario};
use crate::rules::Severity;

pub(super) fn recorded(servers: usize, users: u32) -> PlanBuilder {
    chat(2, users).compliance("record", servers, "chat")
}

/// A second component of Group Chat servers with the rooms of the first.
fn more_chat(plan: PlanBuilder) -> PlanBuilder {
    let plan = plan.placed("more", "chat-server", 1).linked(LinkKind::ChatHost, "more", "pool");
    plan.linked(LinkKind::ChatDatabase, "more", "chat-database")
}

/// The record is kept with the rooms.
pub(super) fn in_the_chat_database(users: u32) -> PlanBuilder {
    let plan = recorded(1, users).adjusted(|plan| {
        without(plan, LinkKind::Stores);
        plan.components.retain(|part| part.id.as_str() != "record-database");
    });
    plan.linked(LinkKind::Stores, "record", "chat-database")
}

/// The record is kept on a computer of the rooms.
fn beside_the_chat_database(users: u32) -> PlanBuilder {
    recorded(1, users).with("record-database", on(0, "chat-database-1-computer"))
}

fn required(plan: PlanBuilder) -> Scenario {
    wanting(plan, |targets| targets.compliance_required = true)
}

pub(super) const CASES: &[Case] = &[
    case("GC-COMPLIANCE-MISSING", Severity::Error, YES, || required(chat(2, 10)), || chat(2, 10).scenario()),
    case(
        "GC-COMPLIANCE-MISSING",
        Severity::Error,
        YES,
        || required(more_chat(recorded(2, 10))),
        || required(recorded(2, 10)),
    ),
    case(
        "GC-COMPLIANCE-MISSING",
        Severity::Error,
        YES,
        || required(recorded(2, 10).adjusted(|plan| without(plan, LinkKind::Records))),
        || required(pool(2, 10)),
    ),
    // Rooms of another installation need a recorder of their own.
    case(
        "GC-COMPLIANCE-MISSING",
        Severity::Error,
        YES,
        || required(recorded(2, 10).chat("other", 1, "pool", 1)),
        || required(recorded(2, 10).chat("other", 1, "pool", 1).compliance("second", 2, "other")),
    ),
    case(
        "GC-ONE-ACTIVE-COMPLIANCE",
        Severity::Error,
        YES,
        || recorded(1, 10).compliance("second", 1, "chat").scenario(),
        || recorded(2, 10).scenario(),
    ),
    case(
        "GC-ONE-ACTIVE-COMPLIANCE",
        Severity::Error,
        YES,
        || more_chat(recorded(1, 10)).compliance("second", 1, "more").scenario(),
        || more_chat(recorded(1, 10)).linked(LinkKind::Records, "more", "record").scenario(),
    ),
    case(
        "GC-ONE-ACTIVE-COMPLIANCE",
        Severity::Error,
        YES,
        || recorded(3, 10).scenario(),
        || recorded(1, 10).chat("other", 1, "pool", 1).compliance("second", 1, "other").scenario(),
    ),
    case(
        "GC-STANDBY-COMPLIANCE",
        Severity::Warning,
        YES,
        || required(recorded(1, 10)),
        || required(recorded(2, 10)),
    ),
    case(
        "GC-STANDBY-COMPLIANCE",
        Severity::Warning,
        YES,
        || required(recorded(1, 10)),
        || recorded(1, 10).scenario(),
    ),
    case(
        "GC-DB-SHARED-SMALL",
        Severity::Info,
        YES,
        || in_the_chat_database(2_000).scenario(),
        || recorded(1, 2_000).scenario(),
    ),
    case(
        "GC-DB-SHARED-SMALL",
        Severity::Warning,
        YES,
        || in_the_chat_database(2_001).scenario(),
        || recorded(1, 2_001).scenario(),
    ),
    case(
        "GC-DB-SHARED-SMALL",
        Severity::Info,
        YES,
        || beside_the_chat_database(2_000).scenario(),
        || chatting(pool(2, 0), 2_000).scenario(),
    ),
    case(
        "GC-DB-SHARED-SMALL",
        Severity::Warning,
        YES,
        || beside_the_chat_database(2_001).scenario(),
        || recorded(2, 2_001).scenario(),
    ),
    case(
        "GC-COMPLIANCE-SEP",
        Severity::Error,
        YES,
        || recorded(1, 10).with("record", on(0, "chat-1-computer")).scenario(),
        || recorded(1, 10).with("record-database", on(0, "record-1-computer")).scenario(),
    ),
];
