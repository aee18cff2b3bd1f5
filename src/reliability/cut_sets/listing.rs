//! Sets that are told one by one.

#![allow(clippy::indexing_slicing, reason = "a set has levels that its elements have")]

use std::cmp::Ordering;

use super::CutSets;
use super::search::{Ranking, Search, Worth};
use crate::reliability::{Element, ElementId};

/// A minimal cut set.
#[derive(Clone, Debug, PartialEq)]
pub struct CutSet {
    /// Its elements, in the order of adding, each with the level that it must be at or worse; level 0 is the best.
    pub events: Vec<(ElementId, usize)>,
    /// The probability that all of them are.
    pub probability: f64,
}

/// Minimal cut sets up to an order.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Listing {
    /// The sets by order; of one order the likeliest first.
    pub sets: Vec<CutSet>,
    /// Whether these are all of them.
    pub is_complete: bool,
}

impl CutSet {
    /// How many elements it has.
    pub fn order(&self) -> usize {
        self.events.len()
    }

    fn worth(&self) -> Worth {
        Worth { order: self.order(), probability: self.probability }
    }

    fn compare(&self, other: &Self, ranking: Ranking) -> Ordering {
        ranking.compare(self.worth(), other.worth()).then_with(|| self.events.cmp(&other.events))
    }
}

impl CutSets {
    /// So many of the likeliest minimal cut sets, or all if there are not so many, the likeliest first; of equally likely ones those
    /// of lower order, then those with the earlier elements.
    ///
    /// Which of several equally likely sets are the last ones to be among them is the same every time. Elements that are not given
    /// are at their best level. Takes time and room in proportion to the diagram of the sets and to the sets wanted, however many
    /// others there are.
    pub fn most_likely(&self, elements: &[Element], count: usize) -> Vec<CutSet> {
        let search = Search::new(self, elements, Ranking::ByProbability, usize::MAX, count);
        listed(self, search, elements, Ranking::ByProbability)
    }

    /// The minimal cut sets with `order` elements or fewer, at most `at_most` of them.
    pub fn up_to_order(&self, elements: &[Element], order: usize, at_most: usize) -> Listing {
        // One more tells whether there is one more.
        let search = Search::new(self, elements, Ranking::ByOrder, order, at_most.saturating_add(1));
        let mut sets = listed(self, search, elements, Ranking::ByOrder);
        let is_complete = sets.len() <= at_most;
        sets.truncate(at_most);
        Listing { sets, is_complete }
    }
}

fn listed(of: &CutSets, search: Search<'_>, elements: &[Element], ranking: Ranking) -> Vec<CutSet> {
    let mut sets: Vec<CutSet> = search
        .map(|events| {
            let at = |(element, level): &(ElementId, usize)| of.weights(elements, *element).worse[*level];
            CutSet { probability: events.iter().map(at).product(), events }
        })
        .collect();
    // Products in another order may differ in their last digits.
    sets.sort_by(|a, b| a.compare(b, ranking));
    sets
}
