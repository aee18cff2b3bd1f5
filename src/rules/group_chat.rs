//! Group Chat: how many users and servers, and its database.

mod servers;

use super::breach::Breach;
use super::drawing::Drawing;
use super::finding::Severity;
use super::fix::set_servers;
use super::rule::Rule;
use super::sources::{GROUP_CHAT_DATABASE_LYNC, HIGH_AVAILABILITY};
use crate::catalog::figure::Mark;
use crate::catalog::role::Function;

pub(super) const RULES: &[Rule] = &[
    Rule {
        id: "GC-CAPACITY",
        title: "Too many users for the Group Chat servers",
        severity: Severity::Error,
        mark: Mark::Documented,
        reason: "Each Group Chat server supports 2,000 users when the capacity-planning recommendations are \
                 followed.",
        source: HIGH_AVAILABILITY,
        check: servers::over_capacity,
    },
    Rule {
        id: "GC-MAX-SERVERS",
        title: "How many Group Chat servers",
        severity: Severity::Error,
        mark: Mark::Documented,
        reason: "Up to a total of five Group Chat servers, for 10,000 users. The pages disagree: one of May 2009 \
                 speaks of three; the planner follows the one that is probably later.",
        source: HIGH_AVAILABILITY,
        check: servers::too_many,
    },
    Rule {
        id: "GC-DB-CLUSTER",
        title: "A single Group Chat database where high availability is wanted",
        severity: Severity::Warning,
        mark: Mark::Derived,
        reason: "All chat rooms are kept in the one database, so it stops Group Chat however many servers there \
                 are. A clustered one is described for the next release.",
        source: GROUP_CHAT_DATABASE_LYNC,
        check: single_database,
    },
];

fn single_database(drawing: &Drawing<'_>) -> Vec<Breach> {
    if !drawing.targets().high_availability_internal {
        return Vec::new();
    }
    let databases = drawing.with_function(Function::ChatDatabase).iter();
    databases
        .filter(|database| database.servers.len() == 1)
        .map(|database| {
            let text = format!("High availability is wanted, and “{}” is not clustered.", database.name);
            let edits = set_servers(drawing, database, 2).map(|edit| vec![edit]);
            Breach::new([&database.id], text).fixed_by("Make it a cluster of two", edits)
        })
        .collect()
}
