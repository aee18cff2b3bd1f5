//! Structure functions: when a system is up, or failed, as a formula over the levels of independent elements.

#![allow(clippy::indexing_slicing, reason = "a handle is made where its formula is put into the list")]

mod amount;
mod gate;

use std::hash::Hash;

use rustc_hash::FxHashMap;

pub use amount::{Amount, AmountFormula};
pub use gate::{Formula, Gate};

/// An element of a structure: something with levels, level 0 being the best, independent of all other elements.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ElementId(u32);

impl ElementId {
    /// The element that was added at that place.
    pub(crate) fn at(place: usize) -> Self {
        Self(small(place))
    }

    /// The element's place in the order of adding, from 0.
    pub fn index(self) -> usize {
        self.0 as usize
    }
}

/// A formula of either kind.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Item {
    Gate(Gate),
    Amount(Amount),
}

/// Formulas over the levels of elements, each formula there only once.
///
/// Gates are Boolean, amounts are whole numbers. A formula is made after those that it reads, so its index is above theirs: a walk
/// from the first to the last meets every formula after its parts, without recursion. What is plainly constant or twice the same is
/// simplified when it is made.
///
/// # Panics
/// Handles of another structure may give wrong formulas or panic.
#[derive(Clone, Debug, Default)]
pub struct Structure {
    levels: Vec<usize>,
    gates: Once<Formula>,
    amounts: Once<AmountFormula>,
    /// What each amount never exceeds.
    most: Vec<u64>,
    /// What each gate joins, in the order in which it was written.
    written: Vec<Box<[Gate]>>,
    /// All formulas in the order of making.
    items: Vec<Item>,
}

impl Structure {
    /// A structure without elements.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds an element with so many levels, at least one.
    pub fn element(&mut self, levels: usize) -> ElementId {
        self.levels.push(levels.max(1));
        ElementId(small(self.levels.len() - 1))
    }

    /// How many elements there are.
    pub fn elements(&self) -> usize {
        self.levels.len()
    }

    /// How many levels an element has.
    pub fn levels(&self, element: ElementId) -> usize {
        self.levels[element.index()]
    }

    /// Every element, in the order of adding.
    pub fn all_elements(&self) -> impl DoubleEndedIterator<Item = ElementId> + use<> {
        (0..small(self.levels.len())).map(ElementId)
    }

    /// Every gate and every amount, each after its parts.
    pub(crate) fn items(&self) -> &[Item] {
        &self.items
    }

    /// What a gate stands for.
    pub fn formula(&self, gate: Gate) -> &Formula {
        &self.gates.all[gate.index()]
    }

    /// What an amount stands for.
    pub fn amount_formula(&self, amount: Amount) -> &AmountFormula {
        &self.amounts.all[amount.index()]
    }
}

/// Values, each there only once.
#[derive(Clone, Debug)]
struct Once<T> {
    all: Vec<T>,
    // Only ever looked up in, so its order does not matter.
    places: FxHashMap<T, u32>,
}

impl<T> Default for Once<T> {
    fn default() -> Self {
        Self { all: Vec::new(), places: FxHashMap::default() }
    }
}

impl<T: Clone + Eq + Hash> Once<T> {
    fn place(&mut self, value: T) -> u32 {
        if let Some(&place) = self.places.get(&value) {
            return place;
        }
        let place = small(self.all.len());
        self.all.push(value.clone());
        self.places.insert(value, place);
        place
    }
}

/// A place in a list that memory keeps far below four thousand million.
fn small(place: usize) -> u32 {
    u32::try_from(place).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_formulas_are_one() {
        let mut structure = Structure::new();
        let (a, b) = (structure.element(2), structure.element(3));
        let (fails, worst) = (structure.fails(a), structure.at(b, |level| level == 2));
        assert_eq!(structure.and([fails, worst]), structure.and([worst, fails, worst]));
        let not = structure.not(fails);
        assert_eq!(structure.not(not), fails);
        assert_eq!(structure.at(a, |level| level == 0), not);
    }

    #[test]
    fn what_is_plainly_constant_is_made_so() {
        let mut structure = Structure::new();
        let a = structure.element(2);
        let fails = structure.fails(a);
        let works = structure.not(fails);
        let (yes, no) = (structure.constant(true), structure.constant(false));
        assert_eq!(structure.and([]), yes);
        assert_eq!(structure.or([]), no);
        assert_eq!(structure.and([fails, works]), no);
        assert_eq!(structure.or([fails, works]), yes);
        assert_eq!(structure.and([fails, yes]), fails);
        assert_eq!(structure.xor([fails, fails]), no);
        assert_eq!(structure.xor([fails, yes]), works);
        assert_eq!(structure.at_least(0, [fails]), yes);
        assert_eq!(structure.at_least(2, [fails]), no);
        assert_eq!(structure.at_least(1, [fails, no]), fails);
        assert_eq!(structure.at_least(2, [fails, yes]), fails);
        assert_eq!(structure.at(a, |_| true), yes);
    }

    #[test]
    fn the_same_gate_counts_as_often_as_it_is_named() {
        let mut structure = Structure::new();
        let (a, b) = (structure.element(2), structure.element(2));
        let (a, b) = (structure.fails(a), structure.fails(b));
        let twice = structure.at_least(2, [a, a, b]);
        assert_eq!(
            structure.formula(twice),
            &Formula::AtLeast { least: 2, of: vec![a, a, b].into() },
            "two of a, a and b is not two of a and b"
        );
    }

    #[test]
    fn amounts_are_simplified() {
        let mut structure = Structure::new();
        let element = structure.element(3);
        let units = structure.by_level(element, |level| [20, 10, 0][level]);
        let none = structure.fixed(0);
        assert_eq!(structure.total([units, none]), units);
        assert_eq!(structure.least([units, none]), none);
        assert_eq!(structure.most_of(units), 20);
        let (yes, no) = (structure.constant(true), structure.constant(false));
        assert_eq!(structure.reaches(units, 0), yes);
        assert_eq!(structure.reaches(units, 21), no);
        let full = structure.at(element, |level| level == 0);
        assert_eq!(structure.reaches(units, 15), full);
        assert_eq!(structure.while_true(yes, units), units);
        assert_eq!(structure.while_true(no, units), none);
    }
}
