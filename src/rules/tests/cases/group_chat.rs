//! Group Chat.

use super::{Case, NO, YES, case, chat, chatting, internal, pool, second_host, spare, without};
use crate::plan::build::PlanBuilder;
use crate::plan::{LinkKind, Scenario};
use crate::rules::Severity;

/// The plan goes by the older page.
fn by_three(plan: PlanBuilder) -> Scenario {
    plan.adjusted(|plan| {
        plan.figures.insert("chat-servers-counted".into(), 3.0);
    })
    .scenario()
}

pub(super) const CASES: &[Case] = &[
    case("GC-CAPACITY", Severity::Error, YES, || chat(2, 4_001).scenario(), || chat(2, 4_000).scenario()),
    case("GC-CAPACITY", Severity::Error, NO, || chat(5, 10_001).scenario(), || chat(5, 10_000).scenario()),
    case("GC-MAX-SERVERS", Severity::Error, YES, || chat(6, 2_000).scenario(), || chat(3, 6_000).scenario()),
    case("GC-MAX-SERVERS", Severity::Info, NO, || chat(4, 2_000).scenario(), || chat(3, 2_000).scenario()),
    case("GC-MAX-SERVERS", Severity::Error, YES, || by_three(chat(4, 2_000)), || by_three(chat(3, 2_000))),
    case(
        "GC-DB-CLUSTER",
        Severity::Warning,
        YES,
        || internal(pool(2, 0).chat("chat", 1, "pool", 1)),
        || internal(pool(2, 0).chat("chat", 1, "pool", 2)),
    ),
    case(
        "GC-MISSING",
        Severity::Error,
        YES,
        || chatting(pool(2, 0), 4_000).scenario(),
        || chat(2, 4_000).scenario(),
    ),
    case("GC-MISSING", Severity::Error, YES, || internal(chatting(pool(2, 0), 1)), || internal(pool(2, 1))),
    case(
        "GC-NEEDS-OCS",
        Severity::Error,
        YES,
        || chat(1, 1).adjusted(|plan| without(plan, LinkKind::ChatHost)).scenario(),
        || chat(1, 1).scenario(),
    ),
    case(
        "GC-NEEDS-DB",
        Severity::Error,
        YES,
        || chat(1, 1).adjusted(|plan| without(plan, LinkKind::ChatDatabase)).scenario(),
        || chat(1, 1).scenario(),
    ),
    case(
        "GC-NEEDS-DB",
        Severity::Error,
        YES,
        || {
            let bare = chat(1, 1).adjusted(|plan| without(plan, LinkKind::ChatDatabase));
            bare.adjusted(|plan| plan.components.retain(|part| part.id.as_str() != "chat-database"))
                .scenario()
        },
        || chat(1, 1).scenario(),
    ),
    case(
        "GC-POOL",
        Severity::Error,
        YES,
        || chat(1, 1).standard_edition("server").adjusted(second_host).scenario(),
        || chat(1, 1).standard_edition("server").scenario(),
    ),
    case("GC-SINGLE", Severity::Warning, YES, || internal(chat(1, 1)), || internal(chat(2, 1))),
    case("GC-N1", Severity::Warning, YES, || spare(chat(2, 2_001)), || spare(chat(2, 2_000))),
    case("GC-N1", Severity::Warning, NO, || spare(chat(5, 8_001)), || spare(chat(5, 8_000))),
];
