//! A structure in the form in which it is solved: only what the top needs, with gates of one kind drawn together, and sums of what
//! fails together taken apart from what fails by itself.

#![allow(clippy::indexing_slicing, reason = "handles are those of the structure at hand")]

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use rustc_hash::{FxHashMap, FxHashSet};

use crate::reliability::structure::Item;
use crate::reliability::{Amount, AmountFormula, Formula, Gate, Structure};

/// How deep common conditions of a sum are drawn out; what lies deeper stays as it is, which changes no value.
const FACTORED_DEPTH: u32 = 16;

/// The same top over the same elements, in normal form.
pub(super) fn normal(structure: &Structure, top: Item) -> (Structure, Item) {
    let mut normal = Structure::new();
    for element in structure.all_elements() {
        normal.element(structure.levels(element));
    }
    let readers = readers(structure, top);
    let mut rewriting = Rewriting {
        old: structure,
        new: normal,
        gates: vec![None; structure.gates()],
        amounts: vec![None; structure.amounts()],
        readers,
    };
    for part in structure.items() {
        match *part {
            Item::Gate(gate) if rewriting.is_needed(gate) => rewriting.gate(gate),
            Item::Amount(amount) if rewriting.readers.amounts[amount.index()] > 0 => {
                rewriting.amount(amount);
            }
            _ => {}
        }
    }
    let top = match top {
        Item::Gate(gate) => Item::Gate(rewriting.of(gate)),
        Item::Amount(amount) => Item::Amount(rewriting.amount_of(amount)),
    };
    (rewriting.new, top)
}

/// How many formulas that the top needs read each formula, the top counting as read; and which gates are drawn into their reader.
struct Readers {
    gates: Vec<u32>,
    amounts: Vec<u32>,
    /// An AND that only an AND reads, or an OR that only an OR reads.
    drawn_in: Vec<bool>,
}

fn readers(structure: &Structure, top: Item) -> Readers {
    let mut readers = Readers {
        gates: vec![0; structure.gates()],
        amounts: vec![0; structure.amounts()],
        drawn_in: vec![false; structure.gates()],
    };
    match top {
        Item::Gate(gate) => readers.gates[gate.index()] = 1,
        Item::Amount(amount) => readers.amounts[amount.index()] = 1,
    }
    for part in structure.items().iter().rev() {
        match *part {
            Item::Gate(gate) if readers.gates[gate.index()] > 0 => match structure.formula(gate) {
                Formula::Constant(_) | Formula::At { .. } => {}
                Formula::Not(of) => readers.gates[of.index()] += 1,
                Formula::And(of) | Formula::Or(of) | Formula::Xor(of) | Formula::AtLeast { of, .. } => {
                    for part in of {
                        readers.gates[part.index()] += 1;
                        readers.drawn_in[part.index()] = is_junction_alike(structure, gate, *part);
                    }
                }
                Formula::Reaches { amount, .. } => readers.amounts[amount.index()] += 1,
            },
            Item::Amount(amount) if readers.amounts[amount.index()] > 0 => {
                match structure.amount_formula(amount) {
                    AmountFormula::Fixed(_) | AmountFormula::ByLevel { .. } => {}
                    AmountFormula::Sum(of) | AmountFormula::Least(of) => {
                        for part in of {
                            readers.amounts[part.index()] += 1;
                        }
                    }
                    AmountFormula::While { gate, amount } => {
                        readers.gates[gate.index()] += 1;
                        readers.amounts[amount.index()] += 1;
                    }
                }
            }
            _ => {}
        }
    }
    for (drawn_in, readers) in readers.drawn_in.iter_mut().zip(&readers.gates) {
        *drawn_in &= *readers == 1;
    }
    readers
}

/// Whether both are ANDs or both are ORs.
fn is_junction_alike(structure: &Structure, gate: Gate, part: Gate) -> bool {
    matches!(
        (structure.formula(gate), structure.formula(part)),
        (Formula::And(_), Formula::And(_)) | (Formula::Or(_), Formula::Or(_))
    )
}

struct Rewriting<'a> {
    old: &'a Structure,
    new: Structure,
    gates: Vec<Option<Gate>>,
    amounts: Vec<Option<Amount>>,
    readers: Readers,
}

impl Rewriting<'_> {
    /// Whether the top needs the gate as a gate of its own.
    fn is_needed(&self, gate: Gate) -> bool {
        self.readers.gates[gate.index()] > 0 && !self.readers.drawn_in[gate.index()]
    }

    /// What a gate has become. All that it reads has been rewritten before it.
    fn of(&mut self, gate: Gate) -> Gate {
        match self.gates[gate.index()] {
            Some(made) => made,
            None => self.new.constant(false),
        }
    }

    fn all_of(&mut self, gate: Gate) -> Vec<Gate> {
        self.old.as_written(gate).iter().map(|part| self.of(*part)).collect()
    }

    fn gate(&mut self, gate: Gate) {
        let made = match self.old.formula(gate) {
            Formula::Constant(value) => self.new.constant(*value),
            Formula::At { element, levels } => self.new.at(*element, |level| levels[level]),
            Formula::Not(of) => {
                let of = self.of(*of);
                self.new.not(of)
            }
            Formula::And(_) => {
                let parts = self.drawn_together(gate);
                self.new.and(parts)
            }
            Formula::Or(_) => {
                let parts = self.drawn_together(gate);
                self.new.or(parts)
            }
            Formula::Xor(_) => {
                let of = self.all_of(gate);
                self.new.xor(of)
            }
            Formula::AtLeast { least, .. } => {
                let of = self.all_of(gate);
                self.counted(*least as usize, of)
            }
            Formula::Reaches { amount, least } => {
                let amount = self.amount_of(*amount);
                self.new.reaches(amount, *least)
            }
        };
        self.gates[gate.index()] = Some(made);
    }

    /// What a junction joins, with what those of its parts join that are drawn into it, in the order in which it was written.
    fn drawn_together(&mut self, gate: Gate) -> Vec<Gate> {
        let mut parts = Vec::new();
        let mut waiting: Vec<Gate> = self.old.as_written(gate).iter().rev().copied().collect();
        while let Some(part) = waiting.pop() {
            if self.readers.drawn_in[part.index()] {
                waiting.extend(self.old.as_written(part).iter().rev());
            } else {
                parts.push(self.of(part));
            }
        }
        parts
    }

    /// So many or more of them. What several have in common is asked for once and the rest is counted, be it a condition that they
    /// need or, seen from the other side, something that is enough for them.
    fn counted(&mut self, least: usize, of: Vec<Gate>) -> Gate {
        let opposites: Vec<Gate> = of.iter().map(|gate| self.new.not(*gate)).collect();
        let against = (of.len() + 1).saturating_sub(least);
        for (gates, least, negate) in [(&of, least, false), (&opposites, against, true)] {
            let one = self.new.fixed(1);
            let terms: Vec<(Vec<Gate>, Amount)> =
                gates.iter().map(|gate| (conditions(&mut self.new, *gate), one)).collect();
            if shares_a_condition(&terms) {
                let amount = factored(&mut self.new, terms, FACTORED_DEPTH);
                let made = self.new.reaches(amount, least as u64);
                return if negate { self.new.not(made) } else { made };
            }
        }
        self.new.at_least(least, of)
    }

    fn amount_of(&mut self, amount: Amount) -> Amount {
        match self.amounts[amount.index()] {
            Some(made) => made,
            None => self.new.fixed(0),
        }
    }

    fn amount(&mut self, amount: Amount) {
        let made = match self.old.amount_formula(amount) {
            AmountFormula::Fixed(value) => self.new.fixed(*value),
            AmountFormula::ByLevel { element, values } => self.new.by_level(*element, |level| values[level]),
            AmountFormula::Sum(of) => {
                let mut terms = Vec::with_capacity(of.len());
                for part in of {
                    let part = self.amount_of(*part);
                    terms.push(term(&mut self.new, part));
                }
                factored(&mut self.new, terms, FACTORED_DEPTH)
            }
            AmountFormula::Least(of) => {
                let of: Vec<Amount> = of.iter().map(|part| self.amount_of(*part)).collect();
                self.new.least(of)
            }
            AmountFormula::While { gate, amount } => {
                let (gate, amount) = (self.of(*gate), self.amount_of(*amount));
                self.new.while_true(gate, amount)
            }
        };
        self.amounts[amount.index()] = Some(made);
    }
}

/// The conditions that all have to hold for a gate to be true.
fn conditions(structure: &mut Structure, gate: Gate) -> Vec<Gate> {
    let none_of = match structure.formula(gate) {
        Formula::And(of) => return of.to_vec(),
        Formula::Not(of) => match structure.formula(*of) {
            Formula::Or(of) => of.clone(),
            _ => return vec![gate],
        },
        _ => return vec![gate],
    };
    none_of.iter().map(|gate| structure.not(*gate)).collect()
}

/// An amount as conditions and what it is while they hold.
fn term(structure: &mut Structure, amount: Amount) -> (Vec<Gate>, Amount) {
    match *structure.amount_formula(amount) {
        AmountFormula::While { gate, amount } => (conditions(structure, gate), amount),
        _ => (Vec::new(), amount),
    }
}

/// The sum of terms, each an amount under conditions, with conditions that several terms share stated once, the most common first.
fn factored(structure: &mut Structure, mut terms: Vec<(Vec<Gate>, Amount)>, depth: u32) -> Amount {
    let mut sums = Vec::new();
    if depth > 0 && shares_a_condition(&terms) {
        let mut common = Common::new(&terms);
        while let Some((condition, with)) = common.next(&terms) {
            let rest = with.into_iter().map(|term| {
                let (conditions, amount) =
                    std::mem::replace(&mut terms[term], (Vec::new(), structure.fixed(0)));
                (conditions.into_iter().filter(|other| *other != condition).collect(), amount)
            });
            let rest = rest.collect();
            let inner = factored(structure, rest, depth - 1);
            sums.push(structure.while_true(condition, inner));
        }
    }
    for (conditions, amount) in terms {
        let all = structure.and(conditions);
        sums.push(structure.while_true(all, amount));
    }
    structure.total(sums)
}

/// Whether two terms need the same.
fn shares_a_condition(terms: &[(Vec<Gate>, Amount)]) -> bool {
    let mut seen = FxHashSet::default();
    terms.iter().flat_map(|(conditions, _)| conditions).any(|condition| !seen.insert(*condition))
}

/// Conditions by how many of the terms that are left need them.
struct Common {
    /// The terms that need each condition, also those that have been taken out.
    terms: FxHashMap<Gate, Vec<usize>>,
    count: FxHashMap<Gate, usize>,
    is_out: Vec<bool>,
    /// Counts as they were when they were put here; the present ones may be smaller.
    most: BinaryHeap<(usize, Reverse<Gate>)>,
}

impl Common {
    fn new(terms: &[(Vec<Gate>, Amount)]) -> Self {
        let mut of: FxHashMap<Gate, Vec<usize>> = FxHashMap::default();
        for (term, (conditions, _)) in terms.iter().enumerate() {
            for condition in conditions {
                of.entry(*condition).or_default().push(term);
            }
        }
        let count: FxHashMap<Gate, usize> =
            of.iter().map(|(condition, terms)| (*condition, terms.len())).collect();
        let most = count.iter().map(|(condition, count)| (*count, Reverse(*condition))).collect();
        Self { terms: of, count, is_out: vec![false; terms.len()], most }
    }

    /// Takes out the terms that need what most of them need, if two or more do; of several conditions it is the first.
    fn next(&mut self, terms: &[(Vec<Gate>, Amount)]) -> Option<(Gate, Vec<usize>)> {
        loop {
            let (known, Reverse(condition)) = self.most.pop()?;
            let count = self.count.get(&condition).copied().unwrap_or(0);
            if count < known {
                self.most.push((count, Reverse(condition)));
                continue;
            }
            if count < 2 {
                return None;
            }
            let with: Vec<usize> =
                self.terms.remove(&condition)?.into_iter().filter(|term| !self.is_out[*term]).collect();
            for &term in &with {
                self.is_out[term] = true;
                for other in &terms[term].0 {
                    if let Some(count) = self.count.get_mut(other) {
                        *count -= 1;
                    }
                }
            }
            return Some((condition, with));
        }
    }
}
