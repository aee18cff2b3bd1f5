//! A structure solved once and kept: probability, frequency and importance for any laws of its elements.
//!
//! The structure is brought into normal form and taken apart into modules. A module is counted where its parts are independent, and
//! otherwise becomes a decision diagram, for which several orders of its sources are raced. Evaluating with other laws walks over
//! what is there and builds nothing.

mod amount;
mod blueprint;
mod bounds;
mod build;
mod chance;
mod conditional;
mod counted;
mod diagram;
mod graph;
mod normal;
mod order;
mod passages;
mod race;
mod ranges;
mod rounding;
mod written;

pub use amount::KeptAmount;
pub use chance::{Conditional, Interval, Truth};

pub(super) use blueprint::Source;
pub(super) use diagram::{Diagram, Rung, Weights};

use blueprint::{Blueprint, Blueprints};
use counted::Tally;
use graph::Graph;
use written::Written;

use super::structure::Item;
use super::{Budget, Gate, Structure};

/// Why there is no exact answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// A diagram would be too large.
    #[error("the decision diagram takes more than {nodes} nodes in every order that was tried")]
    TooManyNodes {
        /// How many nodes there was room for.
        nodes: usize,
    },
    /// The time is over.
    #[error("the time was over before the decision diagram was built")]
    TimeOver,
    /// An amount has too many values.
    #[error("an amount has more than {values} values that would have to be told apart")]
    TooManyValues {
        /// How many values there was room for.
        values: usize,
    },
    /// The frequency takes more pairs of functions than there is room for.
    #[error("the frequency takes more than {pairs} pairs of functions")]
    TooManyPairs {
        /// How many pairs there was room for.
        pairs: usize,
    },
}

/// How parts that nobody else reads are solved.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Method {
    /// By counting where their own parts are independent, otherwise as diagrams.
    #[default]
    Counting,
    /// As diagrams only, one for each module: what minimal cut sets are read from.
    Diagrams,
}

/// A structure function in the form in which it is evaluated.
#[derive(Debug)]
pub struct Kept {
    pub(super) structure: Structure,
    /// Each after those that it reads; the last is the top.
    parts: Vec<Part>,
    /// The part that stands for a gate of the structure.
    pub(super) of_gate: Vec<Option<usize>>,
    refusal: Option<Refusal>,
}

#[derive(Debug)]
enum Part {
    Diagram(Diagram),
    Counted(Tally),
    /// There was no room or no time for it.
    Refused,
}

impl Kept {
    /// Solves a structure for one gate. What does not fit the budget is left out, and the answers are then intervals.
    pub fn new(structure: &Structure, top: Gate, method: Method, budget: &Budget<'_>) -> Self {
        let written = Written::new(structure, Item::Gate(top));
        let (structure, top) = normal::normal(structure, Item::Gate(top));
        let graph = Graph::new(&structure, top);
        let blueprints = Blueprints::new(&graph, top, method == Method::Counting);
        let Solved { parts, of_gate, refusal } = Solved::new(&graph, blueprints, written, budget);
        Self { structure, parts, of_gate, refusal }
    }

    /// Why the answer is not exact, if it is not.
    pub fn refusal(&self) -> Option<Refusal> {
        self.refusal
    }

    /// The diagram of each part; none where it was counted or refused.
    pub(super) fn diagrams(&self) -> impl Iterator<Item = Option<&Diagram>> {
        self.parts.iter().map(|part| match part {
            Part::Diagram(diagram) => Some(diagram),
            _ => None,
        })
    }

    /// How many nodes all diagrams have together.
    pub fn nodes(&self) -> usize {
        self.parts
            .iter()
            .map(|part| match part {
                Part::Diagram(diagram) => diagram.size(),
                _ => 0,
            })
            .sum()
    }

    /// How many modules were solved as diagrams, and how many by counting.
    pub fn modules(&self) -> (usize, usize) {
        let counted = self.parts.iter().filter(|part| matches!(part, Part::Counted(_))).count();
        (self.parts.len() - counted, counted)
    }
}

/// The parts of a structure, solved.
struct Solved {
    parts: Vec<Part>,
    of_gate: Vec<Option<usize>>,
    refusal: Option<Refusal>,
}

impl Solved {
    fn new(graph: &Graph<'_>, blueprints: Blueprints, mut written: Written, budget: &Budget<'_>) -> Self {
        let Blueprints { parts: blueprints, of_gate } = blueprints;
        let mut parts = Vec::with_capacity(blueprints.len());
        let mut refusal = None;
        let mut spent = 0;
        for blueprint in blueprints {
            let part = match blueprint {
                Blueprint::Counted(tally) => Part::Counted(tally),
                Blueprint::Diagram(items) => {
                    match race::diagram(graph, &items, &of_gate, &written, budget, spent) {
                        Ok(diagram) => {
                            spent += diagram.size();
                            Part::Diagram(diagram)
                        }
                        Err(cause) => {
                            refusal.get_or_insert(cause);
                            Part::Refused
                        }
                    }
                }
            };
            written.add_part(part.sources());
            parts.push(part);
        }
        Self { parts, of_gate, refusal }
    }
}

impl Part {
    fn sources(&self) -> &[Source] {
        match self {
            Self::Diagram(diagram) => diagram.sources(),
            Self::Counted(tally) => &tally.sources,
            Self::Refused => &[],
        }
    }
}
