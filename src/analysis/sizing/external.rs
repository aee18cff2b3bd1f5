//! External access: connections of Edge Servers by service, and Directors.

use std::rc::Rc;

use super::answer::{LoadRow, Need, Section, Topic};
use super::array::Array;
use super::drawn::{Drawn, Tier, product, rounded_up, sum};
use super::need::{Wanted, need};
use super::published::{EDITION_2007, LYNC, Other};
use super::smaller::without;
use crate::analysis::answer::Location;
use crate::analysis::options::AnalysisError;
use crate::analysis::stage::{Stage, Way};
use crate::catalog::figure::{Figure, Mark, Unit};
use crate::catalog::role::Function;
use crate::catalog::workload::Workload;
use crate::plan::NodeId;

const ABOUT: &str = "No Edge figure of 2007 R2 could be read. The ones that the plan goes by are assumed; what other editions state stands beside them and can be taken in their place.";

/// What other editions say of the three services: the figure, the value, and where and for what it stands.
const OTHERS: [(&str, Other); 5] = [
    (
        "access",
        Other {
            id: "users-per-edge",
            value: 15_000.0,
            mark: Mark::Assumed,
            read: LYNC,
            note: "Documented for the next release, Lync Server 2010: remote users of one Edge Server. The 2007 edition states as many for an Access Edge Server on a computer of its own.",
        },
    ),
    (
        "access",
        Other {
            id: "users-per-edge",
            value: 5_000.0,
            mark: Mark::Assumed,
            read: EDITION_2007,
            note: "Documented for the 2007 edition where Access and Web Conferencing share a computer; the same was recalled for all three services on one.",
        },
    ),
    (
        "web",
        Other {
            id: "web-conferees-per-edge",
            value: 3_000.0,
            mark: Mark::Assumed,
            read: EDITION_2007,
            note: "Documented for the 2007 edition, for a Web Conferencing Edge Server on a computer of its own.",
        },
    ),
    (
        "web",
        Other {
            id: "web-conferees-per-edge",
            value: 1_500.0,
            mark: Mark::Assumed,
            read: EDITION_2007,
            note: "Documented for the 2007 edition where Access and Web Conferencing share a computer.",
        },
    ),
    (
        "av",
        Other {
            id: "av-sessions-per-edge",
            value: 1_500.0,
            mark: Mark::Assumed,
            read: EDITION_2007,
            note: "Documented for the 2007 edition, for an A/V Edge Server on a computer of its own.",
        },
    ),
];

/// Every way in beside the users who come in by it.
pub(super) fn section(drawn: &Drawn<'_>) -> Result<Section, AnalysisError> {
    let mut needs = Vec::new();
    let mut loads = Vec::new();
    for tier in drawn.tiers(Stage::WayIn, |way| vec![way.carrier.clone()]) {
        needs.extend(edge(drawn, &tier)?);
    }
    let outside = (Some(Location::Remote), Workload::ImPresence);
    needs.extend(without(drawn, Stage::WayIn, outside, Function::Edge)?);
    for tier in drawn.tiers(Stage::WayIn, director) {
        needs.extend(directors(drawn, &tier)?);
    }
    for home in drawn.homes() {
        loads.push(external_users(drawn, home)?);
    }
    Ok(Section { topic: Topic::External, about: ABOUT, needs, loads })
}

/// What users pass through behind the Edge Servers, as far as it is a Director.
fn director(way: &Way) -> Vec<NodeId> {
    way.behind.iter().chain(&way.via).cloned().collect()
}

fn edge(drawn: &Drawn<'_>, tier: &Tier) -> Result<Vec<Need>, AnalysisError> {
    let name = drawn.names(&tier.members);
    let Some(first) = tier.members.first() else { return Ok(Vec::new()) };
    let remote = drawn.users(&tier.homes, "External users", Some(Location::Remote), Workload::ImPresence);
    let conferees = conferees(drawn, "External web conferees", &remote)?;
    let sessions = sessions(drawn, tier, &conferees)?;
    let by_figure = |figure| Array::by_figure(drawn, &tier.members, figure).map(Some);
    let services = [
        ("access", "Access Edge", remote, Array::of(drawn, &tier.members, Function::Edge)?),
        ("web", "Web Conferencing Edge", conferees, by_figure("web-conferees-per-edge")?),
        ("av", "A/V Edge", sessions, by_figure("av-sessions-per-edge")?),
    ];
    let mut needs = Vec::new();
    for (service, title, demand, array) in services {
        let Some(array) = array else { continue };
        let id = format!("edge/{service}/{first}");
        let wanted = Wanted::servers(id, format!("{title} of {name}"), Some(first), demand);
        let mut need = need(wanted, &array);
        let others = OTHERS.iter().filter(|(of, _)| *of == service);
        let beside = others.filter_map(|(_, other)| other.beside(drawn, |each| servers(&need.demand, each)));
        need.alternatives = beside.collect();
        needs.push(need);
    }
    Ok(needs)
}

/// Servers needed by another figure.
pub(super) fn servers(demand: &Rc<Figure>, each: &Rc<Figure>) -> Rc<Figure> {
    let formula = "demand / what one server carries, rounded up";
    rounded_up("Servers needed by it", Unit::Servers, formula, demand, each)
}

/// Those of some users who are in a conference at the busy hour.
pub(super) fn conferees(
    drawn: &Drawn<'_>,
    name: &str,
    users: &Rc<Figure>,
) -> Result<Rc<Figure>, AnalysisError> {
    let share = drawn.figure("conferencing-share")?;
    Ok(product(name, Unit::Users, "users · share in a conference", 1.0, &[users, &share]))
}

/// Calls at the same time of voice users, by how many of them share a port.
pub(super) fn calls(drawn: &Drawn<'_>, name: &str, users: &Rc<Figure>) -> Result<Rc<Figure>, AnalysisError> {
    let for_each = drawn.figure("users-per-port")?;
    let value = users.value / for_each.value;
    let formula = "voice users / voice users for each port";
    Ok(Figure::computed(name, value, Unit::Calls, formula, vec![Rc::clone(users), for_each]))
}

/// External A/V sessions: conferees with audio and video, and calls of voice users outside.
fn sessions(drawn: &Drawn<'_>, tier: &Tier, conferees: &Rc<Figure>) -> Result<Rc<Figure>, AnalysisError> {
    let share = drawn.figure("av-conferee-share")?;
    let formula = "external conferees · share with audio and video";
    let mut sessions =
        vec![product("External A/V conferees", Unit::Factor, formula, 1.0, &[conferees, &share])];
    let voice = drawn.users(&tier.homes, "External voice users", Some(Location::Remote), Workload::PstnVoice);
    if voice.value > 0.0 {
        sessions.push(calls(drawn, "External calls", &voice)?);
    }
    Ok(sum("External A/V sessions", Unit::Factor, "conferees with audio and video + calls", sessions))
}

fn directors(drawn: &Drawn<'_>, tier: &Tier) -> Result<Option<Need>, AnalysisError> {
    let is_director = |id: &&NodeId| {
        let pool = drawn.scenario.pool(id).is_some_and(|pool| pool.director);
        pool || drawn.function(id) == Some(Function::Director)
    };
    let members: Vec<NodeId> = tier.members.iter().filter(is_director).cloned().collect();
    let Some(first) = members.first() else { return Ok(None) };
    let fronts = members.iter().flat_map(|id| match drawn.topology.homes.get(id) {
        Some(pool) => pool.front.clone(),
        None => vec![id.clone()],
    });
    let fronts: Vec<NodeId> = fronts.collect();
    let pool = drawn.scenario.pool(first).is_some();
    let array = if pool {
        Some(Array::by_figure(drawn, &fronts, "users-per-director")?)
    } else {
        Array::of(drawn, &fronts, Function::Director)?
    };
    let Some(array) = array else { return Ok(None) };
    let demand = drawn.users(&tier.homes, "External users", Some(Location::Remote), Workload::ImPresence);
    let name = drawn.names(&members);
    let id = format!("director/{first}");
    let mut wanted = Wanted::servers(id, name, Some(first), demand);
    wanted.spares = pool;
    Ok(Some(need(wanted, &array)))
}

/// External users as the plan states them, beside what the user model expects.
fn external_users(drawn: &Drawn<'_>, home: NodeId) -> Result<LoadRow, AnalysisError> {
    let name = drawn.name(&home).to_owned();
    let id = format!("external/{home}");
    let homes = [home];
    let all = drawn.users(&homes, format!("Connected users of {name}"), None, Workload::ImPresence);
    let remote = drawn.users(
        &homes,
        format!("External users of {name}"),
        Some(Location::Remote),
        Workload::ImPresence,
    );
    let share = drawn.figure("remote-share")?;
    let formula = "connected users · share who come in from outside";
    let expected = product("External users by the user model", Unit::Users, formula, 1.0, &[&all, &share]);
    Ok(LoadRow { id, name, figures: vec![("External users", remote), ("By the user model", expected)] })
}
