//! Nodes that items of the checklist are about, by function.

use super::drawing::Drawing;
use crate::catalog::role::Function;
use crate::plan::NodeId;

/// Servers of the product and their databases.
pub(super) const PRODUCT: &[Function] = &[
    Function::Standalone,
    Function::FrontEnd,
    Function::BackEnd,
    Function::WebConferencing,
    Function::AvConferencing,
    Function::WebComponents,
    Function::Edge,
    Function::Director,
    Function::Mediation,
    Function::WebAccess,
    Function::ChatServer,
    Function::ChatDatabase,
    Function::Archiving,
    Function::ArchivingDatabase,
    Function::Monitoring,
    Function::MonitoringDatabase,
    Function::Compliance,
    Function::ComplianceDatabase,
];

/// The components that have one of the functions, function by function.
pub(super) fn placed(drawing: &Drawing<'_>, functions: &[Function]) -> Vec<NodeId> {
    let mut nodes = Vec::new();
    for function in functions {
        for component in drawing.with_function(*function) {
            nodes.push(component.id.clone());
        }
    }
    nodes
}
