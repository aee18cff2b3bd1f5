//! Subjects with one formula: Communicator Web Access, and SNAT addresses.

use std::rc::Rc;

use super::answer::{Need, Section, Topic, Verdict};
use super::array::Array;
use super::drawn::{Drawn, rounded_up};
use super::need::{Wanted, need};
use crate::analysis::answer::Location;
use crate::analysis::connected::connected;
use crate::analysis::options::AnalysisError;
use crate::analysis::stage::Stage;
use crate::catalog::figure::{Figure, Unit};
use crate::catalog::role::Function;
use crate::catalog::workload::Workload;
use crate::plan::{Component, Link, LinkKind, NodeId};

/// Browser users beside their servers.
pub(super) fn browser(drawn: &Drawn<'_>) -> Result<Section, AnalysisError> {
    let mut needs = Vec::new();
    for tier in drawn.tiers(Stage::WebAccess, |way| vec![way.carrier.clone()]) {
        let Some(array) = Array::of(drawn, &tier.members, Function::WebAccess)? else { continue };
        let Some(first) = tier.members.first() else { continue };
        let demand = drawn.users(&tier.homes, "Browser users", None, Workload::BrowserAccess);
        let (id, name) = (format!("browser/{first}"), drawn.names(&tier.members));
        needs.push(need(Wanted::servers(id, name, Some(first), demand), &array));
    }
    needs.extend(without(drawn, Stage::WebAccess, (None, Workload::BrowserAccess), Function::WebAccess)?);
    let about = "Servers needed are browser users by what one carries, rounded up; one more is the spare.";
    Ok(Section { topic: Topic::Browser, about, needs, loads: Vec::new() })
}

/// The need of users whose home has no way to what they want.
pub(super) fn without(
    drawn: &Drawn<'_>,
    stage: Stage,
    (location, workload): (Option<Location>, Workload),
    function: Function,
) -> Result<Option<Need>, AnalysisError> {
    let mut homes = drawn.homes();
    homes.retain(|home| drawn.topology.ways(stage, home).is_none_or(<[_]>::is_empty));
    homes.retain(|home| {
        let mut users = drawn.populations(std::slice::from_ref(home));
        users.any(|users| connected(users, location, workload).value > 0.0)
    });
    let demand = drawn.users(&homes, "Users whose home has no way to it", location, workload);
    let array = Array::of(drawn, &[], function)?.filter(|_| demand.value > 0.0);
    let names = drawn.names(&homes);
    let id = format!("{}/none", workload.id());
    let wanted = |demand| Wanted::servers(id, format!("For {names}"), None, demand);
    Ok(array.map(|array| need(wanted(demand), &array)))
}

/// Connections behind every load balancer, by how many one address takes.
pub(super) fn balancers(drawn: &Drawn<'_>) -> Result<Section, AnalysisError> {
    let each = drawn.figure("users-per-snat-address")?;
    let mut needs = Vec::new();
    for component in &drawn.scenario.components {
        if drawn.function(&component.id) != Some(Function::LoadBalancer) {
            continue;
        }
        let Some(before) = stands_before(drawn, component) else { continue };
        let Some(demand) = connections(drawn, &component.id, &before) else { continue };
        let formula = "connections / connections for each address, rounded up";
        let needed = rounded_up("SNAT addresses needed", Unit::Factor, formula, &demand, &each);
        let idle = demand.value <= 0.0;
        needs.push(Need {
            id: format!("snat/{}", component.id),
            name: format!("{} of {}", component.name, drawn.name(&before)),
            what: "addresses",
            node: Some(component.id.clone()),
            demand,
            each: Some(Rc::clone(&each)),
            needed,
            with_spare: None,
            drawn: None,
            carried: None,
            headroom: Vec::new(),
            verdict: if idle { Verdict::Idle } else { Verdict::NotSaid },
            hints: Vec::new(),
            alternatives: Vec::new(),
        });
    }
    let about = "Behind source NAT one address takes so many connections at the same time, about one for each connected user; a pair of load balancers shares its addresses. A plan does not say how many there are.";
    Ok(Section { topic: Topic::Balancers, about, needs, loads: Vec::new() })
}

/// The pool or the array over which a load balancer spreads connections.
fn stands_before(drawn: &Drawn<'_>, balancer: &Component) -> Option<NodeId> {
    let spreads = |link: &&Rc<Link>| link.kind == LinkKind::Balances && link.from == balancer.id;
    let link = drawn.scenario.links.iter().find(spreads);
    balancer.pool.clone().or_else(|| link.map(|link| link.to.clone()))
}

/// Users whose connections pass the load balancer.
fn connections(drawn: &Drawn<'_>, balancer: &NodeId, before: &NodeId) -> Option<Rc<Figure>> {
    let of = |homes: &[NodeId], location, workload| {
        let name = format!("Connections by {}", drawn.name(balancer));
        drawn.users(homes, name, location, workload)
    };
    if let Some(pool) = drawn.scenario.pool(before) {
        return Some(if pool.director {
            of(&passing(drawn, before), Some(Location::Remote), Workload::ImPresence)
        } else {
            of(std::slice::from_ref(before), None, Workload::ImPresence)
        });
    }
    let serving = |stage: Stage| -> Vec<NodeId> {
        let tiers = drawn.tiers(stage, |way| vec![way.carrier.clone()]);
        tiers.into_iter().filter(|tier| tier.members.contains(before)).flat_map(|tier| tier.homes).collect()
    };
    Some(match drawn.function(before)? {
        Function::WebAccess => of(&serving(Stage::WebAccess), None, Workload::BrowserAccess),
        Function::ReverseProxy => {
            of(&serving(Stage::Proxy), Some(Location::Remote), Workload::ConferenceContent)
        }
        _ => of(&serving(Stage::WayIn), Some(Location::Remote), Workload::ImPresence),
    })
}

/// The homes whose remote users pass through a pool of Directors.
fn passing(drawn: &Drawn<'_>, pool: &NodeId) -> Vec<NodeId> {
    let passes = |home: &&NodeId| {
        let ways = drawn.topology.ways(Stage::WayIn, home).unwrap_or_default();
        ways.iter().any(|way| way.via.as_ref() == Some(pool))
    };
    drawn.topology.homes.keys().filter(passes).cloned().collect()
}
