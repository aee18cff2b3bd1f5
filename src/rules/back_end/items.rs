//! How the databases of pools are set up, of which a plan says nothing.

use crate::catalog::figure::Mark;
use crate::catalog::role::Function;
use crate::plan::{Component, NodeId};
use crate::rules::drawing::Drawing;
use crate::rules::finding::Severity;
use crate::rules::item::Item;
use crate::rules::sources::pools::{BACKUP, SOFTWARE};
use crate::rules::sources::{BACK_END, COLLOCATION, HIGH_AVAILABILITY};

pub(in crate::rules) const ITEMS: &[Item] = &[
    Item {
        id: "BE-INSTANCE-FOREIGN",
        statement: "Nothing but this product uses the SQL Server instance of the Back-End.",
        severity: Severity::Error,
        mark: Mark::Documented,
        reason: "A separate SQL Server instance is required that no other server application shares. A plan does not say what else \
                 runs on its servers.",
        source: HIGH_AVAILABILITY,
        about: databases,
    },
    Item {
        id: "BE-DIRECTOR-DB",
        statement: "The database of the Director has a SQL Server instance of its own on the computer that it shares with another \
                    pool’s Back-End.",
        severity: Severity::Error,
        mark: Mark::Documented,
        reason: "The Back-End of a Director may be on the computer of another pool’s Back-End, but not in the same instance. A plan \
                 does not say which instances a computer has.",
        source: COLLOCATION,
        about: directors_with_others,
    },
    Item {
        id: "BE-CLUSTER-AP",
        statement: "The cluster of the Back-End is active/passive: one node serves the instance, another one waits for it.",
        severity: Severity::Error,
        mark: Mark::Documented,
        reason: "A clustered Back-End is supported in an active/passive configuration only. The planner’s figures take it to be one.",
        source: HIGH_AVAILABILITY,
        about: clusters,
    },
    Item {
        id: "BE-CLUSTER-NODES",
        statement: "From every node of the cluster the instance of the Back-End can fail over to a passive one.",
        severity: Severity::Info,
        mark: Mark::Documented,
        reason: "Two or more nodes for SQL Server alone may form the cluster, as long as there is a passive one for the Back-End.",
        source: BACK_END,
        about: clusters,
    },
    Item {
        id: "BE-CLUSTER-STORAGE",
        statement: "The storage that the nodes of the cluster share is redundant in itself.",
        severity: Severity::Warning,
        mark: Mark::Derived,
        reason: "All nodes of a cluster depend on the storage that they share; it is what is left as a single point of failure. The \
                 planner’s figures for it are those of a mirrored array.",
        source: HIGH_AVAILABILITY,
        about: clusters,
    },
    Item {
        id: "BE-MIRROR",
        statement: "Neither database mirroring nor log shipping is what keeps the Back-End available.",
        severity: Severity::Error,
        mark: Mark::Derived,
        reason: "The pages for 2007 R2 know a single Back-End and an active/passive cluster. No sentence about mirroring or log \
                 shipping was found, so this follows from what is listed.",
        source: BACK_END,
        about: databases,
    },
    Item {
        id: "BE-VERSION",
        statement: "The Back-End is SQL Server 2005 with Service Pack 2 or later, or SQL Server 2008.",
        severity: Severity::Error,
        mark: Mark::Documented,
        reason: "Earlier versions of SQL Server are not supported.",
        source: SOFTWARE,
        about: databases,
    },
    Item {
        id: "BE-BACKUP",
        statement: "The databases of the Back-End are backed up in full every 24 hours.",
        severity: Severity::Warning,
        mark: Mark::Documented,
        reason: "The databases use the simple recovery model, so they can be restored as they were at the last backup and no later. \
                 A full backup every 24 hours is recommended.",
        source: BACKUP,
        about: databases,
    },
];

/// The databases of all pools.
fn of_pools<'a>(drawing: &Drawing<'a>) -> impl Iterator<Item = &'a Component> {
    drawing.with_function(Function::BackEnd).iter().copied().filter(|database| database.pool.is_some())
}

fn databases(drawing: &Drawing<'_>) -> Vec<NodeId> {
    of_pools(drawing).map(|database| database.id.clone()).collect()
}

fn clusters(drawing: &Drawing<'_>) -> Vec<NodeId> {
    of_pools(drawing)
        .filter(|database| database.servers.len() > 1)
        .map(|database| database.id.clone())
        .collect()
}

/// The databases of Directors that share a computer with the Back-End of a pool that is none.
fn directors_with_others(drawing: &Drawing<'_>) -> Vec<NodeId> {
    let is_directors = |database: &Component| {
        let pool = database.pool.as_ref().and_then(|pool| drawing.scenario.pool(pool));
        pool.is_some_and(|pool| pool.director)
    };
    let mut nodes: Vec<NodeId> = Vec::new();
    for tenants in drawing.computers.tenants() {
        let databases = || tenants.iter().filter(|tenant| tenant.function == Function::BackEnd);
        if databases().all(|database| is_directors(database.component)) {
            continue;
        }
        for database in databases().filter(|database| is_directors(database.component)) {
            if !nodes.contains(&database.component.id) {
                nodes.push(database.component.id.clone());
            }
        }
    }
    nodes
}
