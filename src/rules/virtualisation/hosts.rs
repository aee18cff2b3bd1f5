//! Servers that stand in for one another and run on one computer.

use crate::catalog::role::Redundancy;
use crate::collected::Set;
use crate::plan::Component;
use crate::rules::breach::Breach;
use crate::rules::collocation::OWN_COMPUTERS;
use crate::rules::computers::Tenant;
use crate::rules::drawing::Drawing;
use crate::rules::words::count;

/// A breach for each component that has several of its servers on one computer, or virtual ones beside those of its like.
pub(super) fn alike_on_one(drawing: &Drawing<'_>) -> Vec<Breach> {
    let mut breaches = Vec::new();
    let beside = beside_their_like(drawing);
    for (number, component) in drawing.scenario.components.iter().enumerate() {
        if !helps(drawing, component) {
            continue;
        }
        let most = most_on_one(component);
        let text = if most > 1 {
            format!("{} of “{}” run on one computer.", count(most, "server"), component.name)
        } else if beside.contains(&number) {
            format!("“{}” runs on a computer beside another one of its kind.", component.name)
        } else {
            continue;
        };
        let edits = vec![drawing.computers.separated(component)];
        breaches.push(Breach::new(&[&component.id], text).fixed_by(OWN_COMPUTERS, Some(edits)));
    }
    breaches
}

/// Whether more servers of the role help.
fn helps(drawing: &Drawing<'_>, component: &Component) -> bool {
    drawing.role(component).is_some_and(|role| role.redundancy != Redundancy::Single)
}

/// Servers on that computer of the component that carries most of them.
fn most_on_one(component: &Component) -> usize {
    let mut most = 0;
    for server in &component.servers {
        let alike = component.servers.iter().filter(|other| other.computer == server.computer).count();
        most = most.max(alike);
    }
    most
}

/// Places of the components that follow one of their role and pool on a computer, both being virtual.
fn beside_their_like(drawing: &Drawing<'_>) -> Set<usize> {
    let mut found = Set::new();
    for tenants in drawing.computers.tenants() {
        let mut seen: Set<(_, _)> = Set::new();
        for Tenant { component, number, function, .. } in tenants {
            if component.virtualised && !seen.insert((*function, &component.pool)) {
                found.insert(*number);
            }
        }
    }
    found
}
