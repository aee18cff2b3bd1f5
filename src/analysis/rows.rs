//! The table of workloads: for each workload and the users of each population at each location, the share of them
//! that is not served, as an exact function of everything on their path.

use std::rc::Rc;

use super::answer::{ComponentFigures, Location, RowKey, WorkloadRow};
use super::compile::Compiled;
use super::connected::connected;
use super::measure::{Answered, Question, Unserved, measures};
use super::options::AnalysisError;
use super::parts::PlannedCountsAs;
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

/// Share of a population's users who want a workload.
fn wanted_share(workload: Workload, population: &Population) -> f64 {
    match workload {
        Workload::ImPresence | Workload::Conferencing => 1.0,
        Workload::GroupChat => population.group_chat_share,
    }
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
        for (location, users) in
            [(Location::Office, population.office_users()), (Location::Remote, population.remote_users())]
        {
            let demand_users = users * wanted_share(workload, population);
            if demand_users > 0.0 {
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
    let share = unserved(compiled, &key, population.home.as_ref(), PlannedCountsAs::Down)?;
    let but_for_planned = unserved(compiled, &key, population.home.as_ref(), PlannedCountsAs::Up)?;
    let unserved = Unserved::new(&mut compiled.model, share, but_for_planned);
    let support = compiled.model.support(share);
    let capacity_users = match &population.home {
        Some(home) => tiers(compiled, &key, home, PlannedCountsAs::Down)?
            .into_iter()
            .map(|tier| compiled.model.value_at(tier.capacity, &|_| 0))
            .fold(f64::INFINITY, f64::min),
        None => 0.0,
    };
    let path = population.home.as_ref().map(|home| path(compiled, &key, home)).unwrap_or_default();
    let population = Rc::clone(population);
    let demand = connected(&population, Some(key.location), key.workload == Workload::GroupChat);
    Ok(Row { key, population, demand_users, demand, capacity_users, unserved, support, path })
}

/// Servers that carry users together, and how many users want them.
struct Tier {
    capacity: Function,
    demand: f64,
}

/// All tiers that the row's users need.
fn tiers(
    compiled: &mut Compiled<'_>,
    key: &RowKey,
    home: &NodeId,
    planned: PlannedCountsAs,
) -> Result<Vec<Tier>, AnalysisError> {
    let mut tiers =
        vec![Tier { capacity: compiled.home_capacity(home, planned)?, demand: compiled.demand.home(home) }];
    if key.location == Location::Remote {
        let capacity = compiled.way_in_capacity(home, planned)?;
        tiers.push(Tier { capacity, demand: compiled.demand.way_in(home) });
    }
    if key.workload == Workload::GroupChat {
        let capacity = compiled.chat_capacity(home, planned)?;
        tiers.push(Tier { capacity, demand: compiled.demand.chat() });
    }
    Ok(tiers)
}

/// The share of the row's users that is not served: 1 − min over the tiers of min(1, capacity / demand), as
/// max(0, (demand − capacity) / demand) so that a small share keeps its digits.
fn unserved(
    compiled: &mut Compiled<'_>,
    key: &RowKey,
    home: Option<&NodeId>,
    planned: PlannedCountsAs,
) -> Result<Function, AnalysisError> {
    let Some(home) = home else { return Ok(compiled.model.constant(1.0)) };
    let mut worst = compiled.model.constant(0.0);
    for Tier { capacity, demand } in tiers(compiled, key, home, planned)? {
        let unserved = compiled
            .model
            .map(capacity, |users| if users <= 0.0 { 1.0 } else { ((demand - users) / demand).max(0.0) });
        worst = compiled.model.max(worst, unserved);
    }
    Ok(worst)
}

/// Components that the row depends on.
fn path(compiled: &Compiled<'_>, key: &RowKey, home: &NodeId) -> Vec<NodeId> {
    let topology = &compiled.topology;
    let mut path: Vec<NodeId> = Vec::new();
    let add_home = |path: &mut Vec<NodeId>, home: &NodeId| {
        let home = topology.homes.get(home);
        path.extend(home.into_iter().flat_map(|home| home.needed.iter().chain(&home.front)).cloned());
    };
    if key.location == Location::Remote {
        for way in topology.ways_in.get(home).into_iter().flatten() {
            path.extend(way.balancers.iter().cloned());
            path.push(way.edge.clone());
            if let Some(through) = &way.through {
                add_home(&mut path, through);
            }
        }
    }
    add_home(&mut path, home);
    if key.workload == Workload::GroupChat {
        for service in &topology.chat {
            add_home(&mut path, &service.host);
            path.push(service.servers.clone());
            path.extend(service.databases.iter().cloned());
        }
    }
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
