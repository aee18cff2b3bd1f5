//! How many users are served, and for which share of time: the whole law of what the headline is the mean of.

use std::rc::Rc;

use super::compile::Compiled;
use super::components::component_figures;
use super::failure_set::FailureSet;
use super::options::{AnalysisError, Options};
use super::rows::{Row, rows_of};
use super::topology::Topology;
use super::turns::{Turns, at_once};
use crate::catalog::Catalog;
use crate::catalog::figure::{Figure, Unit};
use crate::catalog::workload::Workload;
use crate::collected::Set;
use crate::decimal::whole;
use crate::plan::Scenario;
use crate::reliability::{Function, ModelError};

/// One number of users that is served for a share of time.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ServedStep {
    /// Users served.
    pub users: f64,
    /// Share of time in which just so many are served.
    pub probability: f64,
    /// Share of time in which so many or more are served.
    pub at_least: f64,
    /// Share of time in which fewer are served.
    pub fewer: f64,
}

/// How many of all users are served with IM and presence, each by his own path, in the long run.
///
/// Users who are connecting again count as served: this is the law of what the parts carry, so its mean is the headline without
/// what is lost to reconnecting.
#[derive(Debug, Clone, PartialEq)]
pub struct ServedUsers {
    /// Connected users who want to be served.
    pub demand_users: Rc<Figure>,
    /// Every number of users that is ever served, ascending. Empty while the plan has no users.
    pub steps: Vec<ServedStep>,
    /// Share of time in which nobody is served.
    pub nobody: Rc<Figure>,
    /// Share of time in which fewer than all are served.
    pub not_everybody: Rc<Figure>,
    inputs: Vec<Rc<Figure>>,
}

impl ServedUsers {
    /// The share of time in which fewer users than in the step are served, with its derivation.
    pub fn fewer_figure(&self, step: &ServedStep) -> Rc<Figure> {
        fewer(format!("Fewer than {} users are served", whole(step.users)), step.fewer, &self.inputs)
    }
}

/// How many users the scenario serves with IM and presence, and for which share of time, exactly: what several users need is
/// one part of the model and fails for all of them together.
///
/// # Errors
/// [`AnalysisError::TooManyOutcomes`] where many homes of different sizes make more numbers than can be listed, and otherwise
/// as [`super::analyse`].
pub fn served_users(
    scenario: &Scenario,
    catalog: &Catalog,
    options: Options,
) -> Result<ServedUsers, AnalysisError> {
    let catalog = &*scenario.catalog(catalog);
    let topology = Topology::read(scenario, catalog);
    let mut compiled = Compiled::new(scenario, catalog, &topology, options, &FailureSet::default())?;
    let rows = rows_of(&mut compiled, Workload::ImPresence)?;
    let demand = demand(&rows);
    let total = demand.value;
    let grain = grain(total);
    let unserved = unserved_users(&mut compiled, &rows, grain);
    let components = at_once(component_figures(&mut compiled, &[], Turns::ENDLESS))?;
    if let Some(refusal) = compiled.model.refusal() {
        let scenario = scenario.name.clone();
        return Err(match refusal {
            ModelError::TooManyCells { .. } => AnalysisError::TooManyOutcomes { scenario },
            other => AnalysisError::Model { component: scenario, problem: other.to_string() },
        });
    }
    let on_a_path: Set<_> = rows.iter().flat_map(|row| &row.course.path).collect();
    let on_a_path = on_a_path.into_iter().filter_map(|id| components.get(id));
    let inputs: Vec<Rc<Figure>> = on_a_path.map(|figures| Rc::clone(&figures.unavailability)).collect();
    let all = rows.iter().map(|row| in_grains(row.demand_users, grain)).sum();
    let steps = if total > 0.0 { steps(all, compiled.model.distribution(unserved)) } else { Vec::new() };
    let nobody = steps.first().filter(|step| step.users <= 0.0).map_or(0.0, |step| step.probability);
    let not_everybody = steps.last().map_or(0.0, |step| if step.users < all { 1.0 } else { step.fewer });
    Ok(ServedUsers {
        nobody: Figure::computed(
            "Nobody is served",
            nobody,
            Unit::Share,
            "P(users served = 0), exact over the parts on all paths",
            inputs.clone(),
        ),
        not_everybody: fewer("Fewer than all users are served".into(), not_everybody, &inputs),
        demand_users: demand,
        steps,
        inputs,
    })
}

fn fewer(name: String, share: f64, inputs: &[Rc<Figure>]) -> Rc<Figure> {
    let formula = "Σ P(users served) over all lesser numbers, exact over the parts on all paths";
    Figure::computed(name, share, Unit::Share, formula, inputs.to_vec())
}

fn demand(rows: &[Row]) -> Rc<Figure> {
    let inputs: Vec<Rc<Figure>> = rows.iter().map(|row| Rc::clone(&row.demand)).collect();
    let value = inputs.iter().map(|figure| figure.value).sum();
    Figure::computed("Connected users", value, Unit::Users, "sum over the rows of IM and presence", inputs)
}

/// Users of all rows who are not served.
fn unserved_users(compiled: &mut Compiled<'_>, rows: &[Row], grain: f64) -> Function {
    // In the order of their groups, in which a sum takes the least work.
    let mut ordered: Vec<&Row> = Vec::with_capacity(rows.len());
    for row in rows {
        let later =
            ordered.iter().position(|other| other.course.support.first() > row.course.support.first());
        ordered.insert(later.unwrap_or(ordered.len()), row);
    }
    let model = &mut compiled.model;
    let mut sum = model.constant(0.0);
    for row in ordered {
        let users = model.map(row.course.unserved.share, |share| in_grains(row.demand_users * share, grain));
        sum = model.sum(sum, users);
    }
    sum
}

fn in_grains(users: f64, grain: f64) -> f64 {
    (users / grain).round() * grain
}

/// A power of two, 2⁻⁴⁸ to 2⁻⁴⁹ of all users. Sums of its multiples are exact, so that sums which are equal are one value, in
/// whatever order they came about.
fn grain(total: f64) -> f64 {
    const MOST: f64 = 562_949_953_421_312.0;
    let mut grain = 1.0;
    while grain > f64::MIN_POSITIVE && grain * MOST > total {
        grain /= 2.0;
    }
    while grain * 2.0 * MOST <= total {
        grain *= 2.0;
    }
    grain
}

/// The steps from nobody to everybody. Both tails are summed from their own end, so that the small one keeps its digits.
fn steps(all: f64, unserved: Vec<(f64, f64)>) -> Vec<ServedStep> {
    let mut steps: Vec<ServedStep> = Vec::with_capacity(unserved.len());
    let mut at_least = 0.0;
    for (lacking, probability) in unserved.into_iter().filter(|(_, probability)| *probability > 0.0) {
        at_least += probability;
        let users = all - lacking;
        steps.push(ServedStep { users, probability, at_least, fewer: 0.0 });
    }
    steps.reverse();
    let mut fewer = 0.0;
    for step in &mut steps {
        step.fewer = fewer;
        fewer += step.probability;
    }
    steps
}
