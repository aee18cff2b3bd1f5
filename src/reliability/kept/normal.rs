//! A structure in the form in which it is solved: only what the top needs, with gates of one kind drawn together, and sums of what
//! fails together taken apart from what fails by itself.

#![allow(clippy::indexing_slicing, reason = "handles are those of the structure at hand")]

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
        inlined: vec![None; structure.gates()],
        readers,
    };
    for part in structure.items() {
        match *part {
            Item::Gate(gate) if rewriting.readers.gates[gate.index()] > 0 => rewriting.gate(gate),
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

/// How many formulas that the top needs read each formula; the top counts as read.
struct Readers {
    gates: Vec<u32>,
    amounts: Vec<u32>,
}

fn readers(structure: &Structure, top: Item) -> Readers {
    let mut readers = Readers { gates: vec![0; structure.gates()], amounts: vec![0; structure.amounts()] };
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
    readers
}

struct Rewriting<'a> {
    old: &'a Structure,
    new: Structure,
    gates: Vec<Option<Gate>>,
    amounts: Vec<Option<Amount>>,
    /// For an AND or OR with one reader, what it joins: a reader of the same kind joins that itself.
    inlined: Vec<Option<Vec<Gate>>>,
    readers: Readers,
}

impl Rewriting<'_> {
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
                let parts = self.drawn_together(gate, |formula| matches!(formula, Formula::And(_)));
                let made = self.new.and(parts.iter().copied());
                self.offer(gate, parts);
                made
            }
            Formula::Or(_) => {
                let parts = self.drawn_together(gate, |formula| matches!(formula, Formula::Or(_)));
                let made = self.new.or(parts.iter().copied());
                self.offer(gate, parts);
                made
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

    /// The parts of a junction, with the parts of those parts that are junctions of the same kind and read nowhere else.
    fn drawn_together(&mut self, gate: Gate, is_same: impl Fn(&Formula) -> bool) -> Vec<Gate> {
        let of = self.old.as_written(gate);
        let mut parts = Vec::with_capacity(of.len());
        for part in of {
            match self.inlined[part.index()].take().filter(|_| is_same(self.old.formula(*part))) {
                Some(inner) => parts.extend(inner),
                None => parts.push(self.of(*part)),
            }
        }
        parts
    }

    fn offer(&mut self, gate: Gate, parts: Vec<Gate>) {
        if self.readers.gates[gate.index()] == 1 {
            self.inlined[gate.index()] = Some(parts);
        }
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
            if most_common(&terms).is_some() {
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

/// The sum of terms, each an amount under conditions, with conditions that several terms share stated once.
fn factored(structure: &mut Structure, mut terms: Vec<(Vec<Gate>, Amount)>, depth: u32) -> Amount {
    let mut sums = Vec::new();
    while depth > 0 && terms.len() > 1 {
        let Some(common) = most_common(&terms) else { break };
        let (with, without): (Vec<_>, Vec<_>) =
            terms.into_iter().partition(|(conditions, _)| conditions.contains(&common));
        terms = without;
        let rest = with
            .into_iter()
            .map(|(conditions, amount)| {
                (conditions.into_iter().filter(|condition| *condition != common).collect(), amount)
            })
            .collect();
        let inner = factored(structure, rest, depth - 1);
        sums.push(structure.while_true(common, inner));
    }
    for (conditions, amount) in terms {
        let all = structure.and(conditions);
        sums.push(structure.while_true(all, amount));
    }
    structure.total(sums)
}

/// The condition that most terms share, if two or more do; of several the first.
fn most_common(terms: &[(Vec<Gate>, Amount)]) -> Option<Gate> {
    let mut all: Vec<Gate> = terms.iter().flat_map(|(conditions, _)| conditions.iter().copied()).collect();
    all.sort_unstable();
    let runs = all.chunk_by(|a, b| a == b).filter(|run| run.len() > 1);
    let longest = runs.max_by_key(|run| (run.len(), std::cmp::Reverse(run.first().copied())))?;
    longest.first().copied()
}
