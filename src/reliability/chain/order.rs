//! In which order to remove the states of a chain, so that few rates are added.

#![allow(clippy::indexing_slicing, reason = "every index is a state or a front made here")]
#![allow(clippy::cast_possible_truncation, reason = "a chain has far fewer states than 32 bits can number")]

mod degrees;
mod quotient;

use super::watch::Watch;
use crate::reliability::ModelError;
use quotient::Quotient;

use crate::reliability::sort::sort;

/// States removed together, and those joined with each other by that.
pub(super) struct Front {
    /// First the states removed, in order, then the others that they have rates to or from by then.
    pub(super) states: Vec<u32>,
    /// How many are removed.
    pub(super) removed: usize,
    /// The earlier fronts whose added rates lie within this one and no other before it.
    pub(super) children: Vec<u32>,
}

impl Front {
    /// All states, from the last to the first.
    pub(super) fn of_all(states: usize) -> Self {
        Self { states: (0..states as u32).rev().collect(), removed: states, children: Vec::new() }
    }

    /// How many products removing the states takes.
    pub(super) fn steps(&self) -> usize {
        let size = self.states.len();
        (size - self.removed..size).fold(0, |sum, left| sum.saturating_add(left.saturating_mul(left)))
    }

    /// The states that stay.
    pub(super) fn staying(&self) -> &[u32] {
        &self.states[self.removed..]
    }
}

/// The fronts of a connected graph, each after its children, the last with no state that stays; an error if they take more than
/// so many steps.
///
/// State `end` is the very last. States with very many neighbours come right before it: they would stand in every front and be
/// looked at each time.
pub(super) fn fronts(
    neighbours: Vec<Vec<u32>>,
    end: usize,
    most_steps: usize,
    watch: &Watch<'_>,
) -> Result<Vec<Front>, ModelError> {
    let states = neighbours.len();
    let many = (10 * states.isqrt()).max(16);
    let is_last: Vec<bool> =
        neighbours.iter().enumerate().map(|(state, others)| state == end || others.len() > many).collect();
    let mut last: Vec<u32> =
        (0..states as u32).filter(|&state| state as usize != end && is_last[state as usize]).collect();
    last.push(end as u32);
    let of_last =
        |others: &Vec<u32>| others.iter().copied().filter(|&other| is_last[other as usize]).collect();
    let near_last: Vec<Vec<u32>> = neighbours.iter().map(of_last).collect();
    let mut fronts = Quotient::new(neighbours, &is_last).eliminate(most_steps, watch)?;
    join_last(&mut fronts, last, &near_last);
    let steps = fronts.iter().fold(0, |sum: usize, front| sum.saturating_add(front.steps()));
    if steps > most_steps {
        return Err(ModelError::TooManySteps { most: most_steps });
    }
    Ok(children_first(fronts))
}

/// Adds the states that were left out of the fronts, to those that reach them and as a last front.
fn join_last(fronts: &mut Vec<Front>, last: Vec<u32>, near_last: &[Vec<u32>]) {
    let mut reached: Vec<Vec<u32>> = Vec::with_capacity(fronts.len());
    let mut is_root = vec![true; fronts.len()];
    for front in fronts.iter_mut() {
        let mut here: Vec<u32> = Vec::new();
        for &state in &front.states[..front.removed] {
            here.extend(&near_last[state as usize]);
        }
        for &child in &front.children {
            is_root[child as usize] = false;
            here.append(&mut reached[child as usize].clone());
        }
        sort(&mut here);
        here.dedup();
        front.states.extend(&here);
        reached.push(here);
    }
    let children = (0..fronts.len() as u32).filter(|&front| is_root[front as usize]).collect();
    fronts.push(Front { removed: last.len(), states: last, children });
}

/// Puts each front right after its children and theirs, so that few wait at a time.
fn children_first(fronts: Vec<Front>) -> Vec<Front> {
    let mut reversed = Vec::with_capacity(fronts.len());
    let mut waiting = vec![fronts.len() as u32 - 1];
    while let Some(front) = waiting.pop() {
        reversed.push(front);
        waiting.extend(&fronts[front as usize].children);
    }
    let mut place = vec![0; fronts.len()];
    for (index, &front) in reversed.iter().rev().enumerate() {
        place[front as usize] = index as u32;
    }
    let mut unordered: Vec<Option<Front>> = fronts.into_iter().map(Some).collect();
    let renumbered = |&front: &u32| {
        let mut front = unordered[front as usize].take()?;
        for child in &mut front.children {
            *child = place[*child as usize];
        }
        Some(front)
    };
    reversed.iter().rev().filter_map(renumbered).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fronts(neighbours: Vec<Vec<u32>>, end: usize, most_steps: usize) -> Result<Vec<Front>, ModelError> {
        super::fronts(neighbours, end, most_steps, &Watch::new(&|| false))
    }

    fn graph(states: u32, edges: impl IntoIterator<Item = (u32, u32)>) -> Vec<Vec<u32>> {
        let mut neighbours = vec![Vec::new(); states as usize];
        for (one, other) in edges {
            neighbours[one as usize].push(other);
            neighbours[other as usize].push(one);
        }
        neighbours
    }

    fn grid(side: u32) -> Vec<Vec<u32>> {
        let across = (0..side)
            .flat_map(|row| (1..side).map(move |column| (row * side + column - 1, row * side + column)));
        let along = (0..side * (side - 1)).map(|state| (state, state + side));
        graph(side * side, across.chain(along))
    }

    fn shapes() -> Vec<Vec<Vec<u32>>> {
        vec![
            graph(1, []),
            graph(50, (1..50).map(|state| (state - 1, state))),
            graph(400, (0..399).map(|state| (399, state))),
            graph(12, (0..12).flat_map(|one| (0..one).map(move |other| (one, other)))),
            grid(15),
        ]
    }

    #[test]
    fn every_state_is_removed_once_with_all_that_it_is_joined_with() {
        for neighbours in shapes() {
            let states = neighbours.len();
            for end in [0, states / 2, states - 1] {
                let order = fronts(neighbours.clone(), end, usize::MAX).unwrap();
                // Joins all neighbours of each removed state, and looks whether they are in its front.
                let mut joined: Vec<Vec<u32>> = neighbours.clone();
                let mut removed = vec![false; states];
                for front in &order {
                    for (place, &state) in front.states[..front.removed].iter().enumerate() {
                        assert!(!std::mem::replace(&mut removed[state as usize], true));
                        let left: Vec<u32> = joined[state as usize]
                            .iter()
                            .copied()
                            .filter(|&other| !removed[other as usize])
                            .collect();
                        assert!(left.iter().all(|other| front.states[place..].contains(other)));
                        for &other in &left {
                            joined[other as usize].extend(left.iter().filter(|&&each| each != other));
                            joined[other as usize].sort_unstable();
                            joined[other as usize].dedup();
                        }
                    }
                }
                assert!(removed.iter().all(|removed| *removed));
                assert_eq!(order.last().map(|front| front.states[front.removed - 1]), Some(end as u32));
            }
        }
    }

    #[test]
    fn what_stays_of_a_front_is_handed_to_one_later_front() {
        for neighbours in shapes() {
            let order = fronts(neighbours, 0, usize::MAX).unwrap();
            let mut parents = vec![0; order.len()];
            for (index, front) in order.iter().enumerate() {
                for &child in &front.children {
                    assert!((child as usize) < index);
                    parents[child as usize] += 1;
                    assert!(order[child as usize].staying().iter().all(|state| front.states.contains(state)));
                }
            }
            assert_eq!(parents.pop(), Some(0));
            assert!(parents.iter().all(|count| *count == 1));
        }
    }

    #[test]
    fn a_grid_takes_far_fewer_steps_than_row_by_row() {
        let steps: usize = fronts(grid(40), 0, usize::MAX).unwrap().iter().map(Front::steps).sum();
        assert!(steps < 1_600 * 40 * 40 / 3, "{steps}");
        assert!(fronts(grid(40), 0, steps - 1).is_err());
    }
}
