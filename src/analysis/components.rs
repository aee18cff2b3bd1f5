//! The figures of components and pools by themselves.

use std::rc::Rc;

use super::answer::{ComponentFigures, Failure, Location};
use super::capacity::Limits;
use super::compile::Compiled;
use super::connected::connected;
use super::failure::single_points;
use super::options::AnalysisError;
use super::parts::{Part, PlannedCountsAs};
use super::stage::Stage;
use super::turns::Turns;
use super::units::Figures;
use crate::catalog::figure::{Figure, Unit};
use crate::catalog::workload::Workload;
use crate::collected::{Map, Set};
use crate::plan::{NodeId, Population};

/// Figures of every component.
pub(super) async fn component_figures(
    compiled: &mut Compiled<'_>,
    failures: &[Failure],
    turns: Turns<'_>,
) -> Result<Map<NodeId, ComponentFigures>, AnalysisError> {
    let mut all = Map::new();
    let mut known = Connected::new();
    let single_points = single_points(failures);
    for part in compiled.parts.values().cloned().collect::<Vec<_>>() {
        let up = part.up(&mut compiled.model, PlannedCountsAs::Down);
        let unavailability = compiled.model.probability(up, |up| up <= 0.0);
        let inputs = inputs(compiled, &part)?;
        let figures = ComponentFigures {
            unavailability: Figure::computed(
                format!("Unavailability of {}{}", part.component.name, held_down(&part)),
                unavailability,
                Unit::Share,
                formula(&part),
                inputs,
            ),
            mtbf: Rc::clone(&part.unit.mtbf),
            mttr: Rc::clone(&part.unit.mttr),
            capacity_users: capacity(compiled, &part)?,
            demand_users: demand(compiled, &part, &mut known),
            single_point_of_failure: single_points.contains(part.id()),
        };
        all.insert(part.id().clone(), figures);
        turns.pause().await;
    }
    Ok(all)
}

/// How many of its servers are held down, as an addition to its name.
fn held_down(part: &Part<'_>) -> String {
    match (part.counted.len(), part.left) {
        (all, left) if left == all => String::new(),
        (all, left) => format!(" with {} of {all} servers held down", all.saturating_sub(left)),
    }
}

fn formula(part: &Part<'_>) -> String {
    let servers = part.left;
    let computers = "units that share a computer are one failure";
    match part.role.failover {
        _ if servers == 0 => "none of its servers is left".into(),
        Some(_) if servers == 1 && part.counted.len() > 1 => format!(
            "chain of one node, which has none to fail over to, in series with any shared storage; {computers}"
        ),
        Some(_) if servers > 1 => format!(
            "chain of {servers} nodes, one serving: failover with coverage, switch by hand otherwise, in series with any shared storage; {computers}"
        ),
        _ if servers > 1 => format!("chain of {servers} servers of which at least one serves; {computers}"),
        _ => format!("chain of one server: up, failed, in planned work; {computers}"),
    }
}

fn inputs(compiled: &Compiled<'_>, part: &Part<'_>) -> Result<Vec<Rc<Figure>>, AnalysisError> {
    let figures = Figures { catalog: compiled.catalog, component: &part.component };
    let servers = u32::try_from(part.left).unwrap_or(u32::MAX);
    let mut inputs = vec![
        Rc::clone(&part.unit.mtbf),
        Rc::clone(&part.unit.mttr),
        Figure::entered("Servers that count", f64::from(servers), Unit::Servers),
    ];
    if let Some(planned) = &part.role.planned {
        inputs.push(figures.figure(&planned.per_year)?);
        inputs.push(figures.figure(&planned.duration)?);
    }
    if let (Some(failover), true) = (&part.role.failover, servers > 1) {
        for id in [&failover.time, &failover.coverage, &failover.manual_time, &failover.dormancy] {
            inputs.push(figures.figure(id)?);
        }
    }
    if let (Some(storage), true) = (&part.role.shared_storage, part.counted.len() > 1) {
        let storage = figures.unit(storage)?;
        inputs.extend([storage.mtbf, storage.mttr]);
    }
    if let (Some(common_cause), true) = (&part.role.common_cause, servers > 1) {
        inputs.push(figures.figure(common_cause)?);
    }
    Ok(inputs)
}

fn capacity(compiled: &mut Compiled<'_>, part: &Part<'_>) -> Result<Option<Rc<Figure>>, AnalysisError> {
    let Some(spec) = &part.role.capacity else { return Ok(None) };
    let figures = Figures { catalog: compiled.catalog, component: &part.component };
    let count = u32::try_from(part.counted.len()).unwrap_or(u32::MAX);
    let count = Figure::entered("Servers that count", f64::from(count), Unit::Servers);
    let mut inputs = vec![count, figures.figure(&spec.per_server)?];
    for id in spec.times.iter().chain(&spec.counted_servers).chain(&spec.at_most) {
        inputs.push(figures.figure(id)?);
    }
    let serving = part.serving(&mut compiled.model, PlannedCountsAs::Down);
    let servers = compiled.model.value_at(serving, &|_| 0);
    let users = Limits::of(part, compiled.catalog)?.users(servers);
    let name = format!("Users that {} carries with {} up", part.component.name, compiled.everything());
    let formula = "min(servers, servers that add capacity) · users per server, up to the most of all";
    Ok(Some(Figure::computed(name, users, Unit::Users, formula, inputs)))
}

/// Connected users by their population and what is asked of them, once asked.
type Connected = Map<(NodeId, Option<Location>, Workload), Rc<Figure>>;

fn demand(compiled: &Compiled<'_>, part: &Part<'_>, known: &mut Connected) -> Option<Rc<Figure>> {
    part.role.capacity.as_ref()?;
    let (stage, homes) = compiled.demand.carried_by(part.id())?;
    let (location, workload) = match stage {
        Stage::WayIn => (Some(Location::Remote), Workload::ImPresence),
        _ => (None, stage.counted_by()?),
    };
    let wants =
        |population: &&Rc<Population>| population.home.as_ref().is_some_and(|home| homes.contains(home));
    let formula = match stage {
        Stage::Home => "connected users homed there, in the office and outside",
        Stage::WayIn => "connected remote users who come in through it",
        Stage::Chat => "connected users of Group Chat",
        _ => "connected users of the homes that it serves, as far as they use it",
    };
    let wanted = compiled.demand.of_homes(stage, homes);
    let name = format!("Users who want {}", part.component.name);
    let populations = compiled.scenario.populations.iter().filter(wants);
    let users_of = |population: &Rc<Population>| {
        let asked = (population.id.clone(), location, workload);
        Rc::clone(known.or_insert_with(asked, || connected(population, location, workload)))
    };
    let inputs: Vec<Rc<Figure>> = populations.map(users_of).collect();
    let all = Figure::computed(name, wanted, Unit::Users, formula, inputs);
    Some(share_of(compiled, part, stage, homes, all))
}

/// What a component has of the users of its stage, where others of its role carry them too: as much as it has of their servers.
fn share_of(
    compiled: &Compiled<'_>,
    part: &Part<'_>,
    stage: Stage,
    homes: &Set<NodeId>,
    all: Rc<Figure>,
) -> Rc<Figure> {
    let carries = |home: &NodeId, id: &NodeId| {
        if stage == Stage::Home {
            return compiled.topology.homes.get(home).is_some_and(|home| home.front.contains(id));
        }
        let ways = compiled.topology.ways(stage, home).unwrap_or_default();
        ways.iter().any(|way| way.carrier == *id || way.behind.contains(id))
    };
    // There are fewer of one role than ways of all homes.
    let alike = compiled
        .parts
        .iter()
        .filter(|(id, other)| other.role.id == part.role.id && homes.iter().any(|home| carries(home, id)));
    let servers: usize = alike.map(|(_, other)| other.counted.len()).sum();
    if servers <= part.counted.len() {
        return all;
    }
    let count = |servers: usize| f64::from(u32::try_from(servers).unwrap_or(u32::MAX));
    let own = Figure::entered("Servers that count", count(part.counted.len()), Unit::Servers);
    let alike = Figure::entered("Servers of its kind on the same way", count(servers), Unit::Servers);
    let users = all.value * own.value / alike.value;
    let formula = "users · servers / servers of its kind on the same way";
    Figure::computed(all.name.clone(), users, Unit::Users, formula, vec![all, own, alike])
}

/// Figures of every pool, from those of its parts.
pub(super) fn pool_figures(
    compiled: &mut Compiled<'_>,
    components: &Map<NodeId, ComponentFigures>,
) -> Result<Map<NodeId, ComponentFigures>, AnalysisError> {
    let mut all = Map::new();
    for pool in &compiled.scenario.pools {
        let parts: Vec<&ComponentFigures> =
            compiled.scenario.parts_of(&pool.id).filter_map(|part| components.get(&part.id)).collect();
        let front = compiled.topology.homes.get(&pool.id).and_then(|home| home.front.first());
        let Some(front) = front.and_then(|front| components.get(front)) else { continue };
        let capacity = compiled.home_capacity(&pool.id, PlannedCountsAs::Down)?;
        let unavailability = compiled.model.probability(capacity, |users| users <= 0.0);
        let users = compiled.model.value_at(capacity, &|_| 0);
        let name = &pool.name;
        let mut inputs: Vec<Rc<Figure>> = parts.iter().map(|part| Rc::clone(&part.unavailability)).collect();
        inputs.extend(compiled.stopped(&compiled.model.support(capacity)));
        let figures = ComponentFigures {
            unavailability: Figure::computed(
                format!("Unavailability of {name}"),
                unavailability,
                Unit::Share,
                "P(no Front End serves, or the load balancer, the Back-End or the site is down, or archiving that is critical has failed)",
                inputs,
            ),
            mtbf: Rc::clone(&front.mtbf),
            mttr: Rc::clone(&front.mttr),
            capacity_users: Some(Figure::computed(
                format!("Users that {name} carries with everything up"),
                users,
                Unit::Users,
                "sum over its Front Ends, up to the most of a pool",
                parts.iter().filter_map(|part| part.capacity_users.clone()).collect::<Vec<_>>(),
            )),
            demand_users: front.demand_users.clone(),
            single_point_of_failure: parts.iter().any(|part| part.single_point_of_failure),
        };
        all.insert(pool.id.clone(), figures);
    }
    Ok(all)
}
