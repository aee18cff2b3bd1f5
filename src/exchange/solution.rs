//! Answers about reliability models and fault trees as JSON, for scripts and for comparison with other tools.

mod capacity;
mod frequency;
mod importance;
mod worth;

use serde::Serialize;

pub use capacity::{CapacityAnswer, CapacityStep};
pub use importance::ImportanceAnswer;
pub use worth::Worth;

use super::model::{ReliabilityModel, Wanted};
use super::open_psa::FaultTree;
use crate::reliability::{Amount, Budget, Element, Gate, Kept, Method, Refusal, Structure, Truth};

/// How far an exact answer may be off, as a share of it: rounding alone.
const ROUNDING: f64 = 1e-12;

/// What `planner solve --json` prints. Times are in hours; what was not asked for is left out, what cannot be said is null.
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
    /// How much each event or group matters, in the order of the file.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub importance: Option<Vec<ImportanceAnswer>>,
    /// How much there is of what is asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub capacity: Option<CapacityAnswer>,
    /// How the answer was found, in words.
    pub method: String,
    /// How far the probability may be off, as a share of it; null where it was not had exactly.
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
                in_time: true,
            },
        }
    }
}

/// The answer to a question. It says itself what could not be had within the budget; how long it took is for the caller to say.
pub fn solve(question: &Question, wanted: &Wanted, budget: &Budget<'_>) -> Solution {
    let asked = question.asked();
    let kept = Kept::new(asked.structure, asked.top, Method::Counting, budget);
    let mut notes = asked.notes.to_vec();
    let truth = kept.probability(asked.elements);
    let (frequency, refusal) = match truth {
        Some(_) if wanted.frequency => frequency::per_hour(&kept, asked.elements, budget.nodes),
        _ => (None, None),
    };
    let capacity = asked.capacity.filter(|_| wanted.capacity);
    let capacity = capacity.map(|(amount, demand)| capacity::of(&asked, amount, demand, budget));
    let (capacity, refused) = match capacity.transpose() {
        Ok(capacity) => (capacity, None),
        Err(refusal) => (None, Some(refusal)),
    };
    let refusals: Vec<Refusal> = kept.refusal().into_iter().chain(refusal).chain(refused).collect();
    notes.extend(refusals.iter().map(|refusal| format!("Not all is answered: {refusal}.")));
    let interval = if truth.is_none() { Some(kept.interval(asked.elements)) } else { None };
    let in_time = |of: fn(Truth) -> f64| truth.filter(|_| asked.in_time).map(of);
    let importance = match truth {
        Some(truth) if wanted.importance => {
            importance::of_elements(&kept, asked.elements, &asked.names, truth.is_true)
        }
        _ => None,
    };
    let (up_hours, down_hours) = frequency::durations(truth, frequency);
    Solution {
        name: asked.name.into(),
        probability: truth.map(|truth| truth.is_true),
        probability_least: interval.map(|interval| interval.least),
        probability_most: interval.map(|interval| interval.most),
        unavailability: in_time(|truth| truth.is_true),
        availability: in_time(|truth| truth.is_false),
        frequency_per_hour: frequency,
        mean_up_time_hours: up_hours,
        mean_down_time_hours: down_hours,
        importance,
        capacity,
        method: method(&kept),
        error_bound: truth.map(|_| ROUNDING),
        diagram_nodes: kept.nodes(),
        seconds: 0.0,
        notes,
        is_complete: refusals.is_empty(),
    }
}

fn method(kept: &Kept) -> String {
    let (diagrams, counted) = kept.modules();
    let exact = if kept.refusal().is_some() { "bounds" } else { "exact" };
    format!("{exact}: decision diagrams for {diagrams} modules, counting for {counted}")
}
