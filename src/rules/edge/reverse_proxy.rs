//! Whether remote users reach the content of their home.
//!
//! A reverse proxy is required where external conferencing or the download of the address book is wanted. A plan
//! with remote users wants both; an Edge Server without remote users may stand there for federation alone.

use crate::catalog::figure::Mark;
use crate::catalog::role::Function;
use crate::geometry::{Canvas, Vector};
use crate::plan::{Component, Edit, LinkKind, NodeId};
use crate::rules::breach::Breach;
use crate::rules::drawing::Drawing;
use crate::rules::finding::Severity;
use crate::rules::fix::{NewPart, component, link, set_servers};
use crate::rules::words::users;

/// Where a new reverse proxy stands, seen from the Edge Servers.
const BELOW_EDGE: Vector<Canvas> = Vector::new(0.0, 128.0);

pub(super) fn missing(drawing: &Drawing<'_>) -> Vec<Breach> {
    let edges = drawing.with_function(Function::Edge);
    let Some(first) = edges.first() else { return Vec::new() };
    let proxy = drawing.with_function(Function::ReverseProxy).first();
    let mut breaches = Vec::new();
    let mut nobody_outside = true;
    for (home, homed) in drawing.homes() {
        if homed.remote <= 0.0 {
            continue;
        }
        nobody_outside = false;
        if !drawing.linked_to(LinkKind::Publishes, home).is_empty() {
            continue;
        }
        let edge = edge_of(drawing, edges, home).unwrap_or(first);
        let text = format!(
            "{} of “{}” come in from outside, and no reverse proxy publishes its content to them.",
            users(homed.remote),
            drawing.name(home)
        );
        let breach = Breach::new(&[home, &edge.id], text);
        breaches.push(if let Some(proxy) = proxy {
            let edits = link(drawing, LinkKind::Publishes, &proxy.id, home);
            breach.fixed_by(format!("Publish it through “{}”", proxy.name), Some(edits))
        } else {
            breach.fixed_by("Add a reverse proxy", added(drawing, edge, home))
        });
    }
    if nobody_outside && proxy.is_none() {
        let text = format!(
            "No reverse proxy stands beside “{}”: nobody outside could use conferences or the address book.",
            first.name
        );
        breaches.push(Breach::new(&[&first.id], text).weighing(Severity::Info, Mark::Documented));
    }
    breaches
}

/// The Edge Servers that pass remote users on to a home.
fn edge_of<'a>(
    drawing: &Drawing<'_>,
    edges: &'a [&'a Component],
    home: &NodeId,
) -> Option<&'a &'a Component> {
    let from = drawing.linked_to(LinkKind::NextHop, home);
    edges.iter().find(|edge| from.contains(&&edge.id))
}

fn added(drawing: &Drawing<'_>, edge: &Component, home: &NodeId) -> Option<Vec<Edit>> {
    let part = NewPart {
        function: Function::ReverseProxy,
        servers: 1,
        site: &edge.site,
        pool: None,
        position: edge.position + BELOW_EDGE,
    };
    let proxy = component(drawing, &part)?;
    let links = link(drawing, LinkKind::Publishes, &proxy.id, home);
    let mut edits = vec![Edit::AddComponent(proxy)];
    edits.extend(links);
    Some(edits)
}

pub(super) fn single(drawing: &Drawing<'_>) -> Vec<Breach> {
    let mut breaches = Vec::new();
    if !drawing.targets().high_availability_perimeter {
        return breaches;
    }
    let proxies = drawing.with_function(Function::ReverseProxy);
    for proxy in proxies {
        let alone = !proxies.iter().any(|other| other.id != proxy.id && other.site == proxy.site);
        if alone && proxy.servers.len() == 1 {
            let text = format!(
                "High availability is wanted in the perimeter, and “{}” is the only reverse proxy of its site.",
                proxy.name
            );
            let edits = set_servers(drawing, proxy, 2);
            breaches.push(Breach::new(&[&proxy.id], text).fixed_by("Use two", edits));
        }
    }
    breaches
}
