//! Whether remote users come in by a Director, and by how many.

use super::pool::{LABEL, in_place_of};
use crate::catalog::role::Function;
use crate::geometry::{Canvas, Vector};
use crate::plan::{Component, Edit, LinkKind, NodeId};
use crate::rules::breach::Breach;
use crate::rules::drawing::{Drawing, servers};
use crate::rules::fix::{NewPart, component, links};
use crate::rules::way_in::{director_pools, hop_leads_to, is_director};
use crate::rules::words::{count, names};

/// Where a new Director stands, seen from the Edge Servers.
const BEHIND_EDGE: Vector<Canvas> = Vector::new(0.0, -128.0);

/// Front Ends of the pool that is to be more than one Director.
const SEVERAL: usize = 2;

/// The Edge Servers of a site that pass users straight on to homes.
pub(super) fn without(drawing: &Drawing<'_>) -> Vec<Breach> {
    let mut breaches = Vec::new();
    for mut array in drawing.edge_arrays() {
        array.retain(|edge| {
            let hops = drawing.linked_from(LinkKind::NextHop, &edge.id);
            !hops.is_empty() && !hops.iter().any(|hop| is_director(drawing, hop))
        });
        let Some(first) = array.first() else { continue };
        let text = format!("No Director stands between {} and the homes inside.", names(&array));
        let director = existing(drawing);
        let label = match director {
            Some(director) => format!("Pass users on by “{}”", drawing.name(director)),
            None => "Add a Director".into(),
        };
        let edits = passed_on(drawing, &array, first, director);
        breaches.push(Breach::among(&array, text).fixed_by(label, edits));
    }
    breaches
}

fn existing<'a>(drawing: &Drawing<'a>) -> Option<&'a NodeId> {
    let pool = director_pools(drawing).next().map(|pool| &pool.id);
    pool.or_else(|| drawing.with_function(Function::Director).first().map(|director| &director.id))
}

/// The edits that make the Edge Servers pass users on to a Director, and that one to the homes.
fn passed_on(
    drawing: &Drawing<'_>,
    array: &[&Component],
    first: &Component,
    director: Option<&NodeId>,
) -> Option<Vec<Edit>> {
    let mut cut = Vec::new();
    let mut homes: Vec<&NodeId> = Vec::new();
    for link in drawing.scenario.links.iter().filter(|link| link.kind == LinkKind::NextHop) {
        if array.iter().any(|edge| edge.id == link.from) {
            cut.push(link.id.clone());
            if !homes.contains(&&link.to) {
                homes.push(&link.to);
            }
        }
    }
    let mut edits = vec![Edit::RemoveLinks(cut)];
    let director = if let Some(director) = director {
        homes.retain(|home| !hop_leads_to(drawing, director, home));
        director.clone()
    } else {
        let (function, site) = (Function::Director, &first.site);
        let position = first.position + BEHIND_EDGE;
        let added = component(drawing, &NewPart { function, servers: 1, site, pool: None, position })?;
        let id = added.id.clone();
        edits.push(Edit::AddComponent(added));
        id
    };
    let mut wanted = Vec::new();
    for edge in array {
        wanted.push((LinkKind::NextHop, edge.id.clone(), director.clone()));
    }
    for home in homes {
        wanted.push((LinkKind::NextHop, director.clone(), home.clone()));
    }
    edits.extend(links(drawing, wanted));
    Some(edits)
}

pub(super) fn single(drawing: &Drawing<'_>) -> Vec<Breach> {
    let arrays = drawing.edge_arrays();
    let mut breaches = Vec::new();
    for director in drawing.with_function(Function::Director) {
        if director.servers.len() != 1 {
            continue;
        }
        let dependent = arrays.iter().find(|array| depends_on(drawing, array, director));
        let Some(array) = dependent else { continue };
        let text =
            format!("{} pass users on by “{}” alone.", count(servers(array), "Edge Server"), director.name);
        let edits = in_place_of(drawing, director, SEVERAL);
        let breach = Breach::new(&[&director.id], text);
        breaches.push(array.iter().fold(breach, |breach, edge| breach.and(&edge.id)).fixed_by(LABEL, edits));
    }
    breaches
}

/// Whether the array is several Edge Servers and reaches a home by the Director and by no other way.
fn depends_on(drawing: &Drawing<'_>, array: &[&Component], director: &Component) -> bool {
    let mut hops = array.iter().flat_map(|edge| drawing.linked_from(LinkKind::NextHop, &edge.id));
    if servers(array) < SEVERAL || !hops.any(|hop| **hop == director.id) {
        return false;
    }
    let by_others = |home: &NodeId| {
        let mut hops = array.iter().flat_map(|edge| drawing.linked_from(LinkKind::NextHop, &edge.id));
        hops.any(|hop| **hop != director.id && hop_leads_to(drawing, hop, home))
    };
    let homes = drawing.linked_from(LinkKind::NextHop, &director.id);
    homes.iter().any(|home| !by_others(home))
}
