//! Pools in the expanded configuration, whose conferencing servers and web components have computers of their own.

use crate::catalog::role::Function;
use crate::plan::{Component, Edit, Pool};
use crate::rules::breach::Breach;
use crate::rules::drawing::Drawing;
use crate::rules::words::{names, verb};

const EXPANDED: [Function; 3] =
    [Function::WebConferencing, Function::AvConferencing, Function::WebComponents];

pub(super) fn pools(drawing: &Drawing<'_>) -> Vec<Breach> {
    let mut breaches = Vec::new();
    for pool in drawing.pools() {
        let parts = parts(drawing, pool);
        if parts.is_empty() {
            continue;
        }
        let text = format!(
            "“{}” is an expanded pool: {} {} what Front Ends can do.",
            pool.name,
            names(&parts),
            verb(parts.len(), "does", "do")
        );
        let edits = vec![Edit::RemoveNodes(parts.iter().map(|part| part.id.clone()).collect())];
        let breach = Breach::among(&parts, text).and(&pool.id);
        breaches.push(breach.fixed_by("Leave it to the Front Ends", Some(edits)));
    }
    breaches
}

/// The parts that make a pool an expanded one.
pub(super) fn parts<'a>(drawing: &Drawing<'a>, pool: &Pool) -> Vec<&'a Component> {
    EXPANDED.into_iter().flat_map(|function| drawing.parts(&pool.id, function).to_vec()).collect()
}
