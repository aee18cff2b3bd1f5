//! Minimal cut sets: the least that must have gone wrong for a system to fail, counted and ranked without listing them.
//!
//! A cut set says of some elements at which level they are or worse. It is a cut set if the system fails with those elements at just
//! those levels and all others at their best, and minimal if that is no longer so with any of them one level better. For a system
//! that can only get worse with its elements these are the minimal cut sets of the textbooks; for others the definition is that of
//! Antoine Rauzy, "Mathematical foundations of minimal cutsets", IEEE Transactions on Reliability 50 (2001), who reads of a product
//! only what has gone wrong.
//!
//! Each module has its own sets. A module has one value while all its elements are at their best; a set of the whole needs nothing of
//! the module for that value, and for the other one it needs one of the module's sets for that value, which of them does not matter.
//! So whether a module is read straight, negated or in a XOR, the sets of the whole are those over modules and elements, with
//! each module replaced by one of its own sets.

#![allow(
    clippy::indexing_slicing,
    reason = "parts read earlier parts, and variables are those of a part's sources"
)]

mod count;
mod fronts;
mod fussell_vesely;
mod listing;
mod minimal;
mod monotone;
mod ranked;
mod search;
mod spending;
mod worth;

use super::decision::{Edge, Node, Stop};
use super::kept::{Rung, Source, Weights};
use super::{Budget, Element, ElementId, Kept, Refusal};

pub use listing::{CutSet, Listing};

/// Why there are no minimal cut sets, or nothing that is made of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NoCutSets {
    /// The structure was not solved itself.
    #[error(transparent)]
    NotSolved(#[from] Refusal),
    /// Part of the structure was solved by counting, which leaves no diagram to read sets from.
    #[error("minimal cut sets can only be read from a structure that is solved by diagrams alone")]
    Counted,
    /// The sets, or their union, would take too much room.
    #[error("the minimal cut sets take more than {nodes} nodes")]
    TooManyNodes {
        /// How many nodes there was room for.
        nodes: usize,
    },
    /// The time is over.
    #[error("the time was over before the minimal cut sets were found")]
    TimeOver,
    /// The system can get better where an element gets worse, so what cut sets say of it is not exact.
    #[error("the system can get better where an element gets worse")]
    NotCoherent,
}

impl NoCutSets {
    fn stopped(stop: Stop, budget: &Budget<'_>) -> Self {
        match stop {
            Stop::Full | Stop::Spent | Stop::TooManyValues => Self::TooManyNodes { nodes: budget.nodes },
            Stop::Over => Self::TimeOver,
        }
    }
}

/// All minimal cut sets of a structure, in a form that does not list them.
#[derive(Debug)]
pub struct CutSets {
    /// One for each part of the structure, each after those that it reads; the last is the top.
    families: Vec<Family>,
    /// How many levels each element has.
    levels: Vec<usize>,
}

/// The minimal cut sets of a part, over elements and other parts.
#[derive(Debug)]
struct Family {
    /// Each after those that it leads to; the first is the end.
    nodes: Vec<Node>,
    root: Edge,
    sources: Vec<Source>,
    /// What the variables stand for: that a source is at level `step` + 1 or worse. A set with one has those of all lower steps too.
    rungs: Vec<Rung>,
    /// The value of the part while all elements are at their best.
    is_true_at_best: bool,
    /// Whether the part can only go wrong as its sources do.
    is_coherent: bool,
}

impl CutSets {
    /// The minimal cut sets of a structure that was solved by diagrams; `failed` is the value of its top that means failure.
    ///
    /// # Errors
    /// If the structure was refused itself, was solved by counting, or the budget does not suffice.
    pub fn new(kept: &Kept, failed: bool, budget: &Budget<'_>) -> Result<Self, NoCutSets> {
        if let Some(refusal) = kept.refusal() {
            return Err(refusal.into());
        }
        let Some(diagrams) = kept.diagrams().collect::<Option<Vec<_>>>() else {
            return Err(NoCutSets::Counted);
        };
        let is_monotone = monotone::parts(kept, diagrams.len());
        let mut families: Vec<Family> = Vec::with_capacity(diagrams.len());
        let mut spent = 0;
        for (place, diagram) in diagrams.iter().enumerate() {
            let wanted = (place + 1 == diagrams.len()).then_some(failed);
            let room = Budget { nodes: budget.nodes.saturating_sub(spent), ..*budget };
            let family = minimal::family(diagram, &families, wanted, is_monotone[place], &room)
                .map_err(|stop| NoCutSets::stopped(stop, budget))?;
            spent += family.nodes.len();
            families.push(family);
        }
        let levels = kept.structure.all_elements().map(|element| kept.structure.levels(element)).collect();
        Ok(Self { families, levels })
    }

    /// How many nodes all families have together.
    pub fn nodes(&self) -> usize {
        self.families.iter().map(|family| family.nodes.len()).sum()
    }

    /// How likely an element is at each of its levels, and at each or worse; one that is not given is at its best.
    fn weights(&self, elements: &[Element], element: ElementId) -> Weights {
        let law = elements.get(element.index()).map_or(&[1.0][..], Element::law);
        let mut law = law.to_vec();
        law.resize(self.levels[element.index()], 0.0);
        Weights::new(&law)
    }
}

impl Family {
    fn rung(&self, node: &Node) -> Rung {
        self.rungs[node.variable as usize]
    }

    fn source(&self, node: &Node) -> Source {
        self.sources[self.rung(node).source]
    }

    /// Whether the node behind a node's `high` asks for a worse level of the same source.
    fn goes_on(&self, node: &Node) -> bool {
        let next = &self.nodes[node.high.node()];
        let rung = self.rungs.get(next.variable as usize);
        rung.is_some_and(|rung| rung.step > 0 && rung.source == self.rung(node).source)
    }
}
