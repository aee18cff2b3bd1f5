//! Pools over two sites, where the plan wants that.

use crate::catalog::role::Function;
use crate::collected::{Map, Set};
use crate::plan::{Component, LinkKind, NodeId, Pool, Population, SiteId};
use crate::rules::breach::Breach;
use crate::rules::drawing::{Drawing, servers};
use crate::rules::fix::set_servers;
use crate::rules::wishes::wanting;
use crate::rules::words::{count, names, verb};

/// What a pool is put together from.
const PARTS: [Function; 7] = [
    Function::FrontEnd,
    Function::BackEnd,
    Function::LoadBalancer,
    Function::FileShare,
    Function::WebConferencing,
    Function::AvConferencing,
    Function::WebComponents,
];

/// SQL Server nodes at each site.
const NODES: usize = 2;

/// A pool with parts at several sites.
struct Stretched<'a> {
    pool: &'a Pool,
    /// Its parts that are not where the pool is.
    away: Vec<&'a Component>,
    sites: usize,
}

/// The pools over several sites; none where the plan does not ask for site resiliency, since that is an error by itself.
fn stretched<'a>(drawing: &Drawing<'a>) -> Vec<Stretched<'a>> {
    let mut found = Vec::new();
    if !drawing.targets().site_resiliency {
        return found;
    }
    for pool in drawing.pools() {
        let mut away: Vec<&Component> = Vec::new();
        for function in PARTS {
            away.extend(drawing.parts(&pool.id, function).iter().filter(|part| part.site != pool.site));
        }
        if !away.is_empty() {
            let sites: Set<&SiteId> = away.iter().map(|part| &part.site).collect();
            found.push(Stretched { pool, away, sites: sites.len() + 1 });
        }
    }
    found
}

pub(super) fn over_sites(drawing: &Drawing<'_>) -> Vec<Breach> {
    let mut breaches = Vec::new();
    for Stretched { pool, away, .. } in stretched(drawing) {
        let text = format!(
            "{} {} at another site than “{}”, as the plan's wish for site resiliency allows.",
            names(&away),
            verb(away.len(), "stands", "stand"),
            pool.name
        );
        let mut breach = Breach::new(&[&pool.id], text);
        for part in away {
            breach = breach.and(&part.id);
        }
        breaches.push(breach);
    }
    breaches
}

/// What is asked of a pool that does not move to the other site by itself, and how that shows in a plan.
enum Shown {
    /// Users want it.
    By(fn(&Population) -> f64),
    /// Something is linked to the pool.
    To(LinkKind),
    /// The pool is linked to something.
    From(LinkKind),
}

const LEFT_BEHIND: [(&str, Shown); 6] = [
    ("federation", Shown::By(|population| population.federation_share)),
    ("public providers", Shown::By(|population| population.public_im_share)),
    ("browser users", Shown::To(LinkKind::SignsIn)),
    ("Group Chat", Shown::To(LinkKind::ChatHost)),
    ("archiving", Shown::From(LinkKind::Archives)),
    ("monitoring", Shown::From(LinkKind::Reports)),
];

pub(super) fn left_behind(drawing: &Drawing<'_>) -> Vec<Breach> {
    let mut breaches = Vec::new();
    let pools = stretched(drawing);
    if pools.is_empty() {
        return breaches;
    }
    let wanted: Vec<Map<&NodeId, f64>> = LEFT_BEHIND
        .iter()
        .map(|(_, shown)| match shown {
            Shown::By(share) => wanting(drawing, *share),
            Shown::To(_) | Shown::From(_) => Map::new(),
        })
        .collect();
    for Stretched { pool, .. } in pools {
        let mut left = Vec::new();
        for ((what, shown), users) in LEFT_BEHIND.iter().zip(&wanted) {
            let is_there = match shown {
                Shown::By(_) => users.contains_key(&pool.id),
                Shown::To(kind) => !drawing.linked_to(*kind, &pool.id).is_empty(),
                Shown::From(kind) => !drawing.linked_from(*kind, &pool.id).is_empty(),
            };
            if is_there {
                left.push(*what);
            }
        }
        if !left.is_empty() {
            let text = format!(
                "“{}” stretches over two sites, and not everything at it moves by itself when one is lost: {}.",
                pool.name,
                left.join(", ")
            );
            breaches.push(Breach::new(&[&pool.id], text));
        }
    }
    breaches
}

/// Where the nodes of a cluster stand a plan does not say, so they are counted.
pub(super) fn few_nodes(drawing: &Drawing<'_>) -> Vec<Breach> {
    let mut breaches = Vec::new();
    for Stretched { pool, sites, .. } in stretched(drawing) {
        let databases = drawing.parts(&pool.id, Function::BackEnd);
        let (nodes, wanted) = (servers(databases), NODES * sites);
        if databases.is_empty() || nodes >= wanted {
            continue;
        }
        let text = format!(
            "“{}” stands at {sites} sites and its Back-End has {}; {NODES} at each site would be {wanted}.",
            pool.name,
            count(nodes, "node")
        );
        let breach = Breach::among(databases, text).and(&pool.id);
        let edits = match databases {
            [only] => set_servers(drawing, only, wanted),
            _ => None,
        };
        breaches.push(breach.fixed_by(format!("Use {wanted} nodes"), edits));
    }
    breaches
}
