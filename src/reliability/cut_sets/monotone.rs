//! Which parts can be seen, without looking at any combination of levels, to pass from one value to the other but once as elements
//! get worse.

#![allow(clippy::indexing_slicing, reason = "numbers are those of the structure's formulas and of its parts")]

use crate::reliability::structure::Item;
use crate::reliability::{AmountFormula, Formula, Kept};

/// What a formula does as elements get worse.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Course {
    Stays,
    Rises,
    Falls,
    /// Either, or not to be seen.
    Turns,
}

impl Course {
    fn of_values<T: PartialOrd>(values: &[T]) -> Self {
        match (values.is_sorted(), values.is_sorted_by(|a, b| a >= b)) {
            (true, true) => Self::Stays,
            (true, false) => Self::Rises,
            (false, true) => Self::Falls,
            (false, false) => Self::Turns,
        }
    }

    /// Of something that grows with each of two.
    fn with(self, other: Self) -> Self {
        match (self, other) {
            (Self::Stays, course) | (course, Self::Stays) => course,
            (a, b) if a == b => a,
            _ => Self::Turns,
        }
    }

    fn opposite(self) -> Self {
        match self {
            Self::Rises => Self::Falls,
            Self::Falls => Self::Rises,
            course => course,
        }
    }
}

/// For each of so many parts whether it is plainly monotone; the parts that it reads then are too.
pub(super) fn parts(kept: &Kept, count: usize) -> Vec<bool> {
    let structure = &kept.structure;
    let mut gates = vec![Course::Stays; structure.gates()];
    let mut amounts = vec![Course::Stays; structure.amounts()];
    let mut is_monotone = vec![false; count];
    for item in structure.items() {
        match *item {
            Item::Gate(gate) => {
                let course = match structure.formula(gate) {
                    Formula::Constant(_) => Course::Stays,
                    Formula::At { levels, .. } => Course::of_values(levels),
                    Formula::Not(of) => gates[of.index()].opposite(),
                    Formula::And(of) | Formula::Or(of) | Formula::AtLeast { of, .. } => {
                        of.iter().map(|gate| gates[gate.index()]).fold(Course::Stays, Course::with)
                    }
                    Formula::Xor(_) => Course::Turns,
                    Formula::Reaches { amount, .. } => amounts[amount.index()],
                };
                gates[gate.index()] = course;
                if let Some(part) = kept.of_gate[gate.index()] {
                    is_monotone[part] = course != Course::Turns;
                }
            }
            Item::Amount(amount) => {
                amounts[amount.index()] = match structure.amount_formula(amount) {
                    AmountFormula::Fixed(_) => Course::Stays,
                    AmountFormula::ByLevel { values, .. } => Course::of_values(values),
                    AmountFormula::Sum(of) | AmountFormula::Least(of) => {
                        of.iter().map(|amount| amounts[amount.index()]).fold(Course::Stays, Course::with)
                    }
                    AmountFormula::While { gate, amount } => {
                        gates[gate.index()].with(amounts[amount.index()])
                    }
                };
            }
        }
    }
    is_monotone
}
