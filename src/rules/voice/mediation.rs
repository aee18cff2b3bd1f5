//! Mediation Servers and their gateways are pairs, and no arrays.

use crate::catalog::figure::Mark;
use crate::catalog::role::Function;
use crate::collected::Map;
use crate::plan::{Component, Edit, LinkId, LinkKind, NodeId};
use crate::rules::breach::Breach;
use crate::rules::drawing::Drawing;
use crate::rules::finding::Severity;
use crate::rules::fix::set_servers;
use crate::rules::voice::gateways::{by_id, links_of};
use crate::rules::voice::pairs::{Place, add, for_gateways, new_gateways};
use crate::rules::words::{count, names};

/// Links by their ends.
type Links<'a> = Map<(&'a NodeId, &'a NodeId), &'a LinkId>;

pub(super) fn not_in_pairs(drawing: &Drawing<'_>) -> Vec<Breach> {
    let mut breaches = Vec::new();
    let mediations = by_id(drawing, &[Function::Mediation]);
    let trunks = by_id(drawing, &[Function::Gateway, Function::SipTrunk]);
    let links = links_of(drawing, LinkKind::Trunk);
    for mediation in drawing.with_function(Function::Mediation) {
        let used = drawing.linked_from(LinkKind::Trunk, &mediation.id);
        let used: Vec<&Component> = used.iter().filter_map(|id| trunks.get(id).copied()).collect();
        if used.len() > 1 {
            breaches.push(several_gateways(drawing, mediation, &used, &links));
        } else if mediation.servers.len() > 1 && !used.is_empty() {
            breaches.push(several_servers(drawing, mediation, &used));
        }
    }
    // A provider may well serve several Mediation Servers by one trunk.
    for gateway in drawing.with_function(Function::Gateway) {
        let users = drawing.linked_to(LinkKind::Trunk, &gateway.id);
        let users: Vec<&Component> = users.iter().filter_map(|id| mediations.get(id).copied()).collect();
        if users.len() > 1 {
            breaches.push(shared_gateway(drawing, gateway, &users, &links));
        }
    }
    breaches
}

fn several_gateways(
    drawing: &Drawing<'_>,
    mediation: &Component,
    used: &[&Component],
    links: &Links<'_>,
) -> Breach {
    let text = format!("“{}” has {} gateways or trunks, {}.", mediation.name, used.len(), names(used));
    let mut breach = Breach::new(&[&mediation.id], text);
    for gateway in used {
        breach = breach.and(&gateway.id);
    }
    let is_trunk =
        |part: &&Component| drawing.role(part).is_some_and(|role| role.function == Function::SipTrunk);
    if used.iter().any(is_trunk) {
        breach = breach.weighing(Severity::Error, Mark::Derived);
    }
    let single = mediation.servers.len() == 1;
    let edits = single.then(|| one_each(drawing, mediation, used, links)).flatten();
    breach.fixed_by("Give each a Mediation Server", edits)
}

/// Leaves the first gateway, and gives each other one a Mediation Server of its own.
fn one_each(
    drawing: &Drawing<'_>,
    mediation: &Component,
    used: &[&Component],
    links: &Links<'_>,
) -> Option<Vec<Edit>> {
    let others = used.get(1..)?;
    let cut = others.iter().filter_map(|gateway| links.get(&(&mediation.id, &gateway.id)));
    let mut edits = vec![Edit::RemoveLinks(cut.map(|id| (*id).clone()).collect())];
    let ids: Vec<NodeId> = others.iter().map(|gateway| gateway.id.clone()).collect();
    edits.extend(for_gateways(drawing, &Place::beside(drawing, mediation), &ids)?);
    Some(edits)
}

fn several_servers(drawing: &Drawing<'_>, mediation: &Component, used: &[&Component]) -> Breach {
    let servers = mediation.servers.len();
    let text =
        format!("The {} of “{}” use one gateway, {}.", count(servers, "server"), mediation.name, names(used));
    let edits = set_servers(drawing, mediation, 1).and_then(|mut edits| {
        edits.extend(add(drawing, &Place::beside(drawing, mediation), servers - 1)?);
        Some(edits)
    });
    Breach::among(&[&[mediation], used].concat(), text).fixed_by("Make them pairs", edits)
}

fn shared_gateway(
    drawing: &Drawing<'_>,
    gateway: &Component,
    users: &[&Component],
    links: &Links<'_>,
) -> Breach {
    let text = format!("{} use one gateway, “{}”.", names(users), gateway.name);
    let edits = users.get(1..).and_then(|others| {
        let cut = others.iter().filter_map(|mediation| links.get(&(&mediation.id, &gateway.id)));
        let mut edits = vec![Edit::RemoveLinks(cut.map(|id| (*id).clone()).collect())];
        edits.extend(new_gateways(drawing, others)?);
        Some(edits)
    });
    Breach::among(&[&[gateway], users].concat(), text).fixed_by("Give each a gateway", edits)
}

pub(super) fn balanced(drawing: &Drawing<'_>) -> Vec<Breach> {
    let mut breaches = Vec::new();
    let mediations = by_id(drawing, &[Function::Mediation]);
    let links = links_of(drawing, LinkKind::Balances);
    for balancer in drawing.with_function(Function::LoadBalancer) {
        let behind = drawing.linked_from(LinkKind::Balances, &balancer.id);
        let met: Vec<&Component> = behind.iter().filter_map(|id| mediations.get(id).copied()).collect();
        if met.is_empty() {
            continue;
        }
        let text = format!("“{}” stands in front of {}.", balancer.name, names(&met));
        let edit = if met.len() == behind.len() && balancer.pool.is_none() {
            Edit::RemoveNodes(vec![balancer.id.clone()])
        } else {
            let cut = met.iter().filter_map(|mediation| links.get(&(&balancer.id, &mediation.id)));
            Edit::RemoveLinks(cut.map(|id| (*id).clone()).collect())
        };
        let breach = Breach::among(&[&[*balancer], met.as_slice()].concat(), text);
        breaches.push(breach.fixed_by("Take it away from them", Some(vec![edit])));
    }
    breaches
}
