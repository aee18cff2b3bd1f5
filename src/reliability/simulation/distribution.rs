//! How long things last: distributions of times, sampled by closed forms.

use super::Random;
use crate::reliability::ModelError;
use crate::reliability::bounds::within;

/// The shortest mean or scale in hours, some milliseconds: shorter ones would be simulated for ever.
const SHORTEST_HOURS: f64 = 1e-6;
const LONGEST_HOURS: f64 = 1e30;
/// The 95th percentile of the standard normal distribution.
const NORMAL_95: f64 = 1.644_853_626_951_472_2;

/// A distribution of times in hours, checked when it is made.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Distribution {
    form: Form,
    mean_hours: f64,
}

#[derive(Clone, Copy, Debug, PartialEq)]
enum Form {
    Exponential,
    Weibull { inverse_shape: f64, scale_hours: f64 },
    LogNormal { median_hours: f64, sigma: f64 },
    Deterministic,
}

impl Distribution {
    /// Exponential: without memory.
    ///
    /// # Errors
    /// If the mean is not a number from 1e-6 to 1e30 hours.
    pub fn exponential(mean_hours: f64) -> Result<Self, ModelError> {
        Ok(Self {
            form: Form::Exponential,
            mean_hours: time("the mean of a distribution in hours", mean_hours)?,
        })
    }

    /// Weibull: P(T > t) = exp(−(t / scale)^shape), mean scale·Γ(1 + 1/shape). A shape above 1 is wear, below 1 early failures.
    /// After Waloddi Weibull, "A statistical distribution function of wide applicability", Journal of Applied Mechanics (1951).
    ///
    /// # Errors
    /// If the shape is not a number from 0.1 to 100, or scale or mean not from 1e-6 to 1e30 hours.
    pub fn weibull(shape: f64, scale_hours: f64) -> Result<Self, ModelError> {
        let inverse_shape = 1.0 / within("the shape of a Weibull distribution", shape, 0.1, 100.0)?;
        let scale_hours = time("the scale of a distribution in hours", scale_hours)?;
        let mean_hours = scale_hours * libm::tgamma(1.0 + inverse_shape);
        let mean_hours = time("the mean of a distribution in hours", mean_hours)?;
        Ok(Self { form: Form::Weibull { inverse_shape, scale_hours }, mean_hours })
    }

    /// Weibull, of which the mean is known rather than the scale.
    ///
    /// # Errors
    /// As for [`Distribution::weibull`].
    pub fn weibull_with_mean(shape: f64, mean_hours: f64) -> Result<Self, ModelError> {
        let inverse_shape = 1.0 / within("the shape of a Weibull distribution", shape, 0.1, 100.0)?;
        let mean_hours = time("the mean of a distribution in hours", mean_hours)?;
        let scale_hours = mean_hours / libm::tgamma(1.0 + inverse_shape);
        let scale_hours = time("the scale of a distribution in hours", scale_hours)?;
        Ok(Self { form: Form::Weibull { inverse_shape, scale_hours }, mean_hours })
    }

    /// Lognormal, by its median and its error factor: the 95th percentile over the median.
    ///
    /// # Errors
    /// If the error factor is not a number from 1 to 10,000, or median or mean not from 1e-6 to 1e30 hours.
    pub fn lognormal(median_hours: f64, error_factor: f64) -> Result<Self, ModelError> {
        let factor = within("the error factor of a lognormal distribution", error_factor, 1.0, 1e4)?;
        let sigma = libm::log(factor) / NORMAL_95;
        let median_hours = time("the median of a distribution in hours", median_hours)?;
        let mean_hours = median_hours * libm::exp(sigma * sigma / 2.0);
        let mean_hours = time("the mean of a distribution in hours", mean_hours)?;
        Ok(Self { form: Form::LogNormal { median_hours, sigma }, mean_hours })
    }

    /// Lognormal, by its mean and the standard deviation σ of the natural logarithm.
    ///
    /// # Errors
    /// If σ is not a number from 0 to 6, or median or mean not from 1e-6 to 1e30 hours.
    pub fn lognormal_with_mean(mean_hours: f64, sigma: f64) -> Result<Self, ModelError> {
        let sigma = within("the sigma of a lognormal distribution", sigma, 0.0, 6.0)?;
        let mean_hours = time("the mean of a distribution in hours", mean_hours)?;
        let median_hours = mean_hours * libm::exp(-sigma * sigma / 2.0);
        let median_hours = time("the median of a distribution in hours", median_hours)?;
        Ok(Self { form: Form::LogNormal { median_hours, sigma }, mean_hours })
    }

    /// Always the same.
    ///
    /// # Errors
    /// If it is not a number from 1e-6 to 1e30 hours.
    pub fn deterministic(hours: f64) -> Result<Self, ModelError> {
        Ok(Self { form: Form::Deterministic, mean_hours: time("a fixed time in hours", hours)? })
    }

    /// The mean in hours.
    pub fn mean_hours(&self) -> f64 {
        self.mean_hours
    }

    /// Whether it is exponential, so that what has passed says nothing about what is to come.
    pub fn is_exponential(&self) -> bool {
        self.form == Form::Exponential
    }

    /// All times so many times as long. Factors are checked by who calls.
    pub(super) fn stretched(mut self, factor: f64) -> Self {
        self.mean_hours *= factor;
        match &mut self.form {
            Form::Weibull { scale_hours, .. } => *scale_hours *= factor,
            Form::LogNormal { median_hours, .. } => *median_hours *= factor,
            Form::Exponential | Form::Deterministic => {}
        }
        self
    }

    /// One time, in hours: by the inverse of the distribution function, for the lognormal by a normal deviate.
    #[inline]
    pub(super) fn sample(&self, random: &mut Random) -> f64 {
        match self.form {
            Form::Exponential => self.mean_hours * random.exponential(),
            Form::Weibull { inverse_shape, scale_hours } => {
                scale_hours * libm::pow(random.exponential(), inverse_shape)
            }
            Form::LogNormal { median_hours, sigma } => median_hours * libm::exp(sigma * random.normal()),
            Form::Deterministic => self.mean_hours,
        }
    }
}

pub(super) fn time(quantity: &'static str, hours: f64) -> Result<f64, ModelError> {
    within(quantity, hours, SHORTEST_HOURS, LONGEST_HOURS)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sample_moments_are_those_of_the_distribution() {
        let samples = 40_000;
        let gamma = libm::tgamma;
        let weibull =
            |shape: f64| libm::sqrt(gamma(1.0 + 2.0 / shape) / (gamma(1.0 + 1.0 / shape).powi(2)) - 1.0);
        let sigma = libm::log(3.0) / NORMAL_95;
        // The standard deviation over the mean. Tolerances are some six standard errors.
        for (distribution, deviation, mean_tolerance, deviation_tolerance) in [
            (Distribution::exponential(40.0), 1.0, 0.03, 0.06),
            (Distribution::weibull(2.0, 50.0), weibull(2.0), 0.017, 0.03),
            (Distribution::weibull_with_mean(0.8, 40.0), weibull(0.8), 0.04, 0.1),
            (Distribution::lognormal(10.0, 3.0), libm::sqrt(libm::exp(sigma * sigma) - 1.0), 0.03, 0.15),
            (Distribution::lognormal_with_mean(7.0, 0.5), libm::sqrt(libm::exp(0.25) - 1.0), 0.02, 0.06),
            (Distribution::deterministic(3.0), 0.0, 1e-12, 1e-6),
        ] {
            let distribution = distribution.unwrap();
            let mut random = Random::of_stream(7, 0);
            let times: Vec<f64> =
                (0..samples).map(|_| distribution.sample(&mut random) / distribution.mean_hours()).collect();
            let mean = times.iter().sum::<f64>() / f64::from(samples);
            let variance = times.iter().map(|time| (time - mean).powi(2)).sum::<f64>() / f64::from(samples);
            assert!((mean - 1.0).abs() < mean_tolerance, "{distribution:?}: {mean}");
            assert!(
                (libm::sqrt(variance) - deviation).abs() < deviation_tolerance,
                "{distribution:?}: {variance}"
            );
        }
    }

    #[test]
    fn the_error_factor_is_the_95th_percentile_over_the_median() {
        let distribution = Distribution::lognormal(10.0, 3.0).unwrap();
        let mut random = Random::of_stream(3, 0);
        let above = (0..40_000).filter(|_| distribution.sample(&mut random) > 30.0).count();
        // 2,000 expected, with a standard deviation of 44.
        assert!((1_740..2_260).contains(&above), "{above}");
    }

    #[test]
    fn stretching_keeps_the_form() {
        let twice = Distribution::weibull(1.5, 10.0).unwrap().stretched(2.0);
        let made = Distribution::weibull(1.5, 20.0).unwrap();
        let (mut one, mut other) = (Random::of_stream(1, 0), Random::of_stream(1, 0));
        assert!((twice.sample(&mut one) / made.sample(&mut other) - 1.0).abs() < 1e-15);
        assert!((twice.mean_hours() / made.mean_hours() - 1.0).abs() < 1e-15);
    }

    #[test]
    fn distributions_without_meaning_are_refused() {
        for refused in [
            Distribution::exponential(0.0),
            Distribution::exponential(f64::NAN),
            Distribution::exponential(1e-7),
            Distribution::weibull(0.0, 1.0),
            Distribution::weibull(1.0, f64::INFINITY),
            Distribution::weibull_with_mean(101.0, 1.0),
            Distribution::lognormal(1.0, 0.9),
            Distribution::lognormal(-1.0, 2.0),
            Distribution::lognormal_with_mean(1.0, -0.1),
            Distribution::deterministic(-1.0),
        ] {
            assert!(refused.is_err(), "{refused:?}");
        }
    }
}
