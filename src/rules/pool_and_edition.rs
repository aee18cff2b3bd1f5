//! Pools and editions: how many users they are for, and what a pool is made of.

mod back_ends;
mod expanded;
mod file_shares;
mod front_ends;
mod items;
mod parts;
mod replace;
mod standard_edition;
mod users;

use super::finding::Severity;
use super::rule::Rule;
use super::sources::pools::EXPANDED;
use super::sources::{
    BACK_END, CONSOLIDATED, FILE_SHARES, HIGH_AVAILABILITY, POOL_CONFIGURATIONS, SITE_RESILIENCY, USERS,
};
use crate::catalog::figure::Mark;

pub(super) use items::ITEMS;

pub(super) const RULES: &[Rule] = &[
    Rule {
        id: "SE-MAX-USERS",
        title: "Too many users for Standard Edition",
        severity: Severity::Error,
        mark: Mark::Documented,
        reason: "A Standard Edition server is for fewer than 5,000 users; more need an Enterprise pool. The warning \
                 before that is at a figure of the planner's own, by default four fifths of it, to leave room to grow.",
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
        id: "SE-NO-HLB-PAIR",
        title: "Standard Edition servers as one pool",
        severity: Severity::Error,
        mark: Mark::Derived,
        reason: "A Standard Edition server is one server and a home by itself; several cannot be put together behind \
                 a load balancer. Enterprise Edition is for that.",
        source: POOL_CONFIGURATIONS,
        check: standard_edition::several_as_one,
    },
    Rule {
        id: "SE-ONE-LOCATION",
        title: "Standard Edition for several locations",
        severity: Severity::Info,
        mark: Mark::Documented,
        reason: "Standard Edition is for organisations with a relatively small number of users who are based at a \
                 single location.",
        source: HIGH_AVAILABILITY,
        check: standard_edition::several_locations,
    },
    Rule {
        id: "SE-WOULD-DO",
        title: "Standard Edition would do",
        severity: Severity::Info,
        mark: Mark::Documented,
        reason: "Where high availability is not a consideration and simplicity and economy are more important, \
                 Standard Edition may be the appropriate choice. It is for fewer than 5,000 users at one location; the \
                 planner leaves a fifth of that to grow into.",
        source: HIGH_AVAILABILITY,
        check: standard_edition::would_do,
    },
    Rule {
        id: "USERS-HOME",
        title: "Users without a home",
        severity: Severity::Error,
        mark: Mark::Documented,
        reason: "Users who are assigned to no pool and no Standard Edition server cannot sign in.",
        source: USERS,
        check: users::homeless,
    },
    Rule {
        id: "EE-NEEDS-BE",
        title: "A pool needs one Back-End",
        severity: Severity::Error,
        mark: Mark::Documented,
        reason: "The databases of an Enterprise pool live on its Back-End: one server, or one cluster in which one node \
                 serves and the others stand by. A pool without one serves nobody, and databases that serve side by side \
                 are not supported.",
        source: BACK_END,
        check: back_ends::none_or_several,
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
        id: "EE-MAX-USERS",
        title: "Too many users for one pool",
        severity: Severity::Error,
        mark: Mark::Documented,
        reason: "A pool carries 100,000 active concurrent users at the most, in the consolidated configuration as in the \
                 expanded one. More need a second pool.",
        source: CONSOLIDATED,
        check: front_ends::over_the_most,
    },
    Rule {
        id: "EE-FE-CAPACITY",
        title: "Too many users for the Front Ends",
        severity: Severity::Error,
        mark: Mark::Derived,
        reason: "Eight Front Ends on recommended hardware carry 100,000 active concurrent users, so one carries 12,500.",
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
        reason: "Where high availability is wanted, or that all users still fit when one server is lost, the others have \
                 to carry them; at 12,500 users a Front End they do not. That follows from the documented figures, and for \
                 the next release, Lync Server 2010, one server to spare is asked for.",
        source: CONSOLIDATED,
        check: front_ends::no_spare,
    },
    Rule {
        id: "EE-MAX-FE",
        title: "More Front Ends than documented",
        severity: Severity::Warning,
        mark: Mark::Derived,
        reason: "Eight Front Ends are the largest documented example. More add a reserve, not rated users; no limit of \
                 their number could be found.",
        source: CONSOLIDATED,
        check: parts::beyond_the_example,
    },
    Rule {
        id: "EE-EXPANDED",
        title: "A pool in the expanded configuration",
        severity: Severity::Warning,
        mark: Mark::Documented,
        reason: "Conferencing servers and web components on computers of their own are supported, but can only be set up \
                 from the command line and are not recommended: in the consolidated configuration the Front Ends hold all \
                 of it, for as many users.",
        source: EXPANDED,
        check: expanded::pools,
    },
    Rule {
        id: "POOL-SAME-SITE",
        title: "A pool in several places",
        severity: Severity::Error,
        mark: Mark::Derived,
        reason: "The ordinary documentation takes all servers of a pool to stand at one site. A pool stretched over \
                 two has a paper of its own, with conditions that the planner does not know; a plan may say that it goes by it.",
        source: SITE_RESILIENCY,
        check: parts::apart,
    },
    Rule {
        id: "POOL-PART",
        title: "A part of a pool that stands in none",
        severity: Severity::Error,
        mark: Mark::Derived,
        reason: "Front Ends and Back-Ends work as parts of an Enterprise pool only.",
        source: POOL_CONFIGURATIONS,
        check: parts::without_pool,
    },
    Rule {
        id: "FILE-SHARE",
        title: "No file share is drawn",
        severity: Severity::Warning,
        mark: Mark::Documented,
        reason: "A pool keeps meeting content and address-book files on a share, best on a file server of its own. \
                 Until it is drawn, the figures take it never to fail.",
        source: FILE_SHARES,
        check: file_shares::none,
    },
    Rule {
        id: "FILE-SHARE-SPOF",
        title: "A single file server where high availability is wanted",
        severity: Severity::Warning,
        mark: Mark::Derived,
        reason: "Conferences lose slides, handouts and the address book while the only file server of their pool is down. A \
                 share can be kept on an active/passive cluster.",
        source: FILE_SHARES,
        check: file_shares::single,
    },
];
