//! A group described state by state.

use crate::reliability::{Group, Level, ModelError, Transition};

/// A state of a chain.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChainState {
    /// Its name.
    pub name: String,
    /// Its level, 0 being the best.
    pub level: usize,
}

/// States and the transitions between them.
#[derive(Debug, Clone, PartialEq)]
pub struct Chain {
    /// The states; the first is where it starts. Every level from 0 to the last is that of some state.
    pub states: Vec<ChainState>,
    /// The transitions, by the places of states.
    pub transitions: Vec<Transition>,
}

impl Chain {
    /// How many levels there are.
    pub fn levels(&self) -> usize {
        self.states.iter().map(|state| state.level + 1).max().unwrap_or(0)
    }

    /// The chain, solved; a level's place among the group's levels is its number.
    ///
    /// # Errors
    /// If the chain cannot be solved.
    pub fn group(&self) -> Result<Group, ModelError> {
        let best = self.levels().saturating_sub(1);
        let levels = self.states.iter().map(|state| {
            let serving = u32::try_from(best.saturating_sub(state.level)).unwrap_or(0);
            Level { serving, serving_without_planned: serving }
        });
        Group::of_chain(&levels.collect::<Vec<_>>(), &self.transitions)
    }
}
