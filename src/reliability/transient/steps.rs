//! The law of a large chain, taken from one time to the next.

#![allow(clippy::indexing_slicing, reason = "every index is a state of the chain at hand")]
#![allow(clippy::cast_precision_loss, reason = "a chain has far fewer states and transitions")]

use crate::reliability::chain::{Adjacency, Watch};
use crate::reliability::{Group, ModelError, Transition};

/// Events of the uniformized chain in one stretch, a mean: e^-512 is far from the smallest number.
const STRETCH: f64 = 512.0;

/// What is left out of a stretch, over what is kept.
const LEFT_OUT: f64 = 1e-17;

/// So close to the stationary law, entry by entry, or as close as rounding lets it come, the law is the stationary one from then on:
/// the least and the largest quotient of the two never lie further apart later.
const SETTLED: f64 = 1e-14;

/// Probabilities below this are not looked after.
const VANISHING: f64 = 1e-280;

/// So many laws are kept to start from.
const MOST_KEPT: usize = 128;

/// The largest relative error of a sum or product, 2^-53.
const ROUNDING: f64 = f64::EPSILON / 2.0;

/// Events come at rate Λ, one and a quarter times that at which the quickest state is left; what an event does from each state is
/// then a chance above 0, also that it does nothing, without a subtraction that costs digits.
///
/// The law after t is the sum of e^-Λt (Λt)^k / k! · law·P^k over k. Every sum begins at k = 0, as small probabilities may come from there, and
/// ends when what is left out is known to be small for every state: as law·P^k never exceeds M·π again once it is below that.
/// Longer times are taken in stretches, so that e^-Λt does not vanish. After weights as of Bennett Fox, Peter Glynn, "Computing
/// Poisson probabilities", Communications of the ACM 31 (1988), which this does without as it cuts nothing off in front.
#[derive(Debug)]
pub(super) struct Steps {
    /// For each state, the states from which an event leads to it, with the chance; itself included.
    chances: Vec<Vec<(usize, f64)>>,
    /// Λ.
    events_per_hour: f64,
    /// The relative error of one step.
    step_error: f64,
    stationary: Vec<f64>,
    left: usize,
    most: usize,
    /// By time.
    kept: Vec<Point>,
}

#[derive(Clone, Debug)]
struct Point {
    hours: f64,
    law: Vec<f64>,
    error: f64,
    settled: bool,
}

impl Steps {
    pub(super) fn new(group: &Group, most: usize) -> Self {
        let states = group.states().len();
        let outgoing = Adjacency::outgoing(states, group.transitions());
        let leaving = |state: usize| -> f64 {
            outgoing.row(state).filter(|(to, _)| *to != state).map(|(_, rate)| rate).sum()
        };
        let leaving: Vec<f64> = (0..states).map(leaving).collect();
        let events_per_hour = 1.25 * leaving.iter().copied().fold(f64::MIN_POSITIVE, f64::max);
        let mut chances: Vec<Vec<(usize, f64)>> = leaving
            .iter()
            .enumerate()
            .map(|(state, rate)| vec![(state, (events_per_hour - rate) / events_per_hour)])
            .collect();
        let (mut out, mut into) = (vec![0_usize; states], vec![0_usize; states]);
        for &Transition { from, to, per_hour } in
            group.transitions().iter().filter(|each| each.from != each.to)
        {
            chances[to].push((from, per_hour / events_per_hour));
            out[from] += 1;
            into[to] += 1;
        }
        // The chance of no change loses up to 5 times what the sum of the rates did; then there are the products and their sum.
        let widest = |counts: &[usize]| counts.iter().copied().max().unwrap_or(0) as f64;
        let step_error = (5.0 * widest(&out) + widest(&into) + 12.0) * ROUNDING;
        let mut law = vec![0.0; states];
        law[group.start()] = 1.0;
        let stationary = group.states().iter().map(|state| state.probability).collect();
        let kept = vec![Point { hours: 0.0, law, error: 0.0, settled: false }];
        Self { chances, events_per_hour, step_error, stationary, left: most, most, kept }
    }

    /// The law of the states, and a bound on its relative error.
    pub(super) fn law_after(&mut self, hours: f64, watch: &Watch<'_>) -> Result<(Vec<f64>, f64), ModelError> {
        let from = self.kept.partition_point(|point| point.hours <= hours).saturating_sub(1);
        let mut point = self.kept[from].clone();
        while point.hours < hours && !point.settled {
            let stretch = STRETCH / self.events_per_hour;
            let is_last = hours - point.hours <= stretch;
            let length = if is_last { hours - point.hours } else { stretch };
            self.advance(&mut point, length, watch)?;
            point.hours = if is_last { hours } else { point.hours + stretch };
            self.keep(&point);
        }
        Ok((point.law, point.error))
    }

    fn keep(&mut self, point: &Point) {
        let place = self.kept.partition_point(|kept| kept.hours < point.hours);
        self.kept.insert(place, point.clone());
        if self.kept.len() > MOST_KEPT {
            // The start, every other one, and the last.
            let last = self.kept.len() - 1;
            let mut index = 0;
            self.kept.retain(|_| {
                index += 1;
                (index - 1) % 2 == 0 || index - 1 == last
            });
        }
    }

    fn advance(&mut self, point: &mut Point, hours: f64, watch: &Watch<'_>) -> Result<(), ModelError> {
        let chances: usize = self.chances.iter().map(Vec::len).sum();
        let events = self.events_per_hour * hours;
        let mut weight = libm::exp(-events);
        let mut law = std::mem::take(&mut point.law);
        let mut sum: Vec<f64> = law.iter().map(|probability| weight * probability).collect();
        let mut count = 0.0;
        let left_out = loop {
            self.left = self.left.checked_sub(1).ok_or(ModelError::TooManySteps { most: self.most })?;
            watch.spend(chances)?;
            count += 1.0;
            weight *= events / count;
            law = self.after_event(&law);
            for (sum, probability) in sum.iter_mut().zip(&law) {
                *sum += weight * probability;
            }
            // The weights to come are below a geometric series.
            let ratio = events / (count + 1.0);
            if ratio < 0.95 && count % 8.0 == 0.0 {
                let left_out = self.left_out(&law, &sum, weight * ratio / (1.0 - ratio));
                if left_out < LEFT_OUT {
                    break left_out;
                }
            }
        };
        let error = count * (self.step_error + 4.0 * ROUNDING) + left_out;
        point.error = (point.error + error) * (1.0 + error);
        let (least, most) = self.range(&sum);
        let spread = (most - least) / least;
        point.settled = spread < SETTLED.max(2.0 * point.error);
        point.law = if point.settled {
            point.error = spread + 2.0 * point.error;
            self.stationary.clone()
        } else {
            sum
        };
        Ok(())
    }

    fn after_event(&self, law: &[f64]) -> Vec<f64> {
        let into = |row: &Vec<(usize, f64)>| row.iter().map(|&(from, chance)| law[from] * chance).sum();
        self.chances.iter().map(into).collect()
    }

    /// The least and the largest quotient of a law and the stationary one, which no later law goes beyond.
    fn range(&self, law: &[f64]) -> (f64, f64) {
        law.iter().zip(&self.stationary).fold((f64::INFINITY, 0.0), |(least, most), (now, at_last)| {
            if *now < VANISHING && *at_last < VANISHING {
                return (least, most);
            }
            (least.min(now / at_last), most.max(now / at_last))
        })
    }

    /// What terms of so much weight in all can still add to any state, over what it has.
    fn left_out(&self, law: &[f64], sum: &[f64], tail: f64) -> f64 {
        let (_, most) = self.range(law);
        let most_added = |(sum, at_last): (&f64, &f64)| {
            // In a state that is left for ever no probability exceeds 1.
            let added = if most.is_finite() { tail * most * at_last } else { tail };
            if added < LEFT_OUT * VANISHING { 0.0 } else { added / sum }
        };
        sum.iter().zip(&self.stationary).map(most_added).fold(0.0, f64::max)
    }
}

#[cfg(test)]
mod tests {
    use super::super::Doubling;
    use super::*;
    use crate::reliability::{ActivePassive, LoadShared, PlannedStarts, PlannedWork, Unit};

    fn endless() -> Watch<'static> {
        Watch::new(&|| false)
    }

    #[track_caller]
    fn assert_agree(group: &Group, hours: f64) {
        let (exact, exact_bound) = Doubling::new(group).law_after(hours).unwrap();
        let (found, bound) = Steps::new(group, 100_000_000).law_after(hours, &endless()).unwrap();
        assert!(exact_bound < 1e-15, "{exact_bound:e}");
        for (found, exact) in found.iter().zip(&exact) {
            assert!(
                (found - exact).abs() <= bound * exact,
                "{found:e} {exact:e} at {hours} within {bound:e}"
            );
        }
    }

    #[test]
    fn both_methods_agree_within_their_bounds() {
        let unit = Unit::from_mtbf(1_000.0, 24.0).unwrap();
        let planned = Some(PlannedWork { starts_per_hour: 1.0 / 730.0, mean_hours: 0.5 });
        let shared = LoadShared { units: 4, unit, crews: 2, common_cause_share: 0.1, planned };
        let cluster = ActivePassive {
            nodes: 3,
            unit,
            crews: 1,
            failover_hours: 0.025,
            coverage: 0.95,
            manual_switch_hours: 0.5,
            dormancy: 0.5,
            planned: Some(PlannedStarts { starts_per_hour: 1.0 / 730.0 }),
        };
        for group in [Group::load_shared(&shared).unwrap(), Group::active_passive(&cluster).unwrap()] {
            for hours in [0.0, 1e-6, 0.01, 1.0, 24.0, 300.0, 8_760.0, 1e6] {
                assert_agree(&group, hours);
            }
        }
    }

    #[test]
    fn steps_are_counted_and_refused() {
        let unit = Unit::from_mtbf(1_000.0, 1.0).unwrap();
        let shared = LoadShared { units: 3, unit, crews: 3, common_cause_share: 0.0, planned: None };
        let group = Group::load_shared(&shared).unwrap();
        assert_eq!(
            Steps::new(&group, 30).law_after(100.0, &endless()),
            Err(ModelError::TooManySteps { most: 30 })
        );
    }

    #[test]
    fn times_may_come_in_any_order() {
        let unit = Unit::from_mtbf(1_000.0, 1.0).unwrap();
        let shared = LoadShared { units: 30, unit, crews: 30, common_cause_share: 0.0, planned: None };
        let group = Group::load_shared(&shared).unwrap();
        let mut steps = Steps::new(&group, 1_000_000);
        for hours in [7.0, 0.5, 90.0, 7.0, 3.0, 1e5, 0.1] {
            let (law, bound) = steps.law_after(hours, &endless()).unwrap();
            let (alone, _) = Steps::new(&group, 1_000_000).law_after(hours, &endless()).unwrap();
            for (one, other) in law.iter().zip(&alone) {
                assert!((one - other).abs() <= 2.0 * bound * other, "{one:e} {other:e} at {hours}");
            }
        }
        assert!(steps.kept.len() <= MOST_KEPT);
    }
}
