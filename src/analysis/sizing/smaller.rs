//! Subjects with one formula: Communicator Web Access, and SNAT addresses.

use std::rc::Rc;

use super::answer::{Need, Section, Topic, Verdict};
use super::array::Array;
use super::drawn::{Drawn, rounded_up};
use super::need::{Wanted, need};
use super::published::follows;
use crate::analysis::answer::Location;
use crate::analysis::connected::connected;
use crate::analysis::options::AnalysisError;
use crate::analysis::stage::Stage;
use crate::catalog::figure::{Figure, Unit};
use crate::catalog::role::Function;
use crate::catalog::workload::Workload;
use crate::plan::{LinkKind, NodeId};

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
        let Some(demand) = connections(drawn, &component.id, component.pool.as_ref()) else { continue };
        let formula = "connections / connections for each address, rounded up";
        let needed = rounded_up("SNAT addresses needed", Unit::Factor, formula, &demand, &each);
        let idle = demand.value <= 0.0;
        needs.push(Need {
            id: format!("snat/{}", component.id),
            name: component.name.clone(),
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
            hints: vec![follows("A plan does not say how many addresses a load balancer has.")],
            alternatives: Vec::new(),
        });
    }
    let about = "Behind source NAT one address takes so many connections at the same time, about one for each connected user; a pair of load balancers shares its addresses.";
    Ok(Section { topic: Topic::Balancers, about, needs, loads: Vec::new() })
}

/// Users whose connections pass the load balancer.
fn connections(drawn: &Drawn<'_>, balancer: &NodeId, pool: Option<&NodeId>) -> Option<Rc<Figure>> {
    let of = |homes: &[NodeId], location, workload| {
        let name = format!("Connections by {}", drawn.name(balancer));
        drawn.users(homes, name, location, workload)
    };
    let via = |pool: &NodeId| -> Vec<NodeId> {
        let passes = |home: &&NodeId| {
            let ways = drawn.topology.ways(Stage::WayIn, home).unwrap_or_default();
            ways.iter().any(|way| way.via.as_ref() == Some(pool))
        };
        drawn.topology.homes.keys().filter(passes).cloned().collect()
    };
    if let Some(pool) = pool {
        let director = drawn.scenario.pool(pool).is_some_and(|pool| pool.director);
        return Some(if director {
            of(&via(pool), Some(Location::Remote), Workload::ImPresence)
        } else {
            of(std::slice::from_ref(pool), None, Workload::ImPresence)
        });
    }
    let mut links = drawn.scenario.links.iter();
    let link = links.find(|link| link.kind == LinkKind::Balances && link.from == *balancer)?;
    let serving = |stage: Stage| -> Vec<NodeId> {
        let tiers = drawn.tiers(stage, |way| vec![way.carrier.clone()]);
        tiers.into_iter().filter(|tier| tier.members.contains(&link.to)).flat_map(|tier| tier.homes).collect()
    };
    Some(match drawn.function(&link.to)? {
        Function::WebAccess => of(&serving(Stage::WebAccess), None, Workload::BrowserAccess),
        Function::ReverseProxy => {
            of(&serving(Stage::Proxy), Some(Location::Remote), Workload::ConferenceContent)
        }
        _ => of(&serving(Stage::WayIn), Some(Location::Remote), Workload::ImPresence),
    })
}
