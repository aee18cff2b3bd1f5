//! The best sets first, without looking at the others.

#![allow(
    clippy::indexing_slicing,
    reason = "families read earlier families, and edges lead to nodes of their family"
)]

use std::cmp::Ordering;
use std::collections::BinaryHeap;

use super::{CutSets, Family};
use crate::reliability::decision::{EMPTY_SET, Edge, NOTHING, Node};
use crate::reliability::kept::Source;
use crate::reliability::{Element, ElementId};

/// What counts first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Ranking {
    ByProbability,
    ByOrder,
}

/// What a set, or part of one, is worth.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Worth {
    pub order: usize,
    pub probability: f64,
}

impl Worth {
    const NONE: Self = Self { order: 0, probability: 1.0 };

    fn with(self, other: Self) -> Self {
        Self { order: self.order + other.order, probability: self.probability * other.probability }
    }
}

impl Ranking {
    /// Less is better.
    pub fn compare(self, a: Worth, b: Worth) -> Ordering {
        let (order, probability) = (a.order.cmp(&b.order), b.probability.total_cmp(&a.probability));
        match self {
            Self::ByProbability => probability.then(order),
            Self::ByOrder => order.then(probability),
        }
    }

    fn better(self, a: Option<Worth>, b: Option<Worth>) -> Option<Worth> {
        match (a, b) {
            (Some(a), Some(b)) if self.compare(b, a).is_lt() => Some(b),
            (Some(a), _) => Some(a),
            (None, b) => b,
        }
    }
}

/// A family with what the best set below each node is worth; none where there is no set.
struct Ranked<'a> {
    family: &'a Family,
    /// For each source how likely it is at each level or worse.
    worse: Vec<Vec<f64>>,
    best: Vec<Option<Worth>>,
}

impl Ranked<'_> {
    fn best(&self, edge: Edge) -> Option<Worth> {
        if edge == NOTHING { None } else { self.best[edge.node()] }
    }

    /// What is added on the way to a node's `low`. Where a node asks for a further level of an element, only now is it known at
    /// which level the element stands in the set.
    fn low(&self, node: &Node) -> Worth {
        let rung = self.family.rung(node);
        let probability = if rung.step == 0 { 1.0 } else { self.worse[rung.source][rung.step] };
        Worth { order: 0, probability }
    }

    /// What is added on the way to a node's `high`, but for what a part adds.
    fn high(&self, node: &Node) -> Worth {
        let rung = self.family.rung(node);
        if matches!(self.family.source(node), Source::Part(_)) {
            return Worth::NONE;
        }
        let is_done = !self.family.goes_on(node);
        Worth {
            order: usize::from(rung.step == 0),
            probability: if is_done { self.worse[rung.source][rung.step + 1] } else { 1.0 },
        }
    }
}

/// A node where a search stands or has to go on later.
#[derive(Clone, Copy)]
struct Place {
    family: usize,
    edge: Edge,
}

/// Where to go on once the module is done with, and what all that is still to come after the module is worth at best.
#[derive(Clone, Copy)]
struct Waiting {
    place: Place,
    worth: Worth,
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
    ranking: Ranking,
    most_order: usize,
    open: BinaryHeap<Partial>,
    waiting: Vec<Waiting>,
    taken: Vec<Taken>,
    number: u64,
    /// How many sets are still wanted.
    wanted: usize,
}

/// Beginnings below which throwing away the worst is not worth while.
const FEW_OPEN: usize = 1 << 12;

impl<'a> Search<'a> {
    /// Looks for at most so many sets with at most so many elements.
    pub fn new(
        sets: &'a CutSets,
        elements: &[Element],
        ranking: Ranking,
        most_order: usize,
        wanted: usize,
    ) -> Self {
        let mut ranked: Vec<Ranked<'a>> = Vec::with_capacity(sets.families.len());
        for family in &sets.families {
            let next = rank(sets, family, &ranked, elements, ranking);
            ranked.push(next);
        }
        let mut search = Self {
            ranked,
            ranking,
            most_order,
            open: BinaryHeap::new(),
            waiting: Vec::new(),
            taken: Vec::new(),
            number: 0,
            wanted,
        };
        if let Some(last) = search.ranked.len().checked_sub(1) {
            let place = Place { family: last, edge: search.ranked[last].family.root };
            if let Some(start) = search.partial(Worth::NONE, place, None, None) {
                search.offer(start);
            }
        }
        search
    }

    /// A beginning, if there is a set that begins like this.
    fn partial(
        &mut self,
        so_far: Worth,
        place: Place,
        waiting: Option<usize>,
        taken: Option<usize>,
    ) -> Option<Partial> {
        let here = so_far.with(self.ranked[place.family].best(place.edge)?);
        let worth = waiting.map_or(here, |waiting| here.with(self.waiting[waiting].worth));
        self.number += 1;
        Some(Partial {
            worth,
            so_far,
            place,
            waiting,
            taken,
            takes: None,
            number: self.number,
            ranking: self.ranking,
        })
    }

    fn offer(&mut self, partial: Partial) {
        if partial.worth.order > self.most_order {
            return;
        }
        self.open.push(partial);
        // Each beginning leads to a set of the worth that it promises, so no more of them are needed than sets are wanted.
        if self.open.len() > self.wanted.saturating_mul(2).max(FEW_OPEN) {
            let mut open = std::mem::take(&mut self.open).into_vec();
            open.sort_unstable_by(|a, b| b.cmp(a));
            open.truncate(self.wanted);
            self.open = open.into();
        }
    }

    /// The two ways on from a node, the better one first.
    fn ways(&mut self, partial: &Partial) -> [Option<Partial>; 2] {
        let Partial { so_far, place, waiting, taken, .. } = *partial;
        let ranked = &self.ranked[place.family];
        let node = ranked.family.nodes[place.edge.node()];
        let (rung, source) = (ranked.family.rung(&node), ranked.family.source(&node));
        let (so_far_low, so_far_high) = (so_far.with(ranked.low(&node)), so_far.with(ranked.high(&node)));
        let low = self.partial(so_far_low, Place { edge: node.low, ..place }, waiting, taken);
        let next = Place { edge: node.high, ..place };
        let high = match source {
            Source::Element(element) => self
                .partial(so_far_high, next, waiting, taken)
                .map(|high| Partial { takes: Some((element, rung.step + 1)), ..high }),
            Source::Part(part) => self.wait(next, waiting).and_then(|waiting| {
                let inside = Place { family: part, edge: self.ranked[part].family.root };
                self.partial(so_far_high, inside, Some(waiting), taken)
            }),
        };
        match (low, high) {
            (Some(low), Some(high)) if self.ranking.compare(high.worth, low.worth).is_lt() => {
                [Some(high), Some(low)]
            }
            (None, high) => [high, None],
            ways => [ways.0, ways.1],
        }
    }

    fn wait(&mut self, place: Place, next: Option<usize>) -> Option<usize> {
        let here = self.ranked[place.family].best(place.edge)?;
        let worth = next.map_or(here, |next| here.with(self.waiting[next].worth));
        self.waiting.push(Waiting { place, worth, next });
        Some(self.waiting.len() - 1)
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
}

impl Iterator for Search<'_> {
    type Item = Vec<(ElementId, usize)>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.wanted == 0 {
            return None;
        }
        let mut partial = self.open.pop()?;
        loop {
            if let Some((element, level)) = partial.takes.take() {
                self.taken.push(Taken { element, level, before: partial.taken });
                partial.taken = Some(self.taken.len() - 1);
            }
            if partial.place.edge == EMPTY_SET {
                let Some(waiting) = partial.waiting else { break };
                let Waiting { place, next, .. } = self.waiting[waiting];
                partial = Partial { place, waiting: next, ..partial };
                continue;
            }
            let [better, other] = self.ways(&partial);
            if let Some(other) = other {
                self.offer(other);
            }
            partial = better?;
        }
        self.wanted -= 1;
        Some(self.events(partial.taken))
    }
}

fn rank<'a>(
    sets: &CutSets,
    family: &'a Family,
    ranked: &[Ranked<'_>],
    elements: &[Element],
    ranking: Ranking,
) -> Ranked<'a> {
    let worse = family
        .sources
        .iter()
        .map(|source| match *source {
            Source::Element(element) => sets.weights(elements, element).worse,
            Source::Part(_) => Vec::new(),
        })
        .collect();
    let mut next = Ranked { family, worse, best: Vec::with_capacity(family.nodes.len()) };
    next.best.push(Some(Worth::NONE));
    for node in family.nodes.iter().skip(1) {
        let low = next.best(node.low).map(|best| best.with(next.low(node)));
        let mut high = next.best(node.high).map(|best| best.with(next.high(node)));
        if let Source::Part(part) = family.source(node) {
            let inside = ranked[part].best(ranked[part].family.root);
            high = high.zip(inside).map(|(high, inside)| high.with(inside));
        }
        next.best.push(ranking.better(low, high));
    }
    next
}
