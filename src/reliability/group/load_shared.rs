//! Units that share a load.

use super::{Chain, MAX_UNITS, StateKind, checked_crews, repairs_per_hour};
use crate::reliability::{ModelError, Unit, bounds};

/// Work that takes one unit at a time out of a load-shared group.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PlannedWork {
    /// ν, how often each unit is taken out, per hour while all units are up.
    pub starts_per_hour: f64,
    /// How long the unit is out, a mean in hours.
    pub mean_hours: f64,
}

/// A group of equal units that share a load.
///
/// With k units up and m in planned work, a unit fails at kλ, and failed units are repaired at
/// min(crews, n − m − k)·μ. Planned work starts only while all n are up, at nν, on one unit; the others go on
/// failing meanwhile.
///
/// With a common cause share β, units fail by themselves at (1 − β)λ each, and whatever the number of units up,
/// all of them fail together at βλ, while a unit in planned work is out of reach: the beta factor of Karl Fleming, "A reliability model for common mode failures
/// in redundant safety systems", General Atomic GA-A13284 (1974). A group of one unit fails at λ whatever β is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct LoadShared {
    /// n, from 1 to [`MAX_UNITS`].
    pub units: u32,
    /// What each unit is like.
    pub unit: Unit,
    /// r, the failed units that can be under repair at once; 1 or more, n or more being a crew for each unit.
    pub crews: u32,
    /// β, from 0 to 1: the share of each unit's failures that take all units down together.
    pub common_cause_share: f64,
    /// Planned work, if any.
    pub planned: Option<PlannedWork>,
}

impl LoadShared {
    /// The chain, from the worst state to the best.
    pub(super) fn chain(&self) -> Result<Chain, ModelError> {
        let units = bounds::count("the number of units", self.units, 1, MAX_UNITS)?;
        let crews = checked_crews(self.crews)?;
        let share = bounds::share("the common cause share", self.common_cause_share)?;
        let together = if units == 1 { 0.0 } else { share * self.unit.failures_per_hour() };
        let alone = if units == 1 { 1.0 } else { 1.0 - share } * self.unit.failures_per_hour();

        let columns: usize = if self.planned.is_some() { 2 } else { 1 };
        let place = |up: u32, out: u32| up as usize * columns + out as usize;
        let mut chain = Chain { kinds: Vec::new(), transitions: Vec::new(), start: place(units, 0) };
        for up in 0..=units {
            for out in (0..=1).take(columns).filter(|out| up + out <= units) {
                let here = place(up, out);
                chain.kinds.push(StateKind::Sharing { up, in_planned_work: out });
                if up > 0 {
                    chain.join(here, place(up - 1, out), f64::from(up) * alone);
                    chain.join(here, place(0, out), together);
                }
                let failed = units - out - up;
                if failed > 0 {
                    chain.join(here, place(up + 1, out), repairs_per_hour(&self.unit, crews, failed));
                }
            }
        }
        if let Some(work) = &self.planned {
            let starts = bounds::positive("the starts of planned work per hour", work.starts_per_hour)?;
            let ends = 1.0 / bounds::positive("the duration of planned work in hours", work.mean_hours)?;
            chain.join(place(units, 0), place(units - 1, 1), f64::from(units) * starts);
            for up in 0..units {
                chain.join(place(up, 1), place(up + 1, 0), ends);
            }
        }
        Ok(chain)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reliability::{Group, Level};

    fn servers(units: u32, crews: u32) -> LoadShared {
        let unit = Unit::from_mtbf(1_000.0, 24.0).unwrap();
        LoadShared { units, unit, crews, common_cause_share: 0.0, planned: None }
    }

    fn share_below(group: &Group, needed: u32) -> f64 {
        group
            .levels()
            .iter()
            .zip(group.law())
            .filter(|(level, _)| level.serving < needed)
            .map(|(_, share)| share)
            .sum()
    }

    fn assert_close(found: f64, expected: f64, relative: f64) {
        assert!((found - expected).abs() <= relative * expected.abs(), "{found:e} instead of {expected:e}");
    }

    #[test]
    fn k_of_n_agrees_with_the_measured_figures() {
        for (needed, units, crews, unavailability) in [
            (18, 20, 20, 1.088_905_967_563_869_2e-2),
            (45, 50, 50, 1.087_956_280_350_78e-3),
            (180, 200, 200, 1.440_293_057_210_17e-8),
            (2, 3, 1, 3.290_391_314_737_925e-3),
            (5, 6, 2, 7.865_968_622_264_285e-3),
            (6, 7, 1, 2.291_693_446_853_888e-2),
            (8, 10, 1, 9.126_141_979_083_02e-3),
        ] {
            let group = Group::load_shared(&servers(units, crews)).unwrap();
            assert_close(share_below(&group, needed), unavailability, 1e-13);
        }
    }

    #[test]
    fn six_in_parallel_keep_their_digits() {
        let unit = Unit::from_mtbf(1e5, 1.0).unwrap();
        let group = Group::load_shared(&LoadShared { unit, ..servers(6, 6) }).unwrap();
        assert_close(share_below(&group, 1), 9.999_400_020_999_44e-31, 1e-13);
    }

    #[test]
    fn a_common_cause_takes_all_units_down() {
        let group = Group::load_shared(&LoadShared { common_cause_share: 0.1, ..servers(3, 3) }).unwrap();
        assert_close(share_below(&group, 2), 3.369_2e-3, 2e-5);
        let only = Group::load_shared(&LoadShared { common_cause_share: 1.0, ..servers(3, 1) }).unwrap();
        assert!(only.flows().iter().any(|flow| (flow.from, flow.to) == (0, 3)));
        assert!(only.flows().iter().all(|flow| (flow.from, flow.to) != (0, 1)));
    }

    #[test]
    fn one_unit_fails_at_its_own_rate_whatever_the_common_cause_share() {
        let alone = Group::load_shared(&servers(1, 1)).unwrap();
        let with_share =
            Group::load_shared(&LoadShared { common_cause_share: 0.3, ..servers(1, 1) }).unwrap();
        assert_eq!(alone, with_share);
        assert_close(share_below(&alone, 1), servers(1, 1).unit.unavailability(), 1e-15);
    }

    #[test]
    fn planned_work_makes_levels_of_its_own() {
        let planned = Some(PlannedWork { starts_per_hour: 12.0 / 8_760.0, mean_hours: 0.5 });
        let group = Group::load_shared(&LoadShared { planned, ..servers(2, 2) }).unwrap();
        let level = |serving, serving_without_planned| Level { serving, serving_without_planned };
        assert_eq!(group.levels(), [level(2, 2), level(1, 2), level(1, 1), level(0, 1), level(0, 0)]);
    }

    #[test]
    fn flows_say_what_share_of_the_load_is_displaced() {
        let planned = Some(PlannedWork { starts_per_hour: 12.0 / 8_760.0, mean_hours: 0.5 });
        let shared = LoadShared { planned, common_cause_share: 0.2, ..servers(3, 3) };
        let group = Group::load_shared(&shared).unwrap();
        for flow in group.flows() {
            let serving = |level: usize| f64::from(group.levels()[level].serving);
            let (before, after) = (serving(flow.from), serving(flow.to));
            let expected = if after >= 1.0 && after < before { (before - after) / before } else { 0.0 };
            assert_close(flow.displaced, expected, 1e-15);
        }
        assert!(group.flows().iter().any(|flow| flow.displaced > 0.3));
    }

    #[test]
    fn what_leaves_a_level_comes_back() {
        let planned = Some(PlannedWork { starts_per_hour: 0.01, mean_hours: 5.0 });
        let shared = LoadShared { planned, common_cause_share: 0.2, ..servers(5, 2) };
        let group = Group::load_shared(&shared).unwrap();
        for level in 0..group.levels().len() {
            let sum = |passes: &dyn Fn(&&crate::reliability::Flow) -> bool| -> f64 {
                group.flows().iter().filter(passes).map(|flow| flow.per_hour).sum()
            };
            assert_close(sum(&|flow| flow.from == level), sum(&|flow| flow.to == level), 1e-13);
        }
    }

    #[test]
    fn large_groups_are_solved_whatever_happens_in_them() {
        let planned = Some(PlannedWork { starts_per_hour: 12.0 / 8_760.0, mean_hours: 0.5 });
        for units in [1_000, MAX_UNITS] {
            let shared = LoadShared { planned, common_cause_share: 0.05, ..servers(units, 3) };
            let total: f64 = Group::load_shared(&shared).unwrap().law().iter().sum();
            assert!((total - 1.0).abs() < 1e-12, "{total}");
        }
    }

    #[test]
    fn descriptions_without_meaning_are_refused() {
        let work = |starts_per_hour, mean_hours| Some(PlannedWork { starts_per_hour, mean_hours });
        for description in [
            servers(0, 1),
            servers(MAX_UNITS + 1, 1),
            servers(1, 0),
            LoadShared { common_cause_share: -0.1, ..servers(2, 2) },
            LoadShared { common_cause_share: f64::NAN, ..servers(2, 2) },
            LoadShared { planned: work(0.0, 1.0), ..servers(2, 2) },
            LoadShared { planned: work(1.0, f64::INFINITY), ..servers(2, 2) },
        ] {
            assert!(Group::load_shared(&description).is_err(), "{description:?}");
        }
    }
}
