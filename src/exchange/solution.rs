//! Answers about reliability models and fault trees as JSON, for scripts and for comparison with other tools.

mod capacity;
mod cut_sets;
mod frequency;
mod importance;
mod simulation;
mod time;
mod uncertainty;
mod worth;

use std::fmt::Display;

use serde::Serialize;

pub use capacity::{CapacityAnswer, CapacityStep};
pub use cut_sets::{Count, CutSetAnswer, CutSetsAnswer};
pub use importance::{ImportanceAnswer, ImportanceMeasures};
pub use simulation::{EstimateAnswer, SimulationAnswer, SpreadAnswer};
pub use time::{AtHours, FirstFailureAnswer};
pub use uncertainty::{PercentileAnswer, ShareAnswer, UncertaintyAnswer};
pub use worth::Worth;

use super::model::{DescribedGroup, ReliabilityModel, Wanted};
use super::open_psa::FaultTree;
use crate::reliability::{Amount, Budget, Element, Gate, Kept, Method, NoCutSets, Structure, Truth};

/// What has to be known of a model with times that are not exponential.
const ONLY_SIMULATED: &str = "`times` and `maintenance_window` are for the simulation. All else takes times as exponential with the same \
     means, and windows as planned work at random times.";

/// What `planner solve --json` prints. Times are in hours. What was not asked for is left out, and so is what cannot be had, which a note then says.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Solution {
    /// The name of the model or of the top gate.
    pub name: String,
    /// The probability of the top event, or that the system is down; null where it could not be had exactly.
    pub probability: Option<f64>,
    /// Where it could not be had exactly: the probability is not below this.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub probability_least: Option<f64>,
    /// Where it could not be had exactly: the probability is not above this.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub probability_most: Option<f64>,
    /// The share of time in which the system is down; of a fault tree nothing is said.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unavailability: Option<f64>,
    /// The share of time in which the system is up.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub availability: Option<f64>,
    /// How often the system fails, per hour; null where something has a probability only.
    pub frequency_per_hour: Option<f64>,
    /// How long the system is up between two failures, a mean.
    pub mean_up_time_hours: Option<f64>,
    /// How long the system is down, a mean.
    pub mean_down_time_hours: Option<f64>,
    /// How much each event or group matters: groups in the order of the file, events in the order in which the top gate meets them.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub importance: Option<Vec<ImportanceAnswer>>,
    /// How much there is of what is asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub capacity: Option<CapacityAnswer>,
    /// Which sets of failures take the system down.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cut_sets: Option<CutSetsAnswer>,
    /// The mean time to the first failure, all being good at first.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub first_failure: Option<FirstFailureAnswer>,
    /// The availability after so many hours, all being good at first.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "schema", schemars(default))]
    pub at_hours: Vec<AtHours>,
    /// The mean availability over so many first hours.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "schema", schemars(default))]
    pub over_hours: Vec<AtHours>,
    /// What the uncertainty of figures makes of the unavailability.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub uncertainty: Option<UncertaintyAnswer>,
    /// What single years look like.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub simulation: Option<SimulationAnswer>,
    /// How the answer was found, in words.
    pub method: String,
    /// How far rounding may have carried the probability off, as a share of it, the laws of groups and events being taken as given; null
    /// where it was not had exactly.
    pub error_bound: Option<f64>,
    /// How many nodes the decision diagrams have.
    pub diagram_nodes: usize,
    /// How long it took.
    pub seconds: f64,
    /// What the reader of the answer has to know, in whole sentences.
    pub notes: Vec<String>,
    #[serde(skip)]
    is_complete: bool,
}

impl Solution {
    /// Whether all that was asked for is answered exactly.
    pub fn is_exact(&self) -> bool {
        self.is_complete
    }
}

/// What is asked about.
#[derive(Debug, Clone)]
pub enum Question {
    /// A fault tree.
    FaultTree(FaultTree),
    /// A reliability model.
    Model(ReliabilityModel),
}

/// What a question is about, whatever it was read from.
struct Asked<'q> {
    name: &'q str,
    names: Vec<String>,
    structure: &'q Structure,
    top: Gate,
    elements: &'q [Element],
    notes: &'q [String],
    /// How much there is, and how much is asked for.
    capacity: Option<(Amount, u64)>,
    /// The groups of a model; a fault tree has none.
    groups: &'q [DescribedGroup],
    /// Whether the elements are states in time, so that their probabilities are shares of it.
    in_time: bool,
}

impl Question {
    /// What is wanted by itself.
    pub fn wanted(&self) -> Wanted {
        match self {
            Self::FaultTree(_) => Wanted::default(),
            Self::Model(model) => model.wanted.clone(),
        }
    }

    /// Whether it says how much there is of what is asked for.
    pub fn has_capacity(&self) -> bool {
        matches!(self, Self::Model(model) if model.capacity.is_some())
    }

    fn asked(&self) -> Asked<'_> {
        match self {
            Self::FaultTree(tree) => Asked {
                name: &tree.top_name,
                names: tree.names.clone(),
                structure: &tree.structure,
                top: tree.top,
                elements: &tree.elements,
                notes: &tree.notes,
                capacity: None,
                groups: &[],
                in_time: false,
            },
            Self::Model(model) => Asked {
                name: &model.name,
                names: model.names(),
                structure: &model.structure,
                top: model.failed,
                elements: &model.elements,
                notes: &[],
                capacity: model.capacity,
                groups: &model.groups,
                in_time: true,
            },
        }
    }
}

/// The answer to a question. It says itself what could not be had within the budget; how long it took is for the caller to say.
pub fn solve(question: &Question, wanted: &Wanted, budget: &Budget<'_>) -> Solution {
    let asked = question.asked();
    let kept = Kept::new(asked.structure, asked.top, Method::Counting, budget);
    let mut solution = long_run(&asked, &kept, wanted, budget);
    add_cut_sets(&mut solution, &asked, wanted, budget);
    if asked.in_time && solution.probability.is_some() {
        add_time(&mut solution, &asked, &kept, wanted, budget);
    }
    if let Some(uncertainty) = wanted.uncertainty.filter(|_| asked.in_time) {
        let found = uncertainty::of(&kept, asked.groups, asked.elements, uncertainty, budget.is_over);
        solution.uncertainty = solution.had(found);
    }
    if let Some(years) = wanted.simulation.filter(|_| asked.in_time) {
        let amount = asked.capacity.map(|(amount, _)| amount);
        let found = simulation::of(asked.structure, asked.top, asked.groups, amount, years, budget.is_over);
        solution.simulation = solution.had(found);
    }
    solution
}

/// What holds in the long run, or whenever one looks.
fn long_run(asked: &Asked<'_>, kept: &Kept, wanted: &Wanted, budget: &Budget<'_>) -> Solution {
    let truth = kept.probability(asked.elements);
    let interval = if truth.is_none() { Some(kept.interval(asked.elements)) } else { None };
    let in_time = |of: fn(Truth) -> f64| truth.filter(|_| asked.in_time).map(of);
    let mut solution = Solution {
        name: asked.name.into(),
        probability: truth.map(|truth| truth.is_true),
        probability_least: interval.map(|interval| interval.least),
        probability_most: interval.map(|interval| interval.most),
        unavailability: in_time(|truth| truth.is_true),
        availability: in_time(|truth| truth.is_false),
        method: method(kept),
        error_bound: kept.error_bound(asked.elements),
        diagram_nodes: kept.nodes(),
        notes: asked.notes.to_vec(),
        ..Solution::nothing()
    };
    if !asked.groups.iter().all(DescribedGroup::is_exponential) {
        solution.notes.push(ONLY_SIMULATED.into());
    }
    if let Some(refusal) = kept.refusal() {
        solution.lacks(&refusal);
    }
    if let Some(truth) = truth {
        if wanted.frequency && asked.in_time {
            let found = kept.frequency_per_hour(asked.elements, budget.nodes);
            solution.frequency_per_hour = solution.had(found).flatten();
            (solution.mean_up_time_hours, solution.mean_down_time_hours) =
                frequency::durations(truth, solution.frequency_per_hour);
        }
        if wanted.importance {
            solution.importance = importance::of_elements(kept, asked, truth.is_true);
        }
    }
    if let Some((amount, demand)) = asked.capacity.filter(|_| wanted.capacity) {
        let found = capacity::of(asked, amount, demand, budget);
        solution.capacity = solution.had(found);
    }
    solution
}

fn add_cut_sets(solution: &mut Solution, asked: &Asked<'_>, wanted: &Wanted, budget: &Budget<'_>) {
    let fussell_vesely = match wanted.cut_sets {
        Some(sets) => {
            let found = cut_sets::of(asked, sets, wanted.importance, budget);
            let Some(found) = solution.had(found) else { return };
            solution.cut_sets = Some(found.answer);
            found.fussell_vesely
        }
        None => solution.importance.as_ref().map(|_| cut_sets::fussell_vesely(asked, budget)),
    };
    // What cut sets do not say of a system is no lack of the answer.
    match fussell_vesely {
        Some(Ok(shares)) => {
            for (importance, share) in solution.importance.iter_mut().flatten().zip(shares) {
                importance.fussell_vesely_cut_sets = Some(Worth(share));
            }
        }
        Some(Err(error)) => {
            let why = match error {
                NoCutSets::TimeOver | NoCutSets::TooManyNodes { .. } => {
                    "it takes far more work than the rest of the answer".into()
                }
                other => other.to_string(),
            };
            solution.notes.push(format!("No Fussell–Vesely importance by cut sets: {why}."));
        }
        None => {}
    }
}

fn add_time(solution: &mut Solution, asked: &Asked<'_>, kept: &Kept, wanted: &Wanted, budget: &Budget<'_>) {
    if !wanted.first_failure && wanted.at_hours.is_empty() && wanted.over_hours.is_empty() {
        return;
    }
    let Some(groups) = solution.had(time::solved(asked.groups, budget.is_over)) else { return };
    let mut clock = time::Clock::new(kept, &groups, asked.elements, budget.is_over);
    let found = clock.answer(wanted, &mut solution.at_hours, &mut solution.over_hours);
    solution.had(found);
    if wanted.first_failure {
        let up_hours = solution.mean_up_time_hours;
        let found = time::first_failure(asked.structure, asked.top, &groups, up_hours, budget);
        solution.first_failure = solution.had(found);
        if solution.first_failure.is_some_and(|answer| answer.hours.is_none()) {
            solution.lacks(&"the mean time to the first failure is bounded only");
        }
    }
}

impl Solution {
    /// An answer that says nothing yet.
    fn nothing() -> Self {
        Self {
            name: String::new(),
            probability: None,
            probability_least: None,
            probability_most: None,
            unavailability: None,
            availability: None,
            frequency_per_hour: None,
            mean_up_time_hours: None,
            mean_down_time_hours: None,
            importance: None,
            capacity: None,
            cut_sets: None,
            first_failure: None,
            at_hours: Vec::new(),
            over_hours: Vec::new(),
            uncertainty: None,
            simulation: None,
            method: String::new(),
            error_bound: None,
            diagram_nodes: 0,
            seconds: 0.0,
            notes: Vec::new(),
            is_complete: true,
        }
    }

    /// Notes that something asked for is not answered, or not exactly.
    fn lacks(&mut self, why: &dyn Display) {
        self.is_complete = false;
        let note = format!("Not all is answered: {why}.");
        if !self.notes.contains(&note) {
            self.notes.push(note);
        }
    }

    /// What was found, if something was.
    fn had<T, E: Display>(&mut self, found: Result<T, E>) -> Option<T> {
        found.map_err(|why| self.lacks(&why)).ok()
    }
}

fn method(kept: &Kept) -> String {
    let (diagrams, counted) = kept.modules();
    let exact = if kept.refusal().is_some() { "bounds" } else { "exact" };
    format!("{exact}: decision diagrams for {diagrams} modules, counting for {counted}")
}
