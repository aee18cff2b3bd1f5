//! Orders of the elements that come from the structure as it was written, before gates were drawn together and modules taken out.
//!
//! What helps in one tree hurts in another, so these run beside the orders of the parts themselves.

#![allow(clippy::indexing_slicing, reason = "numbers are those of the structure's elements and of the parts")]

use super::blueprint::Source;
use super::graph::Graph;
use super::order::{Local, Order};
use crate::reliability::Structure;
use crate::reliability::structure::Item;

const ORDERS: [Order; 3] = [Order::LargestFirst, Order::MostReadFirst, Order::AsMade];

/// For each order the place of every element, and then of every part: that of its first element.
pub(super) struct Written {
    elements: Vec<Vec<u32>>,
    parts: Vec<Vec<u32>>,
}

impl Written {
    pub fn new(structure: &Structure, top: Item) -> Self {
        let graph = Graph::new(structure, top);
        let read = |item: &&Item| graph.readers[graph.vertex(**item)] > 0;
        let items: Vec<Item> = structure.items().iter().filter(read).copied().collect();
        let local = Local::new(&graph, &items, &[]);
        let elements = ORDERS.map(|order| {
            let mut places = vec![u32::MAX; structure.elements()];
            for (source, rank) in local.sources.iter().zip(local.ranks(order)) {
                if let Source::Element(element) = source {
                    places[element.index()] = rank;
                }
            }
            places
        });
        Self { elements: elements.into(), parts: vec![Vec::new(); ORDERS.len()] }
    }

    /// Takes in the next part, which reads these sources.
    pub fn add_part(&mut self, sources: &[Source]) {
        for order in 0..ORDERS.len() {
            let first = sources.iter().map(|source| self.place(order, *source)).min().unwrap_or(u32::MAX);
            self.parts[order].push(first);
        }
    }

    /// For each order, the ranks of these sources.
    pub fn ranks(&self, sources: &[Source]) -> Vec<Vec<u32>> {
        let by_order = |order: usize| {
            let mut places: Vec<usize> = (0..sources.len()).collect();
            places.sort_by_key(|source| self.place(order, sources[*source]));
            let mut ranks = vec![0; sources.len()];
            for (place, rank) in places.into_iter().zip(0..) {
                ranks[place] = rank;
            }
            ranks
        };
        (0..ORDERS.len()).map(by_order).collect()
    }

    fn place(&self, order: usize, source: Source) -> u32 {
        match source {
            Source::Element(element) => self.elements[order][element.index()],
            Source::Part(part) => self.parts[order][part],
        }
    }
}
