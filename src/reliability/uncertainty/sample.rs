//! Samples of the inputs.

#![allow(clippy::cast_precision_loss, reason = "53 bits, or a few million samples")]

use rand_xoshiro::Xoshiro256PlusPlus;
use rand_xoshiro::rand_core::Rng;

use super::Guess;
use super::normal::quantile;

/// So many rows of values of all inputs; of each input, one value in each part of its probability, the parts being as many as the
/// rows.
pub(super) fn latin_hypercube(
    inputs: &[Guess],
    samples: usize,
    random: &mut Xoshiro256PlusPlus,
) -> Vec<Vec<f64>> {
    let mut rows = vec![Vec::with_capacity(inputs.len()); samples];
    for input in inputs {
        let mut parts: Vec<usize> = (0..samples).collect();
        for last in (1..samples).rev() {
            parts.swap(last, below(last + 1, random));
        }
        for (row, part) in rows.iter_mut().zip(parts) {
            let probability = (part as f64 + inner(random)) / samples as f64;
            // Rounding may bring the last part's up to 1.
            row.push(input.at(quantile(probability.min(1.0 - f64::EPSILON / 2.0))));
        }
    }
    rows
}

/// A number above 0 and below 1.
fn inner(random: &mut Xoshiro256PlusPlus) -> f64 {
    ((random.next_u64() >> 12) as f64 + 0.5) / 4_503_599_627_370_496.0
}

/// A whole number below another; that it favours some by one in 2^64 of so many is not noticed.
fn below(end: usize, random: &mut Xoshiro256PlusPlus) -> usize {
    let product = u128::from(random.next_u64()) * end as u128;
    usize::try_from(product >> 64).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use rand_xoshiro::rand_core::SeedableRng;

    use super::*;

    #[test]
    fn each_input_has_one_value_in_each_part() {
        let inputs = [Guess { median: 1.0, error_factor: 3.0 }, Guess { median: 100.0, error_factor: 10.0 }];
        let rows = latin_hypercube(&inputs, 50, &mut Xoshiro256PlusPlus::seed_from_u64(1));
        for (place, input) in inputs.iter().enumerate() {
            let mut values: Vec<f64> = rows.iter().map(|row| row[place]).collect();
            assert!(!values.is_sorted());
            values.sort_unstable_by(f64::total_cmp);
            for (part, value) in values.into_iter().enumerate() {
                let limit = |part: usize| match part {
                    0 => 0.0,
                    50 => f64::INFINITY,
                    _ => input.at(quantile(part as f64 / 50.0)),
                };
                assert!(limit(part) <= value && value <= limit(part + 1), "{part} {value}");
            }
        }
    }
}
