//! Functions while they are needed, in an arena that is cleared up when it gets full.

#![allow(clippy::indexing_slicing, reason = "slots are made before they are used")]

use super::Built;
use crate::reliability::decision::{Arena, Edge, Stop};

/// Nodes below which clearing up is not worth while.
const FEW: usize = 1 << 19;

/// Slots with functions. The first belong to the part's formulas and sources, others are lent.
pub(super) struct Holding<'a> {
    arena: Arena<'a>,
    slots: Vec<Edge>,
    free: Vec<usize>,
    /// Size at which to clear up.
    crowded: usize,
}

#[derive(Clone, Copy)]
pub(super) enum Join {
    And,
    Or,
    Xor,
}

impl<'a> Holding<'a> {
    pub fn new(arena: Arena<'a>, slots: usize) -> Self {
        Self { arena, slots: vec![Edge::FALSE; slots], free: Vec::new(), crowded: FEW }
    }

    /// A slot of its own for a function.
    pub fn lend(&mut self, edge: Edge) -> usize {
        let slot = self.free.pop().unwrap_or_else(|| {
            self.slots.push(edge);
            self.slots.len() - 1
        });
        self.slots[slot] = edge;
        slot
    }

    /// Takes a lent slot back.
    pub fn give_back(&mut self, slot: usize) {
        self.forget(slot);
        self.free.push(slot);
    }

    /// The function of the slot is not needed any more.
    pub fn forget(&mut self, slot: usize) {
        self.slots[slot] = Edge::FALSE;
    }

    pub fn get(&self, slot: usize) -> Edge {
        self.slots[slot]
    }

    pub fn set(&mut self, slot: usize, edge: Edge) {
        self.slots[slot] = edge;
    }

    /// The first variable that the function of a slot asks for.
    pub fn variable(&self, slot: usize) -> u32 {
        self.arena.variable(self.slots[slot])
    }

    pub fn make(&mut self, variable: u32, low: Edge, high: Edge) -> Result<Edge, Stop> {
        self.arena.make(variable, low, high)
    }

    /// Joins the function of another slot to that of a slot.
    pub fn join(&mut self, into: usize, join: Join, other: usize) -> Result<(), Stop> {
        if self.arena.size() > self.crowded {
            self.clear_up();
        }
        let made = match self.joined(into, join, other) {
            // What is not needed any more may be enough room.
            Err(Stop::Full) => {
                let before = self.arena.size();
                self.clear_up();
                if self.arena.size() * 4 > before * 3 {
                    return Err(Stop::Full);
                }
                self.joined(into, join, other)?
            }
            made => made?,
        };
        self.slots[into] = made;
        Ok(())
    }

    fn joined(&mut self, into: usize, join: Join, other: usize) -> Result<Edge, Stop> {
        let (a, b) = (self.slots[into], self.slots[other]);
        match join {
            Join::And => self.arena.and(a, b),
            Join::Or => self.arena.or(a, b),
            Join::Xor => self.arena.xor(a, b),
        }
    }

    fn clear_up(&mut self) {
        self.arena.keep_only(&mut self.slots);
        self.crowded = (self.arena.size() * 4).max(FEW);
    }

    /// The function of one slot, and nothing else.
    pub fn finish(mut self, slot: usize) -> Built {
        let mut root = [self.slots[slot]];
        self.arena.keep_only(&mut root);
        Built { nodes: self.arena.into_nodes(), root: root[0] }
    }
}
