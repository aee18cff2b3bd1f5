//! How much of a group's time at some of its levels comes after a stay of a certain length there.

#![allow(clippy::indexing_slicing, reason = "every index is a state of the chain at hand")]

use super::{Group, Level};

/// Up to so many states, stays are followed state by state; beyond, they are taken to be exponential.
const FOLLOWED_STATES: usize = 64;
/// Terms of the exponential series for an exponent of 1 at the most: the next is below 1e-19.
const TERMS: u32 = 20;

/// Stays at some levels that last longer than a certain time.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Outlasting {
    /// The share of all time in which such a stay has lasted for so long already.
    pub share: f64,
    /// How often in an hour a stay comes to last for so long.
    pub per_hour: f64,
}

impl Group {
    /// Stays of at least so many hours at the levels.
    ///
    /// With B the chain's states at the levels, Q the rates between them and out of them, π the law and f the flow into each of
    /// them from elsewhere: π·e^(Q·hours)·1 and f·e^(Q·hours)·1.
    pub fn outlasting(&self, hours: f64, is_meant: impl Fn(Level) -> bool) -> Outlasting {
        let level = |state: &super::State| self.levels.get(state.level).copied();
        let at = |state: usize| self.states.get(state).and_then(level).is_some_and(&is_meant);
        let inside: Vec<usize> = (0..self.states.len()).filter(|state| at(*state)).collect();
        let place = |state: usize| inside.iter().position(|known| *known == state);
        let mut entered = vec![0.0; inside.len()];
        let mut leaving = vec![0.0; inside.len()];
        let mut rates = vec![0.0; inside.len() * inside.len()];
        for transition in self.transitions.iter().filter(|transition| transition.from != transition.to) {
            match (place(transition.from), place(transition.to)) {
                (None, Some(to)) => {
                    entered[to] += self.states[transition.from].probability * transition.per_hour;
                }
                (Some(from), to) => {
                    leaving[from] += transition.per_hour;
                    if let Some(to) = to {
                        rates[from * inside.len() + to] += transition.per_hour;
                    }
                }
                (None, None) => {}
            }
        }
        let law: Vec<f64> = inside.iter().map(|state| self.states[*state].probability).collect();
        let (share, per_hour): (f64, f64) = (law.iter().sum(), entered.iter().sum());
        if inside.is_empty() || share <= 0.0 || per_hour <= 0.0 {
            return Outlasting { share, per_hour };
        }
        let staying = if inside.len() > FOLLOWED_STATES {
            vec![(-hours * per_hour / share).exp(); inside.len()]
        } else {
            staying(&rates, &leaving, hours)
        };
        let weighed =
            |weights: &[f64]| weights.iter().zip(&staying).map(|(weight, stays)| weight * stays).sum();
        Outlasting { share: weighed(&law), per_hour: weighed(&entered) }
    }
}

/// The probability of each state that none but these is entered for so many hours: e^(Q·hours)·1, by squaring the matrix of a time
/// in which hardly any is left.
fn staying(rates: &[f64], leaving: &[f64], hours: f64) -> Vec<f64> {
    let states = leaving.len();
    let fastest = leaving.iter().copied().fold(0.0, f64::max);
    let mut squarings = 0;
    let mut exponent = fastest * hours;
    while exponent > 1.0 {
        exponent /= 2.0;
        squarings += 1;
    }
    // One step: I + Q / fastest, whose entries are probabilities.
    let mut step: Vec<f64> = rates.iter().map(|rate| rate / fastest).collect();
    for (state, leaving) in leaving.iter().enumerate() {
        step[state * states + state] = (1.0 - leaving / fastest).max(0.0);
    }
    let mut term = vec![0.0; states * states];
    for state in 0..states {
        term[state * states + state] = (-exponent).exp();
    }
    let mut matrix = term.clone();
    for index in 1..=TERMS {
        let weight = exponent / f64::from(index);
        term = product(&term, &step, states).into_iter().map(|entry| entry * weight).collect();
        matrix.iter_mut().zip(&term).for_each(|(sum, term)| *sum += term);
    }
    for _ in 0..squarings {
        matrix = product(&matrix, &matrix, states);
    }
    matrix.chunks_exact(states).map(|row| row.iter().sum::<f64>().min(1.0)).collect()
}

fn product(left: &[f64], right: &[f64], states: usize) -> Vec<f64> {
    let mut product = vec![0.0; states * states];
    for (row, sums) in left.chunks_exact(states).zip(product.chunks_exact_mut(states)) {
        for (factor, others) in row.iter().zip(right.chunks_exact(states)) {
            sums.iter_mut().zip(others).for_each(|(sum, other)| *sum += factor * other);
        }
    }
    product
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reliability::{ActivePassive, LoadShared, Transition, Unit};

    fn is_down(level: Level) -> bool {
        level.serving == 0
    }

    fn assert_close(found: f64, wanted: f64) {
        assert!((found - wanted).abs() <= 1e-12 * wanted, "{found:e} instead of {wanted:e}");
    }

    #[test]
    fn a_stay_of_exponential_length_outlasts_a_time_by_the_exponential_law() {
        let unit = Unit::from_mtbf(1_000.0, 4.0).unwrap();
        let one = LoadShared { units: 1, unit, crews: 1, common_cause_share: 0.0, planned: None };
        let group = Group::load_shared(&one).unwrap();
        for hours in [0.0, 0.5, 4.0, 1_000.0] {
            let found = group.outlasting(hours, is_down);
            let stays = (-hours / 4.0_f64).exp();
            assert!(found.share <= unit.unavailability());
            if stays > 1e-100 {
                assert_close(found.share, unit.unavailability() * stays);
                assert_close(found.per_hour, unit.availability() / 1_000.0 * stays);
            }
        }
    }

    #[test]
    fn a_stay_at_no_level_is_none_and_one_at_all_levels_never_ends() {
        let unit = Unit::from_mtbf(1_000.0, 4.0).unwrap();
        let one = LoadShared { units: 2, unit, crews: 1, common_cause_share: 0.0, planned: None };
        let group = Group::load_shared(&one).unwrap();
        assert_eq!(group.outlasting(1.0, |_| false), Outlasting { share: 0.0, per_hour: 0.0 });
        let always = group.outlasting(1.0, |_| true);
        assert_close(always.share, 1.0);
        assert!(always.per_hour <= 0.0);
    }

    /// Two steps one after the other, of the same rate: Erlang's law.
    #[test]
    fn a_stay_through_several_states_is_followed_through_them() {
        let level = |serving| Level { serving, serving_without_planned: serving };
        let join = |from, to, per_hour| Transition { from, to, per_hour };
        let (fails, passes) = (0.01, 2.0);
        let chain = [join(0, 1, fails), join(1, 2, passes), join(2, 0, passes)];
        let group = Group::of_chain(&[level(1), level(0), level(0)], &chain).unwrap();
        let up = 1.0 / (1.0 + fails * 1.0);
        for hours in [0.1, 1.0, 9.0] {
            let (x, found) = (passes * hours, group.outlasting(hours, is_down));
            assert_close(found.per_hour, up * fails * (-x).exp() * (1.0 + x));
            assert_close(found.share, up * fails / passes * (-x).exp() * (2.0 + x));
        }
    }

    /// A failover of seconds is over long before, and what needs somebody is not: a mean of both says nothing of either.
    #[test]
    fn short_switches_do_not_hide_long_ones() {
        let cluster = ActivePassive {
            nodes: 2,
            unit: Unit::from_mtbf(4_000.0, 1.5).unwrap(),
            crews: 2,
            failover_hours: 1.0 / 30.0,
            coverage: 0.95,
            manual_switch_hours: 1.0,
            dormancy: 1.0,
            planned: None,
        };
        let group = Group::active_passive(&cluster).unwrap();
        let (all, late) = (group.outlasting(0.0, is_down), group.outlasting(0.5, is_down));
        let by_mean = all.share * (-0.5 * all.per_hour / all.share).exp();
        assert!(late.share > 20.0 * by_mean && late.share < all.share, "{late:?} {by_mean:e}");
    }
}
