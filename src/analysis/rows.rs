//! The table of workloads: for each workload and the users of each population at each location, the share of them
//! that is not served, as an exact function of everything on their course.

use std::rc::Rc;

use super::answer::{ComponentFigures, Location, RowKey, WorkloadRow};
use super::compile::Compiled;
use super::connected::connected;
use super::course::{Course, Route, branch_of};
use super::measure::{Answered, Question};
use super::options::AnalysisError;
use super::stage::{Stage, wanted_share};
use super::turns::Turns;
use crate::catalog::figure::{Figure, Unit};
use crate::catalog::workload::Workload;
use crate::collected::{Map, Set};
use crate::plan::{NodeId, Population, SiteId};

/// A row of the table.
#[derive(Debug, Clone)]
pub(super) struct Row {
    pub key: RowKey,
    pub population: Rc<Population>,
    /// Connected users who want it.
    pub demand_users: f64,
    /// The same as a figure.
    pub demand: Rc<Figure>,
    /// How they come to be served.
    pub course: Rc<Course>,
}

/// All rows with users in them, in the order in which they are shown.
pub(super) async fn rows(compiled: &mut Compiled<'_>, turns: Turns<'_>) -> Result<Vec<Row>, AnalysisError> {
    let mut rows = Vec::new();
    for workload in Workload::ALL {
        for population in &compiled.scenario.populations {
            add_rows(compiled, workload, population, &mut rows)?;
            turns.pause().await;
        }
    }
    Ok(rows)
}

/// The rows of one workload, in the order in which they are shown.
pub(super) fn rows_of(compiled: &mut Compiled<'_>, workload: Workload) -> Result<Vec<Row>, AnalysisError> {
    let mut rows = Vec::new();
    for population in &compiled.scenario.populations {
        add_rows(compiled, workload, population, &mut rows)?;
    }
    Ok(rows)
}

fn add_rows(
    compiled: &mut Compiled<'_>,
    workload: Workload,
    population: &Rc<Population>,
    rows: &mut Vec<Row>,
) -> Result<(), AnalysisError> {
    let inside = if branch_of(compiled, population).is_some() { Location::Branch } else { Location::Office };
    for (location, users) in
        [(inside, population.office_users()), (Location::Remote, population.remote_users())]
    {
        let demand_users = users * wanted_share(workload, population);
        if demand_users > 0.0 && is_there(compiled, workload, population) {
            let key = RowKey { workload, population: population.id.clone(), location };
            rows.push(row(compiled, key, population, demand_users)?);
        }
    }
    Ok(())
}

fn row(
    compiled: &mut Compiled<'_>,
    key: RowKey,
    population: &Rc<Population>,
    demand_users: f64,
) -> Result<Row, AnalysisError> {
    let route = Route::of(compiled, key.workload, population, key.location);
    let course = compiled.course(route)?;
    let demand = connected(population, Some(key.location), key.workload);
    Ok(Row { key, population: Rc::clone(population), demand_users, demand, course })
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

/// The row's figures.
pub(super) fn answer(
    compiled: &Compiled<'_>,
    row: &Row,
    answered: &mut Answered,
    components: &Map<NodeId, ComponentFigures>,
) -> WorkloadRow {
    let figures = answered.of_course(row.course.number, || question(compiled, &row.course, components));
    WorkloadRow {
        key: row.key.clone(),
        population_name: row.population.name.clone(),
        measures: figures.measures(&row.demand),
        target: compiled.scenario.targets.availability.get(&row.key.workload).copied(),
    }
}

/// What is asked of the model for a course.
fn question<'a>(
    compiled: &'a Compiled<'_>,
    course: &Course,
    components: &Map<NodeId, ComponentFigures>,
) -> Question<'a> {
    let path: Vec<&ComponentFigures> = course.path.iter().filter_map(|id| components.get(id)).collect();
    let mut inputs: Vec<Rc<Figure>> = path.iter().map(|figures| Rc::clone(&figures.unavailability)).collect();
    inputs.extend(places(compiled, &course.path));
    inputs.extend(compiled.stopped(&course.support));
    let capacities = path.iter().filter_map(|figures| figures.capacity_users.clone()).collect();
    Question {
        model: &compiled.model,
        unserved: course.unserved,
        capacity: capacity_figure(course, compiled.everything(), capacities),
        reconnect_time: compiled.catalog.reconnect_time(),
        inputs,
        under: compiled.under(),
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

/// Users whom the smallest tier on the course carries.
fn capacity_figure(course: &Course, everything: &str, inputs: Vec<Rc<Figure>>) -> Rc<Figure> {
    Figure::computed(
        format!("Users carried with {everything} up"),
        course.capacity_users,
        Unit::Users,
        "the least of the capacities of the tiers on the path",
        inputs,
    )
}
