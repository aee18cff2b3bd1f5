//! How much of the variance each input accounts for.

#![allow(clippy::cast_precision_loss, reason = "a few million samples")]

use super::sample::Hypercube;
use super::{ModelError, Scale};

/// An input's share of the variance: its Sobol indices. Sampling makes each wrong by some hundredths with some thousand samples, so
/// one near 0 may come out below it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Share {
    /// What of the variance would go, on average, were this input alone known.
    pub first_order: f64,
    /// What of the variance would stay, on average, were all others known: includes what it does together with them.
    pub total: f64,
}

type Sample<'a> = (&'a Hypercube, &'a [f64]);

/// The first-order and total shares of each input, from two samples A and B and, for each input i, the sample A with i from B:
/// Sᵢ = mean of f(B)·(f(ABᵢ) − f(A)) / V and Tᵢ = mean of (f(A) − f(ABᵢ))² / 2V, all values taken from the mean so that the first does
/// not scatter with it. Andrea Saltelli et al., "Variance based sensitivity analysis of model output. Design and estimator for the total
/// sensitivity index", Computer Physics Communications 181 (2010), the second after Michiel Jansen, "Analysis of variance designs
/// for model output", Computer Physics Communications 117 (1999). An input that is not used has both shares exactly 0.
pub(super) fn of_variance(
    (first, of_first): Sample,
    (second, of_second): Sample,
    scale: Scale,
    value_of: &mut dyn FnMut(&[f64]) -> Result<f64, ModelError>,
) -> Result<Vec<Share>, ModelError> {
    let of_first: Vec<f64> = of_first.iter().map(|&value| on(scale, value)).collect::<Result<_, _>>()?;
    let of_second: Vec<f64> = of_second.iter().map(|&value| on(scale, value)).collect::<Result<_, _>>()?;
    let (mean, variance) = mean_and_variance(&[&of_first[..], &of_second[..]].concat());
    let mut shares = Vec::with_capacity(first.inputs());
    for input in 0..first.inputs() {
        let (mut together, mut differences) = (0.0, 0.0);
        for ((row, other), (a, b)) in first.rows().zip(second.rows()).zip(of_first.iter().zip(&of_second)) {
            let mut mixed = row.to_vec();
            if let (Some(value), Some(changed)) = (mixed.get_mut(input), other.get(input)) {
                *value = *changed;
            }
            let difference = on(scale, value_of(&mixed)?)? - a;
            together += (b - mean) * difference;
            differences += difference * difference;
        }
        let over = |sum: f64| if variance > 0.0 { sum / (variance * first.samples() as f64) } else { 0.0 };
        shares.push(Share { first_order: over(together), total: over(differences) / 2.0 });
    }
    Ok(shares)
}

fn on(scale: Scale, value: f64) -> Result<f64, ModelError> {
    match scale {
        Scale::Plain => Ok(value),
        Scale::Logarithm if value > 0.0 => Ok(libm::log(value)),
        Scale::Logarithm => {
            let (least, most) = (f64::MIN_POSITIVE, f64::MAX);
            Err(ModelError::OutOfRange { quantity: "a figure whose logarithm is taken", value, least, most })
        }
    }
}

/// The mean, and the mean square distance from it, one sample counted out.
pub(super) fn mean_and_variance(values: &[f64]) -> (f64, f64) {
    let count = values.len() as f64;
    let mean = values.iter().map(|value| value / count).sum::<f64>();
    let variance = values.iter().map(|value| (value - mean) * (value - mean) / (count - 1.0)).sum();
    (mean, variance)
}
