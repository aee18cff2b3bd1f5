//! The edits that put an Enterprise pool in place of a single Director.

use crate::catalog::role::Function;
use crate::geometry::{Canvas, Vector};
use crate::plan::{Component, Edit, LinkKind, Pool};
use crate::rules::balancer::{IN_POOL, pair};
use crate::rules::drawing::Drawing;
use crate::rules::fix::{NewPart, component, links};

/// What the fix is called.
pub(super) const LABEL: &str = "Use an Enterprise pool as Director";

/// Where the database of the new pool stands, seen from its corner.
const BACK_END: Vector<Canvas> = Vector::new(112.0, 184.0);

/// A pool of so many Front Ends that takes over the links of the Director, apart from those to homes: a pool finds them all.
pub(super) fn in_place_of(drawing: &Drawing<'_>, director: &Component, servers: usize) -> Option<Vec<Edit>> {
    let pool = Pool {
        id: drawing.names.node("director-pool"),
        name: "Director pool".into(),
        site: director.site.clone(),
        position: director.position,
        size: None,
        director: true,
    };
    let part = |function, servers, at: Vector<Canvas>| {
        let position = pool.position + at;
        component(drawing, &NewPart { function, servers, site: &pool.site, pool: Some(&pool.id), position })
    };
    let front = part(Function::FrontEnd, servers, IN_POOL)?;
    let targets = drawing.targets();
    let wanted = targets.high_availability_internal || targets.high_availability_perimeter;
    let database = part(Function::BackEnd, if wanted { 2 } else { 1 }, BACK_END)?;
    let balancer = pair(drawing, &pool.site, Some(&pool.id), front.position)?;
    let mut wanted = Vec::new();
    for link in &drawing.scenario.links {
        if link.to == director.id && link.kind == LinkKind::NextHop {
            wanted.push((link.kind, link.from.clone(), pool.id.clone()));
        } else if link.from == director.id && link.kind == LinkKind::Needs {
            wanted.push((link.kind, pool.id.clone(), link.to.clone()));
        }
    }
    let mut edits = vec![Edit::AddPool(pool)];
    edits.extend([front, database, balancer].map(Edit::AddComponent));
    edits.extend(links(drawing, wanted));
    edits.push(Edit::RemoveNodes(vec![director.id.clone()]));
    Some(edits)
}
