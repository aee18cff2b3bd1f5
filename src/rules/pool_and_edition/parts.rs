//! What a pool is put together from, and where its parts stand.

use crate::catalog::role::Function;
use crate::plan::{Component, Edit, Pool};
use crate::rules::balancer::{pair_into, stands_in};
use crate::rules::breach::Breach;
use crate::rules::drawing::{Drawing, servers};
use crate::rules::words::{names, verb};

/// Front Ends of the largest documented example.
const EXAMPLE: usize = 8;

/// Parts of a pool that its databases and users depend on.
pub(super) const NEEDED: [Function; 2] = [Function::FrontEnd, Function::BackEnd];

/// Parts that stand where their pool does.
const TOGETHER: [Function; 6] = [
    Function::FrontEnd,
    Function::BackEnd,
    Function::LoadBalancer,
    Function::WebConferencing,
    Function::AvConferencing,
    Function::WebComponents,
];

/// An error, unless the plan goes by the design for site resiliency: what is to be said of a pool over two sites then, another rule
/// says.
pub(super) fn apart(drawing: &Drawing<'_>) -> Vec<Breach> {
    let mut breaches = Vec::new();
    if drawing.targets().site_resiliency {
        return breaches;
    }
    for pool in drawing.pools() {
        let mut away: Vec<&Component> = Vec::new();
        for function in TOGETHER {
            for part in drawing.parts(&pool.id, function) {
                if part.site != pool.site {
                    away.push(part);
                }
            }
        }
        if away.is_empty() {
            continue;
        }
        let text = format!(
            "{} {} at another site than “{}”.",
            names(&away),
            verb(away.len(), "stands", "stand"),
            pool.name
        );
        let moved =
            |part: &&Component| Edit::SetComponent(Component { site: pool.site.clone(), ..(*part).clone() });
        let edits = away.iter().map(moved).collect();
        let breach = Breach::among(&away, text).and(&pool.id);
        breaches.push(breach.fixed_by("Move them to the pool's site", Some(edits)));
    }
    breaches
}

pub(super) fn without_pool(drawing: &Drawing<'_>) -> Vec<Breach> {
    let mut breaches = Vec::new();
    for function in NEEDED {
        for part in drawing.with_function(function) {
            if part.pool.is_some() {
                continue;
            }
            let text = format!("“{}” stands in no pool and serves nobody.", part.name);
            let breach = Breach::new(&[&part.id], text);
            breaches.push(match pool_for(drawing, part, function) {
                Some(pool) => {
                    let edits = put_into(drawing, part, pool);
                    breach.fixed_by(format!("Put it into “{}”", pool.name), edits)
                }
                None => breach,
            });
        }
    }
    breaches
}

/// A pool of the part's site that lacks such a part.
fn pool_for<'a>(drawing: &Drawing<'a>, part: &Component, function: Function) -> Option<&'a Pool> {
    drawing.pools().find(|pool| pool.site == part.site && drawing.parts(&pool.id, function).is_empty())
}

fn put_into(drawing: &Drawing<'_>, part: &Component, pool: &Pool) -> Option<Vec<Edit>> {
    let mut edits = vec![Edit::SetPool { component: part.id.clone(), pool: Some(pool.id.clone()) }];
    let is_front = drawing.role(part).is_some_and(|role| role.function == Function::FrontEnd);
    if is_front && part.servers.len() > 1 && !stands_in(drawing, &pool.id) {
        edits.extend(pair_into(drawing, pool)?);
    }
    Some(edits)
}

pub(super) fn beyond_the_example(drawing: &Drawing<'_>) -> Vec<Breach> {
    let mut breaches = Vec::new();
    for pool in drawing.pools() {
        let front = drawing.parts(&pool.id, Function::FrontEnd);
        let number = servers(front);
        if number > EXAMPLE {
            let text =
                format!("“{}” has {number} Front Ends; the documented figures end at {EXAMPLE}.", pool.name);
            breaches.push(Breach::among(front, text).and(&pool.id));
        }
    }
    breaches
}
