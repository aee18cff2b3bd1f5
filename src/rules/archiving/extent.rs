//! How far an Archiving Server reaches.

use crate::catalog::role::Function;
use crate::plan::{Component, LinkKind};
use crate::rules::breach::Breach;
use crate::rules::drawing::Drawing;
use crate::rules::words::listed;

pub(super) fn several_homes(drawing: &Drawing<'_>) -> Vec<Breach> {
    let mut breaches = Vec::new();
    for server in drawing.with_function(Function::Archiving) {
        let homes = drawing.linked_to(LinkKind::Archives, &server.id);
        if homes.len() < 2 {
            continue;
        }
        let names: Vec<&str> = homes.iter().map(|home| drawing.name(home)).collect();
        let text = format!("“{}” archives the messages of {}.", server.name, listed(&names));
        breaches.push(homes.iter().fold(Breach::new(&[&server.id], text), |breach, home| breach.and(home)));
    }
    breaches
}

/// Group Chat servers of whose users either the messages or the rooms are kept, where nobody asks for both.
pub(super) fn one_of_two(drawing: &Drawing<'_>) -> Vec<Breach> {
    drawing.with_function(Function::ChatServer).iter().filter_map(|chat| judged(drawing, chat)).collect()
}

fn judged(drawing: &Drawing<'_>, chat: &Component) -> Option<Breach> {
    let targets = drawing.targets();
    let host = drawing.linked_from(LinkKind::ChatHost, &chat.id).first()?;
    let (host_name, name) = (drawing.name(host), &chat.name);
    let archives = !drawing.linked_from(LinkKind::Archives, host).is_empty();
    let records = !drawing.linked_from(LinkKind::Records, &chat.id).is_empty();
    let text = if archives && !records && !targets.compliance_required {
        format!("The messages of “{host_name}” are archived, the rooms of “{name}” are recorded by nothing.")
    } else if records && !archives && !targets.archiving_required {
        format!("The rooms of “{name}” are recorded, the messages of “{host_name}” are not archived.")
    } else {
        return None;
    };
    Some(Breach::new(&[&chat.id, host], text))
}
