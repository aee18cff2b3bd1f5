//! Samples of the inputs.

#![allow(clippy::cast_precision_loss, reason = "53 bits, or a few million samples")]

use rand_xoshiro::Xoshiro256PlusPlus;
use rand_xoshiro::rand_core::Rng;

use super::normal::quantile;
use super::{Guess, ModelError};
use crate::reliability::chain::Watch;

/// A quantile takes as long as so many small steps.
const LOOKS_OF_QUANTILE: usize = 20;

/// Values of all inputs, sample by sample.
pub(super) struct Hypercube {
    inputs: usize,
    samples: usize,
    values: Vec<f64>,
}

impl Hypercube {
    /// The values of each sample.
    pub(super) fn rows(&self) -> impl Iterator<Item = &[f64]> {
        let row = |sample: usize| self.values.get(sample * self.inputs..(sample + 1) * self.inputs);
        (0..self.samples).filter_map(row)
    }

    /// How many inputs there are.
    pub(super) fn inputs(&self) -> usize {
        self.inputs
    }

    /// How many samples there are.
    pub(super) fn samples(&self) -> usize {
        self.samples
    }
}

/// So many samples of all inputs; of each input, one value in each part of its probability, the parts being as many as the samples.
pub(super) fn latin_hypercube(
    inputs: &[Guess],
    samples: usize,
    random: &mut Xoshiro256PlusPlus,
    watch: &Watch<'_>,
) -> Result<Hypercube, ModelError> {
    let mut values = vec![0.0; inputs.len() * samples];
    let mut parts: Vec<usize> = vec![0; if inputs.is_empty() { 0 } else { samples }];
    for (place, input) in inputs.iter().enumerate() {
        for (index, part) in parts.iter_mut().enumerate() {
            *part = index;
        }
        for last in (1..samples).rev() {
            watch.spend(1)?;
            parts.swap(last, below(last + 1, random));
        }
        for (value, part) in values.iter_mut().skip(place).step_by(inputs.len()).zip(&parts) {
            watch.spend(LOOKS_OF_QUANTILE)?;
            let probability = (*part as f64 + inner(random)) / samples as f64;
            // Rounding may bring the last part's up to 1.
            *value = input.at(quantile(probability.min(1.0 - f64::EPSILON / 2.0)));
        }
    }
    Ok(Hypercube { inputs: inputs.len(), samples, values })
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
        let (mut random, watch) = (Xoshiro256PlusPlus::seed_from_u64(1), Watch::new(&|| false));
        let cube = latin_hypercube(&inputs, 50, &mut random, &watch).unwrap();
        for (place, input) in inputs.iter().enumerate() {
            let mut values: Vec<f64> = cube.rows().map(|row| row[place]).collect();
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
