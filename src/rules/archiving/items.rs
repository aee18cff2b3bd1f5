//! What has to be looked at by hand where messages are archived.

use crate::catalog::figure::Mark;
use crate::catalog::role::Function;
use crate::plan::{LinkKind, NodeId};
use crate::rules::drawing::Drawing;
use crate::rules::finding::Severity;
use crate::rules::item::Item;
use crate::rules::sources::recording::{
    ARCHIVING_ASSOCIATION, ARCHIVING_DATABASE_2007, ARCHIVING_PURGE, ARCHIVING_REQUIREMENTS,
    ARCHIVING_TOPOLOGY,
};

pub(in crate::rules) const ITEMS: &[Item] = &[
    Item {
        id: "ARCH-MSMQ",
        statement: "Message Queuing, integrated with Active Directory, is installed on every Archiving Server and on every \
                    server whose messages it archives.",
        severity: Severity::Error,
        mark: Mark::Documented,
        reason: "Messages reach the Archiving Server by queues. Without them nothing is archived.",
        source: ARCHIVING_REQUIREMENTS,
        about: servers_and_homes,
    },
    Item {
        id: "ARCH-ENABLED",
        statement: "Archiving is turned on for the forest and for each pool or server whose messages are archived.",
        severity: Severity::Error,
        mark: Mark::Documented,
        reason: "An associated Archiving Server captures nothing before archiving is on at both levels.",
        source: ARCHIVING_ASSOCIATION,
        about: homes,
    },
    Item {
        id: "ARCH-MULTI",
        statement: "Several Archiving Servers of one pool stand on computers of their own and share one database on yet \
                    another; in an expanded pool, Front Ends may point at different ones instead.",
        severity: Severity::Info,
        mark: Mark::Documented,
        reason: "These are the two documented ways to archive a pool by more than one server.",
        source: ARCHIVING_TOPOLOGY,
        about: several_for_one_home,
    },
    Item {
        id: "ARCH-PURGE",
        statement: "Archiving Servers that share a database delete old messages at different times.",
        severity: Severity::Warning,
        mark: Mark::Documented,
        reason: "Deleting locks the database, so two servers must not do it at once.",
        source: ARCHIVING_PURGE,
        about: shared_databases,
    },
    Item {
        id: "ARCH-SQL-FULL",
        statement: "The archiving database is in a full edition of SQL Server, not in SQL Server Express.",
        severity: Severity::Error,
        mark: Mark::Derived,
        reason: "Documented for the 2007 edition; nothing was read for 2007 R2.",
        source: ARCHIVING_DATABASE_2007,
        about: databases,
    },
];

fn homes(drawing: &Drawing<'_>) -> Vec<NodeId> {
    let mut homes = Vec::new();
    for server in drawing.with_function(Function::Archiving) {
        for home in drawing.linked_to(LinkKind::Archives, &server.id) {
            if !homes.contains(*home) {
                homes.push((*home).clone());
            }
        }
    }
    homes
}

fn servers_and_homes(drawing: &Drawing<'_>) -> Vec<NodeId> {
    let servers = drawing.with_function(Function::Archiving).iter();
    servers.map(|server| server.id.clone()).chain(homes(drawing)).collect()
}

/// The Archiving Servers of homes that have several.
fn several_for_one_home(drawing: &Drawing<'_>) -> Vec<NodeId> {
    let mut several = Vec::new();
    for home in homes(drawing) {
        let own = drawing.linked_from(LinkKind::Archives, &home);
        let servers = own.iter().filter_map(|id| drawing.scenario.component(id));
        if servers.map(|component| component.servers.len()).sum::<usize>() < 2 {
            continue;
        }
        for server in own {
            if !several.contains(*server) {
                several.push((*server).clone());
            }
        }
    }
    several
}

fn databases(drawing: &Drawing<'_>) -> Vec<NodeId> {
    drawing.with_function(Function::ArchivingDatabase).iter().map(|database| database.id.clone()).collect()
}

/// Databases into which several servers write.
fn shared_databases(drawing: &Drawing<'_>) -> Vec<NodeId> {
    let mut shared = databases(drawing);
    shared.retain(|database| {
        let writers = drawing.linked_to(LinkKind::Stores, database).iter();
        let writers = writers.filter_map(|id| drawing.scenario.component(id));
        writers.map(|component| component.servers.len()).sum::<usize>() > 1
    });
    shared
}
