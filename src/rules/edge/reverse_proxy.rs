//! Whether remote users reach the content of their home.
//!
//! A reverse proxy is required where external conferencing or the download of the address book is wanted. A plan says
//! whether it wants them; an Edge Server without remote users may stand there for federation alone.

use crate::catalog::figure::Mark;
use crate::catalog::role::Function;
use crate::geometry::{Canvas, Point, Vector};
use crate::plan::{Component, Edit, LinkKind, NodeId, SiteId};
use crate::rules::breach::Breach;
use crate::rules::drawing::{Drawing, servers};
use crate::rules::finding::Severity;
use crate::rules::fix::{NewPart, component, link, set_servers};
use crate::rules::way_in::hop_leads_to;
use crate::rules::words::{count, users};

/// Where a new reverse proxy stands, seen from the Edge Servers.
const BELOW_EDGE: Vector<Canvas> = Vector::new(0.0, 128.0);

pub(super) fn missing(drawing: &Drawing<'_>) -> Vec<Breach> {
    let edges = drawing.with_function(Function::Edge);
    let Some(first) = edges.first() else { return Vec::new() };
    let proxy = drawing.with_function(Function::ReverseProxy).first();
    let mut breaches = Vec::new();
    let wanted = drawing.targets().external_conferencing;
    let mut nobody_wants = true;
    for (home, homed) in drawing.homes() {
        if !wanted || homed.remote <= 0.0 {
            continue;
        }
        nobody_wants = false;
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
            let edits = publishing(drawing, &edge.site, edge.position + BELOW_EDGE, home);
            breach.fixed_by("Add a reverse proxy", edits)
        });
    }
    if nobody_wants && proxy.is_none() {
        let text = format!(
            "No reverse proxy stands beside “{}”: nobody outside could use conferences or the address book.",
            first.name
        );
        breaches.push(Breach::new(&[&first.id], text).weighing(Severity::Info, Mark::Documented));
    }
    breaches
}

/// The Edge Servers that pass remote users on to a home, by a Director or not.
fn edge_of<'a>(
    drawing: &Drawing<'_>,
    edges: &'a [&'a Component],
    home: &NodeId,
) -> Option<&'a &'a Component> {
    let leads_here = |edge: &Component| {
        let hops = drawing.linked_from(LinkKind::NextHop, &edge.id);
        hops.iter().any(|hop| hop_leads_to(drawing, hop, home))
    };
    edges.iter().find(|edge| leads_here(edge))
}

/// The edits that add a reverse proxy that publishes something.
pub(super) fn publishing(
    drawing: &Drawing<'_>,
    site: &SiteId,
    position: Point<Canvas>,
    published: &NodeId,
) -> Option<Vec<Edit>> {
    let part = NewPart { function: Function::ReverseProxy, servers: 1, site, pool: None, position };
    let proxy = component(drawing, &part)?;
    let links = link(drawing, LinkKind::Publishes, &proxy.id, published);
    let mut edits = vec![Edit::AddComponent(proxy)];
    edits.extend(links);
    Some(edits)
}

/// Where high availability is wanted, or where the Edge Servers beside it are several.
pub(super) fn single(drawing: &Drawing<'_>) -> Vec<Breach> {
    let mut breaches = Vec::new();
    let wanted = drawing.targets().high_availability_perimeter;
    let arrays = drawing.edge_arrays();
    let proxies = drawing.with_function(Function::ReverseProxy);
    for proxy in proxies {
        let alone = !proxies.iter().any(|other| other.id != proxy.id && other.site == proxy.site);
        if !alone || proxy.servers.len() != 1 {
            continue;
        }
        let beside = arrays.iter().find(|array| array.first().is_some_and(|edge| edge.site == proxy.site));
        let edges = beside.map_or(0, |array| servers(array));
        let name = &proxy.name;
        let text = if wanted {
            format!(
                "High availability is wanted in the perimeter, and “{name}” is the only reverse proxy of its site."
            )
        } else if edges > 1 {
            format!(
                "“{name}” is the only reverse proxy beside {}: with it content is lost to all users outside.",
                count(edges, "Edge Server")
            )
        } else {
            continue;
        };
        let edits = set_servers(drawing, proxy, 2);
        breaches.push(Breach::new(&[&proxy.id], text).fixed_by("Use two", edits));
    }
    breaches
}
