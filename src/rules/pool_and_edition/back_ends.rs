//! How many Back-Ends a pool has: one, be it a single server or a cluster.

use crate::catalog::role::Function;
use crate::geometry::{Canvas, Vector};
use crate::plan::{Edit, Pool};
use crate::rules::breach::Breach;
use crate::rules::drawing::{Drawing, servers};
use crate::rules::fix::{NewPart, add, set_servers};
use crate::rules::words::names;

/// Where a new Back-End stands, seen from the Front Ends and from the corner of a pool without any.
const BELOW_FRONT_ENDS: Vector<Canvas> = Vector::new(0.0, 128.0);
const IN_POOL: Vector<Canvas> = Vector::new(112.0, 184.0);

pub(super) fn none_or_several(drawing: &Drawing<'_>) -> Vec<Breach> {
    let mut breaches = none(drawing);
    breaches.extend(several(drawing));
    breaches
}

fn none(drawing: &Drawing<'_>) -> Vec<Breach> {
    let mut breaches = Vec::new();
    for pool in drawing.pools() {
        if drawing.parts(&pool.id, Function::BackEnd).is_empty() {
            let text = format!("“{}” has no Back-End database and serves nobody.", pool.name);
            let breach = Breach::new(&[&pool.id], text);
            breaches.push(breach.fixed_by("Add a Back-End database", added(drawing, pool)));
        }
    }
    breaches
}

fn several(drawing: &Drawing<'_>) -> Vec<Breach> {
    let mut breaches = Vec::new();
    for pool in drawing.pools() {
        let databases = drawing.parts(&pool.id, Function::BackEnd);
        let Some((first, others)) = databases.split_first() else { continue };
        if others.is_empty() {
            continue;
        }
        let text = format!(
            "“{}” has {} Back-Ends, {}: only one of them can serve.",
            pool.name,
            databases.len(),
            names(databases)
        );
        let mut gone = Vec::new();
        for other in others {
            gone.push(other.id.clone());
        }
        let nodes = servers(databases);
        let edits = set_servers(drawing, first, nodes).map(|mut edits| {
            edits.push(Edit::RemoveNodes(gone));
            edits
        });
        let breach = Breach::among(databases, text).and(&pool.id);
        breaches.push(breach.fixed_by(format!("Make them one cluster of {nodes}"), edits));
    }
    breaches
}

fn added(drawing: &Drawing<'_>, pool: &Pool) -> Option<Vec<Edit>> {
    let front = drawing.parts(&pool.id, Function::FrontEnd).first();
    let part = NewPart {
        function: Function::BackEnd,
        servers: if drawing.targets().high_availability_internal { 2 } else { 1 },
        site: &pool.site,
        pool: Some(&pool.id),
        position: front.map_or(pool.position + IN_POOL, |front| front.position + BELOW_FRONT_ENDS),
    };
    add(drawing, &part)
}
