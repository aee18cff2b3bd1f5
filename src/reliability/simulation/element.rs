//! What is simulated of an element: how it is described, and what runs.

mod active_passive;
mod chain;
mod crews;
mod load_shared;
mod modes;

pub use active_passive::SimulatedActivePassive;
pub use chain::SimulatedChain;
pub use load_shared::{PlannedTimes, SimulatedLoadShared};
pub use modes::SimulatedMode;

use super::clocks::Clocks;
use super::{Random, SimulationError};

/// An element of a structure, described for simulation.
#[derive(Clone, Debug, PartialEq)]
pub enum SimulatedElement {
    /// Units that share a load; its levels are those of [`crate::reliability::Group::load_shared`].
    LoadShared(SimulatedLoadShared),
    /// One unit serves, the others stand by; its levels are those of [`crate::reliability::Group::active_passive`].
    ActivePassive(SimulatedActivePassive),
    /// A Markov chain with a level for each state.
    Chain(SimulatedChain),
}

impl SimulatedElement {
    /// What runs, with its clocks from `first_clock` on.
    pub(super) fn process(&self, first_clock: u32) -> Result<Process, SimulationError> {
        Ok(match self {
            Self::LoadShared(description) => Process::LoadShared(description.process(first_clock)?),
            Self::ActivePassive(description) => Process::ActivePassive(description.process(first_clock)?),
            Self::Chain(description) => Process::Chain(description.process(first_clock)?),
        })
    }
}

/// An element while it runs.
#[derive(Clone, Debug)]
pub(super) enum Process {
    LoadShared(load_shared::Sharing),
    ActivePassive(active_passive::Standby),
    Chain(chain::Walk),
}

/// Calls a method of whatever runs.
macro_rules! each {
    ($process:expr, $running:ident => $call:expr) => {
        match $process {
            Process::LoadShared($running) => $call,
            Process::ActivePassive($running) => $call,
            Process::Chain($running) => $call,
        }
    };
}

impl Process {
    /// How many clocks it has.
    pub(super) fn clocks(&self) -> u32 {
        each!(self, running => running.clocks())
    }

    /// How many levels it has.
    pub(super) fn levels(&self) -> usize {
        each!(self, running => running.levels())
    }

    /// Begins, everything new and up, at hour 0.
    pub(super) fn start(&mut self, clocks: &mut Clocks, random: &mut Random) {
        each!(self, running => running.start(clocks, random));
    }

    /// One of its clocks strikes, which it sets anew; false if nothing came of it.
    #[inline]
    pub(super) fn strike(&mut self, clock: u32, now: f64, clocks: &mut Clocks, random: &mut Random) -> bool {
        each!(self, running => running.strike(clock, now, clocks, random))
    }

    /// The level now.
    #[inline]
    pub(super) fn level(&self) -> u32 {
        each!(self, running => running.level())
    }

    /// Whether everything of it is good, which with exponential times says all there is to say about its future.
    #[inline]
    pub(super) fn is_good(&self) -> bool {
        each!(self, running => running.is_good())
    }

    /// Whether all its times are exponential, and nothing in it follows a calendar.
    pub(super) fn is_exponential(&self) -> bool {
        each!(self, running => running.is_exponential())
    }
}
