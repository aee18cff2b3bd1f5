//! Which elements can stand in for each other.

#![allow(clippy::indexing_slicing, reason = "every index is an element of the formula at hand")]

use rustc_hash::FxHashMap;

use super::evaluation::{Part, looks, parts_of};
use crate::reliability::chain::Watch;
use crate::reliability::{Amount, AmountFormula, ElementId, Formula, Gate, Group, ModelError, Structure};

/// So many formulas and names in them are looked at, all exchanges taken together.
const MOST_LOOKS: usize = 20_000_000;

/// For each element, the place of the first one with which it can be exchanged: their groups are equal, and the formula is the same
/// formula with the two exchanged.
///
/// # Errors
/// If the time is over.
pub(super) fn classes(
    structure: &Structure,
    top: Gate,
    elements: &[ElementId],
    groups: &[&Group],
    watch: &Watch<'_>,
) -> Result<Vec<usize>, ModelError> {
    let mut exchanges = Exchanges::new(structure, top);
    let mut classes: Vec<usize> = Vec::with_capacity(elements.len());
    let mut firsts: Vec<usize> = Vec::new();
    for (place, &element) in elements.iter().enumerate() {
        let mut class = place;
        for &first in &firsts {
            exchanges.looks += 1;
            watch.spend(1)?;
            if exchanges.looks > MOST_LOOKS {
                break;
            }
            if same(groups[first], groups[place]) {
                watch.spend(exchanges.looks_each + exchanges.looks_of_copy)?;
                if exchanges.leave_the_same(elements[first], element) {
                    class = first;
                    break;
                }
            }
        }
        if class == place {
            firsts.push(place);
        }
        classes.push(class);
    }
    Ok(classes)
}

/// A formula of which elements are exchanged, each time two.
struct Exchanges<'a> {
    original: &'a Structure,
    top: Gate,
    parts: Vec<Part>,
    /// The original, and what the last exchange has made.
    structure: Structure,
    /// How much is looked at for one exchange.
    looks_each: usize,
    /// And to copy the original.
    looks_of_copy: usize,
    looks: usize,
}

impl<'a> Exchanges<'a> {
    fn new(original: &'a Structure, top: Gate) -> Self {
        let parts = parts_of(original, top);
        let looks_each = looks(original, &parts);
        let gates = original.all_gates().map(Part::Gate);
        let all: Vec<Part> = gates.chain(original.all_amounts().map(Part::Amount)).collect();
        let looks_of_copy = looks(original, &all);
        Self { original, top, parts, structure: original.clone(), looks_each, looks_of_copy, looks: 0 }
    }

    /// Whether the formula is the same with the two exchanged.
    fn leave_the_same(&mut self, one: ElementId, other: ElementId) -> bool {
        self.looks += self.looks_each;
        let made = exchanged(&mut self.structure, &self.parts, self.top, one, other);
        // What one exchange has made is of no use to the next.
        if self.size() != (self.original.gates(), self.original.amounts()) {
            self.structure.clone_from(self.original);
            self.looks += self.looks_of_copy;
        }
        made == self.top
    }

    fn size(&self) -> (usize, usize) {
        (self.structure.gates(), self.structure.amounts())
    }
}

fn same(one: &Group, other: &Group) -> bool {
    std::ptr::eq(one, other) || one == other
}

/// The formula with two elements exchanged, made in the same structure: it is the same gate if nothing has changed.
fn exchanged(structure: &mut Structure, parts: &[Part], top: Gate, one: ElementId, other: ElementId) -> Gate {
    if structure.levels(one) != structure.levels(other) {
        return structure.constant(false);
    }
    let swap = |element: ElementId| match element {
        element if element == one => other,
        element if element == other => one,
        element => element,
    };
    // Of the formulas that change, what they become.
    let mut gates: FxHashMap<Gate, Gate> = FxHashMap::default();
    let mut amounts: FxHashMap<Amount, Amount> = FxHashMap::default();
    for &part in parts {
        let of_gate = |gate: &Gate| gates.get(gate).copied().unwrap_or(*gate);
        let of_amount = |amount: &Amount| amounts.get(amount).copied().unwrap_or(*amount);
        match part {
            Part::Gate(gate) => {
                let made = match structure.formula(gate).clone() {
                    Formula::At { element, levels } if swap(element) != element => {
                        structure.at(swap(element), |level| levels[level])
                    }
                    Formula::Not(inner) if of_gate(&inner) != inner => structure.not(of_gate(&inner)),
                    Formula::And(of) if of.iter().any(|gate| gates.contains_key(gate)) => {
                        structure.and(of.iter().map(of_gate))
                    }
                    Formula::Or(of) if of.iter().any(|gate| gates.contains_key(gate)) => {
                        structure.or(of.iter().map(of_gate))
                    }
                    Formula::Xor(of) if of.iter().any(|gate| gates.contains_key(gate)) => {
                        structure.xor(of.iter().map(of_gate))
                    }
                    Formula::AtLeast { least, of } if of.iter().any(|gate| gates.contains_key(gate)) => {
                        structure.at_least(least as usize, of.iter().map(of_gate))
                    }
                    Formula::Reaches { amount, least } if of_amount(&amount) != amount => {
                        structure.reaches(of_amount(&amount), least)
                    }
                    _ => gate,
                };
                if made != gate {
                    gates.insert(gate, made);
                }
            }
            Part::Amount(amount) => {
                let made = match structure.amount_formula(amount).clone() {
                    AmountFormula::ByLevel { element, values } if swap(element) != element => {
                        structure.by_level(swap(element), |level| values[level])
                    }
                    AmountFormula::Sum(of) if of.iter().any(|part| amounts.contains_key(part)) => {
                        structure.total(of.iter().map(of_amount))
                    }
                    AmountFormula::Least(of) if of.iter().any(|part| amounts.contains_key(part)) => {
                        structure.least(of.iter().map(of_amount))
                    }
                    AmountFormula::While { gate, amount } => {
                        structure.while_true(of_gate(&gate), of_amount(&amount))
                    }
                    _ => amount,
                };
                if made != amount {
                    amounts.insert(amount, made);
                }
            }
        }
    }
    gates.get(&top).copied().unwrap_or(top)
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;

    use super::*;
    use crate::reliability::{LoadShared, Unit};

    fn group(mtbf_hours: f64) -> Group {
        let unit = Unit::from_mtbf(mtbf_hours, 1.0).unwrap();
        let shared = LoadShared { units: 1, unit, crews: 1, common_cause_share: 0.0, planned: None };
        Group::load_shared(&shared).unwrap()
    }

    /// Each of so many elements fails with the next one only, or all together.
    fn ring(count: usize) -> (Structure, Gate, Vec<ElementId>) {
        let mut structure = Structure::new();
        let elements: Vec<ElementId> = (0..count).map(|_| structure.element(2)).collect();
        let fails: Vec<Gate> = elements.iter().map(|&element| structure.fails(element)).collect();
        let pairs: Vec<Gate> =
            (0..count).map(|place| structure.and([fails[place], fails[(place + 1) % count]])).collect();
        let top = structure.or(pairs);
        (structure, top, elements)
    }

    #[test]
    fn an_exchange_leaves_nothing_behind() {
        let (structure, top, elements) = ring(20);
        let mut exchanges = Exchanges::new(&structure, top);
        for other in 1..20 {
            assert!(!exchanges.leave_the_same(elements[0], elements[other]));
            assert_eq!(exchanges.size(), (structure.gates(), structure.amounts()));
        }
    }

    #[test]
    fn exchanges_end_when_the_time_is_over() {
        let (structure, top, elements) = ring(100);
        let group = group(10.0);
        let looks = Cell::new(0);
        let is_over = || {
            looks.set(looks.get() + 1);
            looks.get() == 20
        };
        let found = classes(&structure, top, &elements, &[&group; 100], &Watch::new(&is_over));
        assert_eq!((found, looks.get()), (Err(ModelError::TimeOver), 20));
    }

    #[test]
    fn what_formulas_name_counts_as_looked_at() {
        let (structure, top, elements) = ring(20);
        let mut exchanges = Exchanges::new(&structure, top);
        exchanges.leave_the_same(elements[0], elements[5]);
        // Twenty elements of two levels, twenty pairs, and one that names them all; and once more for the copy.
        assert_eq!(exchanges.looks, 2 * (20 * (1 + 2) + 20 * (1 + 2) + (1 + 20)));
    }

    #[test]
    fn equal_elements_in_equal_positions_can_be_exchanged() {
        let (often, rarely) = (group(10.0), group(1_000.0));
        let mut structure = Structure::new();
        let elements: Vec<ElementId> = (0..6).map(|_| structure.element(2)).collect();
        let fails: Vec<Gate> = elements.iter().map(|&element| structure.fails(element)).collect();
        let units: Vec<Amount> =
            elements.iter().map(|&element| structure.by_level(element, |level| [5, 0][level])).collect();
        // Two pairs that are alike, the first of them with a third in front.
        let (first, second) = (structure.and([fails[0], fails[1]]), structure.and([fails[2], fails[3]]));
        let pairs = structure.or([first, second, fails[4]]);
        let some = structure.at_least(3, fails.clone());
        let total = structure.total(units.clone());
        let enough = structure.reaches(total, 20);
        let powered = structure.while_true(fails[5], units[0]);
        let total_powered = structure.total([powered, units[1], units[2]]);
        let some_powered = structure.reaches(total_powered, 9);
        for (gate, groups, expected) in [
            (some, [&often; 6], vec![0, 0, 0, 0, 0, 0]),
            (some, [&often, &rarely, &often, &rarely, &often, &often], vec![0, 1, 0, 1, 0, 0]),
            (enough, [&often; 6], vec![0, 0, 0, 0, 0, 0]),
            (pairs, [&often; 6], vec![0, 0, 2, 2, 4, 5]),
            (some_powered, [&often; 6], vec![0, 1, 1, 3, 3, 5]),
        ] {
            assert_eq!(
                classes(&structure, gate, &elements, &groups, &Watch::new(&|| false)),
                Ok(expected),
                "{:?}",
                structure.formula(gate)
            );
        }
    }
}
