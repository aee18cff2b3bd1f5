//! A state in which a chain spends much of its time.

#![allow(clippy::indexing_slicing, reason = "every index is a state of the chain at hand")]

use rand_xoshiro::Xoshiro256PlusPlus;
use rand_xoshiro::rand_core::{Rng, SeedableRng};

use super::adjacency::Adjacency;

/// The walk looks at so many transitions for each one that the chain has, and so many whatever its size.
const LOOKS_EACH: usize = 8;
const LOOKS: usize = 2_000;

/// The state in which a random walk, always the same one, spends the most time. Any answer is right; the better it is, the less
/// the numbers of the solution range.
pub(super) fn most_visited(states: usize, outgoing: &Adjacency) -> usize {
    let transitions: usize = (0..states).map(|state| outgoing.others(state).len()).sum();
    let mut looks = transitions.saturating_mul(LOOKS_EACH).saturating_add(LOOKS);
    let mut random = Xoshiro256PlusPlus::seed_from_u64(0);
    let mut hours = vec![0.0; states];
    let mut here = 0;
    loop {
        let cost = 1 + 2 * outgoing.others(here).len();
        let leaving: f64 = outgoing.row(here).filter(|(to, _)| *to != here).map(|(_, rate)| rate).sum();
        if looks < cost || leaving <= 0.0 {
            break;
        }
        looks -= cost;
        hours[here] += 1.0 / leaving;
        let mut left = share(&mut random) * leaving;
        let from = here;
        for (to, rate) in outgoing.row(from).filter(|(to, _)| *to != from) {
            here = to;
            left -= rate;
            if left < 0.0 {
                break;
            }
        }
    }
    (0..states).fold(0, |best, state| if hours[state] > hours[best] { state } else { best })
}

/// A number from 0 to below 1.
#[allow(clippy::cast_precision_loss, reason = "53 bits fit")]
fn share(random: &mut Xoshiro256PlusPlus) -> f64 {
    (random.next_u64() >> 11) as f64 / 9_007_199_254_740_992.0
}
