//! How many Back-Ends a pool has.

use crate::catalog::role::Function;
use crate::geometry::{Canvas, Vector};
use crate::plan::{Edit, Pool};
use crate::rules::breach::Breach;
use crate::rules::drawing::Drawing;
use crate::rules::fix::{NewPart, add};
use crate::rules::words::names;

/// Where a new Back-End stands, seen from the Front Ends and from the corner of a pool without any.
const BELOW_FRONT_ENDS: Vector<Canvas> = Vector::new(0.0, 128.0);
const IN_POOL: Vector<Canvas> = Vector::new(112.0, 184.0);

pub(super) fn not_exactly_one(drawing: &Drawing<'_>) -> Vec<Breach> {
    let mut breaches = Vec::new();
    for pool in drawing.pools() {
        match drawing.parts(&pool.id, Function::BackEnd) {
            [_] => {}
            [] => {
                let text = format!("“{}” has no Back-End database and serves nobody.", pool.name);
                let breach = Breach::new([&pool.id], text);
                breaches.push(breach.fixed_by("Add a Back-End database", added(drawing, pool)));
            }
            several => {
                let text = format!(
                    "“{}” has {} Back-Ends, {}: keep one, as a single server or one cluster.",
                    pool.name,
                    several.len(),
                    names(several)
                );
                breaches.push(Breach::new(several.iter().map(|part| &part.id).chain([&pool.id]), text));
            }
        }
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
    add(drawing, &part).map(|(edit, _)| vec![edit])
}
