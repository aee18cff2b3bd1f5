//! In which order a diagram asks for its sources. No order is good for all structures, so several are raced.

#![allow(clippy::indexing_slicing, reason = "numbers are those of the structure's formulas and elements")]

use std::cmp::Ordering;

use rustc_hash::FxHashMap;

use super::blueprint::Source;
use super::graph::{Graph, Vertex};
use crate::reliability::ElementId;
use crate::reliability::structure::Item;

/// A rule by which a walk down from the top orders what a gate reads; sources are asked for in the order in which the walk meets
/// them first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Order {
    /// As the structure has it.
    AsMade,
    /// The largest below first: what is deep gets the upper place.
    LargestFirst,
    /// The smallest below first.
    SmallestFirst,
    /// What is read most often first, so that what is shared is known early.
    MostReadFirst,
    /// Sources before gates, what is read most often first.
    SourcesFirst,
    /// By weight handed down from the top in equal shares, heaviest first. Shin-ichi Minato, Nagisa Ishiura, Shuzo Yajima, "Shared
    /// binary decision diagram with attributed edges for efficient Boolean function manipulation", Design Automation Conference
    /// (1990).
    ByWeight,
}

impl Order {
    pub const ALL: [Self; 6] = [
        Self::LargestFirst,
        Self::MostReadFirst,
        Self::AsMade,
        Self::ByWeight,
        Self::SourcesFirst,
        Self::SmallestFirst,
    ];
}

/// The formulas of a part as a graph of their own: formulas first, in the order of making, then sources.
pub(super) struct Local {
    /// What each formula reads, in the structure's order.
    pub children: Vec<Vec<usize>>,
    pub sources: Vec<Source>,
    /// How many times each formula or source is read.
    readers: Vec<u32>,
    /// How many formulas a walk that knows nothing of sharing meets below each.
    size: Vec<f64>,
}

impl Local {
    pub fn new(graph: &Graph<'_>, items: &[Item], of_gate: &[Option<usize>]) -> Self {
        let place_of: FxHashMap<Vertex, usize> =
            items.iter().enumerate().map(|(place, item)| (graph.vertex(*item), place)).collect();
        let mut local =
            Self { children: Vec::new(), sources: Vec::new(), readers: Vec::new(), size: Vec::new() };
        let mut place_of_source: FxHashMap<Vertex, usize> = FxHashMap::default();
        let first_element = graph.structure.gates() + graph.structure.amounts();
        for item in items {
            let mut children = Vec::new();
            for &child in graph.children(graph.vertex(*item)) {
                let place = place_of.get(&child).copied().unwrap_or_else(|| {
                    *place_of_source.entry(child).or_insert_with(|| {
                        local.sources.push(match of_gate.get(child).copied().flatten() {
                            Some(part) => Source::Part(part),
                            None => Source::Element(ElementId::at(child - first_element)),
                        });
                        items.len() + local.sources.len() - 1
                    })
                });
                children.push(place);
            }
            local.children.push(children);
        }
        local.children.resize(items.len() + local.sources.len(), Vec::new());
        local.readers = vec![0; local.children.len()];
        local.size = vec![1.0; local.children.len()];
        for place in 0..local.children.len() {
            let mut size = 1.0;
            for &child in &local.children[place] {
                local.readers[child] += 1;
                size += local.size[child];
            }
            local.size[place] = size;
        }
        local
    }

    /// The place of each source in that order.
    pub fn ranks(&self, order: Order) -> Vec<u32> {
        let formulas = self.children.len() - self.sources.len();
        let weight = if order == Order::ByWeight { self.weights(formulas) } else { Vec::new() };
        let mut ranks = vec![u32::MAX; self.sources.len()];
        let mut next = 0;
        let mut seen = vec![false; self.children.len()];
        let mut walk = vec![formulas - 1];
        while let Some(place) = walk.pop() {
            if std::mem::replace(&mut seen[place], true) {
                continue;
            }
            if place >= formulas {
                ranks[place - formulas] = next;
                next += 1;
                continue;
            }
            let mut children = self.children[place].clone();
            children.sort_by(|a, b| self.before(order, &weight, formulas, *a, *b));
            walk.extend(children.into_iter().rev());
        }
        ranks
    }

    /// How many times each formula or source is read.
    pub fn times_read(&self) -> Vec<u32> {
        self.readers.clone()
    }

    fn before(&self, order: Order, weight: &[f64], formulas: usize, a: usize, b: usize) -> Ordering {
        let larger = || self.size[b].total_cmp(&self.size[a]);
        let more_read = || self.readers[b].cmp(&self.readers[a]);
        match order {
            Order::AsMade => Ordering::Equal,
            Order::LargestFirst => larger(),
            Order::SmallestFirst => larger().reverse(),
            Order::MostReadFirst => more_read().then_with(larger),
            Order::SourcesFirst => (a < formulas).cmp(&(b < formulas)).then_with(more_read).then_with(larger),
            Order::ByWeight => weight[b].total_cmp(&weight[a]),
        }
    }

    fn weights(&self, formulas: usize) -> Vec<f64> {
        let mut weight = vec![0.0; self.children.len()];
        weight[formulas - 1] = 1.0;
        for place in (0..formulas).rev() {
            let children = &self.children[place];
            let each = weight[place] / f64::from(u32::try_from(children.len().max(1)).unwrap_or(u32::MAX));
            for &child in children {
                weight[child] += each;
            }
        }
        weight
    }
}
