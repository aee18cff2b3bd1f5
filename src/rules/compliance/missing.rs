//! Chat servers whose rooms have to be recorded and are not.

use crate::catalog::role::Function;
use crate::geometry::{Canvas, Vector};
use crate::plan::{Component, Edit, LinkKind, NodeId};
use crate::rules::breach::Breach;
use crate::rules::drawing::Drawing;
use crate::rules::fix::{NewPart, component, link, links};

/// Where new Compliance Servers stand, seen from the chat servers, and their database, seen from them.
const BESIDE_CHAT: Vector<Canvas> = Vector::new(220.0, 0.0);
const BELOW_SERVERS: Vector<Canvas> = Vector::new(0.0, 128.0);

/// The active server and its standby.
const SERVERS: usize = 2;

pub(super) fn missing(drawing: &Drawing<'_>) -> Vec<Breach> {
    let mut breaches = Vec::new();
    if !drawing.targets().compliance_required {
        return breaches;
    }
    for chat in drawing.with_function(Function::ChatServer) {
        if !drawing.linked_from(LinkKind::Records, &chat.id).is_empty() {
            continue;
        }
        let text = format!("Chat rooms have to be recorded, and those of “{}” are not.", chat.name);
        let breach = Breach::new(&[&chat.id], text);
        breaches.push(match recorder(drawing, chat) {
            Some(recorder) => {
                let edits = link(drawing, LinkKind::Records, &chat.id, recorder);
                breach.fixed_by(format!("Record them by “{}”", drawing.name(recorder)), Some(edits))
            }
            None => breach.fixed_by("Add Compliance Servers and their database", added(drawing, chat)),
        });
    }
    breaches
}

/// The Compliance Server of the same installation, or else one that records nothing yet.
fn recorder<'a>(drawing: &Drawing<'a>, chat: &Component) -> Option<&'a NodeId> {
    let installations = drawing.chat_installations();
    let own = installations.iter().find(|servers| servers.iter().any(|server| server.id == chat.id))?;
    let known = own.iter().find_map(|server| drawing.linked_from(LinkKind::Records, &server.id).first());
    if let Some(known) = known {
        return Some(known);
    }
    let mut all = drawing.with_function(Function::Compliance).iter();
    let free = all.find(|recorder| drawing.linked_to(LinkKind::Records, &recorder.id).is_empty());
    free.map(|recorder| &recorder.id)
}

/// An active and a standby server, with a database.
fn added(drawing: &Drawing<'_>, chat: &Component) -> Option<Vec<Edit>> {
    let part = |function, servers, position| {
        component(drawing, &NewPart { function, servers, site: &chat.site, pool: None, position })
    };
    let at = chat.position + BESIDE_CHAT;
    let nodes = if drawing.targets().high_availability_internal { 2 } else { 1 };
    let recorder = part(Function::Compliance, SERVERS, at)?;
    let database = part(Function::ComplianceDatabase, nodes, at + BELOW_SERVERS)?;
    let wanted = vec![
        (LinkKind::Records, chat.id.clone(), recorder.id.clone()),
        (LinkKind::Stores, recorder.id.clone(), database.id.clone()),
    ];
    let mut edits = vec![Edit::AddComponent(recorder), Edit::AddComponent(database)];
    edits.extend(links(drawing, wanted));
    Some(edits)
}
