//! Compliance: whether chat rooms are recorded, by how many servers, and where.

mod database;
mod missing;
mod servers;

use super::finding::Severity;
use super::rule::Rule;
use super::sources::GROUP_CHAT_COMPONENT;
use super::sources::recording::{COMPLIANCE, COMPLIANCE_STANDBY};
use crate::catalog::figure::Mark;

pub(super) const RULES: &[Rule] = &[
    Rule {
        id: "GC-COMPLIANCE-MISSING",
        title: "Chat rooms that have to be recorded",
        severity: Severity::Error,
        mark: Mark::Derived,
        reason: "Group Chat is recorded by a Compliance Server, which keeps what it records in a database; without it the \
                 rooms leave no record.",
        source: GROUP_CHAT_COMPONENT,
        check: missing::missing,
    },
    Rule {
        id: "GC-ONE-ACTIVE-COMPLIANCE",
        title: "More than one active Compliance Server",
        severity: Severity::Error,
        mark: Mark::Documented,
        reason: "Only one Compliance Server may be active for a Group Chat pool. A second one is documented as a standby \
                 that is switched to by hand; more than that is not described.",
        source: COMPLIANCE,
        check: servers::several,
    },
    Rule {
        id: "GC-STANDBY-COMPLIANCE",
        title: "No standby Compliance Server where recording is required",
        severity: Severity::Warning,
        mark: Mark::Documented,
        reason: "Chat rooms have to be recorded, and the documented way to go on after the loss of a Compliance Server is \
                 a standby, switched to by hand while the chat servers are stopped.",
        source: COMPLIANCE_STANDBY,
        check: servers::alone,
    },
    Rule {
        id: "GC-DB-SHARED-SMALL",
        title: "Chat rooms and their record in one database",
        severity: Severity::Info,
        mark: Mark::Documented,
        reason: "Group Chat and compliance may share a database where the deployment is small. The document gives no \
                 number; that up to 2,000 users are few is the planner's own assumption, after what one Group Chat server \
                 carries.",
        source: GROUP_CHAT_COMPONENT,
        check: database::shared,
    },
];
