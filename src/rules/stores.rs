//! Servers that keep a record, and the databases that they keep it in.

use super::breach::Breach;
use super::drawing::Drawing;
use super::finding::Severity;
use super::fix::{NewPart, component, link};
use super::rule::Rule;
use super::sources::recording::ARCHIVING_TOPOLOGY;
use crate::catalog::figure::Mark;
use crate::catalog::role::Function;
use crate::geometry::{Canvas, Vector};
use crate::plan::{Component, Edit, LinkKind};

pub(super) const RULES: &[Rule] = &[Rule {
    id: "STORE-NEEDS-DB",
    title: "A server that keeps its record nowhere",
    severity: Severity::Error,
    mark: Mark::Derived,
    reason: "Archiving, Monitoring and Compliance Servers put what they collect into a database, on their own computer or \
             on another one; without it they have nowhere to put it.",
    source: ARCHIVING_TOPOLOGY,
    check: without_database,
}];

/// Servers and the databases that go with them.
const STORES: [(Function, Function); 3] = [
    (Function::Archiving, Function::ArchivingDatabase),
    (Function::Monitoring, Function::MonitoringDatabase),
    (Function::Compliance, Function::ComplianceDatabase),
];

/// Where a new database stands, seen from its servers.
const BELOW_SERVERS: Vector<Canvas> = Vector::new(0.0, 128.0);

fn without_database(drawing: &Drawing<'_>) -> Vec<Breach> {
    let mut breaches = Vec::new();
    for (function, store) in STORES {
        for server in drawing.with_function(function) {
            if !drawing.linked_from(LinkKind::Stores, &server.id).is_empty() {
                continue;
            }
            let text = format!("“{}” has no database to keep its data in.", server.name);
            let breach = Breach::new(&[&server.id], text);
            breaches.push(match unused(drawing, store) {
                Some(database) => {
                    let edits = link(drawing, LinkKind::Stores, &server.id, &database.id);
                    breach.fixed_by(format!("Link it to “{}”", database.name), Some(edits))
                }
                None => breach.fixed_by("Add a database", added(drawing, server, store)),
            });
        }
    }
    breaches
}

/// A database of that kind that nothing writes into.
fn unused<'a>(drawing: &Drawing<'a>, store: Function) -> Option<&'a Component> {
    let databases = drawing.with_function(store).iter().copied();
    databases.into_iter().find(|database| drawing.linked_to(LinkKind::Stores, &database.id).is_empty())
}

fn added(drawing: &Drawing<'_>, server: &Component, store: Function) -> Option<Vec<Edit>> {
    let part = NewPart {
        function: store,
        servers: if drawing.targets().high_availability_internal { 2 } else { 1 },
        site: &server.site,
        pool: None,
        position: server.position + BELOW_SERVERS,
    };
    let database = component(drawing, &part)?;
    let linked = link(drawing, LinkKind::Stores, &server.id, &database.id);
    let mut edits = vec![Edit::AddComponent(database)];
    edits.extend(linked);
    Some(edits)
}
