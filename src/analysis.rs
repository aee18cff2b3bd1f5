//! How a plan becomes a reliability model, and how the model's figures become answers.

mod answer;
mod capacity;
mod compile;
mod components;
mod connected;
mod course;
mod demand;
mod failure;
mod failure_set;
mod fault_trees;
mod headline;
mod measure;
mod now;
mod options;
mod parts;
mod ratios;
mod recovery;
mod rows;
mod served;
mod simulate;
mod sizing;
mod stage;
mod tier;
mod topology;
mod turns;
mod units;
mod words;

use std::rc::Rc;

use crate::catalog::Catalog;
use crate::catalog::figure::{Figure, Unit};
use crate::catalog::workload::Workload;
use crate::collected::Map;
use crate::plan::{NodeId, Scenario};
use crate::reliability::ModelError;
use compile::Compiled;
use topology::Topology;
use turns::{Turns, at_once};

pub use answer::{
    Analysis, ComponentFigures, Failure, Headline, Impact, Location, Losses, Measures, Note, RowKey,
    WorkloadRow,
};
pub use failure::{
    Endangered, FailureAccount, Interruption, KeptData, Load, Lost, Restoration, Subject, failures_of,
    knowledge,
};
pub use failure_set::{Casualty, FailureSet};
pub use fault_trees::{FaultTrees, GroupLaw, RowTree, View, fault_trees};
pub use now::{HeadlineNow, Now, RowNow, under_failure};
pub use options::{AnalysisError, Options};
pub use recovery::{Move, Recovery, SiteLoss, recovery};
pub use served::{ServedStep, ServedUsers, served_users};
pub use simulate::{SimulatedMean, SingleYears, YearFigures, YearSettings};
pub use sizing::{Alternative, Hint, LoadRow, Need, PROFILE, Section, Sizing, Topic, Verdict, sizing};
pub use words::{ServerNaming, server_name};

/// Analyses a scenario: every workload of all users, the failure of every single server, and every component by
/// itself, all exact in the long run.
///
/// # Errors
/// [`AnalysisError`] names the component whose figures make no model.
pub fn analyse(scenario: &Scenario, catalog: &Catalog, options: Options) -> Result<Analysis, AnalysisError> {
    at_once(in_turns(scenario, catalog, options, Turns::ENDLESS))
}

/// The same in turns: it leaves off each time that `is_over` says so, and goes on when it is polled again.
///
/// # Errors
/// As [`analyse`].
pub async fn analyse_in_turns(
    scenario: Rc<Scenario>,
    catalog: Rc<Catalog>,
    options: Options,
    is_over: impl Fn() -> bool,
) -> Result<Analysis, AnalysisError> {
    in_turns(&scenario, &catalog, options, Turns::until(&is_over)).await
}

async fn in_turns(
    scenario: &Scenario,
    catalog: &Catalog,
    options: Options,
    turns: Turns<'_>,
) -> Result<Analysis, AnalysisError> {
    let catalog = &*scenario.catalog(catalog);
    let topology = Topology::read(scenario, catalog);
    turns.pause().await;
    let down = FailureSet::default();
    let mut compiled = Compiled::in_turns(scenario, catalog, &topology, options, &down, turns).await?;
    let rows = rows::rows(&mut compiled, turns).await?;
    let failures = failure::failures(&compiled, &rows, turns).await?;
    let mut components = components::component_figures(&mut compiled, &failures, turns).await?;
    let mut answered = measure::Answered::default();
    let mut workloads: Vec<WorkloadRow> = Vec::with_capacity(rows.len());
    for row in &rows {
        workloads.push(rows::answer(&compiled, row, &mut answered, &components));
        turns.pause().await;
    }
    let pools = components::pool_figures(&mut compiled, &components)?;
    components.extend(pools);
    turns.pause().await;
    let headline = headline_of(&mut compiled, &workloads, &components)?;
    refused(&compiled)?;
    // A large model takes time to give back too.
    drop(compiled);
    turns.pause().await;
    Ok(Analysis {
        headline,
        workloads,
        failures,
        components,
        notes: topology.notes,
        assumptions: assumptions(scenario),
    })
}

/// The plan in one line.
fn headline_of(
    compiled: &mut Compiled<'_>,
    rows: &[WorkloadRow],
    components: &Map<NodeId, ComponentFigures>,
) -> Result<Option<Headline>, AnalysisError> {
    let target = compiled.scenario.targets.availability.get(&Workload::ImPresence).copied();
    Ok(headline::headline(rows, capacity_of_homes(compiled, components)?, target))
}

/// Why the model does not hold, where it does not.
fn refused(compiled: &Compiled<'_>) -> Result<(), AnalysisError> {
    let component = || compiled.scenario.name.clone();
    let refusal =
        |refusal: &ModelError| AnalysisError::Model { component: component(), problem: refusal.to_string() };
    compiled.model.refusal().map(refusal).map_or(Ok(()), Err)
}

/// Users that all homes with users carry with everything up.
fn capacity_of_homes(
    compiled: &mut Compiled<'_>,
    components: &Map<NodeId, ComponentFigures>,
) -> Result<Rc<Figure>, AnalysisError> {
    let homes: Vec<NodeId> = compiled.topology.homes.keys().cloned().collect();
    let everything = compiled.everything();
    let (mut total, mut inputs) = (0.0, Vec::new());
    for home in homes.into_iter().filter(|home| compiled.demand.home(home) > 0.0).collect::<Vec<_>>() {
        let capacity = compiled.home_capacity(&home, parts::PlannedCountsAs::Down)?;
        total += compiled.model.value_at(capacity, &|_| 0);
        inputs.extend(components.get(&home).and_then(|figures| figures.capacity_users.clone()));
    }
    Ok(Figure::computed(
        format!("Users carried with {everything} up"),
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
    if scenario.targets.archiving_critical {
        list.push(
            "How often Front Ends stop because archiving has failed is approximate: its outages are taken to be exponential and independent of the rest."
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
