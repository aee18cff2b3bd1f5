//! State reduction after Grassmann, Taksar and Heyman, on sparse rates.

#![allow(clippy::indexing_slicing, reason = "every index is a state of the chain or a place in a front")]
#![allow(clippy::cast_possible_truncation, reason = "a chain has far fewer states than 32 bits can number")]

use super::adjacency::Adjacency;
use super::dense::Dense;

use super::order::{Front, fronts};
use super::walk;
use super::watch::Watch;
use crate::reliability::ModelError;
use crate::reliability::sort::sort;

/// The limit on products while states are removed: a second or two.
const MAX_STEPS: usize = 4_000_000_000;

/// The limit on rates kept at one time, of 8 bytes each.
const MAX_KEPT: usize = 60_000_000;

/// So few states are removed in any order, sooner than a good one is found.
const FEW_STATES: usize = 24;

/// The largest rate is scaled to this power of 2: sums of as many as there are transitions do not overflow.
const LARGEST_EXPONENT: i32 = 960;

/// Weights are scaled down when one passes this, far from overflow.
const LARGE: f64 = 1e200;

/// The stationary law of an irreducible chain.
///
/// Removes states one by one; while state j is out of sight, the chain goes from i to k at q(i,k) + q(i,j)·q(j,k) / Σq(j,l),
/// l being the states not yet removed. Then, from the last to the first, π(j) = Σπ(i)·q(i,j) / Σq(j,l) over the states
/// removed later. No step subtracts, so in whatever order states are removed each probability keeps a small relative error.
/// Winfried Grassmann, Michael Taksar, Daniel Heyman, "Regenerative analysis and steady state distributions for Markov chains",
/// Operations Research 33 (1985); Colm O'Cinneide, "Entrywise perturbation theory and error analysis for Markov chains",
/// Numerische Mathematik 65 (1993).
///
/// The last state is one that the chain is often in. Every other then always has a way on, to a state not yet removed, whose rate
/// is far from 0; what vanishes for want of small numbers leads to states that are hardly ever entered.
///
/// The order before that is one of minimum degree. States removed together and their neighbours are one dense front: Iain Duff, John Reid,
/// "The multifrontal solution of indefinite sparse symmetric linear equations", ACM Transactions on Mathematical Software 9 (1983).
///
/// No more than `most_numbers` are kept at one time.
pub(super) fn law(
    states: usize,
    outgoing: &Adjacency,
    incoming: &Adjacency,
    most_numbers: usize,
    watch: &Watch<'_>,
) -> Result<Vec<f64>, ModelError> {
    if states <= FEW_STATES
        && let Ok(law) = law_by(states, outgoing, incoming, &[Front::of_all(states)], watch)
    {
        return Ok(law);
    }
    let end = walk::most_visited(states, outgoing);
    let order = fronts(neighbours(states, outgoing, incoming), end, MAX_STEPS, watch)?;
    if most_kept(&order) > MAX_KEPT.min(most_numbers) {
        return Err(ModelError::TooManySteps { most: MAX_STEPS });
    }
    law_by(states, outgoing, incoming, &order, watch)
}

/// The law by removing the states of these fronts.
fn law_by(
    states: usize,
    outgoing: &Adjacency,
    incoming: &Adjacency,
    order: &[Front],
    watch: &Watch<'_>,
) -> Result<Vec<f64>, ModelError> {
    let mut reduction = Reduction {
        outgoing,
        incoming,
        scale: scale(states, outgoing),
        place: vec![(usize::MAX, 0); states],
        added: Vec::with_capacity(order.len()),
        front: Dense::default(),
    };
    let mut ratios = Vec::with_capacity(order.len());
    for index in 0..order.len() {
        ratios.push(reduction.remove(order, index, watch)?);
    }
    weigh(states, order, &ratios, watch)
}

/// A power of 2 that brings the largest rate near the largest number, so that the others have room below.
fn scale(states: usize, outgoing: &Adjacency) -> f64 {
    let rates = (0..states).flat_map(|state| outgoing.row(state));
    let (_, exponent) = libm::frexp(rates.map(|(_, rate)| rate).fold(0.0, f64::max));
    libm::ldexp(1.0, (LARGEST_EXPONENT - exponent).min(LARGEST_EXPONENT))
}

/// Who has a rate to or from whom, each once.
fn neighbours(states: usize, outgoing: &Adjacency, incoming: &Adjacency) -> Vec<Vec<u32>> {
    let of = |state: usize| {
        let both = outgoing.others(state).iter().chain(incoming.others(state));
        let mut all: Vec<u32> = both.filter(|&&other| other != state).map(|&other| other as u32).collect();
        sort(&mut all);
        all.dedup();
        all
    };
    (0..states).map(of).collect()
}

/// The most numbers kept at one time.
fn most_kept(order: &[Front]) -> usize {
    let square = |size: usize| size.saturating_mul(size);
    let (mut ratios, mut waiting, mut most) = (0_usize, 0_usize, 0_usize);
    for front in order {
        let staying = front.staying().len();
        ratios = ratios.saturating_add(front.states.len().saturating_mul(front.removed));
        waiting = waiting.saturating_add(square(staying));
        most = most.max(ratios.saturating_add(waiting).saturating_add(square(front.states.len())));
        for &child in &front.children {
            waiting -= square(order[child as usize].staying().len());
        }
    }
    most
}

struct Reduction<'a> {
    outgoing: &'a Adjacency,
    incoming: &'a Adjacency,
    /// Every rate is multiplied by this.
    scale: f64,
    /// Of each state, the last front that it was in, and where.
    place: Vec<(usize, usize)>,
    /// Of each front, the rates that it adds between its staying states, row by row, until they are put into another.
    added: Vec<Vec<f64>>,
    front: Dense,
}

impl Reduction<'_> {
    /// Removes the states of one front. Gives, for each in order, the rates to it from the states behind it over the rate at which
    /// it is left.
    fn remove(&mut self, order: &[Front], index: usize, watch: &Watch<'_>) -> Result<Vec<f64>, ModelError> {
        let front = &order[index];
        watch.spend(front.states.len())?;
        self.front.clear(front.states.len());
        for (place, &state) in front.states.iter().enumerate() {
            self.place[state as usize] = (index, place);
        }
        for (place, &state) in front.states[..front.removed].iter().enumerate() {
            for (to, rate) in self.outgoing.row(state as usize) {
                let (newest, there) = self.place[to];
                if newest == index && there != place {
                    self.front.add(place, there, rate * self.scale);
                }
            }
            for (from, rate) in self.incoming.row(state as usize) {
                let (newest, there) = self.place[from];
                if newest == index && there >= front.removed {
                    self.front.add(there, place, rate * self.scale);
                }
            }
        }
        for &child in &front.children {
            let added = std::mem::take(&mut self.added[child as usize]);
            let places: Vec<usize> =
                order[child as usize].staying().iter().map(|&state| self.place[state as usize].1).collect();
            self.front.add_block(&places, &added);
        }
        // The very last state stands for all others.
        let count = front.removed - usize::from(front.staying().is_empty());
        let ratios = self.front.remove(count, watch)?;
        self.added.push(self.front.block(front.removed));
        Ok(ratios)
    }
}

fn weigh(
    states: usize,
    order: &[Front],
    ratios: &[Vec<f64>],
    watch: &Watch<'_>,
) -> Result<Vec<f64>, ModelError> {
    let mut weights = vec![0.0; states];
    let mut steps: usize = 0;
    for (front, ratios) in order.iter().zip(ratios).rev() {
        watch.spend(ratios.len())?;
        let mut rest = &ratios[..];
        let mut removed = front.removed;
        if front.staying().is_empty() {
            removed -= 1;
            weights[front.states[removed] as usize] = 1.0;
        }
        for place in (0..removed).rev() {
            let behind = &front.states[place + 1..];
            let (before, column) = rest.split_at(rest.len() - behind.len());
            rest = before;
            let weigh = |weights: &[f64]| {
                behind.iter().zip(column).map(|(&state, ratio)| weights[state as usize] * ratio).sum::<f64>()
            };
            let mut weight = weigh(&weights);
            if weight > LARGE {
                watch.spend(states)?;
                steps = steps.saturating_add(states);
                if steps > MAX_STEPS {
                    return Err(ModelError::RatesTooFarApart);
                }
                for earlier in &mut weights {
                    *earlier /= LARGE;
                }
                weight = weigh(&weights);
            }
            weights[front.states[place] as usize] = weight;
        }
    }
    let total: f64 = weights.iter().sum();
    if !total.is_finite() {
        return Err(ModelError::RatesTooFarApart);
    }
    Ok(weights.iter().map(|weight| weight / total).collect())
}
