//! Monitoring: which homes are watched, and by how many servers.

use super::breach::Breach;
use super::drawing::Drawing;
use super::finding::Severity;
use super::fix::link;
use super::item::Item;
use super::rule::Rule;
use super::sources::recording::{MONITORING_2007, MONITORING_BETA, MONITORING_TOPOLOGY};
use super::words::listed;
use crate::catalog::figure::Mark;
use crate::catalog::role::Function;
use crate::plan::{Edit, LinkKind, NodeId};

pub(super) const RULES: &[Rule] = &[
    Rule {
        id: "MON-ONE",
        title: "A home with several Monitoring Servers",
        severity: Severity::Error,
        mark: Mark::Derived,
        reason: "A pool or Standard Edition server reports to one Monitoring Server. Documented for the quality monitor of \
                 the 2007 edition; nothing was read for 2007 R2.",
        source: MONITORING_2007,
        check: several,
    },
    Rule {
        id: "MON-MED",
        title: "A Mediation Server that nothing watches",
        severity: Severity::Info,
        mark: Mark::Documented,
        reason: "A Mediation Server is watched by the Monitoring Server of its pool, not by a link of its own. The text was \
                 read in a version from before the release.",
        source: MONITORING_BETA,
        check: unwatched,
    },
];

pub(super) const ITEMS: &[Item] = &[Item {
    id: "MON-CLUSTER",
    statement: "The databases of call details and of media quality are in one SQL Server instance, single or clustered.",
    severity: Severity::Info,
    mark: Mark::Documented,
    reason: "Both always stand in the same instance; it may be a single server or the virtual one of a cluster.",
    source: MONITORING_TOPOLOGY,
    about: databases,
}];

fn databases(drawing: &Drawing<'_>) -> Vec<NodeId> {
    drawing.with_function(Function::MonitoringDatabase).iter().map(|database| database.id.clone()).collect()
}

/// The homes in the plan's own order, Directors too.
fn homes<'a>(drawing: &Drawing<'a>) -> impl Iterator<Item = &'a NodeId> {
    let servers = drawing.with_function(Function::Standalone).iter().map(|server| &server.id);
    drawing.pools().map(|pool| &pool.id).chain(servers.collect::<Vec<_>>())
}

fn several(drawing: &Drawing<'_>) -> Vec<Breach> {
    let mut breaches = Vec::new();
    for home in homes(drawing) {
        let monitors = drawing.linked_from(LinkKind::Reports, home);
        let [first, _, ..] = monitors else { continue };
        let names: Vec<&str> = monitors.iter().map(|monitor| drawing.name(monitor)).collect();
        let text =
            format!("“{}” is watched by {}; it can report to one.", drawing.name(home), listed(&names));
        let mut cut = Vec::new();
        for link in &drawing.scenario.links {
            if link.kind == LinkKind::Reports && link.from == *home && link.to != **first {
                cut.push(link.id.clone());
            }
        }
        let breach = monitors.iter().fold(Breach::new(&[home], text), |breach, monitor| breach.and(monitor));
        let label = format!("Keep “{}”", drawing.name(first));
        breaches.push(breach.fixed_by(label, Some(vec![Edit::RemoveLinks(cut)])));
    }
    breaches
}

fn unwatched(drawing: &Drawing<'_>) -> Vec<Breach> {
    let mut breaches = Vec::new();
    let Some(monitor) = drawing.with_function(Function::Monitoring).first() else { return breaches };
    for mediation in drawing.with_function(Function::Mediation) {
        let homes = drawing.linked_to(LinkKind::Calls, &mediation.id);
        let watched = |home: &NodeId| !drawing.linked_from(LinkKind::Reports, home).is_empty();
        let Some(home) = homes.first() else { continue };
        if homes.iter().any(|home| watched(home)) {
            continue;
        }
        let text = format!(
            "No Monitoring Server watches “{}”, and so nothing watches “{}” either.",
            drawing.name(home),
            mediation.name
        );
        let edits = link(drawing, LinkKind::Reports, home, &monitor.id);
        let breach = Breach::new(&[&mediation.id, home], text);
        breaches.push(breach.fixed_by(format!("Watch them by “{}”", monitor.name), Some(edits)));
    }
    breaches
}
