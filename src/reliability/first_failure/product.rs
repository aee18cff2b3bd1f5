//! Several independent chains as one, until it fails.

#![allow(clippy::indexing_slicing, reason = "every index is a state or a group of the product at hand")]

use rustc_hash::FxHashMap;

use crate::reliability::chain::{Adjacency, MAX_STATES};
use crate::reliability::{Group, ModelError, Transition, stationary_law};

/// The mean hours until the levels of the groups, all of which start with everything up, first are such that the system is down,
/// and how many states that takes; down is told by the level of each group.
pub(super) fn mean_time(
    groups: &[&Group],
    is_down: &mut dyn FnMut(&[usize]) -> bool,
    most_states: usize,
) -> Result<(f64, usize), ModelError> {
    let (states, transitions) = explore(groups, is_down, most_states.min(MAX_STATES - 1))?;
    // Failed is state 0, the start 1. Once failed, all is new again after a time that is neither short nor long beside the others.
    let fastest = transitions.iter().map(|transition| transition.per_hour).fold(0.0, f64::max);
    if !transitions.iter().any(|transition| transition.to == 0) {
        return Err(ModelError::NeverFails);
    }
    let mut cycle = transitions;
    cycle.push(Transition { from: 0, to: 1, per_hour: fastest });
    let law = stationary_law(states + 1, &cycle)?;
    let failed = law.first().copied().unwrap_or(0.0);
    if failed <= 0.0 {
        // Either a set of states is never left, or failures are too rare for a number.
        return Err(ModelError::NeverFails);
    }
    let up: f64 = law.iter().skip(1).sum();
    Ok((up / failed / fastest, states))
}

/// All states that are reached before the system is down, from 1 on, and the transitions between them and to state 0, down.
fn explore(
    groups: &[&Group],
    is_down: &mut dyn FnMut(&[usize]) -> bool,
    most_states: usize,
) -> Result<(usize, Vec<Transition>), ModelError> {
    let outgoing: Vec<Adjacency> =
        groups.iter().map(|group| Adjacency::outgoing(group.states().len(), group.transitions())).collect();
    let start: Box<[usize]> = groups.iter().map(|group| group.start()).collect();
    let level = |group: usize, state: usize| groups[group].states()[state].level;
    let mut levels: Vec<usize> =
        start.iter().enumerate().map(|(group, &state)| level(group, state)).collect();
    if is_down(&levels) {
        return Err(ModelError::DownAtStart);
    }
    let mut found: Vec<Box<[usize]>> = vec![start.clone()];
    let mut numbers: FxHashMap<Box<[usize]>, usize> = FxHashMap::default();
    numbers.insert(start, 1);
    let mut transitions = Vec::new();
    let mut here = 0;
    while here < found.len() {
        let mut state = found[here].clone();
        here += 1;
        for (place, &each) in state.iter().enumerate() {
            levels[place] = level(place, each);
        }
        for group in 0..groups.len() {
            let from = state[group];
            for (to, per_hour) in outgoing[group].row(from) {
                state[group] = to;
                levels[group] = level(group, to);
                let number = match numbers.get(&state) {
                    Some(&number) => number,
                    // States of one level are up together.
                    None if levels[group] != level(group, from) && is_down(&levels) => 0,
                    None => {
                        if found.len() >= most_states {
                            return Err(ModelError::TooManyStates { most: most_states });
                        }
                        found.push(state.clone());
                        numbers.insert(state.clone(), found.len());
                        found.len()
                    }
                };
                transitions.push(Transition { from: here, to: number, per_hour });
            }
            state[group] = from;
            levels[group] = level(group, from);
        }
    }
    Ok((found.len(), transitions))
}
