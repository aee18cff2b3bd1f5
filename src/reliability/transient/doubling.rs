//! The transition matrix of a small chain over steps of doubling length.

#![allow(clippy::indexing_slicing, reason = "every index is a state of the chain at hand")]

use super::Double;
use crate::reliability::{Group, ModelError};

/// More terms of the exponential series than these are never looked at: with an exponent of at most 1, the 80th is below 1e-118.
const MOST_TERMS: u32 = 200;

/// Two probabilities so close to each other are the same, 2^-80.
const SAME: f64 = 8.271_806_125_530_277e-25;

/// Powers of exp(Q·h), h a power of 2 of hours such that no state is left more than half a time in h.
///
/// The law after t hours takes the powers that the binary digits of t / h ask for, and the series for the rest. Repeated squaring:
/// Cleve Moler, Charles Van Loan, "Nineteen dubious ways to compute the exponential of a matrix, twenty-five years later", SIAM
/// Review 45 (2003); on nonnegative matrices, where each entry keeps a small relative error: Jungong Xue, Qiang Ye, "Computing
/// exponentials of essentially non-negative matrices entrywise to high relative accuracy", Mathematics of Computation 82 (2013).
#[derive(Debug)]
pub(super) struct Doubling {
    states: usize,
    start: usize,
    /// log2 of 1 / h.
    exponent: i32,
    /// I + Q·h, row by row.
    step: Vec<Double>,
    /// exp(Q·h·2^i), row by row, as far as they were needed.
    powers: Vec<Vec<Double>>,
    /// The last power has all rows the same: whatever the start, and however much later, the law is that.
    settled: bool,
}

impl Doubling {
    pub(super) fn new(group: &Group) -> Self {
        let states = group.states().len();
        let mut rates = vec![Double::ZERO; states * states];
        for transition in group.transitions().iter().filter(|transition| transition.from != transition.to) {
            let rate = &mut rates[transition.from * states + transition.to];
            *rate = *rate + Double::of(transition.per_hour);
        }
        let leaving = |row: &[Double]| row.iter().fold(Double::ZERO, |sum, &rate| sum + rate);
        let fastest = rates.chunks_exact(states).map(|row| leaving(row).nearest()).fold(0.0, f64::max);
        // Twice the fastest is below 2^exponent.
        let exponent = libm::frexp(fastest).1 + 1;
        let mut step = rates;
        for (state, row) in step.chunks_exact_mut(states).enumerate() {
            for rate in row.iter_mut() {
                *rate = rate.scaled(libm::ldexp(1.0, -exponent));
            }
            row[state] = leaving(row).complement();
        }
        Self { states, start: group.start(), exponent, step, powers: Vec::new(), settled: false }
    }

    /// The law of the states, and a bound on its relative error.
    pub(super) fn law_after(&mut self, hours: f64) -> Result<(Vec<f64>, f64), ModelError> {
        // Exact, as h is a power of 2.
        let lengths = libm::ldexp(hours, self.exponent).min(f64::MAX);
        let mut law = vec![Double::ZERO; self.states];
        law[self.start] = Double::ONE;
        law = self.series(&law, lengths - libm::floor(lengths));
        let (mut whole, mut power, mut reach) = (libm::floor(lengths), 0, lengths);
        while whole > 0.0 {
            let half = libm::floor(whole / 2.0);
            if whole - 2.0 * half > 0.0 {
                law = times(&law, self.power(power));
            }
            if half > 0.0 && self.settles_at(power) {
                law = times(&law, self.power(power));
                reach = reach.min(libm::ldexp(4.0, i32::try_from(power).unwrap_or(i32::MAX)));
                break;
            }
            whole = half;
            power += 1;
        }
        let error_bound = self.error_bound(reach);
        if error_bound > 1.0 {
            return Err(ModelError::RatesTooFarApart);
        }
        Ok((law.into_iter().map(Double::nearest).collect(), error_bound))
    }

    /// Each squaring doubles the relative error so far and adds that of one product; so does, less often, each factor taken.
    #[allow(clippy::cast_precision_loss, reason = "a few dozen states")]
    fn error_bound(&self, lengths: f64) -> f64 {
        let sums = (self.states + 2) as f64;
        let series = f64::from(MOST_TERMS) * (sums + 4.0);
        (2.0 * lengths + 2.0) * (series + 2.0 * sums) * Double::UNIT + SAME + f64::EPSILON
    }

    fn settles_at(&mut self, power: usize) -> bool {
        self.power(power);
        self.settled && power + 1 == self.powers.len()
    }

    fn power(&mut self, power: usize) -> &[Double] {
        while self.powers.len() <= power {
            let next: Vec<Double> = match self.powers.last() {
                Some(last) => last.chunks_exact(self.states).flat_map(|row| times(row, last)).collect(),
                None => (0..self.states)
                    .flat_map(|state| {
                        let mut unit = vec![Double::ZERO; self.states];
                        unit[state] = Double::ONE;
                        self.series(&unit, 1.0)
                    })
                    .collect(),
            };
            let first = &next[..self.states];
            self.settled = next
                .chunks_exact(self.states)
                .all(|row| row.iter().zip(first).all(|(entry, first)| entry.is_near(*first, SAME)));
            self.powers.push(next);
        }
        &self.powers[power]
    }

    /// A law so many times h later, at most 1: Σ e^-x · x^k / k! · law·(I + Q·h)^k.
    ///
    /// e^-x is left out: the sum of the result is what it must be divided by.
    fn series(&self, law: &[Double], lengths: f64) -> Vec<Double> {
        let mut sum = law.to_vec();
        let mut term = law.to_vec();
        for index in 1..=MOST_TERMS {
            let weight = Double::of(lengths).over(f64::from(index));
            term = times(&term, &self.step).into_iter().map(|entry| entry * weight).collect();
            let mut matters = false;
            for (sum, &term) in sum.iter_mut().zip(&term) {
                matters |= term.nearest() > sum.nearest() * Double::UNIT * 1e-6;
                *sum = *sum + term;
            }
            // An entry still 0 may come later, as many transitions away as there are other states.
            if !matters && index as usize >= 2 * self.states {
                break;
            }
        }
        let total = sum.iter().fold(Double::ZERO, |total, &entry| total + entry);
        let reciprocal = reciprocal(total);
        sum.into_iter().map(|entry| entry * reciprocal).collect()
    }
}

/// 1 / x by one step of Newton's iteration from the 64-bit quotient: 2·y − x·y².
fn reciprocal(value: Double) -> Double {
    let first = 1.0 / value.nearest();
    let product = value * Double::of(first);
    // 1 + (1 - product): product is 1 but for rounding.
    Double::of(first) * (Double::ONE + product.complement())
}

/// A row times a matrix.
fn times(row: &[Double], matrix: &[Double]) -> Vec<Double> {
    let mut product = vec![Double::ZERO; row.len()];
    for (&factor, others) in row.iter().zip(matrix.chunks_exact(row.len())) {
        if !factor.is_zero() {
            for (sum, &other) in product.iter_mut().zip(others) {
                *sum = *sum + factor * other;
            }
        }
    }
    product
}
