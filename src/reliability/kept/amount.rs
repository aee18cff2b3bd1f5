//! The distribution of an amount, kept for any laws of the elements.

use super::blueprint::Blueprints;
use super::counted::{Tally, last_law};
use super::graph::Graph;
use super::written::Written;
use super::{Kept, Method, Part, Refusal, Solved, normal};
use crate::reliability::structure::Item;
use crate::reliability::{Amount, Budget, Element, Structure};

/// The most values that are told apart where parts depend on each other and each value takes a diagram of its own.
const MOST_DIAGRAMS: usize = 4_096;

/// An amount in the form in which its distribution is evaluated.
#[derive(Debug)]
pub struct KeptAmount(Form);

#[derive(Debug)]
enum Form {
    /// The last part is the plan of counting.
    Counted(Box<Kept>),
    /// For each value, the condition that the amount has it.
    ByValue(Vec<(u64, Kept)>),
}

impl KeptAmount {
    /// Solves a structure for an amount: by counting where its parts are independent of each other, otherwise by one decision
    /// diagram for each of its values.
    ///
    /// # Errors
    /// If the budget does not suffice.
    pub fn new(structure: &Structure, amount: Amount, budget: &Budget<'_>) -> Result<Self, Refusal> {
        let written = Written::new(structure, Item::Amount(amount));
        let (normal, top) = normal::normal(structure, Item::Amount(amount));
        let graph = Graph::new(&normal, top);
        let Item::Amount(whole) = top else { return Err(Refusal::TooManyNodes { nodes: budget.nodes }) };
        let mut blueprints = Blueprints::new(&graph, top, true);
        if let Some(tally) = Tally::new(&graph, &blueprints.of_gate, whole, 0) {
            blueprints.count(tally);
            let Solved { parts, of_gate, refusal } = Solved::new(&graph, blueprints, written, budget);
            return match refusal {
                Some(refusal) => Err(refusal),
                None => {
                    Ok(Self(Form::Counted(Box::new(Kept { structure: normal, parts, of_gate, refusal }))))
                }
            };
        }
        Self::by_value(structure, amount, budget)
    }

    fn by_value(structure: &Structure, amount: Amount, budget: &Budget<'_>) -> Result<Self, Refusal> {
        let mut structure = structure.clone();
        let too_many = Refusal::TooManyValues { values: MOST_DIAGRAMS };
        let values = structure.values_of(amount, MOST_DIAGRAMS).ok_or(too_many)?;
        let mut by_value = Vec::with_capacity(values.len());
        let mut spent = 0;
        for (place, value) in values.iter().enumerate() {
            let enough = structure.reaches(amount, *value);
            let condition = match values.get(place + 1) {
                Some(next) => {
                    let more = structure.reaches(amount, *next);
                    let no_more = structure.not(more);
                    structure.and([enough, no_more])
                }
                None => enough,
            };
            let left = Budget { nodes: budget.nodes.saturating_sub(spent), is_over: budget.is_over };
            let kept = Kept::new(&structure, condition, Method::Counting, &left);
            if let Some(refusal) = kept.refusal() {
                return Err(refusal);
            }
            spent += kept.nodes();
            by_value.push((*value, kept));
        }
        Ok(Self(Form::ByValue(by_value)))
    }

    /// Every value that the amount ever has, ascending, with its share of time, a sum of positive terms.
    pub fn distribution(&self, elements: &[Element]) -> Vec<(u64, f64)> {
        match &self.0 {
            Form::Counted(kept) => kept.counted_distribution(elements),
            Form::ByValue(by_value) => by_value
                .iter()
                .filter_map(|(value, kept)| Some((*value, kept.probability(elements)?.is_true)))
                .filter(|(_, share)| *share > 0.0)
                .collect(),
        }
    }

    /// How many nodes its diagrams have.
    pub fn nodes(&self) -> usize {
        match &self.0 {
            Form::Counted(kept) => kept.nodes(),
            Form::ByValue(by_value) => by_value.iter().map(|(_, kept)| kept.nodes()).sum(),
        }
    }
}

impl Kept {
    /// The distribution of the slot that the last part ends with.
    fn counted_distribution(&self, elements: &[Element]) -> Vec<(u64, f64)> {
        let Some(part @ Part::Counted(tally)) = self.parts.last() else { return Vec::new() };
        let truths = self.truths(elements);
        let Some(sources) = self.laws(part, elements, &truths) else { return Vec::new() };
        let sources: Vec<&[f64]> = sources.iter().map(Vec::as_slice).collect();
        let law = last_law(&tally.slots, &sources, 0);
        law.values.into_iter().zip(law.shares).filter(|(_, share)| *share > 0.0).collect()
    }
}
