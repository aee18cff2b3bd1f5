//! The plan of counting: which amounts are joined in which order.

#![allow(
    clippy::indexing_slicing,
    reason = "slots read earlier slots, and numbers are those of the structure's formulas"
)]

use rustc_hash::FxHashMap;

use super::super::blueprint::Source;
use super::super::graph::{Graph, Vertex};
use crate::reliability::{Amount, AmountFormula, Formula, Gate};

/// One step of counting. Slots are named by their place.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Slot {
    Fixed(u64),
    /// One value for each level of a source.
    Levels {
        source: usize,
        values: Box<[u64]>,
    },
    Sum(usize, usize),
    Least(usize, usize),
    /// The second while the first, 0 or 1, is 1; otherwise 0.
    While(usize, usize),
}

/// The plan of counting for a condition that an amount be so large: every source is read once, so slots that are joined are
/// independent of each other.
#[derive(Clone, Debug)]
pub(in super::super) struct Tally {
    pub sources: Vec<Source>,
    pub slots: Vec<Slot>,
    pub least: u64,
}

impl Tally {
    /// The plan, or none where something is read twice, so that a diagram is needed.
    pub fn new(graph: &Graph<'_>, parts: &[Option<usize>], amount: Amount, least: u64) -> Option<Self> {
        let mut tally = Self { sources: Vec::new(), slots: Vec::new(), least };
        let mut slot_of: FxHashMap<Vertex, usize> = FxHashMap::default();
        for amount in amounts_below(graph, amount)? {
            let slot = match graph.structure.amount_formula(amount) {
                // Several may read it, each in a slot of its own.
                AmountFormula::Fixed(_) => continue,
                AmountFormula::ByLevel { element, values } => {
                    if graph.readers[graph.element(*element)] > 1 {
                        return None;
                    }
                    tally.levels(Source::Element(*element), values.clone())
                }
                AmountFormula::Sum(of) => tally.joined(graph, &slot_of, of, Slot::Sum)?,
                AmountFormula::Least(of) => tally.joined(graph, &slot_of, of, Slot::Least)?,
                AmountFormula::While { gate, amount } => {
                    let gate = tally.gate(graph, parts, *gate)?;
                    let inner = tally.slot(graph, &slot_of, *amount)?;
                    tally.push(Slot::While(gate, inner))
                }
            };
            slot_of.insert(graph.amount(amount), slot);
        }
        if tally.slots.is_empty() {
            tally.slot(graph, &slot_of, amount)?;
        }
        Some(tally)
    }

    fn push(&mut self, slot: Slot) -> usize {
        self.slots.push(slot);
        self.slots.len() - 1
    }

    fn slot(
        &mut self,
        graph: &Graph<'_>,
        slot_of: &FxHashMap<Vertex, usize>,
        amount: Amount,
    ) -> Option<usize> {
        match graph.structure.amount_formula(amount) {
            AmountFormula::Fixed(value) => Some(self.push(Slot::Fixed(*value))),
            _ => slot_of.get(&graph.amount(amount)).copied(),
        }
    }

    fn levels(&mut self, source: Source, values: Box<[u64]>) -> usize {
        self.sources.push(source);
        self.push(Slot::Levels { source: self.sources.len() - 1, values })
    }

    fn joined(
        &mut self,
        graph: &Graph<'_>,
        slot_of: &FxHashMap<Vertex, usize>,
        of: &[Amount],
        join: fn(usize, usize) -> Slot,
    ) -> Option<usize> {
        let (first, others) = of.split_first()?;
        let mut all = self.slot(graph, slot_of, *first)?;
        for amount in others {
            let slot = self.slot(graph, slot_of, *amount)?;
            all = self.push(join(all, slot));
        }
        Some(all)
    }

    /// A slot that is 1 while the gate is true.
    fn gate(&mut self, graph: &Graph<'_>, parts: &[Option<usize>], gate: Gate) -> Option<usize> {
        let (inner, negated) = match graph.structure.formula(gate) {
            Formula::Not(inner) => (*inner, true),
            _ => (gate, false),
        };
        // A gate that somebody else reads is not independent.
        if graph.readers[gate.index()] > 1 || graph.readers[inner.index()] > 1 {
            return None;
        }
        if let Formula::At { element, levels } = graph.structure.formula(inner) {
            if graph.readers[graph.element(*element)] > 1 {
                return None;
            }
            let values = levels.iter().map(|mark| u64::from(*mark != negated)).collect();
            return Some(self.levels(Source::Element(*element), values));
        }
        let part = parts[inner.index()]?;
        let values = [u64::from(negated), u64::from(!negated)];
        Some(self.levels(Source::Part(part), values.into()))
    }
}

/// An amount with those that it reads, each after its parts, unless one is read twice.
fn amounts_below(graph: &Graph<'_>, amount: Amount) -> Option<Vec<Amount>> {
    let mut found = vec![amount];
    let mut place = 0;
    while let Some(&next) = found.get(place) {
        place += 1;
        let is_fixed = matches!(graph.structure.amount_formula(next), AmountFormula::Fixed(_));
        if graph.readers[graph.amount(next)] > 1 && !is_fixed {
            return None;
        }
        match graph.structure.amount_formula(next) {
            AmountFormula::Fixed(_) | AmountFormula::ByLevel { .. } => {}
            AmountFormula::Sum(of) | AmountFormula::Least(of) => found.extend(of.iter().copied()),
            AmountFormula::While { amount, .. } => found.push(*amount),
        }
    }
    found.sort_unstable();
    found.dedup();
    Some(found)
}
