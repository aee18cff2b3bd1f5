//! What stops archiving, and what archiving stops.

use crate::catalog::role::Function;
use crate::plan::{Component, LinkKind, NodeId};
use crate::rules::breach::Breach;
use crate::rules::drawing::Drawing;
use crate::rules::fix::set_servers;
use crate::rules::homes::homes;
use crate::rules::words::{grouped, listed};

/// Minutes of an hour.
const MINUTES: f64 = 60.0;

/// Homes that stop when their messages cannot be archived.
pub(super) fn critical(drawing: &Drawing<'_>) -> Vec<Breach> {
    let mut breaches = Vec::new();
    if !drawing.targets().archiving_critical {
        return breaches;
    }
    let delay = drawing.catalog.archiving_delay().value * MINUTES;
    for home in homes(drawing) {
        let servers = drawing.linked_from(LinkKind::Archives, home.id);
        if servers.is_empty() {
            continue;
        }
        let names: Vec<&str> = servers.iter().map(|server| drawing.name(server)).collect();
        let text = format!(
            "All of “{}” stops about {} minutes after its messages cannot be archived by {} any more.",
            home.name,
            grouped(delay),
            listed(&names)
        );
        breaches
            .push(servers.iter().fold(Breach::new(&[home.id], text), |breach, server| breach.and(server)));
    }
    breaches
}

/// Single servers and databases by which messages that have to be archived go.
pub(super) fn single(drawing: &Drawing<'_>) -> Vec<Breach> {
    if !drawing.targets().archiving_required {
        return Vec::new();
    }
    let servers = drawing.with_function(Function::Archiving).iter();
    let servers = servers.filter(|server| {
        let homes = drawing.linked_to(LinkKind::Archives, &server.id);
        homes.iter().any(|home| drawing.linked_from(LinkKind::Archives, home).len() == 1)
    });
    let databases = drawing.with_function(Function::ArchivingDatabase).iter();
    let databases = databases.filter(|database| is_the_only_one_of_a_home(drawing, &database.id));
    let alone = servers.chain(databases).filter(|component| component.servers.len() == 1);
    alone
        .map(|component| {
            let what = if is_database(drawing, component) { "not clustered" } else { "one server" };
            let text = format!("Archiving is required, and “{}” is {what}.", component.name);
            let edits = set_servers(drawing, component, 2);
            Breach::new(&[&component.id], text).fixed_by("Use two", edits)
        })
        .collect()
}

fn is_database(drawing: &Drawing<'_>, component: &Component) -> bool {
    drawing.role(component).is_some_and(|role| role.function == Function::ArchivingDatabase)
}

/// Whether some home has all its messages put into this database.
fn is_the_only_one_of_a_home(drawing: &Drawing<'_>, database: &NodeId) -> bool {
    let stores_only_here = |server: &NodeId| drawing.linked_from(LinkKind::Stores, server) == [database];
    let writers = drawing.linked_to(LinkKind::Stores, database).iter();
    let mut homes = writers.flat_map(|writer| drawing.linked_to(LinkKind::Archives, writer));
    homes.any(|home| {
        let servers = drawing.linked_from(LinkKind::Archives, home);
        servers.iter().all(|server| stores_only_here(server))
    })
}

pub(super) fn clustered(drawing: &Drawing<'_>) -> Vec<Breach> {
    let databases = drawing.with_function(Function::ArchivingDatabase).iter();
    let clusters = databases.filter(|database| database.servers.len() > 1);
    clusters
        .map(|database| {
            let text = format!("“{}” is a cluster, which no document names for archiving.", database.name);
            Breach::new(&[&database.id], text)
        })
        .collect()
}
