//! How much an element, or a unit of a group, means for the failure of the system.

use super::{Group, StateKind};

/// The usual measures of importance. U is the system's unavailability, U₁ the same with the element at its worst level, U₀ with it at
/// its best, q the share of time that it spends at its worst, or at a level that is as bad for the system.
///
/// Of two-level elements in a coherent system criticality and the first Fussell–Vesely measure are the same number. With U = 0 all
/// but Birnbaum's measure are not numbers.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Importance {
    /// U₁ − U₀. Zygmunt Birnbaum, "On the importance of different components in a multicomponent system", Multivariate Analysis II
    /// (1969). Below 0 where the failure of the element mends the system.
    pub birnbaum: f64,
    /// (U₁ − U₀) · q / U: the probability that the element is at its worst and critical, given that the system is down. Howard
    /// Lambert, "Measures of importance of events and cut sets in fault trees" (1975).
    pub criticality: f64,
    /// 1 − U₀ / U: Fussell–Vesely importance as the part of U that vanishes if the element is always at its best.
    pub fussell_vesely_reduction: f64,
    /// Risk achievement worth, U₁ / U.
    pub risk_achievement_worth: f64,
    /// Risk reduction worth, U / U₀; infinite where the system cannot fail without the element.
    pub risk_reduction_worth: f64,
}

impl Importance {
    /// Of an element as a whole: its worst level against its best.
    ///
    /// `law` is the share of time of each of its levels, `failed` the system's unavailability given each level.
    pub fn of_element(law: &[f64], failed: &[f64], unavailability: f64) -> Option<Self> {
        let (at_best, at_worst) = (*failed.first()?, *failed.last()?);
        // Levels that mean the same to the system are one: a unit in planned work is as much missed as a failed one.
        let alike = law.iter().zip(failed).filter(|(_, failed)| **failed >= at_worst);
        let worst_share = alike.map(|(share, _)| share).sum();
        // Each term by itself, so that a small part of a large whole keeps its digits.
        let lost = law.iter().zip(failed).map(|(share, failed)| share * (failed - at_best)).sum();
        Some(Self::from(at_best, at_worst, worst_share, lost, unavailability))
    }

    /// Of one unit of a group of like units, down against up, the others being as they then may be.
    ///
    /// `failed` is the system's unavailability given each level of the group. A unit in planned work counts as down. None where the
    /// group's states do not say how many units are good.
    pub fn of_unit(group: &Group, failed: &[f64], unavailability: f64) -> Option<Self> {
        let goods: Option<Vec<u32>> =
            group.states().iter().map(|state| good_units(group, state.kind)).collect();
        let goods = goods?;
        let units = f64::from(*goods.iter().max()?);
        let (mut up, mut down) = ((0.0, 0.0), (0.0, 0.0));
        for (state, good) in group.states().iter().zip(goods) {
            let failed = failed.get(state.level)?;
            for (side, units_there) in [(&mut up, f64::from(good)), (&mut down, units - f64::from(good))] {
                let share = state.probability * units_there / units;
                side.0 += share;
                side.1 += share * failed;
            }
        }
        let (at_best, at_worst) = (up.1 / up.0, down.1 / down.0);
        Some(Self::from(at_best, at_worst, down.0, down.0 * (at_worst - at_best), unavailability))
    }

    fn from(at_best: f64, at_worst: f64, worst_share: f64, lost: f64, unavailability: f64) -> Self {
        let birnbaum = at_worst - at_best;
        Self {
            birnbaum,
            criticality: birnbaum * worst_share / unavailability,
            fussell_vesely_reduction: lost / unavailability,
            risk_achievement_worth: at_worst / unavailability,
            risk_reduction_worth: unavailability / at_best,
        }
    }
}

fn good_units(group: &Group, kind: StateKind) -> Option<u32> {
    match kind {
        StateKind::Sharing { up, .. } => Some(up),
        StateKind::Serving { good }
        | StateKind::AutomaticSwitch { good }
        | StateKind::ManualSwitch { good } => Some(good),
        StateKind::AllFailed => Some(0),
        StateKind::Given { .. } => None,
        // All are good while the load is moved on purpose.
        StateKind::PlannedSwitch => group
            .states()
            .iter()
            .filter_map(|state| match state.kind {
                StateKind::Serving { good } => Some(good),
                _ => None,
            })
            .max(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reliability::{LoadShared, Unit};

    fn assert_close(found: f64, expected: f64) {
        assert!((found - expected).abs() <= 1e-12 * expected.abs(), "{found:e} instead of {expected:e}");
    }

    /// Two units, one of which is needed, as one group and as two elements.
    #[test]
    fn a_unit_of_a_group_means_as_much_as_the_same_unit_alone() {
        let unit = Unit::from_mtbf(1_000.0, 24.0).unwrap();
        let q = unit.unavailability();
        let pair = LoadShared { units: 2, unit, crews: 2, common_cause_share: 0.0, planned: None };
        let group = Group::load_shared(&pair).unwrap();
        let of_unit = Importance::of_unit(&group, &[0.0, 0.0, 1.0], q * q).unwrap();
        let alone = Importance::of_element(&[1.0 - q, q], &[0.0, q], q * q).unwrap();
        for importance in [of_unit, alone] {
            assert_close(importance.birnbaum, q);
            assert_close(importance.criticality, 1.0);
            assert_close(importance.fussell_vesely_reduction, 1.0);
            assert_close(importance.risk_achievement_worth, 1.0 / q);
            assert!(importance.risk_reduction_worth.is_infinite());
        }
    }

    #[test]
    fn levels_that_are_as_bad_count_as_the_worst() {
        // The system itself, up, in planned work, failed: whenever it is down, the element is down and critical.
        let (work, failed) = (0.01, 0.001);
        let law = [1.0 - work - failed, work, failed];
        let importance = Importance::of_element(&law, &[0.0, 1.0, 1.0], work + failed).unwrap();
        assert_close(importance.criticality, 1.0);
        assert_close(importance.fussell_vesely_reduction, 1.0);
    }

    #[test]
    fn an_element_in_series_with_others_keeps_its_small_share() {
        let (q, rest) = (1e-20, 0.25);
        let unavailability = rest + (1.0 - rest) * q;
        let importance = Importance::of_element(&[1.0 - q, q], &[rest, 1.0], unavailability).unwrap();
        assert_close(importance.birnbaum, 0.75);
        assert_close(importance.fussell_vesely_reduction, 0.75 * q / 0.25);
        assert_close(importance.risk_reduction_worth, 1.0);
    }
}
