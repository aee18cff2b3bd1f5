//! Pools and editions: how many users they are for, and what a pool is made of.

mod back_ends;
mod front_ends;
mod standard_edition;

use super::finding::Severity;
use super::rule::Rule;
use super::sources::{BACK_END, CONSOLIDATED, HIGH_AVAILABILITY, POOL_CONFIGURATIONS};
use crate::catalog::figure::Mark;

pub(super) const RULES: &[Rule] = &[
    Rule {
        id: "SE-MAX-USERS",
        title: "Too many users for Standard Edition",
        severity: Severity::Error,
        mark: Mark::Documented,
        reason: "A Standard Edition server is for fewer than 5,000 users; more need an Enterprise pool. The warning \
                 at four fifths of that is the planner's own, to leave room to grow.",
        source: POOL_CONFIGURATIONS,
        check: standard_edition::too_many_users,
    },
    Rule {
        id: "SE-NO-HA",
        title: "Standard Edition where high availability is wanted",
        severity: Severity::Warning,
        mark: Mark::Documented,
        reason: "A Standard Edition server is a single point of failure and is not recommended where high \
                 availability is essential; Enterprise Edition is the choice for that.",
        source: HIGH_AVAILABILITY,
        check: standard_edition::no_high_availability,
    },
    Rule {
        id: "EE-NEEDS-BE",
        title: "A pool has exactly one Back-End",
        severity: Severity::Error,
        mark: Mark::Documented,
        reason: "The databases of an Enterprise pool live on one Back-End, a single server or one cluster.",
        source: BACK_END,
        check: back_ends::not_exactly_one,
    },
    Rule {
        id: "EE-MIN-FE",
        title: "A pool needs a Front End",
        severity: Severity::Error,
        mark: Mark::Documented,
        reason: "Users are connected to the Front Ends; a pool without one serves nobody.",
        source: CONSOLIDATED,
        check: front_ends::none,
    },
    Rule {
        id: "EE-FE-CAPACITY",
        title: "Too many users for the Front Ends",
        severity: Severity::Error,
        mark: Mark::Derived,
        reason: "Eight Front Ends on recommended hardware carry 100,000 active concurrent users, so one carries \
                 12,500; a pool carries 100,000 at the most.",
        source: CONSOLIDATED,
        check: front_ends::over_capacity,
    },
    Rule {
        id: "EE-SINGLE-FE",
        title: "Only one Front End",
        severity: Severity::Warning,
        mark: Mark::Documented,
        reason: "A pool with one Front End is supported, but nobody is served while it is down. With several, \
                 clients reconnect to another one by themselves.",
        source: CONSOLIDATED,
        check: front_ends::only_one,
    },
    Rule {
        id: "EE-N1",
        title: "No spare Front End",
        severity: Severity::Warning,
        mark: Mark::Derived,
        reason: "The plan asks that all users still fit when one server is lost; at 12,500 users a Front End they \
                 do not.",
        source: CONSOLIDATED,
        check: front_ends::no_spare,
    },
];
