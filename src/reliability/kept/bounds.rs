//! Between which numbers a probability certainly lies, where it cannot be had exactly.

#![allow(clippy::indexing_slicing, reason = "numbers are those of the structure's gates")]

use super::{Interval, Kept};
use crate::reliability::structure::Item;
use crate::reliability::{Element, Formula, Gate};

const UNKNOWN: Interval = Interval { least: 0.0, most: 1.0 };

/// Room for rounding in products and sums of many numbers, as a share of them.
const ROUNDING: f64 = 1e-12;

/// Room for rounding where numbers up to 1 were subtracted from each other, so many of them.
fn cancelling(numbers: usize) -> f64 {
    1e-15 * f64::from(u32::try_from(numbers).unwrap_or(u32::MAX)).max(10.0)
}

/// What is known of a gate: where its probability lies, and whether it can only become true as elements get worse.
#[derive(Clone, Copy)]
struct Known {
    interval: Interval,
    rises: bool,
}

impl Kept {
    /// Where the probability of the top certainly lies; all but a single number if nothing was refused.
    ///
    /// Parts that could be solved enter with their probability. For the rest, gate by gate: AND is at most its least likely part, OR
    /// at least its most likely one, whatever depends on what (Maurice Fréchet, 1935). Where all parts rise with the failure of
    /// elements they are associated, so that AND is at least the product of its parts and OR at most what independent parts would
    /// give. James Esary, Frank Proschan, David Walkup, "Association of random variables, with applications", Annals of Mathematical
    /// Statistics 38 (1967).
    pub fn interval(&self, elements: &[Element]) -> Interval {
        let truths = self.truths(elements);
        let mut known = vec![Known { interval: UNKNOWN, rises: false }; self.structure.gates()];
        let mut top = UNKNOWN;
        for item in self.structure.items() {
            let Item::Gate(gate) = *item else { continue };
            let mut here = self.of_formula(gate, elements, &known);
            if let Some(part) = self.of_gate[gate.index()] {
                if let Some(truth) = truths[part] {
                    here.interval = Interval { least: truth.is_true, most: truth.is_true }.widened(0.0);
                }
                if part + 1 == self.parts.len() {
                    top = here.interval;
                }
            }
            known[gate.index()] = here;
        }
        top
    }

    fn of_formula(&self, gate: Gate, elements: &[Element], known: &[Known]) -> Known {
        let of = |gates: &[Gate]| -> Vec<Known> { gates.iter().map(|gate| known[gate.index()]).collect() };
        match self.structure.formula(gate) {
            Formula::Constant(value) => {
                let share = f64::from(u8::from(*value));
                Known { interval: Interval { least: share, most: share }, rises: true }
            }
            Formula::At { element, levels } => {
                let law = elements.get(element.index()).map_or(&[1.0][..], Element::law);
                let share = law.iter().zip(levels).filter(|(_, mark)| **mark).map(|(share, _)| share).sum();
                Known { interval: Interval { least: share, most: share }, rises: levels.is_sorted() }
            }
            Formula::Not(of) => Known { interval: known[of.index()].interval.opposite(), rises: false },
            Formula::And(gates) => and(&of(gates)),
            Formula::Or(gates) => or(&of(gates)),
            Formula::Xor(gates) => {
                let parts = of(gates).into_iter().map(|part| part.interval);
                Known { interval: parts.reduce(Interval::either).unwrap_or(UNKNOWN), rises: false }
            }
            Formula::AtLeast { least, of: gates } => at_least(*least, &of(gates)),
            Formula::Reaches { .. } => Known { interval: UNKNOWN, rises: false },
        }
    }
}

impl Interval {
    fn opposite(self) -> Self {
        Self { least: 1.0 - self.most, most: 1.0 - self.least }.widened(cancelling(2))
    }

    /// Just one of two, whatever depends on what.
    fn either(self, other: Self) -> Self {
        let apart = (self.least - other.most).max(other.least - self.most).max(0.0);
        let most = (self.most + other.most).min(2.0 - self.least - other.least).min(1.0);
        Self { least: apart, most }.widened(cancelling(2))
    }

    /// With room for rounding.
    fn widened(self, by: f64) -> Self {
        let (least, most) = (self.least - ROUNDING * self.least - by, self.most + ROUNDING * self.most + by);
        Self { least: least.clamp(0.0, 1.0), most: most.clamp(0.0, 1.0) }
    }
}

/// How much is lacking to 1 altogether; what is left of 1 is a lower bound of all together, whatever depends on what.
fn lacking(parts: &[Known]) -> f64 {
    parts.iter().map(|part| 1.0 - part.interval.least).sum()
}

fn and(parts: &[Known]) -> Known {
    let rises = parts.iter().all(|part| part.rises);
    let most = parts.iter().map(|part| part.interval.most).fold(1.0, f64::min);
    let interval = if rises {
        let least = parts.iter().map(|part| part.interval.least).product();
        Interval { least, most }.widened(0.0)
    } else {
        Interval { least: 1.0 - lacking(parts), most }.widened(cancelling(parts.len()))
    };
    Known { interval, rises }
}

fn or(parts: &[Known]) -> Known {
    let rises = parts.iter().all(|part| part.rises);
    let least = parts.iter().map(|part| part.interval.least).fold(0.0, f64::max);
    let each = parts.iter().map(|part| part.interval.most);
    let most = if rises { each.fold(0.0, |any, part| any + (1.0 - any) * part) } else { each.sum() };
    Known { interval: Interval { least, most }.widened(0.0), rises }
}

/// By the mean number of true parts: k or more of n are true at most for the mean over k (Andrei Markov), and the same holds for the
/// n + 1 - k or more that would have to be false.
fn at_least(least: u32, parts: &[Known]) -> Known {
    let (count, needed) = (f64::from(u32::try_from(parts.len()).unwrap_or(u32::MAX)), f64::from(least));
    let most: f64 = parts.iter().map(|part| part.interval.most).sum::<f64>() / needed;
    let least = 1.0 - lacking(parts) / (count + 1.0 - needed);
    Known {
        interval: Interval { least, most }.widened(cancelling(parts.len())),
        rises: parts.iter().all(|part| part.rises),
    }
}
