//! Archiving: which messages are kept, and what depends on it.

mod association;
mod extent;
mod items;
mod weak_points;

use super::finding::Severity;
use super::rule::Rule;
use super::sources::recording::{
    ARCHIVING_ASSOCIATION, ARCHIVING_CRITICAL, ARCHIVING_TOPOLOGY, GROUP_CHAT_SCOPE, MONITORING_TOPOLOGY,
};
use crate::catalog::figure::Mark;

pub(super) use items::ITEMS;

pub(super) const RULES: &[Rule] = &[
    Rule {
        id: "ARCH-ASSOC",
        title: "Archiving without a link",
        severity: Severity::Error,
        mark: Mark::Documented,
        reason: "A pool or Standard Edition server has to be associated with an Archiving Server: until then its agents \
                 run, and nothing is captured.",
        source: ARCHIVING_ASSOCIATION,
        check: association::missing,
    },
    Rule {
        id: "ARCH-CRITICAL",
        title: "Messages stop when archiving does",
        severity: Severity::Warning,
        mark: Mark::Documented,
        reason: "The option that shuts servers down when archiving fails makes the Archiving Server and its database part \
                 of everything that Front Ends do: messages, conferences, voice and Group Chat stop with them. The delays \
                 are of the 2007 edition: about 30 minutes on average when the network is at fault, none when a permission \
                 is.",
        source: ARCHIVING_CRITICAL,
        check: weak_points::critical,
    },
    Rule {
        id: "ARCH-SPOF",
        title: "Required archiving that one failure stops",
        severity: Severity::Warning,
        mark: Mark::Derived,
        reason: "Archiving is required, and several Archiving Servers of one pool may share a database on another \
                 computer, which can be a cluster; a single server or a single database leaves a gap when it fails.",
        source: ARCHIVING_TOPOLOGY,
        check: weak_points::single,
    },
    Rule {
        id: "ARCH-MANY-POOLS",
        title: "One Archiving Server for several homes",
        severity: Severity::Info,
        mark: Mark::Documented,
        reason: "One Archiving Server may serve several pools and Standard Edition servers; all of them lose archiving \
                 with it.",
        source: ARCHIVING_ASSOCIATION,
        check: extent::several_homes,
    },
    Rule {
        id: "ARCH-SQL",
        title: "A clustered archiving database",
        severity: Severity::Info,
        mark: Mark::Derived,
        reason: "The archiving database may stand on the Archiving Server or on another computer. A cluster is documented \
                 for the monitoring database; for this one the planner concludes the same.",
        source: MONITORING_TOPOLOGY,
        check: weak_points::clustered,
    },
    Rule {
        id: "ARCH-NOT-GC",
        title: "Archiving and chat rooms",
        severity: Severity::Info,
        mark: Mark::Documented,
        reason: "Archiving takes in no chat rooms, and a Compliance Server no instant messages: where both are to be kept, \
                 both are needed.",
        source: GROUP_CHAT_SCOPE,
        check: extent::one_of_two,
    },
];
