//! How much there is of what is asked for.

use serde::Serialize;

use super::Asked;
use crate::reliability::{Amount, Budget, KeptAmount, Refusal};

/// How much there is, and how likely that is enough.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct CapacityAnswer {
    /// How much is asked for.
    pub demand: u64,
    /// How much there is, a mean.
    pub mean: f64,
    /// The share of time in which there is enough.
    pub probability_of_demand: f64,
    /// The share of time in which there is less, summed up by itself.
    pub shortfall: f64,
    /// Every amount that there can be, ascending.
    pub distribution: Vec<CapacityStep>,
}

/// One amount.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct CapacityStep {
    /// How much there is.
    pub amount: u64,
    /// The share of time in which there is just so much.
    pub probability: f64,
}

pub(super) fn of(
    asked: &Asked<'_>,
    amount: Amount,
    demand: u64,
    budget: &Budget<'_>,
) -> Result<CapacityAnswer, Refusal> {
    let distribution = KeptAmount::new(asked.structure, amount, budget)?.distribution(asked.elements);
    let share = |enough: bool| {
        let steps = distribution.iter().filter(|(amount, _)| (*amount >= demand) == enough);
        // The sum of nothing is a zero with a minus.
        steps.map(|(_, probability)| probability).sum::<f64>() + 0.0
    };
    Ok(CapacityAnswer {
        demand,
        mean: distribution.iter().map(|(amount, probability)| as_float(*amount) * probability).sum(),
        probability_of_demand: share(true),
        shortfall: share(false),
        distribution: distribution
            .iter()
            .map(|(amount, probability)| CapacityStep { amount: *amount, probability: *probability })
            .collect(),
    })
}

#[allow(clippy::cast_precision_loss, reason = "an amount in a mean")]
fn as_float(amount: u64) -> f64 {
    amount as f64
}
