//! What a formula says with each element at a known level.

#![allow(
    clippy::indexing_slicing,
    reason = "every index is a formula of the structure or a place in the list made from it"
)]

use rustc_hash::FxHashMap;

use crate::reliability::{Amount, AmountFormula, ElementId, Formula, Gate, Structure};

/// A gate or an amount.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Part {
    Gate(Gate),
    Amount(Amount),
}

/// Everything that a gate reads and the gate itself, each after what it reads.
pub(super) fn parts_of(structure: &Structure, top: Gate) -> Vec<Part> {
    let mut gates = vec![false; structure.gates()];
    let mut amounts = vec![false; structure.amounts()];
    let mut ordered = Vec::new();
    let mut waiting = vec![(Part::Gate(top), false)];
    while let Some((part, is_ready)) = waiting.pop() {
        let done = match part {
            Part::Gate(gate) => &mut gates[gate.index()],
            Part::Amount(amount) => &mut amounts[amount.index()],
        };
        if *done {
            continue;
        }
        if is_ready {
            *done = true;
            ordered.push(part);
            continue;
        }
        waiting.push((part, true));
        for read in reads(structure, part).into_iter().rev() {
            waiting.push((read, false));
        }
    }
    ordered
}

/// How much of a structure it is to go through these formulas: they and all that they name.
pub(super) fn looks(structure: &Structure, parts: &[Part]) -> usize {
    let of = |part: &Part| match *part {
        Part::Gate(gate) => match structure.formula(gate) {
            Formula::At { levels, .. } => levels.len(),
            _ => reads(structure, *part).len(),
        },
        Part::Amount(amount) => match structure.amount_formula(amount) {
            AmountFormula::ByLevel { values, .. } => values.len(),
            _ => reads(structure, *part).len(),
        },
    };
    parts.iter().map(|part| 1 + of(part)).sum()
}

fn reads(structure: &Structure, part: Part) -> Vec<Part> {
    match part {
        Part::Gate(gate) => match structure.formula(gate) {
            Formula::Constant(_) | Formula::At { .. } => Vec::new(),
            Formula::Not(other) => vec![Part::Gate(*other)],
            Formula::And(of) | Formula::Or(of) | Formula::Xor(of) | Formula::AtLeast { of, .. } => {
                of.iter().map(|&gate| Part::Gate(gate)).collect()
            }
            Formula::Reaches { amount, .. } => vec![Part::Amount(*amount)],
        },
        Part::Amount(amount) => match structure.amount_formula(amount) {
            AmountFormula::Fixed(_) | AmountFormula::ByLevel { .. } => Vec::new(),
            AmountFormula::Sum(of) | AmountFormula::Least(of) => {
                of.iter().map(|&amount| Part::Amount(amount)).collect()
            }
            AmountFormula::While { gate, amount } => vec![Part::Gate(*gate), Part::Amount(*amount)],
        },
    }
}

/// A gate, ready to be asked for many combinations of levels.
pub(super) struct Evaluation<'a> {
    structure: &'a Structure,
    parts: Vec<Part>,
    support: Vec<ElementId>,
    place: FxHashMap<ElementId, usize>,
    gates: Vec<bool>,
    amounts: Vec<u64>,
}

impl<'a> Evaluation<'a> {
    pub(super) fn new(structure: &'a Structure, top: Gate) -> Self {
        let parts = parts_of(structure, top);
        let element = |part: &Part| match part {
            Part::Gate(gate) => match structure.formula(*gate) {
                Formula::At { element, .. } => Some(*element),
                _ => None,
            },
            Part::Amount(amount) => match structure.amount_formula(*amount) {
                AmountFormula::ByLevel { element, .. } => Some(*element),
                _ => None,
            },
        };
        let mut support: Vec<ElementId> = parts.iter().filter_map(element).collect();
        support.sort_unstable();
        support.dedup();
        let place = support.iter().enumerate().map(|(place, &element)| (element, place)).collect();
        let (gates, amounts) = (vec![false; structure.gates()], vec![0; structure.amounts()]);
        Self { structure, parts, support, place, gates, amounts }
    }

    /// The elements that the gate reads, ascending.
    pub(super) fn support(&self) -> &[ElementId] {
        &self.support
    }

    /// How much is looked at to evaluate the gate once.
    pub(super) fn looks(&self) -> usize {
        looks(self.structure, &self.parts)
    }

    /// Whether the gate is true with the elements of its support at these levels.
    pub(super) fn is_true(&mut self, levels: &[usize]) -> bool {
        let mut last = false;
        for &part in &self.parts {
            match part {
                Part::Gate(gate) => {
                    last = self.gate(gate, levels);
                    self.gates[gate.index()] = last;
                }
                Part::Amount(amount) => self.amounts[amount.index()] = self.amount(amount, levels),
            }
        }
        last
    }

    fn gate(&self, gate: Gate, levels: &[usize]) -> bool {
        let value = |gate: &Gate| self.gates[gate.index()];
        match self.structure.formula(gate) {
            Formula::Constant(constant) => *constant,
            Formula::At { element, levels: marks } => {
                marks.get(levels[self.place[element]]).copied().unwrap_or(false)
            }
            Formula::Not(other) => !value(other),
            Formula::And(of) => of.iter().all(value),
            Formula::Or(of) => of.iter().any(value),
            Formula::Xor(of) => of.iter().filter(|gate| value(gate)).count() % 2 == 1,
            Formula::AtLeast { least, of } => of.iter().filter(|gate| value(gate)).count() >= *least as usize,
            Formula::Reaches { amount, least } => self.amounts[amount.index()] >= *least,
        }
    }

    fn amount(&self, amount: Amount, levels: &[usize]) -> u64 {
        let value = |amount: &Amount| self.amounts[amount.index()];
        match self.structure.amount_formula(amount) {
            AmountFormula::Fixed(constant) => *constant,
            AmountFormula::ByLevel { element, values } => {
                values.get(levels[self.place[element]]).copied().unwrap_or(0)
            }
            AmountFormula::Sum(of) => of.iter().map(value).fold(0, u64::saturating_add),
            AmountFormula::Least(of) => of.iter().map(value).min().unwrap_or(u64::MAX),
            AmountFormula::While { gate, amount } => {
                if self.gates[gate.index()] {
                    value(amount)
                } else {
                    0
                }
            }
        }
    }
}
