//! How far a figure can be trusted whose inputs are guesses, and which guess matters.

mod normal;
mod sample;
mod shares;

use rand_xoshiro::Xoshiro256PlusPlus;
use rand_xoshiro::rand_core::SeedableRng;

use super::chain::Watch;
use super::{ModelError, bounds};
pub use shares::Share;

/// The normal quantile of 95 percent.
const QUANTILE_OF_95_PERCENT: f64 = 1.644_853_626_951_472_2;

/// The percentiles that are always given.
const PERCENTS: [f64; 5] = [5.0, 25.0, 50.0, 75.0, 95.0];

/// The largest error factor.
const MAX_ERROR_FACTOR: f64 = 1e6;

/// The most samples, twice over and once more for each input if shares are asked for.
const MAX_SAMPLES: usize = 10_000_000;

/// The most numbers in a sample of all inputs; there are two samples at one time, of 8 bytes a number.
const MAX_NUMBERS: usize = 10_000_000;

/// An input that is only roughly known: lognormal, independent of all others.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Guess {
    /// The value that it is as likely to exceed as not.
    pub median: f64,
    /// The 95th percentile over the median, from 1 (certain) up; its logarithm over 1.645 is the standard deviation of the
    /// input's logarithm.
    pub error_factor: f64,
}

impl Guess {
    /// The standard deviation of the logarithm.
    fn sigma(&self) -> f64 {
        libm::log(self.error_factor) / QUANTILE_OF_95_PERCENT
    }

    /// The value with so many standard deviations on the logarithm's scale; certain ones are their median to the bit.
    fn at(&self, deviations: f64) -> f64 {
        self.median * libm::exp(self.sigma() * deviations)
    }

    fn check(&self) -> Result<(), ModelError> {
        bounds::positive("the median", self.median)?;
        let (least, most, value) = (1.0, MAX_ERROR_FACTOR, self.error_factor);
        if (least..=most).contains(&value) {
            Ok(())
        } else {
            Err(ModelError::OutOfRange { quantity: "the error factor", value, least, most })
        }
    }
}

/// Of which scale the variance is shared out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Scale {
    /// That of the figure's logarithm: an unavailability may range over powers of ten, of which the plain scale sees only the
    /// largest values.
    #[default]
    Logarithm,
    /// That of the figure itself.
    Plain,
}

/// How to sample.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Sampling<'a> {
    /// N, the size of each of two samples, 2 or more. With shares the figure is worked out N·(2 + inputs) times, else 2·N times.
    pub samples: usize,
    /// The same seed gives the same numbers, on any platform.
    pub seed: u64,
    /// Percentiles from 0 to 100 to give beside 5, 25, 50, 75 and 95.
    pub percents: &'a [f64],
    /// Whether and on which scale to say which input matters.
    pub shares: Option<Scale>,
}

/// A percentile of a figure.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Percentile {
    /// From 0 to 100.
    pub percent: f64,
    /// What so many percent of the figures do not exceed.
    pub value: f64,
}

/// How a figure varies with its inputs.
#[derive(Clone, Debug, PartialEq)]
pub struct Uncertainty {
    /// The mean.
    pub mean: f64,
    /// The standard deviation.
    pub standard_deviation: f64,
    /// Ascending, each percentage once: linear between the sorted figures, the first being 0 and the last 100 percent.
    pub percentiles: Vec<Percentile>,
    /// Of each input, its share of the variance; empty if not asked for.
    pub shares: Vec<Share>,
}

/// How the figure varies that `value_of` gives for values of the inputs.
///
/// Inputs are drawn by Latin hypercube: of N samples, each input has one in each Nth part of its probability. Michael McKay, Richard
/// Beckman, William Conover, "A comparison of three methods for selecting values of input variables in the analysis of output from
/// a computer code", Technometrics 21 (1979).
///
/// # Errors
/// If a number is outside its range, the samples of all inputs are more than 10,000,000 numbers, the time is over (`is_over` is asked
/// now and then), or the figure is not finite, or not above 0 where its logarithm is to be shared out.
#[allow(clippy::doc_markdown, reason = "a name")]
pub fn uncertainty(
    inputs: &[Guess],
    sampling: &Sampling,
    value_of: &mut dyn FnMut(&[f64]) -> f64,
    is_over: &dyn Fn() -> bool,
) -> Result<Uncertainty, ModelError> {
    inputs.iter().try_for_each(Guess::check)?;
    let samples = sampling.samples;
    if !(2..=MAX_SAMPLES).contains(&samples) {
        let quantity = "the number of samples";
        return Err(ModelError::CountOutOfRange { quantity, count: samples, least: 2, most: MAX_SAMPLES });
    }
    let numbers = samples.saturating_mul(inputs.len());
    if numbers > MAX_NUMBERS {
        let quantity = "the number of samples times that of uncertain figures";
        return Err(ModelError::CountOutOfRange { quantity, count: numbers, least: 0, most: MAX_NUMBERS });
    }
    for &percent in sampling.percents {
        bounds::share("the percentile over 100", percent / 100.0)?;
    }
    let mut random = Xoshiro256PlusPlus::seed_from_u64(sampling.seed);
    let watch = Watch::new(is_over);
    let first = sample::latin_hypercube(inputs, samples, &mut random, &watch)?;
    let second = sample::latin_hypercube(inputs, samples, &mut random, &watch)?;
    let mut checked = |inputs: &[f64]| {
        // How long a figure takes is not known here.
        if is_over() {
            return Err(ModelError::TimeOver);
        }
        let value = value_of(inputs);
        if value.is_finite() { Ok(value) } else { Err(ModelError::NotANumber) }
    };
    let of_first = first.rows().map(&mut checked).collect::<Result<Vec<f64>, _>>()?;
    let of_second = second.rows().map(&mut checked).collect::<Result<Vec<f64>, _>>()?;
    let shares = match sampling.shares {
        Some(scale) => shares::of_variance((&first, &of_first), (&second, &of_second), scale, &mut checked)?,
        None => Vec::new(),
    };
    let mut values = of_first;
    values.extend(of_second);
    let (mean, variance) = shares::mean_and_variance(&values);
    values.sort_unstable_by(f64::total_cmp);
    let percentiles = percentiles(&values, sampling.percents);
    Ok(Uncertainty { mean, standard_deviation: libm::sqrt(variance), percentiles, shares })
}

fn percentiles(sorted: &[f64], asked: &[f64]) -> Vec<Percentile> {
    let mut percents: Vec<f64> = PERCENTS.iter().chain(asked).copied().collect();
    percents.sort_unstable_by(f64::total_cmp);
    percents.dedup();
    let at = |place: usize| sorted.get(place).or(sorted.last()).copied().unwrap_or(f64::NAN);
    #[allow(
        clippy::cast_precision_loss,
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a place among a few million"
    )]
    let value = |percent: f64| {
        let place = percent / 100.0 * (sorted.len() - 1) as f64;
        let below = libm::floor(place);
        let (low, high) = (at(below as usize), at(below as usize + 1));
        low + (place - below) * (high - low)
    };
    percents.into_iter().map(|percent| Percentile { percent, value: value(percent) }).collect()
}
