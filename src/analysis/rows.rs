//! The table of workloads: for each workload and the users of each population at each location, the share of them
//! that is not served, as an exact function of everything on their path.

use std::rc::Rc;

use super::answer::{ComponentFigures, Location, RowKey, WorkloadRow};
use super::compile::Compiled;
use super::connected::connected;
use super::measure::{Answered, Question, Unserved, measures};
use super::options::AnalysisError;
use super::parts::PlannedCountsAs;
use super::stage::{Stage, stages, wanted_share};
use crate::catalog::figure::{Figure, Unit};
use crate::catalog::workload::Workload;
use crate::collected::{Map, Set};
use crate::plan::{NodeId, Population, SiteId};
use crate::reliability::{Function, GroupId};

/// A row as functions of the model.
#[derive(Debug, Clone)]
pub(super) struct Row {
    pub key: RowKey,
    pub population: Rc<Population>,
    /// Connected users who want it.
    pub demand_users: f64,
    /// The same as a figure.
    pub demand: Rc<Figure>,
    /// Users whom the smallest tier on the path carries with everything up.
    pub capacity_users: f64,
    /// Share of the users that is not served.
    pub unserved: Unserved,
    /// Groups on whose level the share depends.
    pub support: Vec<GroupId>,
    /// Components on the path, for the figures' derivation.
    pub path: Vec<NodeId>,
}

/// All rows with users in them, in the order in which they are shown.
pub(super) fn rows(compiled: &mut Compiled<'_>) -> Result<Vec<Row>, AnalysisError> {
    let mut rows = Vec::new();
    for workload in Workload::ALL {
        rows.extend(rows_of(compiled, workload)?);
    }
    Ok(rows)
}

/// The rows of one workload, in the order in which they are shown.
pub(super) fn rows_of(compiled: &mut Compiled<'_>, workload: Workload) -> Result<Vec<Row>, AnalysisError> {
    let mut rows = Vec::new();
    for population in &compiled.scenario.populations {
        let inside =
            if branch_of(compiled, population).is_some() { Location::Branch } else { Location::Office };
        for (location, users) in
            [(inside, population.office_users()), (Location::Remote, population.remote_users())]
        {
            let demand_users = users * wanted_share(workload, population);
            if demand_users > 0.0 && is_there(compiled, workload, population) {
                let key = RowKey { workload, population: population.id.clone(), location };
                rows.push(row(compiled, key, population, demand_users)?);
            }
        }
    }
    Ok(rows)
}

fn row(
    compiled: &mut Compiled<'_>,
    key: RowKey,
    population: &Rc<Population>,
    demand_users: f64,
) -> Result<Row, AnalysisError> {
    let share = unserved(compiled, &key, population, PlannedCountsAs::Down)?;
    let but_for_planned = unserved(compiled, &key, population, PlannedCountsAs::Up)?;
    let unserved = Unserved::new(&mut compiled.model, share, but_for_planned);
    let support = compiled.model.support(share);
    let limited = |stage: &Stage| stage.is_limited();
    let mut capacity_users = carried(compiled, &key, population, &limited)?;
    if capacity_users.is_infinite() {
        // What is there for all users or for none still carries only so many.
        capacity_users = carried(compiled, &key, population, &|_| true)?;
    }
    let path = population.home.as_ref().map(|home| path(compiled, &key, home)).unwrap_or_default();
    let population = Rc::clone(population);
    let demand = connected(&population, Some(key.location), key.workload);
    Ok(Row { key, population, demand_users, demand, capacity_users, unserved, support, path })
}

/// Users whom the smallest of those stages carries with everything up; none without a home.
fn carried(
    compiled: &mut Compiled<'_>,
    key: &RowKey,
    population: &Population,
    counts: &dyn Fn(&Stage) -> bool,
) -> Result<f64, AnalysisError> {
    let Some(home) = &population.home else { return Ok(0.0) };
    let mut users = f64::INFINITY;
    for stage in stages(key.workload, key.location).into_iter().filter(counts) {
        if let Some(capacity) = compiled.stage_capacity(stage, home, PlannedCountsAs::Down)? {
            users = users.min(compiled.model.value_at(capacity, &|_| 0));
        }
    }
    Ok(users)
}

/// Whether the workload is there for the users, or at least asked for, apart from their share in it.
fn is_there(compiled: &Compiled<'_>, workload: Workload, population: &Population) -> bool {
    let drawn = |stage: Stage| {
        let home = population.home.as_ref();
        home.and_then(|home| compiled.topology.ways(stage, home)).is_some_and(|ways| !ways.is_empty())
    };
    let targets = &compiled.scenario.targets;
    match workload {
        Workload::ChatCompliance => targets.compliance_required || drawn(Stage::Compliance),
        Workload::ImArchiving => targets.archiving_required || drawn(Stage::Archiving),
        Workload::Monitoring => drawn(Stage::Monitoring),
        _ => true,
    }
}

/// Where the users sit and where their home stands, if these are two places.
fn branch_of(compiled: &Compiled<'_>, population: &Population) -> Option<(SiteId, SiteId)> {
    let home = compiled.site_of(population.home.as_ref()?)?;
    let site = population.site.as_ref().filter(|site| **site != home)?;
    Some((site.clone(), home))
}

/// The share of the row's users that is not served: 1 − min over the stages of min(1, capacity / demand), as
/// max(0, (demand − capacity) / demand) so that a small share keeps its digits.
fn unserved(
    compiled: &mut Compiled<'_>,
    key: &RowKey,
    population: &Population,
    planned: PlannedCountsAs,
) -> Result<Function, AnalysisError> {
    let Some(home) = &population.home else { return Ok(compiled.model.constant(1.0)) };
    let mut worst = compiled.model.constant(0.0);
    if let (Location::Branch, Some((site, far))) = (key.location, branch_of(compiled, population)) {
        let up = [compiled.site_up(&site), compiled.line_up(&site, &far)];
        let up = compiled.model.all(up.to_vec());
        worst = compiled.model.map(up, |up| 1.0 - up);
    }
    for stage in stages(key.workload, key.location) {
        let unserved = stage_unserved(compiled, stage, home, planned)?;
        worst = compiled.model.max(worst, unserved);
    }
    Ok(worst)
}

/// The share of a stage's users that it does not carry.
fn stage_unserved(
    compiled: &mut Compiled<'_>,
    stage: Stage,
    home: &NodeId,
    planned: PlannedCountsAs,
) -> Result<Function, AnalysisError> {
    let known = (stage, home.clone(), planned);
    if let Some(known) = compiled.unserved.get(&known) {
        return Ok(*known);
    }
    let demand = compiled.demand.of_stage(stage, home);
    let limited = stage.is_limited();
    let unserved = match compiled.stage_capacity(stage, home, planned)? {
        None => compiled.model.constant(0.0),
        Some(capacity) => compiled.model.map(capacity, |users| match (users <= 0.0, limited) {
            (true, _) => 1.0,
            (false, true) if demand > 0.0 => ((demand - users) / demand).max(0.0),
            (false, _) => 0.0,
        }),
    };
    compiled.unserved.insert(known, unserved);
    Ok(unserved)
}

/// Components that the row depends on.
fn path(compiled: &Compiled<'_>, key: &RowKey, home: &NodeId) -> Vec<NodeId> {
    let topology = compiled.topology;
    let mut path: Vec<NodeId> = Vec::new();
    let add_home = |path: &mut Vec<NodeId>, home: &NodeId| {
        let home = topology.homes.get(home);
        path.extend(home.into_iter().flat_map(|home| home.needed.iter().chain(&home.front)).cloned());
    };
    let mut stages = stages(key.workload, key.location);
    // Those outside meet the ways in first.
    if let Some(place) = stages.iter().position(|stage| *stage == Stage::WayIn) {
        let way_in = stages.remove(place);
        stages.insert(0, way_in);
    }
    for stage in stages {
        if stage == Stage::Home {
            add_home(&mut path, home);
        }
        for way in topology.ways(stage, home).into_iter().flatten() {
            path.extend(way.needed.iter().cloned());
            path.push(way.carrier.clone());
            path.extend(way.behind.iter().cloned());
            if let Some(via) = &way.via {
                add_home(&mut path, via);
            }
        }
    }
    let needs: Vec<NodeId> = path.iter().filter_map(|id| topology.needs.get(id)).flatten().cloned().collect();
    path.extend(needs);
    let mut seen = Set::new();
    path.retain(|id| seen.insert(id.clone()));
    path
}

/// The row's figures.
pub(super) fn answer(
    compiled: &Compiled<'_>,
    row: &Row,
    answered: &mut Answered,
    components: &Map<NodeId, ComponentFigures>,
) -> WorkloadRow {
    let demand = demand_figure(row);
    let path = || row.path.iter().filter_map(|id| components.get(id));
    let mut inputs: Vec<Rc<Figure>> = path().map(|figures| Rc::clone(&figures.unavailability)).collect();
    inputs.extend(places(compiled, &row.path));
    inputs.extend(compiled.stopped(&row.support));
    let capacities = path().filter_map(|figures| figures.capacity_users.clone()).collect();
    let question = Question {
        model: &compiled.model,
        unserved: row.unserved,
        demand,
        capacity: capacity_figure(row, compiled.everything(), capacities),
        reconnect_time: compiled.catalog.reconnect_time(),
        inputs,
        under: compiled.under(),
    };
    WorkloadRow {
        key: row.key.clone(),
        population_name: row.population.name.clone(),
        measures: measures(&question, answered),
        target: compiled.scenario.targets.availability.get(&row.key.workload).copied(),
    }
}

/// What takes the sites on the path down as a whole, and the lines between them.
fn places(compiled: &Compiled<'_>, path: &[NodeId]) -> Vec<Rc<Figure>> {
    let on_path: Set<&SiteId> =
        path.iter().filter_map(|id| Some(&compiled.parts.get(id)?.component.site)).collect();
    let entered = |name: String, availability: f64| Figure::entered(name, 1.0 - availability, Unit::Share);
    let mut figures = Vec::new();
    for site in compiled.scenario.sites.iter().filter(|site| on_path.contains(&site.id)) {
        if let Some(common) = &site.common_mode {
            figures.push(entered(format!("Unavailability of the site {}", site.name), common.availability));
        }
        for line in site.wan_links.iter().filter(|line| on_path.contains(&line.to)) {
            let far = compiled.scenario.sites.iter().find(|far| far.id == line.to);
            let far = far.map_or(line.to.as_str(), |far| far.name.as_str());
            let name = format!("Unavailability of the line between {} and {far}", site.name);
            figures.push(entered(name, line.availability));
        }
    }
    figures
}

/// How many users want the row's workload.
pub(super) fn demand_figure(row: &Row) -> Rc<Figure> {
    Rc::clone(&row.demand)
}

fn capacity_figure(row: &Row, everything: &str, inputs: Vec<Rc<Figure>>) -> Rc<Figure> {
    Figure::computed(
        format!("Users carried with {everything} up"),
        row.capacity_users,
        Unit::Users,
        "the least of the capacities of the tiers on the path",
        inputs,
    )
}
