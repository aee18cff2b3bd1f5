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
use crate::rules::fix::{NewPart, add, link, set_servers};
use crate::rules::words::users;

/// Where a new reverse proxy stands, seen from the Edge Servers.
const BELOW_EDGE: Vector<Canvas> = Vector::new(0.0, 128.0);

pub(super) fn missing(drawing: &Drawing<'_>) -> Vec<Breach> {
    let edges = drawing.with_function(Function::Edge);
    let Some(first) = edges.first() else { return Vec::new() };
    let remote: Vec<(&NodeId, f64)> = drawing
        .homes()
        .filter(|(_, homed)| homed.remote > 0.0)
        .map(|(home, homed)| (home, homed.remote))
        .collect();
    if remote.is_empty() && drawing.with_function(Function::ReverseProxy).is_empty() {
        let text = format!(
            "No reverse proxy stands beside “{}”: nobody outside could use conferences or the address book.",
            first.name
        );
        return vec![Breach::new([&first.id], text).weighing(Severity::Info, Mark::Documented)];
    }
    let unpublished: Vec<&(&NodeId, f64)> =
        remote.iter().filter(|(home, _)| drawing.linked_to(LinkKind::Publishes, home).is_empty()).collect();
    if unpublished.is_empty() {
        return Vec::new();
    }
    unpublished
        .iter()
        .map(|(home, remote)| {
            let edge = edge_of(drawing, edges, home).unwrap_or(first);
            let text = format!(
                "{} of “{}” come in from outside, and no reverse proxy publishes its content to them.",
                users(*remote),
                drawing.name(home)
            );
            let breach = Breach::new([&edge.id, *home], text);
            match drawing.with_function(Function::ReverseProxy).first() {
                Some(proxy) => {
                    let edits = link(drawing, LinkKind::Publishes, &proxy.id, [*home]);
                    breach.fixed_by(format!("Publish it through “{}”", proxy.name), Some(edits))
                }
                None => breach.fixed_by("Add a reverse proxy", added(drawing, edge, home)),
            }
        })
        .collect()
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
    let (edit, proxy) = add(drawing, &part)?;
    let links = link(drawing, LinkKind::Publishes, &proxy, [home]);
    Some(std::iter::once(edit).chain(links).collect())
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
            let edits = set_servers(drawing, proxy, 2).map(|edit| vec![edit]);
            breaches.push(Breach::new([&proxy.id], text).fixed_by("Use two", edits));
        }
    }
    breaches
}
