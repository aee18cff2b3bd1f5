//! What pools and Standard Edition servers are made of, of which a plan says nothing.

use super::expanded;
use crate::catalog::figure::Mark;
use crate::catalog::role::Function;
use crate::plan::{NodeId, Pool};
use crate::rules::drawing::{Drawing, servers};
use crate::rules::finding::Severity;
use crate::rules::item::Item;
use crate::rules::sources::pools::{EXPANDED, SOFTWARE};
use crate::rules::sources::{LOAD_BALANCERS, POOL_CONFIGURATIONS};

pub(in crate::rules) const ITEMS: &[Item] = &[
    Item {
        id: "SE-SQL-EXPRESS",
        statement: "The database of the Standard Edition server is the SQL Server Express on its own computer.",
        severity: Severity::Info,
        mark: Mark::Documented,
        reason: "Standard Edition brings SQL Server 2005 Express with Service Pack 2; no cluster and no other database server can be \
                 attached to it.",
        source: SOFTWARE,
        about: |drawing| {
            drawing.with_function(Function::Standalone).iter().map(|server| server.id.clone()).collect()
        },
    },
    Item {
        id: "EE-EXPANDED-UCAPPS",
        statement: "The Application Server runs on the Front Ends of the expanded pool, or nobody uses Response Group, Conferencing \
                    Attendant, Conferencing Announcement or Outside Voice Control.",
        severity: Severity::Error,
        mark: Mark::Documented,
        reason: "In an expanded pool these applications need the Application Server on the Front Ends. Users of the pool want voice \
                 or join conferences by telephone; a plan does not say which applications are installed.",
        source: EXPANDED,
        about: with_voice,
    },
    Item {
        id: "FE-IDENTICAL",
        statement: "The Front Ends of the pool are identical: the same hardware, and the same software and settings.",
        severity: Severity::Warning,
        mark: Mark::Documented,
        reason: "The Front Ends of a consolidated pool have to be alike, because any of them may get any user.",
        source: POOL_CONFIGURATIONS,
        about: with_several,
    },
    Item {
        id: "FE-STATIC-IP",
        statement: "The servers of the pool and its virtual address have static IP addresses, and each virtual address has one name \
                    in DNS.",
        severity: Severity::Info,
        mark: Mark::Documented,
        reason: "Clients and servers reach the pool by the name, the load balancer its servers by their addresses.",
        source: LOAD_BALANCERS,
        about: |drawing| front_ends(drawing, |_, _| true),
    },
];

/// The Front Ends of the pools that are meant.
fn front_ends(drawing: &Drawing<'_>, is_meant: fn(&Drawing<'_>, &Pool) -> bool) -> Vec<NodeId> {
    let mut nodes = Vec::new();
    for pool in drawing.pools().filter(|pool| is_meant(drawing, pool)) {
        for part in drawing.parts(&pool.id, Function::FrontEnd) {
            nodes.push(part.id.clone());
        }
    }
    nodes
}

fn with_several(drawing: &Drawing<'_>) -> Vec<NodeId> {
    front_ends(drawing, |drawing, pool| {
        servers(drawing.parts(&pool.id, Function::FrontEnd)) > 1 && expanded::parts(drawing, pool).is_empty()
    })
}

/// The Front Ends of expanded pools whose users want voice or join conferences by telephone.
fn with_voice(drawing: &Drawing<'_>) -> Vec<NodeId> {
    front_ends(drawing, |drawing, pool| {
        let wants_voice = drawing.scenario.populations.iter().any(|population| {
            let share = population.voice_share + population.dial_in_share;
            population.home.as_ref() == Some(&pool.id) && population.connected_users() * share > 0.0
        });
        wants_voice && !expanded::parts(drawing, pool).is_empty()
    })
}
