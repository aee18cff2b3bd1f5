//! At how many sites other organisations are reached.

use crate::plan::{Component, Edit, LinkId, LinkKind, NodeId, SiteId};
use crate::rules::breach::Breach;
use crate::rules::drawing::Drawing;
use crate::rules::fix::links;
use crate::rules::way_in::ways_in;
use crate::rules::words::listed;

pub(super) fn several_sites(drawing: &Drawing<'_>) -> Vec<Breach> {
    let federating = homes(drawing);
    let edges = used(drawing, &federating);
    let mut sites: Vec<&SiteId> = Vec::new();
    for edge in &edges {
        if !sites.contains(&&edge.site) {
            sites.push(&edge.site);
        }
    }
    let [first, _, ..] = sites.as_slice() else { return Vec::new() };
    let names: Vec<&str> = sites.iter().map(|site| site_name(drawing, site)).collect();
    let text = format!("Other organisations are reached by Edge Servers at {}.", listed(&names));
    let label = format!("Federate at “{}” only", site_name(drawing, first));
    let edits = at_one_site(drawing, &federating, &edges, first);
    vec![Breach::among(&edges, text).fixed_by(label, Some(edits))]
}

fn site_name<'a>(drawing: &Drawing<'a>, id: &'a SiteId) -> &'a str {
    drawing.scenario.site(id).map_or(id.as_str(), |site| site.name.as_str())
}

/// Homes whose users talk with other organisations or with users of public providers, or for which Edge Servers are chosen.
fn homes<'a>(drawing: &Drawing<'a>) -> Vec<&'a NodeId> {
    let mut homes: Vec<&NodeId> = Vec::new();
    let mut note = |home: &'a NodeId| {
        if !homes.contains(&home) {
            homes.push(home);
        }
    };
    for population in &drawing.scenario.populations {
        let share = population.federation_share + population.public_im_share;
        if let (Some(home), true) = (&population.home, population.connected_users() * share > 0.0) {
            note(home);
        }
    }
    for link in drawing.scenario.links.iter().filter(|link| link.kind == LinkKind::Federates) {
        note(&link.from);
    }
    homes
}

/// The Edge Servers by which the homes federate: those that are chosen for it, or else those that remote users take.
fn used<'a>(drawing: &Drawing<'a>, homes: &[&'a NodeId]) -> Vec<&'a Component> {
    let mut edges: Vec<&Component> = Vec::new();
    for home in homes {
        let chosen = drawing.linked_from(LinkKind::Federates, home).iter();
        let mut own: Vec<&Component> =
            chosen.filter_map(|edge| Some(&**drawing.scenario.component(edge)?)).collect();
        if own.is_empty() {
            own = ways_in(drawing, home);
        }
        for edge in own {
            if !edges.iter().any(|known| known.id == edge.id) {
                edges.push(edge);
            }
        }
    }
    edges
}

/// The edits that choose the Edge Servers of one site for all of the homes.
fn at_one_site(drawing: &Drawing<'_>, homes: &[&NodeId], edges: &[&Component], site: &SiteId) -> Vec<Edit> {
    let here: Vec<&NodeId> = edges.iter().filter(|edge| edge.site == *site).map(|edge| &edge.id).collect();
    let mut cut: Vec<LinkId> = Vec::new();
    for link in &drawing.scenario.links {
        if link.kind == LinkKind::Federates && !here.contains(&&link.to) {
            cut.push(link.id.clone());
        }
    }
    let mut wanted = Vec::new();
    for home in homes {
        let chosen = drawing.linked_from(LinkKind::Federates, home);
        for edge in here.iter().copied().filter(|edge| !chosen.contains(edge)) {
            wanted.push((LinkKind::Federates, (*home).clone(), edge.clone()));
        }
    }
    let mut edits = if cut.is_empty() { Vec::new() } else { vec![Edit::RemoveLinks(cut)] };
    edits.extend(links(drawing, wanted));
    edits
}
