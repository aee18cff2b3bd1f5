//! Which elements can stand in for each other.

#![allow(clippy::indexing_slicing, reason = "every index is an element of the formula at hand")]

use rustc_hash::FxHashMap;

use super::evaluation::{Part, parts_of};
use crate::reliability::{Amount, AmountFormula, ElementId, Formula, Gate, Group, Structure};

/// So many formulas are looked at, all exchanges taken together.
const MOST_LOOKS: usize = 20_000_000;

/// For each element, the place of the first one with which it can be exchanged: their groups are equal, and the formula is the same
/// formula with the two exchanged.
pub(super) fn classes(
    structure: &Structure,
    top: Gate,
    elements: &[ElementId],
    groups: &[&Group],
) -> Vec<usize> {
    let parts = parts_of(structure, top);
    let mut structure = structure.clone();
    let mut looks = 0;
    let mut classes: Vec<usize> = Vec::with_capacity(elements.len());
    let mut firsts: Vec<usize> = Vec::new();
    for (place, &element) in elements.iter().enumerate() {
        let mut exchangeable = |first: usize| {
            if looks > MOST_LOOKS || !same(groups[first], groups[place]) {
                return false;
            }
            looks += parts.len();
            exchanged(&mut structure, &parts, top, elements[first], element) == top
        };
        let first = firsts.iter().copied().find(|&first| exchangeable(first)).unwrap_or(place);
        if first == place {
            firsts.push(place);
        }
        classes.push(first);
    }
    classes
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
    use super::*;
    use crate::reliability::{LoadShared, Unit};

    fn group(mtbf_hours: f64) -> Group {
        let unit = Unit::from_mtbf(mtbf_hours, 1.0).unwrap();
        let shared = LoadShared { units: 1, unit, crews: 1, common_cause_share: 0.0, planned: None };
        Group::load_shared(&shared).unwrap()
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
                classes(&structure, gate, &elements, &groups),
                expected,
                "{:?}",
                structure.formula(gate)
            );
        }
    }
}
