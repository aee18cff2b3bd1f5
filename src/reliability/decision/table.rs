//! Finding a node by what it is.

#![allow(
    clippy::indexing_slicing,
    reason = "slots are taken modulo the table's length, and places are those of nodes"
)]

use super::Node;

/// Places of nodes by the hash of the node, with open addressing; 0, the place of the end, stands for an empty slot.
pub(super) struct Table {
    slots: Vec<u32>,
    used: usize,
}

const FEWEST: usize = 1 << 10;

impl Table {
    pub fn new() -> Self {
        Self { slots: vec![0; FEWEST], used: 0 }
    }

    /// The place of a node, or the slot for it.
    pub fn find(&self, node: &Node, nodes: &[Node]) -> Result<u32, usize> {
        let mask = self.slots.len() - 1;
        let mut slot = self.first_slot(node);
        loop {
            let place = self.slots[slot];
            if place == 0 {
                return Err(slot);
            }
            if nodes[place as usize] == *node {
                return Ok(place);
            }
            slot = (slot + 1) & mask;
        }
    }

    /// Puts the place of a node into its slot.
    pub fn put(&mut self, slot: usize, place: u32, nodes: &[Node]) {
        self.slots[slot] = place;
        self.used += 1;
        if self.used * 4 > self.slots.len() * 3 {
            self.refill(nodes, self.slots.len() * 2);
        }
    }

    /// Forgets all and takes all of these nodes but the end.
    pub fn refill(&mut self, nodes: &[Node], at_least: usize) {
        let length = (nodes.len() * 2).max(at_least).max(FEWEST).next_power_of_two();
        self.slots.clear();
        self.slots.resize(length, 0);
        self.slots.shrink_to_fit();
        self.used = nodes.len().saturating_sub(1);
        let mask = length - 1;
        for (node, place) in nodes.iter().zip(0_u32..).skip(1) {
            let mut slot = self.first_slot(node);
            while self.slots[slot] != 0 {
                slot = (slot + 1) & mask;
            }
            self.slots[slot] = place;
        }
    }

    fn first_slot(&self, node: &Node) -> usize {
        let branches = u64::from(node.low.0) << 32 | u64::from(node.high.0);
        let mixed = (branches ^ u64::from(node.variable).wrapping_mul(0xD6E8_FEB8_6659_FD93))
            .wrapping_mul(0x9E37_79B9_7F4A_7C15);
        let mixed = (mixed ^ mixed >> 29).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        // The upper bits are the well mixed ones.
        usize::try_from(mixed >> 32).unwrap_or(0) & (self.slots.len() - 1)
    }
}
