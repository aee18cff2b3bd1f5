//! What single years look like: the scenario's own model, simulated event by event.

mod elements;
mod figures;

use std::rc::Rc;

use super::compile::Compiled;
use super::components::component_figures;
use super::failure_set::FailureSet;
use super::measure::{Answered, HOURS_PER_YEAR, MINUTES_PER_YEAR};
use super::options::{AnalysisError, Options};
use super::rows::{answer, rows_of};
use super::topology::Topology;
use super::turns::{Turns, at_once};
use crate::catalog::Catalog;
use crate::catalog::figure::{Derivation, Figure, Mark, Source, Unit};
use crate::catalog::workload::Workload;
use crate::decimal::fixed;
use crate::plan::Scenario;
use crate::reliability::{
    Confidence, Function, Progress, Record, Simulation, SimulationSettings, Stream, WeightedLoss,
};
pub use figures::{SimulatedMean, YearFigures};

/// The target of a plan that sets none.
const USUAL_TARGET: f64 = 0.999;

/// How many years are simulated, and from which random numbers.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct YearSettings {
    /// Years, from 1 to 1,000,000.
    pub years: u32,
    /// The same seed gives the same years.
    pub seed: u32,
    /// The level of all intervals.
    pub confidence: Confidence,
}

impl Default for YearSettings {
    /// 10,000 years from seed 1, with intervals of 95 %.
    fn default() -> Self {
        let SimulationSettings { years, confidence, .. } = SimulationSettings::default();
        Self { years, seed: 1, confidence }
    }
}

/// The users of IM and presence, each by his own path, simulated year by year.
///
/// The parts, their levels and who is served at which of them are those of the exact model. Times are exponential; a server that
/// fails in several ways is repaired in the time that belongs to each, wherever the long-run figures do not depend on that. Users
/// who are connecting again count as served. The service has an *outage* while nobody at all is served.
#[derive(Debug, Clone)]
pub struct SingleYears {
    simulation: Simulation,
    settings: YearSettings,
    exact: Exact,
}

/// What is known without simulation.
#[derive(Debug, Clone)]
struct Exact {
    /// Connected users who want to be served.
    demand: Rc<Figure>,
    /// Minutes that a user loses in a year, but for reconnecting.
    lost: Rc<Figure>,
    /// Outages in a year.
    outages: Rc<Figure>,
    /// The share of a year in which a user is to be served.
    target: Rc<Figure>,
    /// Minutes that a user may lose in a year, but for reconnecting.
    limit: Rc<Figure>,
    /// Minutes that reconnecting takes in a year.
    reconnecting: Rc<Figure>,
}

impl SingleYears {
    /// A scenario of which nothing has been simulated; none while it has no users.
    ///
    /// # Errors
    /// As [`super::analyse`].
    pub fn new(
        scenario: &Scenario,
        catalog: &Catalog,
        options: Options,
        settings: YearSettings,
    ) -> Result<Option<Self>, AnalysisError> {
        let catalog = &*scenario.catalog(catalog);
        let topology = Topology::read(scenario, catalog);
        let mut compiled = Compiled::new(scenario, catalog, &topology, options, &FailureSet::default())?;
        let rows = rows_of(&mut compiled, Workload::ImPresence)?;
        let components = at_once(component_figures(&mut compiled, &[], Turns::ENDLESS))?;
        let mut answered = Answered::default();
        let answers: Vec<_> =
            rows.iter().map(|row| answer(&compiled, row, &mut answered, &components)).collect();
        let Some(headline) = super::headline_of(&mut compiled, &answers, &components)? else {
            return Ok(None);
        };
        // Users who ask the same of the model are one loss.
        let mut losses: Vec<(Function, f64)> = Vec::with_capacity(rows.len());
        for row in &rows {
            match losses.iter_mut().find(|(function, _)| *function == row.course.unserved.share) {
                Some((_, users)) => *users += row.demand_users,
                None => losses.push((row.course.unserved.share, row.demand_users)),
            }
        }
        let outages_per_year = outages_per_year(&mut compiled, &losses);
        super::refused(&compiled)?;
        let problem = |problem: String| AnalysisError::Model { component: scenario.name.clone(), problem };
        let elements = elements::elements(&compiled, options).map_err(|error| problem(error.to_string()))?;
        let settings_of_simulation = SimulationSettings {
            seed: u64::from(settings.seed),
            years: settings.years,
            streams: SimulationSettings::default().streams.min(settings.years),
            confidence: settings.confidence,
            ..SimulationSettings::default()
        };
        let wanted = WeightedLoss { model: &compiled.model, elements: &elements, losses: &losses };
        let simulation = Simulation::of_losses(&wanted, settings_of_simulation)
            .map_err(|error| problem(error.to_string()))?;
        let inputs = components.values().map(|known| Rc::clone(&known.unavailability)).collect::<Vec<_>>();
        let measures = &headline.measures;
        let target = target(headline.target);
        let causes = [&measures.losses.outage, &measures.losses.over_capacity, &measures.losses.planned];
        let exact = Exact {
            demand: Rc::clone(&measures.demand_users),
            lost: Figure::computed(
                "Lost a year in the long run, but for reconnecting",
                causes.iter().map(|cause| cause.value).sum(),
                Unit::MinutesPerUserYear,
                "outages + lack of capacity + planned work, exact over all states of the parts",
                causes.map(Rc::clone).to_vec(),
            ),
            outages: Figure::computed(
                "Outages in the long run",
                outages_per_year,
                Unit::PerYear,
                "Σ over the passages of each part, π(s)·q(s,s')·P(somebody served before, nobody at all after) · 8,760 h",
                inputs,
            ),
            limit: Figure::computed(
                "Allowed in a year",
                allowed_minutes(&target) - measures.losses.reconnect.value,
                Unit::MinutesPerUserYear,
                "what the target allows − what reconnecting takes in the long run, which is not simulated",
                vec![allowance(&target), Rc::clone(&measures.losses.reconnect)],
            ),
            target,
            reconnecting: Rc::clone(&measures.losses.reconnect),
        };
        Ok(Some(Self { simulation, settings, exact }))
    }

    /// Goes on for about so many events.
    pub fn step(&mut self, events: u64) -> Progress {
        self.simulation.step(events)
    }

    /// How far it has come.
    pub fn progress(&self) -> Progress {
        self.simulation.progress()
    }

    /// The streams that the years are divided into, each from its beginning: to be run elsewhere.
    pub fn streams(&self) -> impl Iterator<Item = Stream> {
        (0..self.simulation.streams()).map(|stream| self.simulation.stream(stream))
    }

    /// Takes in what a stream of this simulation has seen, run to its end. One of another simulation is left out.
    pub fn accept(&mut self, record: Record) {
        // What is left out is simulated here by whoever goes on.
        let _ = self.simulation.accept(record);
    }

    /// What the years simulated so far say; none before the first.
    pub fn figures(&self) -> Option<YearFigures> {
        (self.progress().years_done > 0).then(|| self.said())
    }
}

/// How often a year the whole service fails: before it somebody is served, after it nobody.
fn outages_per_year(compiled: &mut Compiled<'_>, losses: &[(Function, f64)]) -> f64 {
    let model = &mut compiled.model;
    let out: Vec<Function> = losses
        .iter()
        .map(|(share, _)| model.map(*share, |share| if share >= 1.0 { 1.0 } else { 0.0 }))
        .collect();
    let nobody = model.all(out);
    model.failure_frequency(nobody, |nobody| nobody < 1.0) * HOURS_PER_YEAR
}

fn allowed_minutes(target: &Figure) -> f64 {
    (1.0 - target.value) * MINUTES_PER_YEAR
}

/// What the target allows to be lost, as sure as the target itself.
fn allowance(target: &Figure) -> Rc<Figure> {
    let percent = fixed(100.0 * target.value, 4);
    let percent = percent.trim_end_matches('0').trim_end_matches('.');
    Rc::new(Figure {
        name: format!("What a target of {percent} % allows"),
        value: allowed_minutes(target),
        unit: Unit::MinutesPerUserYear,
        ..target.clone()
    })
}

fn target(entered: Option<f64>) -> Rc<Figure> {
    let name = "Availability target of IM and presence";
    entered.map_or_else(
        || {
            Rc::new(Figure {
                name: name.into(),
                value: USUAL_TARGET,
                unit: Unit::Share,
                mark: Mark::Assumed,
                derivation: Derivation::Catalog {
                    source: Source { title: "The planner's default".into(), url: None },
                    note: "The plan sets no target for IM and presence; three nines are taken.".into(),
                },
            })
        },
        |target| Figure::entered(name, target, Unit::Share),
    )
}
