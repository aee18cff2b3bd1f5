//! What the uncertainty of figures makes of the unavailability.

use serde::Serialize;

use crate::exchange::model::{DescribedGroup, Uncertainty as Wanted};
use crate::reliability::{Element, Guess, Kept, ModelError, Sampling, Scale, uncertainty};

/// Uncertain figures up to which it is said which of them matters.
const SHARED_OUT: usize = 100;

/// How the unavailability varies with uncertain figures.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct UncertaintyAnswer {
    /// How many samples were drawn, twice over.
    pub samples: usize,
    /// What they were drawn from.
    pub seed: u64,
    /// How they were drawn, in words.
    pub method: &'static str,
    /// The mean of the unavailability.
    pub mean: f64,
    /// How far sampling may take the mean off, not above this: its standard error. A Latin hypercube of N samples is no worse than
    /// N − 1 samples at random (Art Owen, "Monte Carlo variance of scrambled net quadrature", SIAM Journal on Numerical Analysis 34
    /// (1997)).
    pub mean_standard_error: f64,
    /// Its standard deviation.
    pub standard_deviation: f64,
    /// Its percentiles, ascending.
    pub percentiles: Vec<PercentileAnswer>,
    /// For each uncertain figure how much of the variance of the unavailability's logarithm it accounts for; empty where there are more
    /// than 100 of them.
    pub shares: Vec<ShareAnswer>,
}

/// What so many percent of the samples do not exceed.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct PercentileAnswer {
    /// From 0 to 100.
    pub percent: f64,
    /// The unavailability.
    pub value: f64,
}

/// How much an uncertain figure accounts for.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ShareAnswer {
    /// The group.
    pub id: String,
    /// Which of its figures.
    pub figure: String,
    /// The share by itself.
    pub first_order: f64,
    /// The share together with others.
    pub total: f64,
}

pub(super) fn of(
    kept: &Kept,
    groups: &[DescribedGroup],
    elements: &[Element],
    wanted: Wanted,
    is_over: &dyn Fn() -> bool,
) -> Result<UncertaintyAnswer, ModelError> {
    let figures: Vec<(&DescribedGroup, usize)> =
        groups.iter().flat_map(|group| (0..group.uncertain.len()).map(move |place| (group, place))).collect();
    let uncertain = |(group, place): &(&DescribedGroup, usize)| group.uncertain.get(*place).copied();
    let guesses: Vec<Guess> = figures
        .iter()
        .filter_map(uncertain)
        .map(|figure| Guess { median: 1.0, error_factor: figure.error_factor })
        .collect();
    let (samples, seed) = (wanted.samples as usize, u64::from(wanted.seed));
    let shares = (guesses.len() <= SHARED_OUT).then_some(Scale::Logarithm);
    let sampling = Sampling { samples, seed, percents: &[], shares };
    let mut value_of = |factors: &[f64]| unavailability(kept, groups, elements, factors).unwrap_or(f64::NAN);
    let found = uncertainty(&guesses, &sampling, &mut value_of, is_over)?;
    let percentiles = found.percentiles.iter();
    let shares = found.shares.iter().zip(&figures).filter_map(|(share, figure)| {
        let (id, name) = (figure.0.id.clone(), uncertain(figure)?.figure.name());
        Some(ShareAnswer { id, figure: name, first_order: share.first_order, total: share.total })
    });
    Ok(UncertaintyAnswer {
        samples,
        seed,
        method: "two Latin hypercube samples",
        mean: found.mean,
        mean_standard_error: found.standard_deviation / libm::sqrt(2.0 * f64::from(wanted.samples - 1)),
        standard_deviation: found.standard_deviation,
        percentiles: percentiles
            .map(|percentile| PercentileAnswer { percent: percentile.percent, value: percentile.value })
            .collect(),
        shares: shares.collect(),
    })
}

/// The unavailability with each uncertain figure times its factor.
fn unavailability(
    kept: &Kept,
    groups: &[DescribedGroup],
    elements: &[Element],
    factors: &[f64],
) -> Option<f64> {
    let mut varied = Vec::with_capacity(elements.len());
    let mut rest = factors;
    for (group, element) in groups.iter().zip(elements) {
        let (own, others) = rest.split_at_checked(group.uncertain.len())?;
        rest = others;
        varied.push(if own.is_empty() { element.clone() } else { group.varied(own).ok()?.element().ok()? });
    }
    Some(kept.probability(&varied)?.is_true)
}
