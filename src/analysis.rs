//! How a plan becomes a reliability model, and how the model's figures become answers.

mod answer;
mod capacity;
mod compile;
mod components;
mod demand;
mod failure;
mod headline;
mod measure;
mod options;
mod parts;
mod rows;
mod served;
mod tier;
mod topology;
mod units;

use std::rc::Rc;

use crate::catalog::Catalog;
use crate::catalog::figure::{Figure, Unit};
use crate::catalog::workload::Workload;
use crate::plan::{NodeId, Scenario};
use compile::Compiled;
use topology::Topology;

pub use answer::{
    Analysis, ComponentFigures, Failure, Headline, Impact, Location, Losses, Measures, Note, RowKey,
    WorkloadRow,
};
pub use options::{AnalysisError, Options};
pub use served::{ServedStep, ServedUsers, served_users};

/// Analyses a scenario: every workload of all users, the failure of every single server, and every component by
/// itself, all exact in the long run.
///
/// # Errors
/// [`AnalysisError`] names the component whose figures make no model.
pub fn analyse(scenario: &Scenario, catalog: &Catalog, options: Options) -> Result<Analysis, AnalysisError> {
    let topology = Topology::read(scenario, catalog);
    let mut compiled = Compiled::new(scenario, catalog, &topology, options)?;
    let rows = rows::rows(&mut compiled)?;
    let failures = failure::failures(&compiled, &rows)?;
    let mut components = components::component_figures(&mut compiled, &failures)?;
    let figure_of = |id: &NodeId| components.get(id).map(|figures| Rc::clone(&figures.unavailability));
    let mut answered = measure::Answered::new();
    let workloads: Vec<WorkloadRow> =
        rows.iter().map(|row| rows::answer(&compiled, row, &mut answered, &figure_of)).collect();
    let pools = components::pool_figures(&mut compiled, &components)?;
    components.extend(pools);
    let headline = headline::headline(
        &workloads,
        capacity_of_homes(&mut compiled)?,
        scenario.targets.availability.get(&Workload::ImPresence).copied(),
    );
    if let Some(refusal) = compiled.model.refusal() {
        let problem = refusal.to_string();
        return Err(AnalysisError::Model { component: scenario.name.clone(), problem });
    }
    Ok(Analysis {
        headline,
        workloads,
        failures,
        components,
        notes: topology.notes,
        assumptions: assumptions(scenario),
    })
}

/// Users that all homes with users carry with everything up.
fn capacity_of_homes(compiled: &mut Compiled<'_>) -> Result<Rc<Figure>, AnalysisError> {
    let homes: Vec<NodeId> = compiled.topology.homes.keys().cloned().collect();
    let mut inputs = Vec::new();
    for home in homes.into_iter().filter(|home| compiled.demand.home(home) > 0.0).collect::<Vec<_>>() {
        let capacity = compiled.home_capacity(&home, parts::PlannedCountsAs::Down)?;
        let users = compiled.model.value_at(capacity, &|_| 0);
        let name = compiled.topology.homes.get(&home).map_or("", |home| home.name.as_str());
        let name = format!("Users that {name} carries with everything up");
        inputs.push(Figure::computed(name, users, Unit::Users, "capacity of its servers", Vec::new()));
    }
    let total = inputs.iter().map(|figure| figure.value).sum();
    Ok(Figure::computed(
        "Users carried with everything up",
        total,
        Unit::Users,
        "sum over the users' homes",
        inputs,
    ))
}

/// What was taken for granted because the drawing does not show it.
fn assumptions(scenario: &Scenario) -> Vec<String> {
    let mut list = vec![
        "Active Directory, DNS, the network and the Internet are not drawn and are taken to be perfect."
            .to_string(),
        "Components fail independently of each other; servers on one computer fail together.".to_string(),
        "Figures are long-run means; a year has 8,760 hours.".to_string(),
    ];
    if scenario.sites.iter().any(|site| site.common_mode.is_none()) {
        list.push(
            "Power and cooling of a site are taken to be perfect until the site is given an availability."
                .into(),
        );
    }
    if scenario.targets.service_hours != crate::plan::ServiceHours::default() {
        list.push(
            "Service is wanted for part of the week only; failures are taken to fall at any hour alike."
                .into(),
        );
    }
    list
}
