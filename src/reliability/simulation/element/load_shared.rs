//! Units that share a load, simulated.

#![allow(clippy::indexing_slicing, reason = "units and their clocks are numbered here")]

use super::super::clocks::{Clocks, NEVER};
use super::super::{Distribution, MaintenanceWindow, Random, SimulationError};
use super::crews::Crews;
use super::modes::{Modes, SimulatedMode};
use crate::reliability::{LoadShared, MAX_UNITS, ModelError, PlannedWork, Unit, bounds};

/// Work that takes one unit at a time out of a load-shared group, at random times.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PlannedTimes {
    /// ν, how often each unit is taken out, per hour while all units are up, at exponential distances.
    pub starts_per_hour: f64,
    /// How long the unit is out.
    pub duration: Distribution,
}

/// A group of equal units that share a load, as [`LoadShared`] describes it, with distributions for times.
///
/// Units fail independently of each other; a failure is repaired by one of the crews, in the order of failures, and makes the unit as
/// good as new. Of the failures a share β takes all units down that are up, at exponential times with rate β·Σ 1 / mean life; lives
/// of single units are longer by 1 / (1 − β). A unit taken out neither fails nor ages; when it comes back it goes on where it was, for
/// work does not renew it. No two units are taken out at once: a window waits until planned work has ended.
#[derive(Clone, Debug, PartialEq)]
pub struct SimulatedLoadShared {
    /// n, from 1 to [`MAX_UNITS`].
    pub units: u32,
    /// How each unit fails and is repaired, from 1 to 100 ways.
    pub modes: Vec<SimulatedMode>,
    /// r, the failed units that can be under repair at once; 1 or more.
    pub crews: u32,
    /// β, from 0 to 1: the share of each unit's failures that take all units down together; without meaning for one unit.
    pub common_cause_share: f64,
    /// Planned work at random times, if any.
    pub planned: Option<PlannedTimes>,
    /// Planned work by the calendar, if any.
    pub window: Option<MaintenanceWindow>,
}

impl SimulatedLoadShared {
    /// The group with exponential times of the same means, as it is solved exactly. A window becomes planned work with as many hours
    /// out for each unit, unless there is planned work at random times too, which then stands for itself alone.
    ///
    /// # Errors
    /// If a number is outside its range.
    pub fn with_exponential_times(&self) -> Result<LoadShared, ModelError> {
        let modes = self.modes.iter().map(|mode| crate::reliability::FailureMode {
            failures_per_hour: 1.0 / mode.life.mean_hours(),
            repair_hours: mode.repair.mean_hours(),
        });
        let at_random = self.planned.map(|planned| PlannedWork {
            starts_per_hour: planned.starts_per_hour,
            mean_hours: planned.duration.mean_hours(),
        });
        let by_calendar = self.window.map(|window| window.as_planned_work(self.units));
        Ok(LoadShared {
            units: self.units,
            unit: Unit::new(&modes.collect::<Vec<_>>())?,
            crews: self.crews,
            common_cause_share: self.common_cause_share,
            planned: at_random.or(by_calendar),
        })
    }

    pub(super) fn process(&self, first_clock: u32) -> Result<Sharing, SimulationError> {
        let units = bounds::count("the number of units", self.units, 1, MAX_UNITS)?;
        let crews = bounds::count("the number of repair crews", self.crews, 1, u32::MAX)?;
        let share = bounds::share("the common cause share", self.common_cause_share)?;
        let share = if units == 1 { 0.0 } else { share };
        let (alone, modes) = if share < 1.0 {
            (true, Modes::new(&self.modes, 1.0 / (1.0 - share))?)
        } else {
            (false, Modes::new(&self.modes, 1.0)?)
        };
        let mut events = Vec::new();
        let together = share * modes.failures_per_hour();
        if together > 0.0 {
            events.push(GroupEvent::Together { distance: Distribution::exponential(1.0 / together)? });
        }
        if let Some(work) = &self.planned {
            let starts = bounds::positive("the starts of planned work per hour", work.starts_per_hour)?;
            let distance = Distribution::exponential(1.0 / (f64::from(units) * starts))?;
            events.push(GroupEvent::Planned { distance, duration: work.duration });
        }
        if let Some(window) = self.window {
            window.check(units)?;
            events.push(GroupEvent::Window(window));
        }
        let count = units as usize;
        Ok(Sharing {
            first_clock,
            units,
            fails_alone: alone,
            modes,
            crews: Crews::new(crews, units),
            events,
            window: self.window,
            has_work: self.planned.is_some() || self.window.is_some(),
            state: vec![UnitState::Up; count],
            mode: vec![0; count],
            up: units,
            out: None,
            turn: 0,
            turns_left: 0,
            windows: 0.0,
        })
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum UnitState {
    Up,
    UnderRepair,
    Waiting,
    Out,
}

/// A unit out, and what was left of its life.
#[derive(Clone, Copy, Debug)]
struct Out {
    unit: u32,
    left_hours: f64,
}

/// What happens to the group rather than to one unit.
#[derive(Clone, Copy, Debug)]
enum GroupEvent {
    /// All that are up fail.
    Together { distance: Distribution },
    /// Planned work may start.
    Planned { distance: Distribution, duration: Distribution },
    /// A window begins.
    Window(MaintenanceWindow),
}

/// A load-shared group while it runs. A unit's clock strikes at its failure, the end of its repair, or the end of work on it.
#[derive(Clone, Debug)]
pub(in super::super) struct Sharing {
    first_clock: u32,
    units: u32,
    fails_alone: bool,
    modes: Modes,
    crews: Crews,
    /// What happens to the group, each with a clock after those of the units.
    events: Vec<GroupEvent>,
    window: Option<MaintenanceWindow>,
    has_work: bool,
    state: Vec<UnitState>,
    /// How each unit fails next, or has failed.
    mode: Vec<u8>,
    up: u32,
    out: Option<Out>,
    /// The unit that is taken out next.
    turn: u32,
    /// How many units the running window has still to look at.
    turns_left: u32,
    /// How many windows have begun.
    windows: f64,
}

impl Sharing {
    pub(super) fn clocks(&self) -> u32 {
        self.units + u32::try_from(self.events.len()).unwrap_or(0)
    }

    pub(super) fn levels(&self) -> usize {
        let units = self.units as usize;
        if self.has_work { 2 * units + 1 } else { units + 1 }
    }

    /// With work: all up, then for each number up below that with one out and with none.
    #[inline]
    pub(super) fn level(&self) -> u32 {
        let not_up = self.units - self.up;
        if not_up == 0 || !self.has_work {
            not_up
        } else if self.out.is_some() {
            2 * not_up - 1
        } else {
            2 * not_up
        }
    }

    #[inline]
    pub(super) fn is_good(&self) -> bool {
        self.up == self.units
    }

    pub(super) fn is_exponential(&self) -> bool {
        let exponential = |event: &GroupEvent| match event {
            GroupEvent::Together { .. } => true,
            GroupEvent::Planned { duration, .. } => duration.is_exponential(),
            GroupEvent::Window(_) => false,
        };
        self.events.iter().all(exponential) && self.modes.are_exponential()
    }

    pub(super) fn start(&mut self, clocks: &mut Clocks, random: &mut Random) {
        self.crews.reset();
        self.state.fill(UnitState::Up);
        (self.up, self.out) = (self.units, None);
        (self.turn, self.turns_left, self.windows) = (0, 0, 0.0);
        for unit in 0..self.units {
            self.renew(unit, 0.0, clocks, random);
        }
        for (clock, event) in (self.first_clock + self.units..).zip(&self.events) {
            let first = match event {
                GroupEvent::Together { distance } | GroupEvent::Planned { distance, .. } => {
                    distance.sample(random)
                }
                GroupEvent::Window(window) => window.offset_hours,
            };
            clocks.set(clock, first);
        }
    }

    #[inline]
    pub(super) fn strike(&mut self, clock: u32, now: f64, clocks: &mut Clocks, random: &mut Random) -> bool {
        let unit = clock - self.first_clock;
        if unit < self.units {
            match self.state[unit as usize] {
                UnitState::Up => self.fail(unit, now, clocks, random),
                UnitState::UnderRepair => self.repaired(unit, now, clocks, random),
                UnitState::Out => self.work_ends(unit, now, clocks),
                // The clock of a unit that waits does not run.
                UnitState::Waiting => return false,
            }
            true
        } else {
            self.group_event(clock, self.events[(unit - self.units) as usize], now, clocks, random)
        }
    }

    /// A new life begins.
    #[inline]
    fn renew(&mut self, unit: u32, now: f64, clocks: &mut Clocks, random: &mut Random) {
        if self.fails_alone {
            let (hours, mode) = self.modes.life(random);
            self.mode[unit as usize] = mode;
            clocks.set(self.first_clock + unit, now + hours);
        } else {
            clocks.set(self.first_clock + unit, NEVER);
        }
    }

    #[inline]
    fn fail(&mut self, unit: u32, now: f64, clocks: &mut Clocks, random: &mut Random) {
        self.up -= 1;
        if self.crews.begins(unit) {
            self.begin_repair(unit, now, clocks, random);
        } else {
            self.state[unit as usize] = UnitState::Waiting;
            clocks.set(self.first_clock + unit, NEVER);
        }
    }

    #[inline]
    fn begin_repair(&mut self, unit: u32, now: f64, clocks: &mut Clocks, random: &mut Random) {
        self.state[unit as usize] = UnitState::UnderRepair;
        let hours = self.modes.repair(self.mode[unit as usize], random);
        clocks.set(self.first_clock + unit, now + hours);
    }

    #[inline]
    fn repaired(&mut self, unit: u32, now: f64, clocks: &mut Clocks, random: &mut Random) {
        self.up += 1;
        self.state[unit as usize] = UnitState::Up;
        self.renew(unit, now, clocks, random);
        if let Some(next) = self.crews.next() {
            self.begin_repair(next, now, clocks, random);
        }
    }

    fn group_event(
        &mut self,
        clock: u32,
        event: GroupEvent,
        now: f64,
        clocks: &mut Clocks,
        random: &mut Random,
    ) -> bool {
        match event {
            GroupEvent::Together { distance } => {
                clocks.set(clock, now + distance.sample(random));
                let any_up = self.up > 0;
                for unit in 0..self.units {
                    if self.state[unit as usize] == UnitState::Up {
                        self.mode[unit as usize] = self.modes.any(random);
                        self.fail(unit, now, clocks, random);
                    }
                }
                any_up
            }
            GroupEvent::Planned { distance, duration } => {
                // Starts of a Poisson process that come while not all are up are passed over, which leaves one with the rate wanted.
                clocks.set(clock, now + distance.sample(random));
                if self.up < self.units {
                    return false;
                }
                let unit = self.next_in_turn();
                self.take_out(unit, now + duration.sample(random), now, clocks);
                true
            }
            GroupEvent::Window(window) => {
                self.windows += 1.0;
                clocks.set(clock, window.start_hours(self.windows));
                self.turns_left = if window.takes_all { self.units } else { 1 };
                let before = self.up;
                if self.out.is_none() {
                    self.go_on_with_window(now, clocks);
                }
                self.up < before
            }
        }
    }

    fn next_in_turn(&mut self) -> u32 {
        let unit = self.turn;
        self.turn = (self.turn + 1) % self.units;
        unit
    }

    /// Takes out the next unit that the window is for; failed ones are left to their repair.
    fn go_on_with_window(&mut self, now: f64, clocks: &mut Clocks) {
        let Some(window) = self.window else { return };
        while self.turns_left > 0 {
            self.turns_left -= 1;
            let unit = self.next_in_turn();
            if self.state[unit as usize] == UnitState::Up {
                self.take_out(unit, now + window.hours, now, clocks);
                return;
            }
        }
    }

    fn take_out(&mut self, unit: u32, until: f64, now: f64, clocks: &mut Clocks) {
        let left_hours = clocks.at(self.first_clock + unit) - now;
        self.out = Some(Out { unit, left_hours });
        self.state[unit as usize] = UnitState::Out;
        self.up -= 1;
        clocks.set(self.first_clock + unit, until);
    }

    fn work_ends(&mut self, unit: u32, now: f64, clocks: &mut Clocks) {
        if let Some(out) = self.out.take_if(|out| out.unit == unit) {
            self.state[unit as usize] = UnitState::Up;
            self.up += 1;
            clocks.set(self.first_clock + unit, now + out.left_hours);
        }
        self.go_on_with_window(now, clocks);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reliability::Group;

    #[test]
    fn levels_are_those_of_the_exact_group() {
        let hours = |hours| Distribution::exponential(hours).unwrap();
        let planned = Some(PlannedTimes { starts_per_hour: 0.01, duration: hours(1.0) });
        for (units, planned) in [(1, None), (1, planned), (4, None), (4, planned)] {
            let modes = vec![SimulatedMode { life: hours(100.0), repair: hours(10.0) }];
            let description = SimulatedLoadShared {
                units,
                modes,
                crews: 2,
                common_cause_share: 0.0,
                planned,
                window: None,
            };
            let mut process = description.process(0).unwrap();
            let group = Group::load_shared(&description.with_exponential_times().unwrap()).unwrap();
            assert_eq!(process.levels(), group.levels().len());
            for (index, level) in group.levels().iter().enumerate() {
                process.up = level.serving;
                let out = level.serving_without_planned > level.serving;
                process.out = out.then_some(Out { unit: 0, left_hours: 1.0 });
                assert_eq!(process.level() as usize, index, "{level:?}");
            }
        }
    }
}
