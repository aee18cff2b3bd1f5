//! The transitions of a chain, by the state at one end.

#![allow(clippy::indexing_slicing, reason = "the caller has checked that every state is below their number")]

use super::Transition;

/// For each state, the states at the other end of its transitions and their rates, in the order given.
pub(in crate::reliability) struct Adjacency {
    starts: Vec<usize>,
    others: Vec<usize>,
    rates: Vec<f64>,
}

impl Adjacency {
    /// For each state, where its transitions go.
    pub(in crate::reliability) fn outgoing(states: usize, transitions: &[Transition]) -> Self {
        Self::by(states, transitions, |transition| (transition.from, transition.to))
    }

    /// For each state, where transitions to it come from.
    pub(in crate::reliability) fn incoming(states: usize, transitions: &[Transition]) -> Self {
        Self::by(states, transitions, |transition| (transition.to, transition.from))
    }

    fn by(states: usize, transitions: &[Transition], ends: impl Fn(&Transition) -> (usize, usize)) -> Self {
        let mut starts = vec![0; states + 1];
        for transition in transitions {
            starts[ends(transition).0 + 1] += 1;
        }
        for state in 0..states {
            starts[state + 1] += starts[state];
        }
        let mut next = starts.clone();
        let (mut others, mut rates) = (vec![0; transitions.len()], vec![0.0; transitions.len()]);
        for transition in transitions {
            let (state, other) = ends(transition);
            others[next[state]] = other;
            rates[next[state]] = transition.per_hour;
            next[state] += 1;
        }
        Self { starts, others, rates }
    }

    /// The states at the other end.
    pub(in crate::reliability) fn others(&self, state: usize) -> &[usize] {
        &self.others[self.starts[state]..self.starts[state + 1]]
    }

    /// The states at the other end, each with the rate.
    pub(in crate::reliability) fn row(&self, state: usize) -> impl Iterator<Item = (usize, f64)> {
        let range = self.starts[state]..self.starts[state + 1];
        self.others[range.clone()].iter().copied().zip(self.rates[range].iter().copied())
    }
}
