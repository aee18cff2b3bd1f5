//! Which servers of the product may share a computer, as one table.

use crate::catalog::role::Function::{
    self, Archiving, ArchivingDatabase, AvConferencing, BackEnd, ChatDatabase, ChatServer, Compliance,
    ComplianceDatabase, Director, Edge, FileShare, FrontEnd, Mediation, Monitoring, MonitoringDatabase,
    SipTrunk, Standalone, WebAccess, WebComponents, WebConferencing,
};

/// Each server of the product with what else may be on its computer. A database of archiving or monitoring may be wherever
/// its server may be, because it may be on its server's computer.
const MAY_SHARE: &[(Function, &[Function])] = &[
    (Standalone, &[Archiving, ArchivingDatabase, Monitoring, MonitoringDatabase, FileShare]),
    (FrontEnd, &[FileShare]),
    (WebConferencing, &[]),
    (AvConferencing, &[]),
    (WebComponents, &[]),
    (Director, &[]),
    (WebAccess, &[]),
    (Edge, &[]),
    (Mediation, &[]),
    (ChatServer, &[]),
    (Compliance, &[]),
    (Archiving, &[Standalone, ArchivingDatabase, Monitoring, MonitoringDatabase]),
    (Monitoring, &[Standalone, MonitoringDatabase, Archiving, ArchivingDatabase]),
];

/// Whether it is a database of the product. Databases may share a computer with one another.
pub(super) fn is_database(function: Function) -> bool {
    matches!(function, BackEnd | ChatDatabase | ArchivingDatabase | MonitoringDatabase | ComplianceDatabase)
}

/// Whether it is a server of the product, other than a database.
pub(super) fn is_server(function: Function) -> bool {
    listed(function).is_some()
}

/// Whether it is no server at all, or anything: it may be wherever it is drawn.
pub(super) fn is_anywhere(function: Function) -> bool {
    function.is_shared() || function == SipTrunk
}

/// Whether the table lets the two share a computer. Of what is no server of the product it says nothing, so that may be.
pub(super) fn may_share(a: Function, b: Function) -> bool {
    let lets = |one: Function, other: Function| listed(one).is_none_or(|may| may.contains(&other));
    is_anywhere(a) || is_anywhere(b) || (lets(a, b) && lets(b, a))
}

fn listed(function: Function) -> Option<&'static [Function]> {
    MAY_SHARE.iter().find(|(server, _)| *server == function).map(|(_, may)| *may)
}
