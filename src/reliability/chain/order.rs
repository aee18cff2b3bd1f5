//! In which order to remove the states of a chain, so that few rates are added.

#![allow(clippy::indexing_slicing, reason = "every index is a state or a front made here")]
#![allow(clippy::cast_possible_truncation, reason = "a chain has far fewer states than 32 bits can number")]

mod degrees;
mod quotient;

use quotient::Quotient;

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

/// The fronts of a connected graph, each after its children, the last with no state that stays; nothing if they take more than so
/// many steps.
///
/// State `end` is the very last. States with very many neighbours come right before it: they would stand in every front and be
/// looked at each time.
pub(super) fn fronts(neighbours: Vec<Vec<u32>>, end: usize, most_steps: usize) -> Option<Vec<Front>> {
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
    let mut fronts = Quotient::new(neighbours, &is_last).eliminate(most_steps)?;
    join_last(&mut fronts, last, &near_last);
    let steps = fronts.iter().fold(0, |sum: usize, front| sum.saturating_add(front.steps()));
    if steps > most_steps {
        return None;
    }
    Some(children_first(fronts))
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
        here.sort_unstable();
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
    let mut ordered: Vec<(u32, Front)> = place.iter().copied().zip(fronts).collect();
    ordered.sort_unstable_by_key(|&(place, _)| place);
    let renumbered = |(_, mut front): (u32, Front)| {
        for child in &mut front.children {
            *child = place[*child as usize];
        }
        front
    };
    ordered.into_iter().map(renumbered).collect()
}
