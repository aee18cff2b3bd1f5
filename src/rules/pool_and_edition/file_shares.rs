//! Where a pool keeps meeting content and the address book.

use super::parts::NEEDED;
use crate::catalog::role::Function;
use crate::geometry::{Canvas, Vector};
use crate::plan::Pool;
use crate::rules::breach::Breach;
use crate::rules::drawing::Drawing;
use crate::rules::fix::{NewPart, add, set_servers};
use crate::rules::words::listed;

/// Where a new file share stands in a pool.
const IN_POOL: Vector<Canvas> = Vector::new(112.0, 312.0);

/// Nodes of a cluster.
const CLUSTER: usize = 2;

/// One finding for all pools: it is a matter of the drawing more than of the topology. A Director has no meetings.
pub(super) fn none(drawing: &Drawing<'_>) -> Vec<Breach> {
    let mut bare: Vec<&Pool> = Vec::new();
    for pool in drawing.pools() {
        let complete = NEEDED.iter().all(|function| !drawing.parts(&pool.id, *function).is_empty());
        let is_asked = !pool.director || drawing.homed(&pool.id).users > 0.0;
        if complete && is_asked && drawing.parts(&pool.id, Function::FileShare).is_empty() {
            bare.push(pool);
        }
    }
    let Some(first) = bare.first() else { return Vec::new() };
    let names: Vec<&str> = bare.iter().map(|pool| pool.name.as_str()).collect();
    let text = format!(
        "No file share is drawn in {}: check where meeting content and address-book files are kept.",
        listed(&names)
    );
    let mut breach = Breach::new(&[], text);
    for pool in &bare {
        breach = breach.and(&pool.id);
    }
    let part = NewPart {
        function: Function::FileShare,
        servers: if drawing.targets().high_availability_internal { CLUSTER } else { 1 },
        site: &first.site,
        pool: Some(&first.id),
        position: first.position + IN_POOL,
    };
    let edits = add(drawing, &part);
    vec![if bare.len() == 1 { breach.fixed_by("Add a file share", edits) } else { breach }]
}

pub(super) fn single(drawing: &Drawing<'_>) -> Vec<Breach> {
    if !drawing.targets().high_availability_internal {
        return Vec::new();
    }
    let shares = drawing.with_function(Function::FileShare).iter();
    shares
        .filter(|share| share.servers.len() < CLUSTER && share.pool.is_some())
        .map(|share| {
            let text = format!("High availability is wanted, and “{}” is not clustered.", share.name);
            let edits = set_servers(drawing, share, CLUSTER);
            Breach::new(&[&share.id], text).fixed_by("Make it a cluster of two", edits)
        })
        .collect()
}
