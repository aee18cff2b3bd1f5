//! How many Compliance Servers record a Group Chat installation.

use crate::catalog::figure::Mark;
use crate::catalog::role::Function;
use crate::plan::Component;
use crate::plan::{Edit, LinkKind, NodeId};
use crate::rules::breach::Breach;
use crate::rules::drawing::Drawing;
use crate::rules::finding::Severity;
use crate::rules::fix::{links, set_servers};
use crate::rules::words::{count, listed, names, verb};

/// The active server and its standby.
const DESCRIBED: usize = 2;

pub(super) fn several(drawing: &Drawing<'_>) -> Vec<Breach> {
    let mut breaches = Vec::new();
    for installation in drawing.chat_installations() {
        breaches.extend(recorded_by_several(drawing, &installation));
    }
    for recorder in drawing.with_function(Function::Compliance) {
        let servers = recorder.servers.len();
        if servers > DESCRIBED {
            let text = format!(
                "“{}” has {}; an active one and a standby are what the documents describe.",
                recorder.name,
                count(servers, "server")
            );
            let edits = set_servers(drawing, recorder, DESCRIBED);
            let breach = Breach::new(&[&recorder.id], text).weighing(Severity::Error, Mark::Derived);
            breaches.push(breach.fixed_by("Keep two", edits));
        }
    }
    breaches
}

fn recorded_by_several(drawing: &Drawing<'_>, installation: &[&Component]) -> Option<Breach> {
    let mut recorders: Vec<&NodeId> = Vec::new();
    for chat in installation {
        for recorder in drawing.linked_from(LinkKind::Records, &chat.id) {
            if !recorders.contains(recorder) {
                recorders.push(recorder);
            }
        }
    }
    let [first, _, ..] = recorders.as_slice() else { return None };
    let named: Vec<&str> = recorders.iter().map(|recorder| drawing.name(recorder)).collect();
    let text = format!(
        "{} {} recorded by {}; one may be active.",
        names(installation),
        verb(installation.len(), "is", "are"),
        listed(&named)
    );
    let edits = by_one(drawing, installation, first);
    let breach = recorders.iter().fold(Breach::among(installation, text), |breach, node| breach.and(node));
    Some(breach.fixed_by(format!("Keep “{}”", drawing.name(first)), Some(edits)))
}

/// The edits that have all of them recorded by one component.
fn by_one(drawing: &Drawing<'_>, installation: &[&Component], kept: &NodeId) -> Vec<Edit> {
    let mut cut = Vec::new();
    let mut wanted = Vec::new();
    for chat in installation {
        let recorders = drawing.linked_from(LinkKind::Records, &chat.id);
        if !recorders.is_empty() && !recorders.contains(&kept) {
            wanted.push((LinkKind::Records, chat.id.clone(), kept.clone()));
        }
        for link in &drawing.scenario.links {
            if link.kind == LinkKind::Records && link.from == chat.id && link.to != *kept {
                cut.push(link.id.clone());
            }
        }
    }
    let mut edits = vec![Edit::RemoveLinks(cut)];
    edits.extend(links(drawing, wanted));
    edits
}

/// Compliance Servers that record what has to be recorded, without a standby.
pub(super) fn alone(drawing: &Drawing<'_>) -> Vec<Breach> {
    if !drawing.targets().compliance_required {
        return Vec::new();
    }
    let recorders = drawing.with_function(Function::Compliance).iter();
    let alone = recorders.filter(|recorder| {
        recorder.servers.len() == 1 && !drawing.linked_to(LinkKind::Records, &recorder.id).is_empty()
    });
    alone
        .map(|recorder| {
            let text = format!("Chat rooms have to be recorded, and “{}” has no standby.", recorder.name);
            let edits = set_servers(drawing, recorder, DESCRIBED);
            Breach::new(&[&recorder.id], text).fixed_by("Add a standby", edits)
        })
        .collect()
}
