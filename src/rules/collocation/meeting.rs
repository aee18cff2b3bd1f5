//! What it is called that two functions meet on a computer, and which of them should move.

use std::cmp::Ordering;

use super::matrix::{is_anywhere, is_database, is_server, may_share};
use crate::catalog::role::Function;
use crate::rules::computers::Tenant;
use crate::rules::drawing::Drawing;

/// What it is called that two functions meet on a computer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Meeting {
    BackEndWithRole,
    TwoBackEnds,
    PassiveNode,
    BackEndWithDatabase,
    ChatWithDatabase,
    ChatWithCompliance,
    EdgeWithProxy,
    BalancerOnServer,
    FileShareOnFrontEnd,
    DomainController,
    ArchivingOnStandardEdition,
    MonitoringOnStandardEdition,
    ArchivingWithMonitoring,
    Unlisted,
}

/// What it is called that the first has servers where the second has some, seen from the one that should move.
pub(super) fn meeting(drawing: &Drawing<'_>, mover: &Tenant<'_>, other: &Tenant<'_>) -> Option<Meeting> {
    use Function::{
        Archiving, ArchivingDatabase, BackEnd, ChatDatabase, ChatServer, Compliance, Directory, Edge,
        FileShare, FrontEnd, LoadBalancer, Monitoring, MonitoringDatabase, ReverseProxy, Standalone,
    };
    if order(mover, other) != Ordering::Greater {
        return None;
    }
    // Virtual machines on one computer do not share an installation; a Back-End wants another physical computer all the same.
    let are_virtual = mover.component.virtualised && other.component.virtualised;
    match (mover.function, other.function) {
        (LoadBalancer, LoadBalancer) => None,
        (LoadBalancer, at) => (!is_anywhere(at)).then_some(Meeting::BalancerOnServer),
        (BackEnd, at) if is_server(at) => Some(Meeting::BackEndWithRole),
        _ if are_virtual => None,
        (Directory, at) => (is_server(at) || is_database(at)).then_some(Meeting::DomainController),
        (BackEnd, BackEnd) if is_director(drawing, mover) != is_director(drawing, other) => None,
        (BackEnd, BackEnd) if mover.serves || other.serves => Some(Meeting::TwoBackEnds),
        (BackEnd, at) if is_database(at) && mover.serves => Some(Meeting::BackEndWithDatabase),
        (BackEnd, at) if is_database(at) => Some(Meeting::PassiveNode),
        (ChatDatabase, ChatServer) => Some(Meeting::ChatWithDatabase),
        (Compliance, ChatServer) => Some(Meeting::ChatWithCompliance),
        (ReverseProxy, Edge) => Some(Meeting::EdgeWithProxy),
        (FileShare, FrontEnd) => Some(Meeting::FileShareOnFrontEnd),
        (Archiving | ArchivingDatabase, Standalone) => Some(Meeting::ArchivingOnStandardEdition),
        (Monitoring | MonitoringDatabase, Standalone) => Some(Meeting::MonitoringOnStandardEdition),
        (Monitoring | MonitoringDatabase, Archiving) | (ArchivingDatabase, Monitoring) => {
            Some(Meeting::ArchivingWithMonitoring)
        }
        (a, b) => (!may_share(a, b)).then_some(Meeting::Unlisted),
    }
}

/// The greater one moves: what is easier to move, then the later role, then the later component.
fn order(a: &Tenant<'_>, b: &Tenant<'_>) -> Ordering {
    let key = |tenant: &Tenant<'_>| (ease(tenant.function), tenant.function, tenant.number);
    key(a).cmp(&key(b))
}

fn ease(function: Function) -> u8 {
    match function {
        Function::LoadBalancer => 5,
        Function::Directory => 4,
        Function::BackEnd => 3,
        function if is_database(function) => 2,
        function if is_server(function) => 0,
        _ => 1,
    }
}

/// Whether the database is that of a pool that is a Director; it may have an instance of its own on another pool's Back-End.
fn is_director(drawing: &Drawing<'_>, database: &Tenant<'_>) -> bool {
    let pool = database.component.pool.as_ref().and_then(|pool| drawing.scenario.pool(pool));
    pool.is_some_and(|pool| pool.director)
}
