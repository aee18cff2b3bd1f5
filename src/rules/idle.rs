//! Parts that are connected to nothing.

use super::balancer::{balancing, bare};
use super::breach::Breach;
use super::drawing::Drawing;
use super::finding::{Fix, Severity, Source};
use super::fix::link;
use super::homes::{Home, homes, with_most};
use super::rule::Rule;
use super::sources::perimeter::DIRECTOR;
use super::sources::recording::{ARCHIVING_TOPOLOGY, COMPLIANCE, MONITORING_TOPOLOGY};
use super::sources::{EXTERNAL_ACCESS, GROUP_CHAT_COMPONENT, LOAD_BALANCERS};
use super::words::names;
use crate::catalog::figure::Mark;
use crate::catalog::role::Function;
use crate::plan::{Component, Edit, LinkKind, NodeId};

pub(super) const RULES: &[Rule] = &[Rule {
    id: "PART-IDLE",
    title: "A part that is connected to nothing",
    severity: Severity::Info,
    mark: Mark::Derived,
    reason: "A load balancer works in a pool or in front of servers, a reverse proxy and a Monitoring Server for a home, a \
             Director behind Edge Servers, a Compliance Server for Group Chat servers, a database for the servers that \
             write into it; by itself such a part takes no part.",
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
    for (function, kind, what, source) in LINKED_TO {
        for part in drawing.with_function(function) {
            if drawing.linked_to(kind, &part.id).is_empty() {
                let fix = of_use(drawing, part, kind);
                breaches.push(breach(part, what, source, fix));
            }
        }
    }
    breaches
}

/// Parts that others are linked to, by what link, and what is said of one that nothing is.
const LINKED_TO: [(Function, LinkKind, &str, Source); 6] = [
    (
        Function::Director,
        LinkKind::NextHop,
        "takes in nobody: no Edge Server passes users on to it",
        DIRECTOR,
    ),
    (Function::Monitoring, LinkKind::Reports, "watches nothing", MONITORING_TOPOLOGY),
    (Function::Compliance, LinkKind::Records, "records no chat rooms", COMPLIANCE),
    (Function::ArchivingDatabase, LinkKind::Stores, "keeps the messages of no server", ARCHIVING_TOPOLOGY),
    (Function::MonitoringDatabase, LinkKind::Stores, "keeps the data of no server", MONITORING_TOPOLOGY),
    (Function::ComplianceDatabase, LinkKind::Stores, "keeps the record of no server", GROUP_CHAT_COMPONENT),
];

/// A home that nothing watches wants the Monitoring Server, and chat rooms that nothing records the Compliance Server.
fn of_use(drawing: &Drawing<'_>, part: &Component, kind: LinkKind) -> Option<Fix> {
    let without = |from: &NodeId| drawing.linked_from(kind, from).is_empty();
    let (label, from) = match kind {
        LinkKind::Reports => {
            let homes = homes(drawing);
            let home = homes.iter().find(|home| without(home.id))?;
            (format!("Watch “{}”", home.name), home.id)
        }
        LinkKind::Records => {
            let chat = drawing.with_function(Function::ChatServer).iter().find(|chat| without(&chat.id))?;
            (format!("Record “{}”", chat.name), &chat.id)
        }
        _ => return None,
    };
    Some(Fix { label, edits: link(drawing, kind, from, &part.id) })
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
