//! Chains as plain tables of rates, built rule by rule and solved by elimination without subtraction.

use crate::chains::Pair;
use crate::units::{PLANNED_WORK_ENDS, Unit};

/// A group as a table: for each state what serves, what serves when planned work counts as up, and the law.
pub(super) struct Group {
    pub(super) serving: Vec<u8>,
    pub(super) counted_up: Vec<u8>,
    pub(super) rates: Vec<Vec<f64>>,
    pub(super) law: Vec<f64>,
    /// Losing one of several serving units moves its users.
    pub(super) shares_load: bool,
}

/// The long-run law of a chain after Grassmann, Taksar and Heyman.
pub(super) fn law(rates: &[Vec<f64>]) -> Vec<f64> {
    let size = rates.len();
    let mut a = rates.to_vec();
    for last in (1..size).rev() {
        let out: f64 = a[last][..last].iter().sum();
        for from in 0..last {
            a[from][last] /= out;
            for to in 0..last {
                if to != from {
                    a[from][to] += a[from][last] * a[last][to];
                }
            }
        }
    }
    let mut weights = vec![1.0];
    while weights.len() < size {
        let state = weights.len();
        weights.push(weights.iter().zip(&a).map(|(weight, row)| weight * row[state]).sum());
    }
    let total: f64 = weights.iter().sum();
    weights.iter().map(|weight| weight / total).collect()
}

/// A table from states named by their units up and under planned work, and a rule for the rate between two.
fn table(states: &[(u8, u8)], rate: impl Fn((u8, u8), (u8, u8)) -> f64) -> Vec<Vec<f64>> {
    states
        .iter()
        .map(|&from| states.iter().map(|&to| if from == to { 0.0 } else { rate(from, to) }).collect())
        .collect()
}

/// A load-shared group by the rules for (units up, units under planned work).
pub(super) fn load_shared(n: u8, unit: Unit, planned_begins: f64) -> Group {
    let mut states: Vec<(u8, u8)> = (0..=n).rev().map(|up| (up, 0)).collect();
    states.extend((0..n).rev().map(|up| (up, 1)));
    let rates = table(&states, |(up, out), (up_after, out_after)| {
        if out == out_after && up_after + 1 == up {
            f64::from(up) * unit.failures
        } else if out == out_after && up_after == up + 1 {
            f64::from(n - up - out) * unit.repairs
        } else if (up, out) == (n, 0) && (up_after, out_after) == (n - 1, 1) {
            f64::from(n) * planned_begins
        } else if out == 1 && out_after == 0 && up_after == up + 1 {
            PLANNED_WORK_ENDS
        } else {
            0.0
        }
    });
    // Without planned work its states are never entered; elimination starts at the far end, so they may stay.
    Group {
        serving: states.iter().map(|state| state.0).collect(),
        counted_up: states.iter().map(|state| state.0 + state.1).collect(),
        law: law(&rates),
        rates,
        shares_load: true,
    }
}

/// A pair; states in the order both, one, automatic, manual, none, planned.
pub(super) fn pair(pair: &Pair) -> Group {
    let Unit { failures, repairs } = pair.node;
    let mut rates = vec![vec![0.0; 6]; 6];
    rates[0][2] = failures * pair.covered;
    rates[0][3] = failures * pair.uncovered;
    rates[0][1] = failures;
    rates[0][5] = pair.planned_begins;
    rates[1][4] = failures;
    rates[1][0] = repairs;
    rates[2][1] = pair.automatic;
    rates[2][0] = repairs;
    rates[2][4] = failures;
    rates[3][1] = pair.manual;
    rates[3][0] = repairs;
    rates[3][4] = failures;
    rates[4][1] = pair.crews * repairs;
    rates[5][0] = pair.automatic;
    Group {
        serving: vec![1, 1, 0, 0, 0, 0],
        counted_up: vec![1, 1, 0, 0, 0, 1],
        law: law(&rates),
        rates,
        shares_load: false,
    }
}
