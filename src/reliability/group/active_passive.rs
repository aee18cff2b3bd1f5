//! One unit serves, the others stand by.

use super::{Chain, MAX_UNITS, StateKind, checked_crews, repairs_per_hour};
use crate::reliability::{ModelError, Unit, bounds};

/// How often an active/passive group is switched on purpose, for work on its units in turn.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PlannedStarts {
    /// Switches per hour while all units are good: one for each round of work, not for each unit. Each takes the
    /// failover time.
    pub starts_per_hour: f64,
}

/// A group of which one unit serves and the others stand by.
///
/// With k good units of N: the serving unit fails at λ, and with one of the others the switch starts, automatic
/// with probability c (the coverage), else manual; a passive unit fails at dλ, d being the dormancy; failed units
/// are repaired at min(crews, N − k)·μ. While a switch runs nothing serves, all good units fail as passive ones,
/// and a repaired unit takes over at once. After the last unit has failed, the first one repaired serves at once.
///
/// A switch that takes no time is a passage without a state. Coverage 0 is a manual standby.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ActivePassive {
    /// N, from 2 to [`MAX_UNITS`]; a group of one has nothing to switch to and is a load-shared group of one.
    pub nodes: u32,
    /// What each unit is like while it serves.
    pub unit: Unit,
    /// r, the failed units that can be under repair at once; 1 or more, N or more being a crew for each unit.
    pub crews: u32,
    /// The mean time of an automatic or planned switch, in hours; may be 0.
    pub failover_hours: f64,
    /// c, from 0 to 1: the probability that the automatic switch works.
    pub coverage: f64,
    /// The mean time of a manual switch, in hours; may be 0.
    pub manual_switch_hours: f64,
    /// d, from 0 to 1: the failure rate of a passive unit over that of a serving one.
    pub dormancy: f64,
    /// Planned switches, if any; with a failover time of 0 they are never seen.
    pub planned: Option<PlannedStarts>,
}

/// One of the two ways to switch: how likely, how long, and the states in which it runs.
struct Switch {
    probability: f64,
    hours: f64,
    running: fn(u32) -> StateKind,
}

impl Switch {
    fn has_states(&self) -> bool {
        self.probability > 0.0 && self.hours > 0.0
    }
}

impl ActivePassive {
    /// The chain, from the best state to the worst.
    pub(super) fn chain(&self) -> Result<Chain, ModelError> {
        let nodes = bounds::count("the number of active/passive nodes", self.nodes, 2, MAX_UNITS)?;
        let crews = checked_crews(self.crews)?;
        let active = self.unit.failures_per_hour();
        let passive = bounds::share("the dormancy", self.dormancy)? * active;
        let failover = bounds::positive_or_zero("the failover time in hours", self.failover_hours)?;
        let coverage = bounds::share("the coverage", self.coverage)?;
        let manual = bounds::positive_or_zero("the manual switch time in hours", self.manual_switch_hours)?;
        let switches = [
            Switch {
                probability: coverage,
                hours: failover,
                running: |good| StateKind::AutomaticSwitch { good },
            },
            Switch {
                probability: 1.0 - coverage,
                hours: manual,
                running: |good| StateKind::ManualSwitch { good },
            },
        ];

        let mut kinds = vec![StateKind::Serving { good: nodes }];
        let mut planned = None;
        if let Some(work) = &self.planned {
            let starts = bounds::positive("the planned switches per hour", work.starts_per_hour)?;
            if failover > 0.0 {
                planned = Some((kinds.len(), starts));
                kinds.push(StateKind::PlannedSwitch);
            }
        }
        // Where the states with `good` units are: the switches that have states, then serving.
        let running = switches.iter().filter(|switch| switch.has_states()).count();
        let before = kinds.len();
        let block = |good: u32| before + (nodes - 1 - good) as usize * (running + 1);
        let serving = |good: u32| match good {
            0 => block(0),
            good if good == nodes => 0,
            good => block(good) + running,
        };
        for good in (1..nodes).rev() {
            let switching = switches.iter().filter(|switch| switch.has_states());
            kinds.extend(switching.map(|switch| (switch.running)(good)));
            kinds.push(StateKind::Serving { good });
        }
        kinds.push(StateKind::AllFailed);

        let mut chain = Chain { kinds, transitions: Vec::new(), start: 0 };
        for good in 0..nodes {
            let repairs = repairs_per_hour(&self.unit, crews, nodes - good);
            chain.join(serving(good), serving(good + 1), repairs);
            let mut state = block(good);
            for switch in &switches {
                // The serving unit of good + 1 has failed.
                let starts = active * switch.probability;
                if good == 0 || !switch.has_states() {
                    chain.join(serving(good + 1), serving(good), starts);
                    continue;
                }
                chain.join(serving(good + 1), state, starts);
                chain.join(state, serving(good), 1.0 / switch.hours);
                chain.join(state, serving(good + 1), repairs);
                let fewer = if good == 1 { serving(0) } else { state + running + 1 };
                chain.join(state, fewer, f64::from(good) * passive);
                state += 1;
            }
            chain.join(serving(good + 1), serving(good), f64::from(good) * passive);
        }
        if let Some((state, starts)) = planned {
            chain.join(0, state, starts);
            chain.join(state, 0, 1.0 / failover);
        }
        Ok(chain)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reliability::{Group, Level};

    /// The cluster of the check figures: two nodes, 1,000 h up, 24 h down.
    fn cluster() -> ActivePassive {
        ActivePassive {
            nodes: 2,
            unit: Unit::from_mtbf(1_000.0, 24.0).unwrap(),
            crews: 1,
            failover_hours: 90.0 / 3_600.0,
            coverage: 0.95,
            manual_switch_hours: 0.5,
            dormancy: 1.0,
            planned: None,
        }
    }

    fn down(group: &Group) -> f64 {
        group.law().last().copied().unwrap()
    }

    fn assert_close(found: f64, expected: f64, relative: f64) {
        assert!((found - expected).abs() <= relative * expected.abs(), "{found:e} instead of {expected:e}");
    }

    fn kinds(group: &Group) -> Vec<StateKind> {
        group.states().iter().map(|state| state.kind).collect()
    }

    #[test]
    fn the_check_figures_hold() {
        let group = Group::active_passive(&cluster()).unwrap();
        let switching = |kind| {
            matches!(kind, StateKind::AutomaticSwitch { good: 1 } | StateKind::ManualSwitch { good: 1 })
        };
        assert_close(down(&group), 1.143_973_895_535_258_6e-3, 1e-14);
        assert_close(group.share_of_time(switching), 4.594_424_873_479_5e-5, 1e-13);
        let leaving: f64 = group.flows().iter().filter(|flow| flow.from == 0).map(|flow| flow.per_hour).sum();
        assert_close(leaving, 9.988_560_261_044_64e-4, 1e-14);
    }

    #[test]
    fn without_a_switch_time_the_group_is_a_standby_pair() {
        for (dormancy, unavailability) in
            [(0.0, 2.811_709_206_785_59e-4), (0.5, 4.168_146_101_239_64e-4), (1.0, 5.493_164_062_5e-4)]
        {
            let pair = ActivePassive { failover_hours: 0.0, coverage: 1.0, dormancy, crews: 2, ..cluster() };
            let group = Group::active_passive(&pair).unwrap();
            assert_close(down(&group), unavailability, 1e-13);
        }
    }

    #[test]
    fn states_that_take_no_time_or_never_come_are_left_out() {
        use StateKind::{AllFailed, AutomaticSwitch, ManualSwitch, PlannedSwitch, Serving};
        let planned = Some(PlannedStarts { starts_per_hour: 1.0 / 730.0 });
        let (two, one) = (Serving { good: 2 }, Serving { good: 1 });
        let (automatic, manual) = (AutomaticSwitch { good: 1 }, ManualSwitch { good: 1 });
        for (description, expected) in [
            (cluster(), vec![two, automatic, manual, one, AllFailed]),
            (ActivePassive { coverage: 1.0, ..cluster() }, vec![two, automatic, one, AllFailed]),
            (ActivePassive { coverage: 0.0, ..cluster() }, vec![two, manual, one, AllFailed]),
            (ActivePassive { failover_hours: 0.0, planned, ..cluster() }, vec![two, manual, one, AllFailed]),
            (ActivePassive { manual_switch_hours: 0.0, ..cluster() }, vec![two, automatic, one, AllFailed]),
            (
                ActivePassive { planned, ..cluster() },
                vec![two, PlannedSwitch, automatic, manual, one, AllFailed],
            ),
        ] {
            assert_eq!(kinds(&Group::active_passive(&description).unwrap()), expected, "{description:?}");
        }
    }

    #[test]
    fn a_planned_switch_is_a_level_of_its_own() {
        let planned = Some(PlannedStarts { starts_per_hour: 1.0 / 730.0 });
        let group = Group::active_passive(&ActivePassive { planned, ..cluster() }).unwrap();
        let level = |serving, serving_without_planned| Level { serving, serving_without_planned };
        assert_eq!(group.levels(), [level(1, 1), level(0, 1), level(0, 0)]);
        assert!(group.flows().iter().all(|flow| flow.displaced == 0.0));
    }

    #[test]
    fn descriptions_without_meaning_are_refused() {
        for description in [
            ActivePassive { nodes: 1, ..cluster() },
            ActivePassive { nodes: MAX_UNITS + 1, ..cluster() },
            ActivePassive { crews: 0, ..cluster() },
            ActivePassive { failover_hours: -1.0, ..cluster() },
            ActivePassive { coverage: 1.5, ..cluster() },
            ActivePassive { manual_switch_hours: f64::NAN, ..cluster() },
            ActivePassive { dormancy: f64::INFINITY, ..cluster() },
            ActivePassive { planned: Some(PlannedStarts { starts_per_hour: 0.0 }), ..cluster() },
        ] {
            assert!(Group::active_passive(&description).is_err(), "{description:?}");
        }
    }

    #[test]
    fn the_largest_group_is_solved() {
        let group = Group::active_passive(&ActivePassive { nodes: MAX_UNITS, ..cluster() }).unwrap();
        let total: f64 = group.law().iter().sum();
        assert!((total - 1.0).abs() < 1e-12, "{total}");
    }
}
