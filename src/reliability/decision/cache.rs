//! What was worked out lately.

#![allow(clippy::indexing_slicing, reason = "slots are taken modulo the cache's length")]

use super::Edge;

#[derive(Clone, Copy)]
struct Entry {
    a: Edge,
    b: Edge,
    result: Edge,
}

/// Never asked for: no work is kept of twice the same.
const EMPTY: Entry = Entry { a: Edge::TRUE, b: Edge::TRUE, result: Edge::TRUE };

/// Results by their operands. A newer result takes the slot of an older one.
pub(super) struct Cache {
    entries: Vec<Entry>,
}

const FEWEST: usize = 1 << 12;
const MOST: usize = 1 << 23;

impl Cache {
    pub fn new() -> Self {
        Self { entries: vec![EMPTY; FEWEST] }
    }

    pub fn get(&self, a: Edge, b: Edge) -> Option<Edge> {
        let entry = &self.entries[self.slot(a, b)];
        (entry.a == a && entry.b == b).then_some(entry.result)
    }

    pub fn put(&mut self, a: Edge, b: Edge, result: Edge) {
        let slot = self.slot(a, b);
        self.entries[slot] = Entry { a, b, result };
    }

    /// Makes room as the number of nodes grows.
    pub fn grow_to(&mut self, nodes: usize) {
        if nodes > self.entries.len() && self.entries.len() < MOST {
            let length = self.entries.len() * 4;
            let old = std::mem::replace(&mut self.entries, vec![EMPTY; length.min(MOST)]);
            for entry in old {
                if entry.a != entry.b {
                    self.put(entry.a, entry.b, entry.result);
                }
            }
        }
    }

    /// Forgets all.
    pub fn clear(&mut self, nodes: usize) {
        let length = (nodes * 2).next_power_of_two().clamp(FEWEST, MOST).min(self.entries.len());
        self.entries.clear();
        self.entries.resize(length, EMPTY);
    }

    fn slot(&self, a: Edge, b: Edge) -> usize {
        let mixed = (u64::from(a.0) << 32 | u64::from(b.0)).wrapping_mul(0x9E37_79B9_7F4A_7C15);
        let mixed = (mixed ^ mixed >> 32).wrapping_mul(0xD6E8_FEB8_6659_FD93);
        usize::try_from(mixed >> 32).unwrap_or(0) & (self.entries.len() - 1)
    }
}
