//! Sets that are told one by one.

#![allow(clippy::indexing_slicing, reason = "a set has levels that its elements have")]

use std::cmp::Ordering;

use super::fronts::Goal;
use super::search::Search;
use super::worth::{Ranking, Worth};
use super::{CutSets, NoCutSets};
use crate::reliability::{Budget, Element, ElementId};

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
    /// of lower order, then those with the earlier elements. Where an order is given, only sets with so many elements or fewer are
    /// looked for, and all others are as if they did not exist.
    ///
    /// Which of several equally likely sets are the last ones to be among them is the same every time. Elements that are not given
    /// are at their best level. Takes time and room in proportion to the diagram of the sets and to the sets wanted, however many
    /// others there are; with an order, up to so many times as much.
    ///
    /// # Errors
    /// If the budget does not suffice; what is kept for the search, and the sets found, count as nodes.
    pub fn most_likely(
        &self,
        elements: &[Element],
        up_to_order: Option<usize>,
        count: usize,
        budget: &Budget<'_>,
    ) -> Result<Vec<CutSet>, NoCutSets> {
        // A bound that no set exceeds is none, and costs nothing then.
        let up_to_order = up_to_order.filter(|order| *order < self.highest_order());
        self.listed(elements, Goal { ranking: Ranking::ByProbability, up_to_order }, count, budget)
    }

    /// The minimal cut sets with `order` elements or fewer, at most `at_most` of them, those of the lowest order first.
    ///
    /// # Errors
    /// If the budget does not suffice; what is kept for the search, and the sets found, count as nodes.
    pub fn up_to_order(
        &self,
        elements: &[Element],
        order: usize,
        at_most: usize,
        budget: &Budget<'_>,
    ) -> Result<Listing, NoCutSets> {
        let goal = Goal { ranking: Ranking::ByOrder, up_to_order: Some(order) };
        // One more tells whether there is one more.
        let mut sets = self.listed(elements, goal, at_most.saturating_add(1), budget)?;
        let is_complete = sets.len() <= at_most;
        sets.truncate(at_most);
        Ok(Listing { sets, is_complete })
    }

    fn listed(
        &self,
        elements: &[Element],
        goal: Goal,
        count: usize,
        budget: &Budget<'_>,
    ) -> Result<Vec<CutSet>, NoCutSets> {
        let mut search = Search::new(self, elements, goal, count, budget)?;
        let mut sets: Vec<CutSet> = Vec::new();
        while let Some(events) = search.next_best()? {
            let at = |(element, level): &(ElementId, usize)| self.weights(elements, *element).worse[*level];
            sets.push(CutSet { probability: events.iter().map(at).product(), events });
        }
        // Products in another order may differ in their last digits.
        sets.sort_by(|a, b| a.compare(b, goal.ranking));
        Ok(sets)
    }
}
