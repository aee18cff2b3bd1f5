//! Parts that are connected to nothing.

use super::balancer::{balancing, bare};
use super::breach::Breach;
use super::drawing::Drawing;
use super::finding::{Fix, Severity, Source};
use super::fix::link;
use super::homes::{Home, with_most};
use super::rule::Rule;
use super::sources::{EXTERNAL_ACCESS, GROUP_CHAT_COMPONENT, LOAD_BALANCERS};
use super::words::names;
use crate::catalog::figure::Mark;
use crate::catalog::role::Function;
use crate::plan::{Component, Edit, LinkKind};

pub(super) const RULES: &[Rule] = &[Rule {
    id: "PART-IDLE",
    title: "A part that is connected to nothing",
    severity: Severity::Info,
    mark: Mark::Derived,
    reason: "A load balancer works in a pool or in front of Edge Servers, a reverse proxy for a home, a Group Chat \
             database for Group Chat servers; by itself it takes no part.",
    source: LOAD_BALANCERS,
    check: idle,
}];

fn idle(drawing: &Drawing<'_>) -> Vec<Breach> {
    let mut breaches = Vec::new();
    let home = with_most(drawing, |users| users.remote);
    let edges = bare(drawing, drawing.with_function(Function::Edge));
    for balancer in drawing.with_function(Function::LoadBalancer) {
        if balancer.pool.is_none() && drawing.linked_from(LinkKind::Balances, &balancer.id).is_empty() {
            let fix = in_a_pool(drawing, balancer).or_else(|| in_front(drawing, balancer, &edges));
            breaches.push(breach(balancer, "stands in no pool and in front of nothing", LOAD_BALANCERS, fix));
        }
    }
    for proxy in drawing.with_function(Function::ReverseProxy) {
        if drawing.linked_from(LinkKind::Publishes, &proxy.id).is_empty() {
            let fix = home.as_ref().map(|home| publishing(drawing, proxy, home));
            breaches.push(breach(proxy, "publishes nothing", EXTERNAL_ACCESS, fix));
        }
    }
    for database in drawing.with_function(Function::ChatDatabase) {
        if drawing.linked_to(LinkKind::ChatDatabase, &database.id).is_empty() {
            breaches.push(breach(database, "keeps the rooms of no server", GROUP_CHAT_COMPONENT, None));
        }
    }
    breaches
}

/// The breach with what would connect the part as its fix, or else its removal.
fn breach(part: &Component, what: &str, source: Source, fix: Option<Fix>) -> Breach {
    let breach = Breach::new(&[&part.id], format!("“{}” {what}.", part.name)).read_in(source);
    match fix {
        Some(Fix { label, edits }) => breach.fixed_by(label, Some(edits)),
        None => breach.fixed_by("Remove it", Some(vec![Edit::RemoveNodes(vec![part.id.clone()])])),
    }
}

/// A pool of the same site without a load balancer wants this one.
fn in_a_pool(drawing: &Drawing<'_>, balancer: &Component) -> Option<Fix> {
    let pool = drawing.pools().find(|pool| {
        pool.site == balancer.site && drawing.parts(&pool.id, Function::LoadBalancer).is_empty()
    })?;
    let edits = vec![Edit::SetPool { component: balancer.id.clone(), pool: Some(pool.id.clone()) }];
    Some(Fix { label: format!("Put it into “{}”", pool.name), edits })
}

/// Edge Servers of the same site that no load balancer stands in front of want this one.
fn in_front(drawing: &Drawing<'_>, balancer: &Component, bare: &[&Component]) -> Option<Fix> {
    let mut here: Vec<&Component> = bare.to_vec();
    here.retain(|edge| edge.site == balancer.site);
    if here.is_empty() {
        return None;
    }
    let edits = balancing(drawing, balancer, &here);
    Some(Fix { label: format!("Put it in front of {}", names(&here)), edits })
}

fn publishing(drawing: &Drawing<'_>, proxy: &Component, home: &Home<'_>) -> Fix {
    let edits = link(drawing, LinkKind::Publishes, &proxy.id, home.id);
    Fix { label: format!("Publish “{}”", home.name), edits }
}
