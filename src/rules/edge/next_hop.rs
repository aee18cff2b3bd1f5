//! What Edge Servers pass remote users on to, and what is inside for that.

use crate::catalog::role::Function;
use crate::plan::{Component, Edit, LinkKind, NodeId};
use crate::rules::breach::Breach;
use crate::rules::drawing::Drawing;
use crate::rules::fix::link;
use crate::rules::homes::{Home, with_most};
use crate::rules::way_in::director_pools;

pub(super) fn missing(drawing: &Drawing<'_>) -> Vec<Breach> {
    // Without a home there is nothing to pass users on to; that is another rule.
    let Some(home) = with_most(drawing, |users| users.remote) else { return Vec::new() };
    let mut breaches = Vec::new();
    for edge in drawing.with_function(Function::Edge) {
        if !drawing.linked_from(LinkKind::NextHop, &edge.id).is_empty() {
            continue;
        }
        let text = format!("“{}” passes remote users on to nothing.", edge.name);
        let (next, name) = next(drawing, &home);
        breaches.push(linked(drawing, Breach::new(&[&edge.id], text), edge, (next, name)));
    }
    for director in drawing.with_function(Function::Director) {
        let used = drawing.linked_to(LinkKind::NextHop, &director.id);
        let Some(edge) = used.first() else { continue };
        if drawing.linked_from(LinkKind::NextHop, &director.id).is_empty() {
            let text = format!(
                "“{}” takes remote users from “{}” and passes them on to nothing.",
                director.name,
                drawing.name(edge)
            );
            let breach = Breach::new(&[&director.id, edge], text);
            breaches.push(linked(drawing, breach, director, (home.id, home.name)));
        }
    }
    breaches
}

/// What an Edge Server should pass users on to: a Director where there is one that knows a home, or else a home.
fn next<'a>(drawing: &Drawing<'a>, home: &Home<'a>) -> (&'a NodeId, &'a str) {
    if let Some(pool) = director_pools(drawing).next() {
        return (&pool.id, &pool.name);
    }
    let directors = drawing.with_function(Function::Director).iter();
    let knowing =
        directors.copied().find(|director| !drawing.linked_from(LinkKind::NextHop, &director.id).is_empty());
    knowing.map_or((home.id, home.name), |director| (&director.id, &director.name))
}

fn linked(drawing: &Drawing<'_>, breach: Breach, from: &Component, (to, name): (&NodeId, &str)) -> Breach {
    let edits: Vec<Edit> = link(drawing, LinkKind::NextHop, &from.id, to);
    breach.fixed_by(format!("Link it to “{name}”"), Some(edits))
}

pub(super) fn nothing_inside(drawing: &Drawing<'_>) -> Vec<Breach> {
    if with_most(drawing, |users| users.remote).is_some() {
        return Vec::new();
    }
    let edges = drawing.with_function(Function::Edge).iter();
    edges
        .map(|edge| {
            let name = &edge.name;
            let text =
                format!("“{name}” stands before nothing: add a pool or a Standard Edition server first.");
            Breach::new(&[&edge.id], text)
        })
        .collect()
}
