//! Probabilities that something has failed by a time, and the means of random deviates.
//!
//! After the Open-PSA Model Exchange Format 2.0d. What could lose digits is written without differences: 1 − exp(−x) as
//! −expm1(−x).

use crate::exchange::open_psa::expression::{Deviate, Operation};

/// An argument outside of its range.
#[derive(Debug, PartialEq)]
pub(super) struct Wrong {
    pub quantity: &'static str,
    pub value: f64,
    pub expected: &'static str,
}

type Checked = Result<f64, Wrong>;

/// The value of a distribution or the mean of a deviate, with its element's name.
pub(super) fn value(operation: Operation, arguments: &[f64]) -> Result<(&'static str, f64), Wrong> {
    Ok(match (operation, arguments) {
        (Operation::Exponential, [rate, time]) => ("exponential", exponential(*rate, *time)?),
        (Operation::Glm, [on_demand, failures, repairs, time]) => {
            ("GLM", glm(*on_demand, *failures, *repairs, *time)?)
        }
        (Operation::Weibull, [scale, shape, shift, time]) => {
            ("Weibull", weibull(*scale, *shape, *shift, *time)?)
        }
        (Operation::PeriodicTest, [rate, between, first, time]) => {
            ("periodic-test", tested(*rate, f64::INFINITY, *between, *first, *time)?)
        }
        (Operation::PeriodicTest, [rate, repairs, between, first, time]) => (
            "periodic-test",
            tested(*rate, zero_or_more("the repair rate", *repairs)?, *between, *first, *time)?,
        ),
        (Operation::Deviate(deviate), arguments) => mean(deviate, arguments)?,
        _ => ("expression", f64::NAN),
    })
}

fn above_zero(quantity: &'static str, value: f64) -> Checked {
    if value > 0.0 { Ok(value) } else { Err(Wrong { quantity, value, expected: "above 0" }) }
}

fn zero_or_more(quantity: &'static str, value: f64) -> Checked {
    if value >= 0.0 { Ok(value) } else { Err(Wrong { quantity, value, expected: "0 or more" }) }
}

fn exponential(rate: f64, time: f64) -> Checked {
    let (rate, time) = (zero_or_more("the failure rate", rate)?, zero_or_more("the time", time)?);
    Ok(-libm::expm1(-rate * time))
}

/// A component that may fail on demand, then fails and is repaired at constant rates: λ/r·(1 − e^(−rt)) + γ·e^(−rt), r = λ + μ.
fn glm(on_demand: f64, failures: f64, repairs: f64, time: f64) -> Checked {
    if !(0.0..=1.0).contains(&on_demand) {
        let quantity = "the probability of failure on demand";
        return Err(Wrong { quantity, value: on_demand, expected: "from 0 to 1" });
    }
    let failures = zero_or_more("the failure rate", failures)?;
    let both = above_zero(
        "the sum of failure rate and repair rate",
        failures + zero_or_more("the repair rate", repairs)?,
    )?;
    let time = zero_or_more("the time", time)?;
    Ok(failures / both * -libm::expm1(-both * time) + on_demand * libm::exp(-both * time))
}

fn weibull(scale: f64, shape: f64, shift: f64, time: f64) -> Checked {
    let (scale, shape) = (above_zero("the scale", scale)?, above_zero("the shape", shape)?);
    let since = zero_or_more("the time", time)? - zero_or_more("the time without failures", shift)?;
    Ok(if since <= 0.0 { 0.0 } else { -libm::expm1(-libm::pow(since / scale, shape)) })
}

/// A component whose failures are found by tests, the first after `first` and then one after every `between`; a failure found is
/// repaired at the rate `repairs`, at once if that is infinite.
fn tested(rate: f64, repairs: f64, between: f64, first: f64, time: f64) -> Checked {
    let rate = above_zero("the failure rate", rate)?;
    let between = above_zero("the time between tests", between)?;
    let (first, time) = (zero_or_more("the time to the first test", first)?, zero_or_more("the time", time)?);
    if time <= first {
        return exponential(rate, time);
    }
    let periods = libm::floor((time - first) / between);
    let since = (time - first) - periods * between;
    if repairs.is_infinite() {
        return exponential(rate, if since > 0.0 { since } else { between });
    }
    // From one test to the next, what is down stays so or fails again, and what is up fails: down' = down·carried + failed.
    let failed = exponential(rate, between)?;
    let carried = down_after(rate, repairs, between) - failed;
    let kept = libm::pow(carried, periods);
    let sum = if carried < 1.0 { (1.0 - kept) / (1.0 - carried) } else { periods };
    let at_test = exponential(rate, first)? * kept + failed * sum;
    let failed = exponential(rate, since)?;
    Ok(at_test * (down_after(rate, repairs, since) - failed) + failed)
}

/// The probability that what is found down at a test is down so long after: still, or once more after its repair.
fn down_after(rate: f64, repairs: f64, time: f64) -> f64 {
    let apart = (repairs - rate) * time;
    let ratio = if apart.abs() < 1e-300 { 1.0 } else { -libm::expm1(-apart) / apart };
    1.0 - repairs * time * libm::exp(-rate * time) * ratio
}

fn mean(deviate: Deviate, arguments: &[f64]) -> Result<(&'static str, f64), Wrong> {
    Ok(match (deviate, arguments) {
        (Deviate::Uniform, [least, most]) => {
            above_zero("the width of a uniform deviate", most - least)?;
            ("uniform-deviate", f64::midpoint(*least, *most))
        }
        (Deviate::Normal, [mean, deviation]) => {
            above_zero("the standard deviation", *deviation)?;
            ("normal-deviate", *mean)
        }
        (Deviate::Lognormal, [mean, error_factor, level]) => {
            if !(*level > 0.0 && *level < 1.0) {
                return Err(Wrong { quantity: "the level", value: *level, expected: "above 0 and below 1" });
            }
            if *error_factor <= 1.0 {
                return Err(Wrong {
                    quantity: "the error factor",
                    value: *error_factor,
                    expected: "above 1",
                });
            }
            ("lognormal-deviate", above_zero("the mean", *mean)?)
        }
        (Deviate::Lognormal, [location, scale]) => {
            let scale = above_zero("the standard deviation of the logarithm", *scale)?;
            ("lognormal-deviate", libm::exp(location + scale * scale / 2.0))
        }
        (Deviate::Gamma, [shape, scale]) => {
            ("gamma-deviate", above_zero("the shape", *shape)? * above_zero("the scale", *scale)?)
        }
        (Deviate::Beta, [alpha, beta]) => {
            let alpha = above_zero("the first shape", *alpha)?;
            ("beta-deviate", alpha / (alpha + above_zero("the second shape", *beta)?))
        }
        (Deviate::Histogram, [lowest, bins @ ..]) => ("histogram", histogram(*lowest, bins)?),
        _ => ("deviate", f64::NAN),
    })
}

/// The mean of a deviate with a constant density in each bin.
fn histogram(lowest: f64, bins: &[f64]) -> Checked {
    let (mut below, mut weights, mut sum) = (lowest, 0.0, 0.0);
    for bin in bins.chunks(2) {
        let [bound, weight] = *bin else { continue };
        above_zero("the width of a bin", bound - below)?;
        weights += zero_or_more("the weight of a bin", weight)?;
        sum += weight * f64::midpoint(below, bound);
        below = bound;
    }
    Ok(sum / above_zero("the sum of the weights", weights)?)
}
