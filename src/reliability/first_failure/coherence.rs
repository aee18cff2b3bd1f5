//! Whether worse levels can only make a formula true.

use rustc_hash::FxHashMap;

use super::evaluation::{Part, parts_of};
use crate::reliability::{AmountFormula, Formula, Gate, Structure};

/// How a value may go when a level gets worse. Neither: it never changes.
#[derive(Clone, Copy, Default)]
struct Course {
    rises: bool,
    falls: bool,
}

impl Course {
    const BOTH: Self = Self { rises: true, falls: true };

    fn or(self, other: Self) -> Self {
        Self { rises: self.rises || other.rises, falls: self.falls || other.falls }
    }

    fn opposite(self) -> Self {
        Self { rises: self.falls, falls: self.rises }
    }

    fn of<T: PartialOrd>(values: &[T]) -> Self {
        let mut course = Self::default();
        for (better, worse) in values.iter().zip(values.iter().skip(1)) {
            course = course.or(Self { rises: worse > better, falls: worse < better });
        }
        course
    }
}

/// Whether the gate, once true, stays true whatever level gets worse. Judged formula by formula, so a gate of which the parts go
/// both ways is not seen to be so even if in all it is.
pub(super) fn fails_by_worse_levels(structure: &Structure, top: Gate) -> bool {
    let mut courses: FxHashMap<Part, Course> = FxHashMap::default();
    let mut last = Course::default();
    for part in parts_of(structure, top) {
        let of = |part: Part| courses.get(&part).copied().unwrap_or(Course::BOTH);
        let gates =
            |all: &[Gate]| all.iter().map(|&gate| of(Part::Gate(gate))).fold(Course::default(), Course::or);
        last = match part {
            Part::Gate(gate) => match structure.formula(gate) {
                Formula::Constant(_) => Course::default(),
                Formula::At { levels, .. } => Course::of(levels),
                Formula::Not(other) => of(Part::Gate(*other)).opposite(),
                Formula::And(all) | Formula::Or(all) | Formula::AtLeast { of: all, .. } => gates(all),
                Formula::Xor(_) => Course::BOTH,
                Formula::Reaches { amount, .. } => of(Part::Amount(*amount)),
            },
            Part::Amount(amount) => match structure.amount_formula(amount) {
                AmountFormula::Fixed(_) => Course::default(),
                AmountFormula::ByLevel { values, .. } => Course::of(values),
                AmountFormula::Sum(all) | AmountFormula::Least(all) => {
                    all.iter().map(|&amount| of(Part::Amount(amount))).fold(Course::default(), Course::or)
                }
                AmountFormula::While { gate, amount } => of(Part::Gate(*gate)).or(of(Part::Amount(*amount))),
            },
        };
        courses.insert(part, last);
    }
    !last.falls
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formulas_that_only_worse_levels_make_true_are_known() {
        let mut structure = Structure::new();
        let (a, b) = (structure.element(3), structure.element(2));
        let (a_fails, b_fails) = (structure.fails(a), structure.fails(b));
        let worst = structure.at(a, |level| level == 2);
        let middle = structure.at(a, |level| level == 1);
        let units = structure.by_level(a, |level| [4, 2, 0][level]);
        let works = structure.not(b_fails);
        let carried = structure.while_true(works, units);
        let enough = structure.reaches(carried, 3);
        let (both, one) = (structure.and([worst, b_fails]), structure.xor([a_fails, b_fails]));
        let short = structure.not(enough);
        let votes = structure.at_least(2, [a_fails, worst, b_fails]);
        let mixed = structure.or([both, works]);
        for (gate, expected) in [
            (both, true),
            (short, true),
            (votes, true),
            (worst, true),
            (enough, false),
            (middle, false),
            (one, false),
            (mixed, false),
        ] {
            assert_eq!(fails_by_worse_levels(&structure, gate), expected, "{:?}", structure.formula(gate));
        }
    }
}
