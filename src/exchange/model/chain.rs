//! A group described state by state.

use crate::reliability::{Element, Flow, ModelError, Transition, stationary_law};

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

    /// The chain as an element of a structure.
    ///
    /// # Errors
    /// If the chain cannot be solved.
    pub fn element(&self) -> Result<Element, ModelError> {
        let probabilities = stationary_law(self.states.len(), &self.transitions)?;
        let levels = self.levels();
        let mut law = vec![0.0; levels];
        for (state, probability) in self.states.iter().zip(&probabilities) {
            if let Some(share) = law.get_mut(state.level) {
                *share += probability;
            }
        }
        let level_of = |state: usize| self.states.get(state).map_or(0, |state| state.level);
        let mut passages: Vec<(usize, usize, f64)> = Vec::new();
        for Transition { from, to, per_hour } in &self.transitions {
            let probability = probabilities.get(*from).copied().unwrap_or(0.0);
            passages.push((level_of(*from), level_of(*to), probability * per_hour));
        }
        passages.retain(|(from, to, _)| from != to);
        passages.sort_by_key(|(from, to, _)| (*from, *to));
        let mut flows: Vec<Flow> = Vec::new();
        for (from, to, per_hour) in passages {
            match flows.last_mut() {
                Some(flow) if (flow.from, flow.to) == (from, to) => flow.per_hour += per_hour,
                _ => flows.push(Flow { from, to, per_hour, displaced: 0.0 }),
            }
        }
        Element::new(law, Some(flows))
    }
}
