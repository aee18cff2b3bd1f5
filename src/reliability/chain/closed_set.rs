//! The states among which a chain stays for ever.

#![allow(clippy::indexing_slicing, reason = "the caller has checked that every state is below their number")]

use super::Transition;
use crate::reliability::ModelError;

/// The closed set of states in which a chain that starts in state 0 ends, in ascending order.
///
/// Walks to a state that cannot get back to the present one until every state ahead can; what is then ahead is
/// closed. It is the only end if every state reached from the start can reach it.
pub(super) fn reached_from_first(
    states: usize,
    transitions: &[Transition],
) -> Result<Vec<usize>, ModelError> {
    let mut forward = vec![Vec::new(); states];
    let mut backward = vec![Vec::new(); states];
    for transition in transitions {
        forward[transition.from].push(transition.to);
        backward[transition.to].push(transition.from);
    }
    let from_first = reach(&forward, 0);
    let mut ahead = from_first.clone();
    let mut home = 0;
    loop {
        let returning = reach(&backward, home);
        // The last of several: further along in a chain that is numbered as it goes.
        match (0..states).rev().find(|&state| ahead[state] && !returning[state]) {
            Some(beyond) => {
                home = beyond;
                ahead = reach(&forward, home);
            }
            None if (0..states).any(|state| from_first[state] && !returning[state]) => {
                return Err(ModelError::SeveralEnds);
            }
            None => return Ok((0..states).filter(|&state| ahead[state]).collect()),
        }
    }
}

fn reach(neighbours: &[Vec<usize>], start: usize) -> Vec<bool> {
    let mut reached = vec![false; neighbours.len()];
    reached[start] = true;
    let mut waiting = vec![start];
    while let Some(state) = waiting.pop() {
        for &next in &neighbours[state] {
            if !reached[next] {
                reached[next] = true;
                waiting.push(next);
            }
        }
    }
    reached
}
