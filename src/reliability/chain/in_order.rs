//! State reduction in the order given, for groups: their states lie along a line or two, so no better order has to be found. The
//! page solves nothing else, and carries nothing else.

#![allow(clippy::indexing_slicing, reason = "every index is a state of the chain at hand")]

use super::Transition;
use crate::reliability::ModelError;

/// The limit on rates changed while states are removed: a second or so.
const MAX_STEPS: usize = 200_000_000;

/// Weights are scaled down when one passes this, far from overflow.
const LARGE: f64 = 1e200;

/// Rates to or from states with a lower number, by that state, ascending.
type Rates = Vec<(usize, f64)>;

/// The stationary law of an irreducible chain.
///
/// Removes states from the last to the first; while state j is out of sight, the chain goes from i to k at
/// q(i,k) + q(i,j)·q(j,k) / Σ_{l<j} q(j,l). Then, from the first to the last, π(j) = Σ_{i<j} π(i)·q(i,j) /
/// Σ_{l<j} q(j,l). No step subtracts, so each probability keeps a small relative error. Winfried Grassmann,
/// Michael Taksar, Daniel Heyman, "Regenerative analysis and steady state distributions for Markov chains",
/// Operations Research 33 (1985); Colm O'Cinneide, "Entrywise perturbation theory and error analysis for Markov
/// chains", Numerische Mathematik 65 (1993).
pub(super) fn law(states: usize, transitions: &[Transition]) -> Result<Vec<f64>, ModelError> {
    let mut reduction = Reduction::new(states);
    for transition in transitions {
        reduction.add(transition.from, transition.to, transition.per_hour);
    }
    for state in (1..states).rev() {
        reduction.remove(state)?;
    }
    reduction.law()
}

struct Reduction {
    /// `down[j]`: rates from j to lower states.
    down: Vec<Rates>,
    /// `up[j]`: rates from lower states to j; once j is removed, each over the rate at which j is left downwards.
    up: Vec<Rates>,
    steps: usize,
}

impl Reduction {
    fn new(states: usize) -> Self {
        Self { down: vec![Rates::new(); states], up: vec![Rates::new(); states], steps: 0 }
    }

    fn add(&mut self, from: usize, to: usize, rate: f64) {
        let (rates, other) = match from.cmp(&to) {
            std::cmp::Ordering::Less => (&mut self.up[to], from),
            std::cmp::Ordering::Greater => (&mut self.down[from], to),
            std::cmp::Ordering::Equal => return,
        };
        match rates.binary_search_by_key(&other, |&(state, _)| state) {
            Ok(place) => rates[place].1 += rate,
            Err(place) => rates.insert(place, (other, rate)),
        }
    }

    fn remove(&mut self, state: usize) -> Result<(), ModelError> {
        let down = std::mem::take(&mut self.down[state]);
        let mut up = std::mem::take(&mut self.up[state]);
        self.steps = self.steps.saturating_add(up.len().saturating_mul(down.len()));
        if self.steps > MAX_STEPS {
            return Err(ModelError::TooManySteps { most: MAX_STEPS });
        }
        let leaving: f64 = down.iter().map(|&(_, rate)| rate).sum();
        if !(leaving > 0.0 && leaving.is_finite()) {
            return Err(ModelError::RatesTooFarApart);
        }
        for &(from, coming) in &up {
            for &(to, rate) in &down {
                self.add(from, to, coming * (rate / leaving));
            }
        }
        for (_, rate) in &mut up {
            *rate /= leaving;
            if !rate.is_finite() {
                return Err(ModelError::RatesTooFarApart);
            }
        }
        self.up[state] = up;
        Ok(())
    }

    fn law(self) -> Result<Vec<f64>, ModelError> {
        let mut weights = vec![1.0];
        for up in self.up.iter().skip(1) {
            let weigh =
                |weights: &[f64]| up.iter().map(|&(state, ratio)| weights[state] * ratio).sum::<f64>();
            if weigh(&weights) > LARGE {
                for earlier in &mut weights {
                    *earlier /= LARGE;
                }
            }
            weights.push(weigh(&weights));
        }
        let total: f64 = weights.iter().sum();
        if !total.is_finite() {
            return Err(ModelError::RatesTooFarApart);
        }
        Ok(weights.iter().map(|weight| weight / total).collect())
    }
}
