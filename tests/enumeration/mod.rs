//! What a structure is worth by trying every combination of levels.

use availability_planner::reliability::{AmountFormula, Element, Formula, Gate, Structure};

/// The probability that a gate is true.
pub fn probability(structure: &Structure, top: Gate, elements: &[Element]) -> f64 {
    let mut levels = vec![0; elements.len()];
    let mut sum = 0.0;
    loop {
        if truth(structure, top, &levels) {
            let shares = elements.iter().zip(&levels).map(|(element, level)| element.law()[*level]);
            sum += shares.product::<f64>();
        }
        let Some(place) = (0..levels.len()).find(|place| levels[*place] + 1 < elements[*place].law().len())
        else {
            return sum;
        };
        levels[place] += 1;
        levels[..place].fill(0);
    }
}

/// Whether a gate is true with the elements at these levels.
pub fn truth(structure: &Structure, top: Gate, levels: &[usize]) -> bool {
    // Gates and amounts read each other, each only what was made before it.
    let (mut gates, mut amounts) = (vec![None; structure.gates()], vec![None; structure.amounts()]);
    loop {
        for amount in structure.all_amounts() {
            let of = |amounts: &[Option<u64>], parts: &[availability_planner::reliability::Amount]| {
                parts.iter().map(|part| amounts[part.index()]).collect::<Option<Vec<u64>>>()
            };
            let value = match structure.amount_formula(amount) {
                AmountFormula::Fixed(value) => Some(*value),
                AmountFormula::ByLevel { element, values } => Some(values[levels[element.index()]]),
                AmountFormula::Sum(parts) => of(&amounts, parts).map(|values| values.iter().sum()),
                AmountFormula::Least(parts) => {
                    of(&amounts, parts).map(|values| values.into_iter().min().unwrap())
                }
                AmountFormula::While { gate, amount } => {
                    let value: Option<bool> = gates[gate.index()];
                    value.zip(amounts[amount.index()]).map(|(open, value)| if open { value } else { 0 })
                }
            };
            amounts[amount.index()] = value;
        }
        for gate in structure.all_gates() {
            let count = |parts: &[Gate]| {
                let values: Option<Vec<bool>> = parts.iter().map(|part| gates[part.index()]).collect();
                values.map(|values| (values.iter().filter(|value| **value).count(), values.len()))
            };
            gates[gate.index()] = match structure.formula(gate) {
                Formula::Constant(value) => Some(*value),
                Formula::At { element, levels: marked } => Some(marked[levels[element.index()]]),
                Formula::Not(other) => gates[other.index()].map(|value| !value),
                Formula::And(parts) => count(parts).map(|(count, of)| count == of),
                Formula::Or(parts) => count(parts).map(|(count, _)| count > 0),
                Formula::Xor(parts) => count(parts).map(|(count, _)| count % 2 == 1),
                Formula::AtLeast { least, of } => count(of).map(|(count, _)| count >= *least as usize),
                Formula::Reaches { amount, least } => amounts[amount.index()].map(|value| value >= *least),
            };
        }
        if let Some(value) = gates[top.index()] {
            return value;
        }
    }
}
