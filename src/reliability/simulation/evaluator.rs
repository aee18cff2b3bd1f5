//! The value of a structure's formulas while levels change one by one.

#![allow(clippy::indexing_slicing, reason = "all places are made while the structure is compiled")]

use rustc_hash::FxHashMap;

use crate::reliability::{Amount, AmountFormula, ElementId, Formula, Gate, Structure};

/// The formulas below one gate and perhaps one amount, each after its parts, with their present values.
///
/// A gate's value is 0 or 1. A change of a part is added to the total of what reads it, so that AND, OR, so many of, exclusive or,
/// sums and comparisons of sums cost the same whatever the number of their parts.
#[derive(Clone, Debug)]
pub(super) struct Evaluator {
    rules: Vec<Rule>,
    values: Vec<u64>,
    /// The sum of the parts' values. Wide enough for every sum of 64-bit numbers.
    totals: Vec<u128>,
    /// Who reads each node, once for each time it does.
    readers: Lists,
    /// What each node reads, for the rules that look at their parts.
    parts: Lists,
    /// The leaves that read each element: the node, and where its values by level begin.
    leaves: Vec<Vec<(u32, u32)>>,
    by_level: Vec<u64>,
    /// One bit for each node whose value may have changed.
    waiting: Vec<u64>,
    top: usize,
    amount: Option<usize>,
}

#[derive(Clone, Copy, Debug)]
enum Rule {
    /// Set from outside, or always the same.
    Leaf,
    /// The total is so large or larger.
    AtLeast(u64),
    /// The total is 0.
    Not,
    /// The total is odd.
    Odd,
    /// The total, or the largest number there is.
    Sum,
    /// The least part.
    Least,
    /// The second part while the first is true.
    While,
}

/// Lists of node numbers, end to end.
#[derive(Clone, Debug, Default)]
struct Lists {
    starts: Vec<u32>,
    all: Vec<u32>,
}

impl Lists {
    fn of(lists: &[Vec<u32>]) -> Self {
        let mut made = Self { starts: vec![0], all: Vec::new() };
        for list in lists {
            made.all.extend(list);
            made.starts.push(small(made.all.len()));
        }
        made
    }

    #[inline]
    fn range(&self, node: usize) -> std::ops::Range<usize> {
        self.starts[node] as usize..self.starts[node + 1] as usize
    }
}

#[derive(Clone, Copy, PartialEq, Eq, Hash)]
enum Part {
    Gate(Gate),
    Amount(Amount),
}

impl Evaluator {
    /// Compiles what is below the gate and the amount, with every element at its best level.
    pub(super) fn new(structure: &Structure, top: Gate, amount: Option<Amount>) -> Self {
        let mut made = Compiled::default();
        let top = made.node(structure, Part::Gate(top));
        let amount = amount.map(|amount| made.node(structure, Part::Amount(amount)));
        let nodes = made.rules.len();
        let mut readers = vec![Vec::new(); nodes];
        for (node, parts) in made.parts.iter().enumerate() {
            for part in parts {
                readers[*part as usize].push(small(node));
            }
        }
        made.leaves.resize(structure.elements(), Vec::new());
        let mut evaluator = Self {
            rules: made.rules,
            values: made.values,
            totals: vec![0; nodes],
            readers: Lists::of(&readers),
            parts: Lists::of(&made.parts),
            leaves: made.leaves,
            by_level: made.by_level,
            waiting: vec![0; nodes.div_ceil(64)],
            top,
            amount,
        };
        for node in 0..nodes {
            let parts = evaluator.parts.range(node);
            let values = evaluator.parts.all[parts].iter().map(|part| evaluator.values[*part as usize]);
            evaluator.totals[node] = values.map(u128::from).sum();
            evaluator.values[node] = evaluator.value_of(node);
        }
        evaluator
    }

    /// Whether the top gate is true.
    #[inline]
    pub(super) fn top(&self) -> bool {
        self.values[self.top] != 0
    }

    /// The amount now, 0 without one.
    #[inline]
    pub(super) fn amount(&self) -> u64 {
        self.amount.map_or(0, |node| self.values[node])
    }

    /// An element is now at this level.
    #[inline]
    pub(super) fn change(&mut self, element: usize, level: u32) {
        let mut first = self.waiting.len();
        for place in 0..self.leaves[element].len() {
            let (node, values) = self.leaves[element][place];
            let value = self.by_level[(values + level) as usize];
            first = first.min(self.deliver(node as usize, value));
        }
        // Readers come after their parts, so each is looked at once.
        let mut word = first;
        while word < self.waiting.len() {
            let bits = self.waiting[word];
            if bits == 0 {
                word += 1;
                continue;
            }
            self.waiting[word] = bits & (bits - 1);
            let node = 64 * word + bits.trailing_zeros() as usize;
            let value = self.value_of(node);
            self.deliver(node, value);
        }
    }

    /// Gives a node its value and tells its readers; the first word of `waiting` in which there is one of them.
    #[inline]
    fn deliver(&mut self, node: usize, value: u64) -> usize {
        let before = self.values[node];
        let mut first = self.waiting.len();
        if before == value {
            return first;
        }
        self.values[node] = value;
        for place in self.readers.range(node) {
            let reader = self.readers.all[place] as usize;
            self.totals[reader] = self.totals[reader] + u128::from(value) - u128::from(before);
            if self.may_change(reader) {
                self.waiting[reader / 64] |= 1 << (reader % 64);
                first = first.min(reader / 64);
            }
        }
        first
    }

    /// Cheaply whether a node is to be looked at.
    #[inline]
    fn may_change(&self, node: usize) -> bool {
        match self.rules[node] {
            Rule::AtLeast(least) => u64::from(self.totals[node] >= u128::from(least)) != self.values[node],
            _ => true,
        }
    }

    #[inline]
    fn value_of(&self, node: usize) -> u64 {
        let total = self.totals[node];
        match self.rules[node] {
            Rule::Leaf => self.values[node],
            Rule::AtLeast(least) => u64::from(total >= u128::from(least)),
            Rule::Not => u64::from(total == 0),
            Rule::Odd => u64::from(total % 2 == 1),
            Rule::Sum => u64::try_from(total).unwrap_or(u64::MAX),
            Rule::Least => {
                let parts = &self.parts.all[self.parts.range(node)];
                parts.iter().map(|part| self.values[*part as usize]).min().unwrap_or(u64::MAX)
            }
            Rule::While => match self.parts.all[self.parts.range(node)] {
                [gate, amount] if self.values[gate as usize] != 0 => self.values[amount as usize],
                _ => 0,
            },
        }
    }
}

/// Nodes as they are made.
#[derive(Default)]
struct Compiled {
    rules: Vec<Rule>,
    values: Vec<u64>,
    parts: Vec<Vec<u32>>,
    leaves: Vec<Vec<(u32, u32)>>,
    by_level: Vec<u64>,
    places: FxHashMap<Part, u32>,
}

impl Compiled {
    /// The node of a formula, made after those of its parts; by a stack of our own, as users decide about the depth.
    fn node(&mut self, structure: &Structure, root: Part) -> usize {
        let mut stack = vec![root];
        while let Some(&part) = stack.last() {
            if self.places.contains_key(&part) {
                stack.pop();
                continue;
            }
            let parts = parts_of(structure, part);
            let missing: Vec<Part> =
                parts.iter().copied().filter(|part| !self.places.contains_key(part)).collect();
            if missing.is_empty() {
                stack.pop();
                let parts = parts.iter().map(|part| self.places[part]).collect();
                self.make(structure, part, parts);
            } else {
                stack.extend(missing);
            }
        }
        self.places[&root] as usize
    }

    fn make(&mut self, structure: &Structure, part: Part, parts: Vec<u32>) {
        let node = small(self.rules.len());
        let number = parts.len() as u64;
        let mut value = 0;
        let rule = match part {
            Part::Gate(gate) => match structure.formula(gate) {
                Formula::Constant(constant) => {
                    value = u64::from(*constant);
                    Rule::Leaf
                }
                Formula::At { element, levels } => {
                    value = self.leaf(node, *element, levels.iter().map(|mark| u64::from(*mark)));
                    Rule::Leaf
                }
                Formula::Not(_) => Rule::Not,
                Formula::And(_) => Rule::AtLeast(number),
                Formula::Or(_) => Rule::AtLeast(1),
                Formula::Xor(_) => Rule::Odd,
                Formula::AtLeast { least, .. } => Rule::AtLeast(u64::from(*least)),
                Formula::Reaches { least, .. } => Rule::AtLeast(*least),
            },
            Part::Amount(amount) => match structure.amount_formula(amount) {
                AmountFormula::Fixed(fixed) => {
                    value = *fixed;
                    Rule::Leaf
                }
                AmountFormula::ByLevel { element, values } => {
                    value = self.leaf(node, *element, values.iter().copied());
                    Rule::Leaf
                }
                AmountFormula::Sum(_) => Rule::Sum,
                AmountFormula::Least(_) => Rule::Least,
                AmountFormula::While { .. } => Rule::While,
            },
        };
        self.rules.push(rule);
        self.values.push(value);
        self.parts.push(parts);
        self.places.insert(part, node);
    }

    /// Notes the values of a leaf by level; its value at the best level.
    fn leaf(&mut self, node: u32, element: ElementId, values: impl Iterator<Item = u64>) -> u64 {
        let start = self.by_level.len();
        self.by_level.extend(values);
        if self.leaves.len() <= element.index() {
            self.leaves.resize(element.index() + 1, Vec::new());
        }
        self.leaves[element.index()].push((node, small(start)));
        self.by_level[start]
    }
}

fn parts_of(structure: &Structure, part: Part) -> Vec<Part> {
    match part {
        Part::Gate(gate) => match structure.formula(gate) {
            Formula::Constant(_) | Formula::At { .. } => Vec::new(),
            Formula::Not(other) => vec![Part::Gate(*other)],
            Formula::And(of) | Formula::Or(of) | Formula::Xor(of) | Formula::AtLeast { of, .. } => {
                of.iter().copied().map(Part::Gate).collect()
            }
            Formula::Reaches { amount, .. } => vec![Part::Amount(*amount)],
        },
        Part::Amount(amount) => match structure.amount_formula(amount) {
            AmountFormula::Fixed(_) | AmountFormula::ByLevel { .. } => Vec::new(),
            AmountFormula::Sum(of) | AmountFormula::Least(of) => {
                of.iter().copied().map(Part::Amount).collect()
            }
            AmountFormula::While { gate, amount } => vec![Part::Gate(*gate), Part::Amount(*amount)],
        },
    }
}

/// A place in a list that memory keeps far below four thousand million.
fn small(place: usize) -> u32 {
    u32::try_from(place).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::super::Random;
    use super::*;

    /// The value of every gate and amount, from the first to the last, by definition.
    fn by_definition(structure: &Structure, levels: &[u32], top: Gate, amount: Amount) -> (bool, u64) {
        let mut known: FxHashMap<Part, u64> = FxHashMap::default();
        let mut stack = vec![Part::Gate(top), Part::Amount(amount)];
        while let Some(&part) = stack.last() {
            let parts = parts_of(structure, part);
            let missing: Vec<Part> = parts.iter().copied().filter(|part| !known.contains_key(part)).collect();
            if !missing.is_empty() {
                stack.extend(missing);
                continue;
            }
            stack.pop();
            let mut values = parts.iter().map(|part| known[part]);
            let level = |element: &ElementId| levels[element.index()] as usize;
            let value = match part {
                Part::Gate(gate) => u64::from(match structure.formula(gate) {
                    Formula::Constant(value) => *value,
                    Formula::At { element, levels } => levels[level(element)],
                    Formula::Not(_) => values.all(|value| value == 0),
                    Formula::And(_) => values.all(|value| value == 1),
                    Formula::Or(_) => values.any(|value| value == 1),
                    Formula::Xor(_) => values.sum::<u64>() % 2 == 1,
                    Formula::AtLeast { least, .. } => values.sum::<u64>() >= u64::from(*least),
                    Formula::Reaches { least, .. } => values.all(|value| value >= *least),
                }),
                Part::Amount(amount) => match structure.amount_formula(amount) {
                    AmountFormula::Fixed(value) => *value,
                    AmountFormula::ByLevel { element, values } => values[level(element)],
                    AmountFormula::Sum(_) => values.fold(0, u64::saturating_add),
                    AmountFormula::Least(_) => values.min().unwrap(),
                    AmountFormula::While { .. } => values.next().unwrap() * values.next().unwrap(),
                },
            };
            known.insert(part, value);
        }
        (known[&Part::Gate(top)] == 1, known[&Part::Amount(amount)])
    }

    #[test]
    fn changes_one_by_one_lead_to_the_value_by_definition() {
        for seed in 0..40 {
            let mut random = Random::of_stream(seed, 0);
            #[allow(
                clippy::cast_possible_truncation,
                clippy::cast_sign_loss,
                clippy::cast_precision_loss,
                reason = "small numbers from 0"
            )]
            let mut below = |limit: usize| (random.below_one() * limit as f64) as usize;
            let mut structure = Structure::new();
            let elements: Vec<ElementId> = (0..12).map(|_| structure.element(2 + below(3))).collect();
            let mut gates: Vec<Gate> = Vec::new();
            let mut amounts: Vec<Amount> = Vec::new();
            for &element in &elements {
                let worst = structure.levels(element) - 1;
                gates.push(structure.at(element, |level| level < worst));
                amounts.push(structure.by_level(element, |level| 10 * (worst - level) as u64));
            }
            amounts.push(structure.by_level(elements[0], |level| if level == 0 { u64::MAX } else { 5 }));
            for _ in 0..40 {
                let of: Vec<Gate> = (0..2 + below(4)).map(|_| gates[below(gates.len())]).collect();
                let sums: Vec<Amount> = (0..2 + below(3)).map(|_| amounts[below(amounts.len())]).collect();
                match below(8) {
                    0 => gates.push(structure.and(of)),
                    1 => gates.push(structure.or(of)),
                    2 => gates.push(structure.xor(of)),
                    3 => gates.push(structure.at_least(2, of)),
                    4 => gates.push(structure.not(of[0])),
                    5 => amounts.push(structure.total(sums)),
                    6 => {
                        let most = structure.least(sums);
                        amounts.push(structure.while_true(of[0], most));
                    }
                    _ => {
                        let sum = structure.total(sums);
                        gates.push(structure.reaches(sum, 25));
                    }
                }
            }
            let late = gates[gates.len() - 10..].to_vec();
            let top = structure.xor(late);
            let last = amounts[amounts.len() - 4..].to_vec();
            let amount = structure.total(last);
            let mut evaluator = Evaluator::new(&structure, top, Some(amount));
            let mut levels = vec![0_u32; elements.len()];
            for _ in 0..60 {
                let expected = by_definition(&structure, &levels, top, amount);
                assert_eq!((evaluator.top(), evaluator.amount()), expected, "seed {seed}, {levels:?}");
                let element = below(elements.len());
                levels[element] = u32::try_from(below(structure.levels(elements[element]))).unwrap();
                evaluator.change(element, levels[element]);
            }
        }
    }
}
