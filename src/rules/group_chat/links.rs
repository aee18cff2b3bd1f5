//! What Group Chat servers are connected to: a host pool and a database.

use crate::catalog::role::Function;
use crate::geometry::{Canvas, Vector};
use crate::plan::{Component, Edit, LinkKind, NodeId};
use crate::rules::breach::Breach;
use crate::rules::capacity::Limits;
use crate::rules::drawing::Drawing;
use crate::rules::fix::{NewPart, component, link, links};
use crate::rules::homes::with_most;
use crate::rules::words::{listed, users};

/// Where new Group Chat servers stand, seen from their host, and a new database, seen from its servers.
const BESIDE_HOST: Vector<Canvas> = Vector::new(392.0, 56.0);
const BELOW_SERVERS: Vector<Canvas> = Vector::new(0.0, 128.0);

pub(super) fn missing(drawing: &Drawing<'_>) -> Vec<Breach> {
    if !drawing.with_function(Function::ChatServer).is_empty() || drawing.chat_users <= 0.0 {
        return Vec::new();
    }
    let mut nodes: Vec<&NodeId> = Vec::new();
    for population in &drawing.scenario.populations {
        if population.home.is_some() && population.connected_users() * population.group_chat_share > 0.0 {
            nodes.push(&population.id);
        }
    }
    let text = format!("{} want Group Chat, and there is no Group Chat server.", users(drawing.chat_users));
    vec![Breach::new(&nodes, text).fixed_by("Add Group Chat", added(drawing))]
}

/// As many servers as the users and the plan's wishes need, with a host and a database.
fn added(drawing: &Drawing<'_>) -> Option<Vec<Edit>> {
    let host = with_most(drawing, |users| users.chat)?;
    let targets = drawing.targets();
    let part = |servers| NewPart {
        function: Function::ChatServer,
        servers,
        site: host.site,
        pool: None,
        position: host.position + BESIDE_HOST,
    };
    let limits = Limits::of(drawing, &component(drawing, &part(1))?)?;
    let needed = limits.servers_for(drawing.chat_users)?;
    let least = if targets.high_availability_internal { 2 } else { 1 };
    let spare = needed + usize::from(targets.spare_server);
    let spare = if limits.users(spare) > limits.users(needed) { spare } else { needed };
    let servers = component(drawing, &part(spare.max(least)))?;
    let mut edits = Vec::new();
    let database = database_for(drawing, &servers, &mut edits)?;
    let wanted = vec![
        (LinkKind::ChatHost, servers.id.clone(), host.id.clone()),
        (LinkKind::ChatDatabase, servers.id.clone(), database),
    ];
    edits.push(Edit::AddComponent(servers));
    edits.extend(links(drawing, wanted));
    Some(edits)
}

/// The database that the servers are to use: the first one there is, or a new one, which the edits then add.
fn database_for(drawing: &Drawing<'_>, servers: &Component, edits: &mut Vec<Edit>) -> Option<NodeId> {
    if let Some(database) = drawing.with_function(Function::ChatDatabase).first() {
        return Some(database.id.clone());
    }
    let part = NewPart {
        function: Function::ChatDatabase,
        servers: if drawing.targets().high_availability_internal { 2 } else { 1 },
        site: &servers.site,
        pool: None,
        position: servers.position + BELOW_SERVERS,
    };
    let database = component(drawing, &part)?;
    let id = database.id.clone();
    edits.push(Edit::AddComponent(database));
    Some(id)
}

pub(super) fn no_host(drawing: &Drawing<'_>) -> Vec<Breach> {
    let host = with_most(drawing, |users| users.chat);
    let mut breaches = Vec::new();
    for chat in drawing.with_function(Function::ChatServer) {
        if !drawing.linked_from(LinkKind::ChatHost, &chat.id).is_empty() {
            continue;
        }
        let text =
            format!("“{}” has no pool or Standard Edition server to reach its users through.", chat.name);
        let breach = Breach::new(&[&chat.id], text);
        breaches.push(match &host {
            Some(host) => {
                let edits = link(drawing, LinkKind::ChatHost, &chat.id, host.id);
                breach.fixed_by(format!("Link it to “{}”", host.name), Some(edits))
            }
            None => breach,
        });
    }
    breaches
}

pub(super) fn no_database(drawing: &Drawing<'_>) -> Vec<Breach> {
    let mut breaches = Vec::new();
    for chat in drawing.with_function(Function::ChatServer) {
        if !drawing.linked_from(LinkKind::ChatDatabase, &chat.id).is_empty() {
            continue;
        }
        let text = format!("“{}” has no database to keep its rooms in.", chat.name);
        let mut edits = Vec::new();
        let database = database_for(drawing, chat, &mut edits);
        let label = if edits.is_empty() { "Link it to the database" } else { "Add a database" };
        let edits = database.map(|database| {
            edits.extend(link(drawing, LinkKind::ChatDatabase, &chat.id, &database));
            edits
        });
        breaches.push(Breach::new(&[&chat.id], text).fixed_by(label, edits));
    }
    breaches
}

pub(super) fn several_hosts(drawing: &Drawing<'_>) -> Vec<Breach> {
    let mut breaches = Vec::new();
    for chat in drawing.with_function(Function::ChatServer) {
        let hosts = drawing.linked_from(LinkKind::ChatHost, &chat.id);
        let Some((first, others)) = hosts.split_first() else { continue };
        if others.is_empty() {
            continue;
        }
        let names: Vec<&str> = hosts.iter().map(|host| drawing.name(host)).collect();
        let text = format!(
            "“{}” reaches its users through {}; it can have one host at a time.",
            chat.name,
            listed(&names)
        );
        let mut cut = Vec::new();
        for link in &drawing.scenario.links {
            if link.kind == LinkKind::ChatHost && link.from == chat.id && link.to != **first {
                cut.push(link.id.clone());
            }
        }
        let label = format!("Keep “{}”", drawing.name(first));
        breaches.push(Breach::new(&[&chat.id], text).fixed_by(label, Some(vec![Edit::RemoveLinks(cut)])));
    }
    breaches
}
