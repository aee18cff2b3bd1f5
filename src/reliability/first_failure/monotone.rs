//! Whether a group that is better off now is never worse off for it later.

#![allow(clippy::indexing_slicing, reason = "every index is a state of the group's chain")]

use crate::reliability::chain::Watch;
use crate::reliability::{Group, ModelError};

/// Sums of rates that should be the same differ by rounding.
const ROUNDING: f64 = 1e-13;

/// Whether the group's chain is stochastically monotone in the order of its levels, states of the same level in the order of the
/// chain, with the start first.
///
/// For each threshold in that order, neighbouring states on the same side are compared: of states further apart the condition
/// follows. States stand on places 0 (best) upwards; `beyond` is the rate into places from the threshold on.
pub(super) fn is_monotone(group: &Group, watch: &Watch<'_>) -> Result<bool, ModelError> {
    let states = group.states();
    watch.spend(states.len() + group.transitions().len())?;
    let mut order: Vec<usize> = (0..states.len()).collect();
    order.sort_by_key(|&state| states[state].level);
    if order.first() != Some(&group.start()) {
        return Ok(false);
    }
    let mut place = vec![0; states.len()];
    for (index, &state) in order.iter().enumerate() {
        place[state] = index;
    }
    let mut rates: Vec<Vec<(usize, f64)>> = vec![Vec::new(); states.len()];
    for transition in group.transitions() {
        rates[place[transition.from]].push((place[transition.to], transition.per_hour));
    }
    for (index, pair) in rates.windows(2).enumerate() {
        // All rates are summed up for each threshold, of which there are two for each.
        let ends = pair[0].len() + pair[1].len();
        watch.spend(ends.saturating_mul(2 * ends))?;
        if !is_ordered(&pair[0], &pair[1], index) {
            return Ok(false);
        }
    }
    Ok(true)
}

/// The condition for the states on places `better` and `better` + 1 and all thresholds.
fn is_ordered(from_better: &[(usize, f64)], from_worse: &[(usize, f64)], better: usize) -> bool {
    let ends = from_better.iter().chain(from_worse).map(|(to, _)| *to);
    let mut thresholds: Vec<usize> = ends.flat_map(|to| [to, to + 1]).collect();
    thresholds.sort_unstable();
    thresholds.dedup();
    thresholds.into_iter().filter(|&threshold| threshold != better + 1).all(|threshold| {
        let beyond = |rates: &[(usize, f64)]| -> f64 {
            rates.iter().filter(|(to, _)| *to >= threshold).map(|(_, rate)| rate).sum()
        };
        let before = |rates: &[(usize, f64)]| -> f64 {
            rates.iter().filter(|(to, _)| *to < threshold).map(|(_, rate)| rate).sum()
        };
        if threshold > better + 1 {
            beyond(from_better) <= beyond(from_worse) * (1.0 + ROUNDING)
        } else {
            before(from_worse) <= before(from_better) * (1.0 + ROUNDING)
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reliability::{ActivePassive, Level, LoadShared, PlannedWork, Transition, Unit};

    fn is_monotone(group: &Group) -> bool {
        super::is_monotone(group, &Watch::new(&|| false)).unwrap()
    }

    #[test]
    fn groups_are_judged_by_their_rates() {
        let unit = Unit::from_mtbf(1_000.0, 24.0).unwrap();
        let shared = LoadShared { units: 4, unit, crews: 2, common_cause_share: 0.0, planned: None };
        let planned = Some(PlannedWork { starts_per_hour: 0.1, mean_hours: 5.0 });
        let pair = ActivePassive {
            nodes: 2,
            unit,
            crews: 2,
            failover_hours: 0.025,
            coverage: 0.9,
            manual_switch_hours: 0.5,
            dormancy: 1.0,
            planned: None,
        };
        for (description, expected) in [
            (shared, true),
            (LoadShared { common_cause_share: 0.2, ..shared }, true),
            (LoadShared { planned, ..shared }, false),
        ] {
            assert_eq!(is_monotone(&Group::load_shared(&description).unwrap()), expected, "{description:?}");
        }
        // While a switch runs, a passive unit fails more rarely than the serving one would.
        for (description, expected) in [
            (pair, true),
            (ActivePassive { dormancy: 0.5, ..pair }, false),
            (ActivePassive { nodes: 3, ..pair }, false),
        ] {
            assert_eq!(
                is_monotone(&Group::active_passive(&description).unwrap()),
                expected,
                "{description:?}"
            );
        }
    }

    #[test]
    fn a_state_from_which_a_better_one_is_out_of_reach_need_not_break_the_order() {
        let level = |serving| Level { serving, serving_without_planned: serving };
        let join = |from, to, per_hour| Transition { from, to, per_hour };
        let levels = [level(2), level(1), level(0)];
        let steps = [join(0, 1, 1.0), join(1, 2, 1.0), join(2, 1, 1.0), join(1, 0, 1.0)];
        assert!(is_monotone(&Group::of_chain(&levels, &steps).unwrap()));
        // From the best straight to the worst, but not from the middle.
        let leap = [join(0, 2, 1.0), join(1, 0, 1.0), join(2, 1, 1.0)];
        assert!(!is_monotone(&Group::of_chain(&levels, &leap).unwrap()));
    }
}
