//! Group Chat: how many users and servers, and its database.

mod items;
mod links;
mod servers;

use super::breach::Breach;
use super::drawing::Drawing;
use super::finding::Severity;
use super::fix::set_servers;
use super::rule::Rule;
use super::sources::{
    GROUP_CHAT_COMPONENT, GROUP_CHAT_DATABASE_LYNC, GROUP_CHAT_RECOVERY, HIGH_AVAILABILITY,
};
use crate::catalog::figure::Mark;
use crate::catalog::role::Function;

pub(super) use items::ITEMS;

pub(super) const RULES: &[Rule] = &[
    Rule {
        id: "GC-MISSING",
        title: "Users of Group Chat need a Group Chat server",
        severity: Severity::Error,
        mark: Mark::Derived,
        reason: "Chat rooms live on Group Chat servers and in their database, beside the pool or Standard Edition \
                 server; without them nobody is served.",
        source: GROUP_CHAT_COMPONENT,
        check: links::missing,
    },
    Rule {
        id: "GC-NEEDS-OCS",
        title: "A Group Chat server needs a host",
        severity: Severity::Error,
        mark: Mark::Documented,
        reason: "Group Chat works on top of a pool or a Standard Edition server, through which it reaches its users.",
        source: GROUP_CHAT_COMPONENT,
        check: links::no_host,
    },
    Rule {
        id: "GC-POOL",
        title: "Group Chat with several hosts",
        severity: Severity::Error,
        mark: Mark::Derived,
        reason: "Group Chat belongs to one host pool at a time; in a disaster it is moved to a second one.",
        source: GROUP_CHAT_RECOVERY,
        check: links::several_hosts,
    },
    Rule {
        id: "GC-NEEDS-DB",
        title: "A Group Chat server needs a database",
        severity: Severity::Error,
        mark: Mark::Documented,
        reason: "All chat rooms are kept in the Group Chat database, which stands on a computer of its own.",
        source: GROUP_CHAT_COMPONENT,
        check: links::no_database,
    },
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
        reason: "Up to a total of five Group Chat servers, for 10,000 users, by the page on high availability (dd425308). \
                 The pages disagree: the page on the component (dd441268, May 2009) speaks of three, for 6,000. The planner \
                 follows the one that is probably later; the plan's figure for Group Chat servers that add capacity says \
                 otherwise where it is set to three.",
        source: HIGH_AVAILABILITY,
        check: servers::too_many,
    },
    Rule {
        id: "GC-SINGLE",
        title: "A single Group Chat server where high availability is wanted",
        severity: Severity::Warning,
        mark: Mark::Documented,
        reason: "Several Group Chat servers give higher availability: if one fails, clients reconnect and are \
                 redirected to one of the others.",
        source: HIGH_AVAILABILITY,
        check: servers::only_one,
    },
    Rule {
        id: "GC-N1",
        title: "No spare Group Chat server",
        severity: Severity::Warning,
        mark: Mark::Derived,
        reason: "The plan asks that all users still fit when one server is lost; at 2,000 users a Group Chat server \
                 they do not. Five servers carry 8,000 users with one of them lost.",
        source: HIGH_AVAILABILITY,
        check: servers::no_spare,
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
            let edits = set_servers(drawing, database, 2);
            Breach::new(&[&database.id], text).fixed_by("Make it a cluster of two", edits)
        })
        .collect()
}
