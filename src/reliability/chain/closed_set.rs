//! The states among which a chain stays for ever.

#![allow(clippy::indexing_slicing, reason = "every index is a state of the chain at hand")]

use super::adjacency::Adjacency;
use crate::reliability::ModelError;

/// The closed set of states in which a chain that starts in state 0 ends, in ascending order.
///
/// The first strongly connected component that a depth-first search completes has no way out: Robert Tarjan,
/// "Depth-first search and linear graph algorithms", SIAM Journal on Computing 1 (1972). It is the only end if every state
/// reached from the start can reach it.
pub(super) fn reached_from_first(
    states: usize,
    outgoing: &Adjacency,
    incoming: &Adjacency,
) -> Result<Vec<usize>, ModelError> {
    let closed = first_completed(states, outgoing);
    let (from_first, returning) = (reach(states, outgoing, &[0]), reach(states, incoming, &closed));
    if from_first.iter().zip(&returning).all(|(reached, returns)| !reached || *returns) {
        Ok(closed)
    } else {
        Err(ModelError::SeveralEnds)
    }
}

fn first_completed(states: usize, outgoing: &Adjacency) -> Vec<usize> {
    const UNSEEN: usize = usize::MAX;
    // When each state was met, and the earliest-met state that it can get back to.
    let (mut met, mut lowest) = (vec![UNSEEN; states], vec![UNSEEN; states]);
    let mut path = vec![(0, 0)];
    let mut open = vec![0];
    (met[0], lowest[0]) = (0, 0);
    while let Some((state, tried)) = path.last_mut() {
        let state = *state;
        if let Some(&next) = outgoing.others(state).get(*tried) {
            *tried += 1;
            if met[next] == UNSEEN {
                (met[next], lowest[next]) = (open.len(), open.len());
                open.push(next);
                path.push((next, 0));
            } else {
                lowest[state] = lowest[state].min(met[next]);
            }
            continue;
        }
        if lowest[state] == met[state] {
            let mut is_closed = vec![false; states];
            for member in open.split_off(met[state]) {
                is_closed[member] = true;
            }
            return (0..states).filter(|&state| is_closed[state]).collect();
        }
        path.pop();
        if let Some(&(before, _)) = path.last() {
            lowest[before] = lowest[before].min(lowest[state]);
        }
    }
    Vec::new()
}

fn reach(states: usize, neighbours: &Adjacency, starts: &[usize]) -> Vec<bool> {
    let mut reached = vec![false; states];
    let mut waiting = starts.to_vec();
    for &start in starts {
        reached[start] = true;
    }
    while let Some(state) = waiting.pop() {
        for &next in neighbours.others(state) {
            if !reached[next] {
                reached[next] = true;
                waiting.push(next);
            }
        }
    }
    reached
}
