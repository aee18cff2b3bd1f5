//! The best sets first, without looking at the others.

#![allow(
    clippy::indexing_slicing,
    reason = "families read earlier families, and edges lead to nodes of their family"
)]

use std::cmp::Ordering;
use std::collections::BinaryHeap;

use super::fronts::{Fronts, Goal};
use super::ranked::Ranked;
use super::spending::Spending;
use super::worth::{Ranking, Worth};
use super::{CutSets, NoCutSets};
use crate::reliability::decision::{EMPTY_SET, Edge};
use crate::reliability::kept::Source;
use crate::reliability::{Budget, Element, ElementId};

/// Nodes in the room of a set of which part is known, of an element of it, and of a module after which a search goes on.
const ROOM_OF_PARTIAL: usize = 5;
const ROOM_OF_TAKEN: usize = 1;
const ROOM_OF_WAITING: usize = 2;

/// Nodes in the room of a set that was found, but for its elements.
const ROOM_OF_SET: usize = 1;

/// A node where a search stands or has to go on later.
#[derive(Clone, Copy)]
struct Place {
    family: usize,
    edge: Edge,
}

/// Where to go on once the module is done with.
#[derive(Clone, Copy)]
struct Waiting {
    place: Place,
    next: Option<usize>,
}

/// What stands in a set so far, from the last back to the first.
#[derive(Clone, Copy)]
struct Taken {
    element: ElementId,
    level: usize,
    before: Option<usize>,
}

/// A set of which part is known.
#[derive(Clone, Copy)]
struct Partial {
    /// What the best set is worth that begins like this.
    worth: Worth,
    so_far: Worth,
    place: Place,
    waiting: Option<usize>,
    taken: Option<usize>,
    /// What is taken besides, once the search comes here.
    takes: Option<(ElementId, usize)>,
    /// The earlier one goes first where two are worth the same.
    number: u64,
    ranking: Ranking,
}

impl Ord for Partial {
    fn cmp(&self, other: &Self) -> Ordering {
        let better = self.ranking.compare(other.worth, self.worth);
        better.then(other.number.cmp(&self.number))
    }
}

impl PartialOrd for Partial {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Partial {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other).is_eq()
    }
}

impl Eq for Partial {}

/// The sets one after the other, the best first.
///
/// What the best set below each node is worth is known beforehand, so that a search that always goes on with the most promising
/// beginning walks straight to the next best set and leaves beside its way one beginning for each branch not taken. Peter Hart, Nils
/// Nilsson, Bertram Raphael, "A formal basis for the heuristic determination of minimum cost paths", IEEE Transactions on Systems
/// Science and Cybernetics 4 (1968).
pub(super) struct Search<'a> {
    ranked: Vec<Ranked<'a>>,
    goal: Goal,
    open: BinaryHeap<Partial>,
    waiting: Vec<Waiting>,
    /// What all that is still to come after each module is worth at best.
    after: Fronts,
    taken: Vec<Taken>,
    number: u64,
    /// How many sets are still wanted.
    wanted: usize,
    spending: Spending<'a>,
}

/// Beginnings below which throwing away the worst is not worth while.
const FEW_OPEN: usize = 1 << 12;

impl<'a> Search<'a> {
    /// Looks for at most so many sets.
    pub fn new(
        sets: &'a CutSets,
        elements: &[Element],
        goal: Goal,
        wanted: usize,
        budget: &Budget<'a>,
    ) -> Result<Self, NoCutSets> {
        let mut spending = Spending::new(budget);
        let mut ranked: Vec<Ranked<'a>> = Vec::with_capacity(sets.families.len());
        for family in &sets.families {
            let next = Ranked::new(sets, family, &ranked, elements, goal, &mut spending)?;
            ranked.push(next);
        }
        let mut search = Self {
            ranked,
            goal,
            open: BinaryHeap::new(),
            waiting: Vec::new(),
            after: Fronts::default(),
            taken: Vec::new(),
            number: 0,
            wanted,
            spending,
        };
        if let Some(last) = search.ranked.len().checked_sub(1) {
            let place = Place { family: last, edge: search.ranked[last].family.root };
            if let Some(start) = search.partial(Worth::NONE, place, None, None)? {
                search.offer(start)?;
            }
        }
        Ok(search)
    }

    /// A beginning, if there is a set that begins like this.
    fn partial(
        &mut self,
        so_far: Worth,
        place: Place,
        waiting: Option<usize>,
        taken: Option<usize>,
    ) -> Result<Option<Partial>, NoCutSets> {
        let here = self.ranked[place.family].best(place.edge);
        self.spending.work(1 + here.len())?;
        let after = waiting.map(|waiting| self.after.get(waiting));
        let Some(worth) = self.goal.best(so_far, here, after) else { return Ok(None) };
        self.number += 1;
        Ok(Some(Partial {
            worth,
            so_far,
            place,
            waiting,
            taken,
            takes: None,
            number: self.number,
            ranking: self.goal.ranking,
        }))
    }

    fn offer(&mut self, partial: Partial) -> Result<(), NoCutSets> {
        self.spending.keep(ROOM_OF_PARTIAL)?;
        self.open.push(partial);
        // Each beginning leads to a set of the worth that it promises, so no more of them are needed than sets are wanted.
        if self.open.len() > self.wanted.saturating_mul(2).max(FEW_OPEN) {
            let mut open = std::mem::take(&mut self.open).into_vec();
            open.sort_unstable_by(|a, b| b.cmp(a));
            self.spending.release(open.len().saturating_sub(self.wanted) * ROOM_OF_PARTIAL);
            open.truncate(self.wanted);
            self.open = open.into();
        }
        Ok(())
    }

    /// The two ways on from a node, the better one first.
    fn ways(&mut self, partial: &Partial) -> Result<[Option<Partial>; 2], NoCutSets> {
        let Partial { so_far, place, waiting, taken, .. } = *partial;
        let ranked = &self.ranked[place.family];
        let node = ranked.family.nodes[place.edge.node()];
        let (rung, source) = (ranked.family.rung(&node), ranked.family.source(&node));
        let (so_far_low, so_far_high) = (so_far.with(ranked.low(&node)), so_far.with(ranked.high(&node)));
        let low = self.partial(so_far_low, Place { edge: node.low, ..place }, waiting, taken)?;
        let next = Place { edge: node.high, ..place };
        let high = match source {
            Source::Element(element) => self
                .partial(so_far_high, next, waiting, taken)?
                .map(|high| Partial { takes: Some((element, rung.step + 1)), ..high }),
            Source::Part(part) => {
                let waiting = self.wait(next, waiting)?;
                let inside = Place { family: part, edge: self.ranked[part].family.root };
                self.partial(so_far_high, inside, Some(waiting), taken)?
            }
        };
        Ok(match (low, high) {
            (Some(low), Some(high)) if self.goal.ranking.compare(high.worth, low.worth).is_lt() => {
                [Some(high), Some(low)]
            }
            (None, high) => [high, None],
            ways => [ways.0, ways.1],
        })
    }

    fn wait(&mut self, place: Place, next: Option<usize>) -> Result<usize, NoCutSets> {
        let here = self.ranked[place.family].best(place.edge);
        let after = next.map_or(&[Worth::NONE][..], |next| self.after.get(next));
        let mut both = Vec::new();
        self.spending.work(self.goal.combine(here, after, &mut both))?;
        self.spending.keep(ROOM_OF_WAITING + both.len())?;
        self.after.push(&both);
        self.waiting.push(Waiting { place, next });
        Ok(self.waiting.len() - 1)
    }

    /// The elements of a set with their levels, in the order of elements.
    fn events(&self, taken: Option<usize>) -> Vec<(ElementId, usize)> {
        let mut events: Vec<(ElementId, usize)> = Vec::new();
        let mut next = taken;
        while let Some(place) = next {
            let Taken { element, level, before } = self.taken[place];
            // The worst level of an element was taken last.
            if events.last().is_none_or(|(last, _)| *last != element) {
                events.push((element, level));
            }
            next = before;
        }
        events.sort_unstable();
        events
    }
    /// The next set, or none if there is none or no more are wanted.
    pub fn next_best(&mut self) -> Result<Option<Vec<(ElementId, usize)>>, NoCutSets> {
        if self.wanted == 0 {
            return Ok(None);
        }
        let Some(mut partial) = self.open.pop() else { return Ok(None) };
        self.spending.release(ROOM_OF_PARTIAL);
        loop {
            if let Some((element, level)) = partial.takes.take() {
                self.spending.keep(ROOM_OF_TAKEN)?;
                self.taken.push(Taken { element, level, before: partial.taken });
                partial.taken = Some(self.taken.len() - 1);
            }
            if partial.place.edge == EMPTY_SET {
                let Some(waiting) = partial.waiting else { break };
                let Waiting { place, next } = self.waiting[waiting];
                partial = Partial { place, waiting: next, ..partial };
                continue;
            }
            let [better, other] = self.ways(&partial)?;
            if let Some(other) = other {
                self.offer(other)?;
            }
            let Some(better) = better else { return Ok(None) };
            partial = better;
        }
        self.wanted -= 1;
        let events = self.events(partial.taken);
        self.spending.work(1 + events.len())?;
        self.spending.keep(ROOM_OF_SET + events.len())?;
        Ok(Some(events))
    }
}
