//! Which roles may be virtual.

use crate::catalog::figure::Mark;
use crate::catalog::role::Function;
use crate::collected::Set;
use crate::plan::{Component, Edit, NodeId};
use crate::rules::breach::Breach;
use crate::rules::drawing::Drawing;
use crate::rules::finding::Severity;
use crate::rules::sources::computers::VIRTUAL_BLOG;
use crate::rules::virtualisation::pools::unserved;
use crate::rules::words::{names, verb};

/// What the documentation says of a role on virtual machines.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Standing {
    Allowed,
    Refused,
    /// Refused by one source, allowed by another.
    Disputed,
    /// The page as it could be read does not name it.
    Unnamed,
    /// It is no role of the product.
    Foreign,
}

fn standing(function: Function) -> Standing {
    match function {
        Function::FrontEnd
        | Function::BackEnd
        | Function::ChatServer
        | Function::Compliance
        | Function::Edge => Standing::Allowed,
        Function::AvConferencing | Function::WebConferencing | Function::WebAccess | Function::Mediation => {
            Standing::Refused
        }
        Function::Archiving
        | Function::ArchivingDatabase
        | Function::Monitoring
        | Function::MonitoringDatabase => Standing::Disputed,
        Function::Standalone
        | Function::Director
        | Function::WebComponents
        | Function::ChatDatabase
        | Function::ComplianceDatabase => Standing::Unnamed,
        _ => Standing::Foreign,
    }
}

/// The names of all that is virtual.
pub(super) fn virtual_ids<'a>(drawing: &Drawing<'a>) -> Set<&'a NodeId> {
    let all = drawing.scenario.components.iter();
    all.filter(|component| component.virtualised).map(|component| &component.id).collect()
}

fn virtuals<'a>(drawing: &Drawing<'a>, wanted: Standing) -> Vec<&'a Component> {
    let mut found = Vec::new();
    for component in &drawing.scenario.components {
        let standing = drawing.role(component).map(|role| standing(role.function));
        if component.virtualised && standing == Some(wanted) {
            found.push(component.as_ref());
        }
    }
    found
}

pub(super) fn refused(drawing: &Drawing<'_>) -> Vec<Breach> {
    let mut breaches = Vec::new();
    for component in virtuals(drawing, Standing::Refused) {
        let text =
            format!("“{}” runs on virtual machines, on which its role is not supported.", component.name);
        breaches.push(made_physical(drawing, component, text));
    }
    if drawing.targets().external_conferencing {
        for edge in drawing.with_function(Function::Edge).iter().filter(|edge| edge.virtualised) {
            let text = format!(
                "“{}” runs on virtual machines, and users outside want conferences; of an Edge Server's services only \
                 Access Edge may be virtual.",
                edge.name
            );
            breaches.push(made_physical(drawing, edge, text));
        }
    }
    for (home, wanted) in unserved(drawing) {
        let text = format!("Users of “{}”, which runs on virtual machines, want {wanted}.", home.name);
        breaches.push(Breach::new(&[home.id], text));
    }
    breaches
}

pub(super) fn recording(drawing: &Drawing<'_>) -> Vec<Breach> {
    let mut breaches = Vec::new();
    for component in virtuals(drawing, Standing::Disputed) {
        let text = format!(
            "“{}” runs on virtual machines. Microsoft's page of March 2011 wants a physical computer; a blog \
             ({}) lists the role among those that may be virtual.",
            component.name, VIRTUAL_BLOG.url
        );
        breaches.push(made_physical(drawing, component, text));
    }
    breaches
}

/// The breach with physical computers, on which nothing else runs, as its fix.
fn made_physical(drawing: &Drawing<'_>, component: &Component, text: String) -> Breach {
    let physical = Component { virtualised: false, ..drawing.computers.alone(component) };
    let edits = vec![Edit::SetComponent(physical)];
    Breach::new(&[&component.id], text).fixed_by("Use physical computers", Some(edits))
}

/// What may be virtual, and what nothing was read of.
pub(super) fn allowed(drawing: &Drawing<'_>) -> Vec<Breach> {
    let mut breaches = Vec::new();
    let allowed = virtuals(drawing, Standing::Allowed);
    if !allowed.is_empty() {
        let text = format!(
            "{} {} on virtual machines, where messages, presence and Group Chat are supported and no more.",
            names(&allowed),
            verb(allowed.len(), "runs", "run")
        );
        breaches.push(Breach::among(&allowed, text));
    }
    let unnamed = virtuals(drawing, Standing::Unnamed);
    if !unnamed.is_empty() {
        let text = format!(
            "{} {} on virtual machines; what could be read of the page on virtual machines does not name {}.",
            names(&unnamed),
            verb(unnamed.len(), "runs", "run"),
            verb(unnamed.len(), "this role", "these roles")
        );
        breaches.push(Breach::among(&unnamed, text).weighing(Severity::Info, Mark::Derived));
    }
    breaches
}
