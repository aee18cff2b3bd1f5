//! A Markov chain, simulated state by state.

#![allow(clippy::indexing_slicing, reason = "states are checked when the chain is made")]

use super::super::clocks::{Clocks, NEVER};
use super::super::{Distribution, Random, SimulationError};
use crate::reliability::{Group, ModelError, Transition};

const MAX_STATES: usize = 100_000;

/// A continuous-time Markov chain that begins in state 0, its best.
#[derive(Clone, Debug, PartialEq)]
pub struct SimulatedChain {
    /// The level of each state.
    pub levels: Vec<usize>,
    /// How it goes on; several between the same two states add up.
    pub transitions: Vec<Transition>,
}

impl SimulatedChain {
    /// The chain of a group that is solved exactly, with its levels; its start becomes state 0.
    pub fn of_group(group: &Group) -> Self {
        let start = group.start();
        let place = |state: usize| match state {
            0 => start,
            state if state == start => 0,
            state => state,
        };
        let states = group.states();
        Self {
            levels: (0..states.len()).map(|state| states[place(state)].level).collect(),
            transitions: group
                .transitions()
                .iter()
                .map(|known| Transition { from: place(known.from), to: place(known.to), ..*known })
                .collect(),
        }
    }

    pub(super) fn process(&self, first_clock: u32) -> Result<Walk, SimulationError> {
        let states = self.levels.len();
        if !(1..=MAX_STATES).contains(&states) {
            let (quantity, count) = ("the number of states of a chain", states);
            return Err(ModelError::CountOutOfRange { quantity, count, least: 1, most: MAX_STATES }.into());
        }
        let mut ways = vec![Vec::new(); states];
        for transition in &self.transitions {
            let Transition { from, to, per_hour } = *transition;
            if let Some(state) = [from, to].into_iter().find(|state| *state >= states) {
                return Err(ModelError::NoSuchState { state, states }.into());
            }
            // Its mean is checked as a time.
            Distribution::exponential(1.0 / per_hour)?;
            if from != to {
                ways[from].push((to, per_hour));
            }
        }
        let mut walk = Walk {
            clock: first_clock,
            levels: self.levels.iter().map(|level| u32::try_from(*level).unwrap_or(u32::MAX)).collect(),
            stays: Vec::with_capacity(states),
            starts: vec![0],
            ways: Vec::new(),
            state: 0,
        };
        for ways in ways {
            let total: f64 = ways.iter().map(|(_, per_hour)| per_hour).sum();
            walk.stays.push(if ways.is_empty() {
                None
            } else {
                Some(Distribution::exponential(1.0 / total)?)
            });
            let mut share = 0.0;
            for (to, per_hour) in ways {
                share += per_hour / total;
                walk.ways.push(Way { to, share });
            }
            walk.starts.push(walk.ways.len());
        }
        Ok(walk)
    }
}

#[derive(Clone, Copy, Debug)]
struct Way {
    to: usize,
    /// The share of the ways up to this one.
    share: f64,
}

/// A chain while it runs, with one clock.
#[derive(Clone, Debug)]
pub(in super::super) struct Walk {
    clock: u32,
    levels: Vec<u32>,
    stays: Vec<Option<Distribution>>,
    /// Where each state's ways begin.
    starts: Vec<usize>,
    ways: Vec<Way>,
    state: usize,
}

impl Walk {
    #[allow(clippy::unused_self, reason = "as all that runs")]
    pub(super) fn clocks(&self) -> u32 {
        1
    }

    pub(super) fn levels(&self) -> usize {
        self.levels.iter().max().map_or(1, |level| *level as usize + 1)
    }

    #[inline]
    pub(super) fn level(&self) -> u32 {
        self.levels[self.state]
    }

    #[inline]
    pub(super) fn is_good(&self) -> bool {
        self.state == 0
    }

    #[allow(clippy::unused_self, reason = "as all that runs")]
    pub(super) fn is_exponential(&self) -> bool {
        true
    }

    pub(super) fn start(&mut self, clocks: &mut Clocks, random: &mut Random) {
        self.state = 0;
        self.stay(0.0, clocks, random);
    }

    fn stay(&self, now: f64, clocks: &mut Clocks, random: &mut Random) {
        let hours = self.stays[self.state].map_or(NEVER, |stay| stay.sample(random));
        clocks.set(self.clock, now + hours);
    }

    pub(super) fn strike(&mut self, _: u32, now: f64, clocks: &mut Clocks, random: &mut Random) -> bool {
        let ways = &self.ways[self.starts[self.state]..self.starts[self.state + 1]];
        let number = random.below_one();
        let way = ways.partition_point(|way| way.share <= number).min(ways.len() - 1);
        self.state = ways[way].to;
        self.stay(now, clocks, random);
        true
    }
}
