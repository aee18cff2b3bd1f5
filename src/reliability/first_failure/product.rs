//! Several independent chains as one, until it fails.

#![allow(clippy::indexing_slicing, reason = "every index is a state or a group of the product at hand")]

use std::rc::Rc;

use rustc_hash::FxHashMap;

use super::Limits;
use crate::reliability::chain::{Adjacency, MAX_STATES, stationary_law_within};
use crate::reliability::{Group, ModelError, Transition};

/// Whether a system is down with its groups at these levels.
pub(super) type IsDown<'a> = dyn FnMut(&[usize]) -> Result<bool, ModelError> + 'a;

/// Independent groups, some of which may be exchanged without a difference.
pub(super) struct Product<'a> {
    pub(super) groups: &'a [&'a Group],
    /// Of each group, the first with which it can be exchanged: the two are equal, and so is what is said of the system.
    pub(super) classes: &'a [usize],
}

impl Product<'_> {
    /// The mean hours until the levels of the groups, all of which start with everything up, first are such that the system is
    /// down, and how many states that takes.
    pub(super) fn mean_time(
        &self,
        is_down: &mut IsDown<'_>,
        limits: &Limits<'_>,
    ) -> Result<(f64, usize), ModelError> {
        let (states, transitions) = self.explore(is_down, limits)?;
        // Failed is state 0, the start 1. Once failed, all is new again as soon as anything ever happens.
        let fastest = transitions.iter().map(|transition| transition.per_hour).fold(0.0, f64::max);
        if !transitions.iter().any(|transition| transition.to == 0) {
            return Err(ModelError::NeverFails);
        }
        let mut cycle = transitions;
        cycle.push(Transition { from: 0, to: 1, per_hour: fastest });
        let law = stationary_law_within(states + 1, &cycle, limits.numbers(), limits.watch)?;
        let failed = law.first().copied().unwrap_or(0.0);
        if failed <= 0.0 {
            // Either a set of states is never left, or failures are too rare for a number.
            return Err(ModelError::NeverFails);
        }
        let up: f64 = law.iter().skip(1).sum();
        Ok((up / failed / fastest, states))
    }

    /// All states that are reached before the system is down, from 1 on, and the transitions between them and to state 0, down.
    ///
    /// Of states that differ by an exchange only the one is taken in which the states of exchangeable groups ascend.
    fn explore(
        &self,
        is_down: &mut IsDown<'_>,
        limits: &Limits<'_>,
    ) -> Result<(usize, Vec<Transition>), ModelError> {
        let groups = self.groups;
        let most_states = limits.states.min(MAX_STATES - 1);
        // A state has 8 bytes for each group and some 90 besides, a transition 24 and 16 more for each end: nodes have some 30.
        let nodes = |states: usize, transitions: usize| states * (groups.len() / 3 + 3) + 2 * transitions;
        let outgoing: Vec<Adjacency> = groups
            .iter()
            .map(|group| Adjacency::outgoing(group.states().len(), group.transitions()))
            .collect();
        let members = self.members();
        let mut is_down = |state: &[usize]| {
            let level = |(group, state): (&&Group, &usize)| group.states()[*state].level;
            is_down(&groups.iter().zip(state).map(level).collect::<Vec<usize>>())
        };
        let start: Rc<[usize]> = groups.iter().map(|group| group.start()).collect();
        if is_down(&start)? {
            return Err(ModelError::DownAtStart);
        }
        let mut found: Vec<Rc<[usize]>> = vec![start.clone()];
        let mut numbers: FxHashMap<Rc<[usize]>, usize> = FxHashMap::default();
        numbers.insert(start, 1);
        let mut transitions = Vec::new();
        let mut next = vec![0; groups.len()];
        let mut here = 0;
        while here < found.len() {
            let state = Rc::clone(&found[here]);
            here += 1;
            if nodes(found.len(), transitions.len()) > limits.nodes {
                return Err(ModelError::TooManyStates { most: found.len() });
            }
            for class in &members {
                for run in class.chunk_by(|&one, &other| state[one] == state[other]) {
                    let (mover, alike) = (run[0], run.len());
                    for (to, per_hour) in
                        outgoing[mover].row(state[mover]).filter(|(to, _)| *to != state[mover])
                    {
                        limits.watch.spend(groups.len())?;
                        next.copy_from_slice(&state);
                        next[mover] = to;
                        ascend(&mut next, class);
                        let number = match numbers.get(&next[..]) {
                            Some(&number) => number,
                            None if is_down(&next)? => 0,
                            None if found.len() >= most_states => {
                                return Err(ModelError::TooManyStates { most: most_states });
                            }
                            None => {
                                let new: Rc<[usize]> = next.as_slice().into();
                                found.push(Rc::clone(&new));
                                numbers.insert(new, found.len());
                                found.len()
                            }
                        };
                        #[allow(clippy::cast_precision_loss, reason = "a number of groups")]
                        let per_hour = per_hour * alike as f64;
                        transitions.push(Transition { from: here, to: number, per_hour });
                    }
                }
            }
        }
        Ok((found.len(), transitions))
    }

    /// The groups of each class, ascending.
    fn members(&self) -> Vec<Vec<usize>> {
        let mut members: Vec<Vec<usize>> = vec![Vec::new(); self.groups.len()];
        for (group, &class) in self.classes.iter().enumerate() {
            members[class].push(group);
        }
        members.retain(|class| !class.is_empty());
        members
    }
}

/// Puts the states of exchangeable groups in order.
fn ascend(state: &mut [usize], class: &[usize]) {
    if class.len() > 1 {
        let mut states: Vec<usize> = class.iter().map(|&group| state[group]).collect();
        states.sort_unstable();
        for (&group, each) in class.iter().zip(states) {
            state[group] = each;
        }
    }
}
