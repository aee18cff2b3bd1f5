//! Clearing up: nodes that no function needs any more make room.

#![allow(clippy::indexing_slicing, reason = "an edge is made where its node is put into the arena")]

use super::{Arena, Edge, Node};

impl Arena<'_> {
    /// Keeps only what these functions need; they get new edges, all others lose their meaning.
    pub fn keep_only(&mut self, functions: &mut [Edge]) {
        let mut needed = vec![false; self.nodes.len()];
        needed[0] = true;
        for function in functions.iter() {
            needed[function.node()] = true;
        }
        // A node's number is above those of its branches, so one walk down reaches everything.
        for place in (1..self.nodes.len()).rev() {
            if needed[place] {
                let Node { low, high, .. } = self.nodes[place];
                needed[low.node()] = true;
                needed[high.node()] = true;
            }
        }
        let mut moved = vec![0_u32; self.nodes.len()];
        let to = |moved: &[u32], edge: Edge| Edge(moved[edge.node()] << 1).negated_if(edge.is_negated());
        let mut kept = 1;
        for place in 1..self.nodes.len() {
            if needed[place] {
                let Node { variable, low, high } = self.nodes[place];
                self.nodes[kept as usize] = Node { variable, low: to(&moved, low), high: to(&moved, high) };
                moved[place] = kept;
                kept += 1;
            }
        }
        self.nodes.truncate(kept as usize);
        for function in functions {
            *function = to(&moved, *function);
        }
        self.table.refill(&self.nodes, 0);
        self.cache.clear(self.nodes.len());
    }
}
