//! One unit serves and the others stand by, simulated.

#![allow(clippy::indexing_slicing, reason = "units and their clocks are numbered here")]

use super::super::clocks::{Clocks, NEVER};
use super::super::{Distribution, Random, SimulationError};
use super::crews::Crews;
use super::modes::{Modes, SimulatedMode};
use crate::reliability::{ActivePassive, FailureMode, MAX_UNITS, ModelError, PlannedStarts, Unit, bounds};

/// A group of which one unit serves and the others stand by, as [`ActivePassive`] describes it, with distributions for times.
///
/// A passive unit ages d times as fast as a serving one, d being the dormancy; a repair makes a unit as good as new. While a planned
/// switch runs no unit fails. The next good unit in the order of their numbers takes over.
#[derive(Clone, Debug, PartialEq)]
pub struct SimulatedActivePassive {
    /// N, from 2 to [`MAX_UNITS`].
    pub nodes: u32,
    /// How each unit fails while it serves and is repaired, from 1 to 100 ways.
    pub modes: Vec<SimulatedMode>,
    /// r, the failed units that can be under repair at once; 1 or more.
    pub crews: u32,
    /// The time of an automatic or planned switch; none, it takes no time.
    pub failover: Option<Distribution>,
    /// c, from 0 to 1: the probability that the automatic switch works.
    pub coverage: f64,
    /// The time of a manual switch; none, it takes no time.
    pub manual_switch: Option<Distribution>,
    /// d, from 0 to 1: how fast a passive unit ages, the serving one ageing at 1.
    pub dormancy: f64,
    /// Planned switches, if any; if the failover takes no time they are never seen.
    pub planned: Option<PlannedStarts>,
}

impl SimulatedActivePassive {
    /// The group with exponential times of the same means, as it is solved exactly.
    ///
    /// # Errors
    /// If a number is outside its range.
    pub fn with_exponential_times(&self) -> Result<ActivePassive, ModelError> {
        let modes = self.modes.iter().map(|mode| FailureMode {
            failures_per_hour: 1.0 / mode.life.mean_hours(),
            repair_hours: mode.repair.mean_hours(),
        });
        let mean = |time: Option<Distribution>| time.map_or(0.0, |time| time.mean_hours());
        Ok(ActivePassive {
            nodes: self.nodes,
            unit: Unit::new(&modes.collect::<Vec<_>>())?,
            crews: self.crews,
            failover_hours: mean(self.failover),
            coverage: self.coverage,
            manual_switch_hours: mean(self.manual_switch),
            dormancy: self.dormancy,
            planned: self.planned,
        })
    }

    pub(super) fn process(&self, first_clock: u32) -> Result<Standby, SimulationError> {
        let nodes = bounds::count("the number of active/passive nodes", self.nodes, 2, MAX_UNITS)?;
        let crews = bounds::count("the number of repair crews", self.crews, 1, u32::MAX)?;
        let mut planned = None;
        if let Some(work) = &self.planned {
            let starts = bounds::positive("the planned switches per hour", work.starts_per_hour)?;
            let distance = Distribution::exponential(1.0 / starts)?;
            planned = self.failover.map(|hours| (distance, hours));
        }
        Ok(Standby {
            first_clock,
            nodes,
            modes: Modes::new(&self.modes, 1.0)?,
            crews: Crews::new(crews, nodes),
            failover: self.failover,
            coverage: bounds::share("the coverage", self.coverage)?,
            manual_switch: self.manual_switch,
            dormancy: bounds::share("the dormancy", self.dormancy)?,
            planned,
            state: vec![NodeState::Good; nodes as usize],
            mode: vec![0; nodes as usize],
            left_hours: vec![0.0; nodes as usize],
            serving: 0,
            good: nodes,
            doing: Doing::Serving,
        })
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum NodeState {
    Good,
    UnderRepair,
    Waiting,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Doing {
    Serving,
    Switching,
    PlannedSwitch,
    AllFailed,
}

/// An active/passive group while it runs. It has a clock for each node, then one for the switch and one for planned starts, if any.
#[derive(Clone, Debug)]
pub(in super::super) struct Standby {
    first_clock: u32,
    nodes: u32,
    modes: Modes,
    crews: Crews,
    failover: Option<Distribution>,
    coverage: f64,
    manual_switch: Option<Distribution>,
    dormancy: f64,
    /// The distance of planned switches and how long they take.
    planned: Option<(Distribution, Distribution)>,
    state: Vec<NodeState>,
    mode: Vec<u8>,
    /// What is left of each good node's life, in hours of serving, as of when its role changed last.
    left_hours: Vec<f64>,
    /// The node that serves, or did last.
    serving: u32,
    good: u32,
    doing: Doing,
}

impl Standby {
    pub(super) fn clocks(&self) -> u32 {
        self.nodes + 1 + u32::from(self.planned.is_some())
    }

    pub(super) fn levels(&self) -> usize {
        if self.planned.is_some() { 3 } else { 2 }
    }

    /// Serving, then the planned switch if there is one, then not serving.
    #[inline]
    pub(super) fn level(&self) -> u32 {
        match self.doing {
            Doing::Serving => 0,
            Doing::PlannedSwitch => 1,
            Doing::Switching | Doing::AllFailed => 1 + u32::from(self.planned.is_some()),
        }
    }

    #[inline]
    pub(super) fn is_good(&self) -> bool {
        self.good == self.nodes && self.doing == Doing::Serving
    }

    pub(super) fn is_exponential(&self) -> bool {
        let used = [(self.coverage > 0.0, self.failover), (self.coverage < 1.0, self.manual_switch)];
        let switches = used.iter().all(|(used, time)| !used || time.is_none_or(|time| time.is_exponential()));
        let planned = self.planned.is_none_or(|(_, time)| time.is_exponential());
        switches && planned && self.modes.are_exponential()
    }

    fn switch_clock(&self) -> u32 {
        self.first_clock + self.nodes
    }

    pub(super) fn start(&mut self, clocks: &mut Clocks, random: &mut Random) {
        self.crews.reset();
        self.state.fill(NodeState::Good);
        (self.serving, self.good, self.doing) = (0, self.nodes, Doing::Serving);
        for node in 0..self.nodes {
            self.renew(node, random);
            self.run(node, 0.0, clocks);
        }
        clocks.set(self.switch_clock(), NEVER);
        if let Some((distance, _)) = self.planned {
            clocks.set(self.switch_clock() + 1, distance.sample(random));
        }
    }

    #[inline]
    pub(super) fn strike(&mut self, clock: u32, now: f64, clocks: &mut Clocks, random: &mut Random) -> bool {
        let node = clock - self.first_clock;
        if clock == self.switch_clock() {
            self.switch_ends(now, clocks);
            return true;
        }
        if node > self.nodes {
            return self.planned_start(now, clocks, random);
        }
        match self.state[node as usize] {
            NodeState::Good => self.fail(node, now, clocks, random),
            NodeState::UnderRepair => self.repaired(node, now, clocks, random),
            // The clock of a node that waits does not run.
            NodeState::Waiting => return false,
        }
        true
    }

    /// A new life, not yet running.
    fn renew(&mut self, node: u32, random: &mut Random) {
        (self.left_hours[node as usize], self.mode[node as usize]) = self.modes.life(random);
    }

    /// Whether the node's life runs as that of the serving one.
    fn is_serving(&self, node: u32) -> bool {
        self.doing == Doing::Serving && node == self.serving
    }

    /// Lets a good node's life run in its role of now.
    fn run(&self, node: u32, now: f64, clocks: &mut Clocks) {
        let left = self.left_hours[node as usize];
        let hours = if self.is_serving(node) {
            left
        } else if self.dormancy > 0.0 {
            left / self.dormancy
        } else {
            NEVER
        };
        clocks.set(self.first_clock + node, now + hours);
    }

    /// Notes what is left of a good node's life, before its role changes.
    fn pause(&mut self, node: u32, now: f64, clocks: &Clocks) {
        let hours = clocks.at(self.first_clock + node) - now;
        if self.is_serving(node) {
            self.left_hours[node as usize] = hours;
        } else if hours < NEVER {
            self.left_hours[node as usize] = hours * self.dormancy;
        }
    }

    fn fail(&mut self, node: u32, now: f64, clocks: &mut Clocks, random: &mut Random) {
        let served = self.is_serving(node);
        self.good -= 1;
        if self.crews.begins(node) {
            self.begin_repair(node, now, clocks, random);
        } else {
            self.state[node as usize] = NodeState::Waiting;
            clocks.set(self.first_clock + node, NEVER);
        }
        if self.good == 0 {
            self.doing = Doing::AllFailed;
            clocks.set(self.switch_clock(), NEVER);
        } else if served {
            let works = random.below_one() < self.coverage;
            let switch = if works { self.failover } else { self.manual_switch };
            self.doing = Doing::Switching;
            match switch {
                Some(hours) => clocks.set(self.switch_clock(), now + hours.sample(random)),
                None => self.take_over(self.next_good(), now, clocks),
            }
        }
    }

    fn begin_repair(&mut self, node: u32, now: f64, clocks: &mut Clocks, random: &mut Random) {
        self.state[node as usize] = NodeState::UnderRepair;
        let hours = self.modes.repair(self.mode[node as usize], random);
        clocks.set(self.first_clock + node, now + hours);
    }

    fn repaired(&mut self, node: u32, now: f64, clocks: &mut Clocks, random: &mut Random) {
        self.good += 1;
        self.state[node as usize] = NodeState::Good;
        self.renew(node, random);
        if let Some(next) = self.crews.next() {
            self.begin_repair(next, now, clocks, random);
        }
        match self.doing {
            Doing::Serving | Doing::PlannedSwitch => {}
            // Nothing serves, so it takes over at once.
            Doing::Switching | Doing::AllFailed => {
                clocks.set(self.switch_clock(), NEVER);
                (self.serving, self.doing) = (node, Doing::Serving);
            }
        }
        self.run(node, now, clocks);
    }

    /// A good passive node begins to serve.
    fn take_over(&mut self, node: u32, now: f64, clocks: &mut Clocks) {
        self.pause(node, now, clocks);
        (self.serving, self.doing) = (node, Doing::Serving);
        self.run(node, now, clocks);
    }

    /// The good node after the one that served last.
    fn next_good(&self) -> u32 {
        let after = (1..=self.nodes).map(|step| (self.serving + step) % self.nodes);
        let mut good = after.filter(|node| self.state[*node as usize] == NodeState::Good);
        good.next().unwrap_or(self.serving)
    }

    fn switch_ends(&mut self, now: f64, clocks: &mut Clocks) {
        clocks.set(self.switch_clock(), NEVER);
        let next = self.next_good();
        if self.doing == Doing::PlannedSwitch {
            (self.serving, self.doing) = (next, Doing::Serving);
            for node in 0..self.nodes {
                self.run(node, now, clocks);
            }
        } else {
            self.take_over(next, now, clocks);
        }
    }

    fn planned_start(&mut self, now: f64, clocks: &mut Clocks, random: &mut Random) -> bool {
        let clock = self.switch_clock() + 1;
        let Some((distance, hours)) = self.planned else { return false };
        // Starts that come while not all is good are passed over, as for load-shared groups.
        clocks.set(clock, now + distance.sample(random));
        if !self.is_good() {
            return false;
        }
        for node in 0..self.nodes {
            self.pause(node, now, clocks);
            clocks.set(self.first_clock + node, NEVER);
        }
        self.doing = Doing::PlannedSwitch;
        clocks.set(self.switch_clock(), now + hours.sample(random));
        true
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reliability::Group;

    #[test]
    fn levels_are_those_of_the_exact_group() {
        let hours = |hours| Distribution::exponential(hours).unwrap();
        let planned = Some(PlannedStarts { starts_per_hour: 0.01 });
        for (failover, planned) in
            [(None, None), (None, planned), (Some(hours(0.1)), None), (Some(hours(0.1)), planned)]
        {
            let description = SimulatedActivePassive {
                nodes: 3,
                modes: vec![SimulatedMode { life: hours(100.0), repair: hours(10.0) }],
                crews: 1,
                failover,
                coverage: 0.9,
                manual_switch: Some(hours(1.0)),
                dormancy: 0.5,
                planned,
            };
            let mut process = description.process(0).unwrap();
            let group = Group::active_passive(&description.with_exponential_times().unwrap()).unwrap();
            assert_eq!(process.levels(), group.levels().len());
            for state in group.states() {
                use crate::reliability::StateKind;
                process.doing = match state.kind {
                    StateKind::Serving { .. } => Doing::Serving,
                    StateKind::PlannedSwitch => Doing::PlannedSwitch,
                    StateKind::AllFailed => Doing::AllFailed,
                    _ => Doing::Switching,
                };
                assert_eq!(process.level() as usize, state.level, "{state:?}");
            }
        }
    }
}
