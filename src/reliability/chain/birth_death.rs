//! Chains that only step to the neighbouring state.

#![allow(clippy::indexing_slicing, reason = "every index is a state of the chain at hand")]

use super::Transition;

/// The stationary law of an irreducible chain that only steps to the next state or to the one before; nothing for any other chain.
///
/// π(k) = π(0)·Π_{i<k} up(i) / down(i+1), each product kept as a mantissa and an exponent so that none overflows.
pub(super) fn law(states: usize, transitions: &[Transition]) -> Option<Vec<f64>> {
    let (mut up, mut down) = (vec![0.0; states], vec![0.0; states]);
    for transition in transitions {
        if transition.to == transition.from + 1 {
            up[transition.from] += transition.per_hour;
        } else if transition.from == transition.to + 1 {
            down[transition.from] += transition.per_hour;
        } else if transition.from != transition.to {
            return None;
        }
    }
    let (mut mantissa, mut exponent) = (1.0, 0_i64);
    let mut weights = vec![(mantissa, exponent)];
    for state in 1..states {
        let ((rise, rise_exponent), (fall, fall_exponent)) =
            (libm::frexp(up[state - 1]), libm::frexp(down[state]));
        let (product, shift) = libm::frexp(mantissa * rise / fall);
        mantissa = product;
        exponent += i64::from(shift) + i64::from(rise_exponent) - i64::from(fall_exponent);
        weights.push((mantissa, exponent));
    }
    let largest = weights.iter().map(|(_, exponent)| *exponent).max().unwrap_or(0);
    // Beyond 2000 below the largest, nothing is left of a 64-bit number.
    let scaled = |(mantissa, exponent): (f64, i64)| {
        libm::ldexp(mantissa, i32::try_from((exponent - largest).max(-2_000)).unwrap_or(-2_000))
    };
    let mut law: Vec<f64> = weights.into_iter().map(scaled).collect();
    let total: f64 = law.iter().sum();
    for share in &mut law {
        *share /= total;
    }
    Some(law)
}
