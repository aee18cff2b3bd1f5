//! Archiving, monitoring and Group Chat.

use super::super::archiving::{archived, monitored};
use super::super::{chat, pool, without};
use super::ItemCase;
use crate::plan::{LinkKind, Scenario};

pub(super) const RECORDING: &[ItemCase] = &[
    ItemCase { item: "ARCH-MSMQ", about: || archived(1, 1).scenario(), not: none },
    ItemCase { item: "ARCH-ENABLED", about: || archived(1, 1).scenario(), not: unlinked },
    ItemCase { item: "ARCH-MULTI", about: || archived(2, 1).scenario(), not: || archived(1, 1).scenario() },
    ItemCase { item: "ARCH-MULTI", about: by_two, not: for_two },
    ItemCase { item: "ARCH-PURGE", about: || archived(2, 1).scenario(), not: || archived(1, 1).scenario() },
    ItemCase { item: "ARCH-PURGE", about: for_two, not: by_two },
    ItemCase { item: "ARCH-SQL-FULL", about: || archived(1, 1).scenario(), not: none },
    ItemCase { item: "MON-CLUSTER", about: || monitored().scenario(), not: none },
    ItemCase { item: "GC-CERT", about: || chat(1, 1).scenario(), not: none },
    ItemCase { item: "GC-AD", about: || chat(1, 1).scenario(), not: none },
];

fn none() -> Scenario {
    pool(2, 0).scenario()
}

fn unlinked() -> Scenario {
    archived(1, 1).adjusted(|plan| without(plan, LinkKind::Archives)).scenario()
}

/// One home by two servers with a database each.
fn by_two() -> Scenario {
    archived(1, 1).archiving("second", 1, "pool", 1).scenario()
}

/// Two homes by a server each, with one database.
fn for_two() -> Scenario {
    let plan = archived(1, 1).standard_edition("server").placed("second", "archiving", 1);
    let plan = plan.linked(LinkKind::Archives, "server", "second");
    plan.linked(LinkKind::Stores, "second", "archive-database").scenario()
}
