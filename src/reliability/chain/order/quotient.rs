//! Minimum degree on the quotient graph.

#![allow(clippy::indexing_slicing, reason = "every index is a state or a front made here")]
#![allow(clippy::cast_possible_truncation, reason = "a chain has far fewer states than 32 bits can number")]

use super::Front;
use super::degrees::Degrees;
use crate::reliability::ModelError;
use crate::reliability::chain::Watch;
use crate::reliability::sort::{sort, sort_by};

/// So many entries of lists are gone through to find an order: several times what a grid of as many states as a chain may have takes.
const MOST_LOOKS: usize = 12_000_000;

/// A graph whose states are removed one by one, all neighbours of a removed one becoming neighbours of each other.
///
/// That they are neighbours is not written down pair by pair: they are all in one front. Degrees are the bounds of Patrick
/// Amestoy, Timothy Davis, Iain Duff, "An approximate minimum degree ordering algorithm", SIAM Journal on Matrix Analysis and
/// Applications 17 (1996), whose merging of states with the same neighbours and absorption of fronts into others are used too.
pub(super) struct Quotient {
    /// Of each state, the neighbours that no front accounts for.
    neighbours: Vec<Vec<u32>>,
    /// Of each state, the fronts in which it stays.
    within: Vec<Vec<u32>>,
    /// Of each state, the states merged with it, itself included; none once it is merged with another or removed.
    merged: Vec<Vec<u32>>,
    degrees: Degrees,
    /// Of each front, the states that stay; none once it is absorbed.
    staying: Vec<Vec<u32>>,
    /// How many states that is with those merged.
    size: Vec<usize>,
    /// Of those, how many are outside the newest front, if the front has met it.
    outside: Vec<(usize, usize)>,
    fronts: Vec<Front>,
    left: usize,
    /// For each state, the last number it was marked with.
    marks: Vec<usize>,
    mark: usize,
    /// How many entries of lists were gone through.
    looks: usize,
}

fn size_of_lists(states: &[u32], lists: &[Vec<u32>]) -> usize {
    states.iter().map(|&state| 1 + lists[state as usize].len()).sum()
}

impl Quotient {
    /// The graph without the states left out.
    pub(super) fn new(mut neighbours: Vec<Vec<u32>>, left_out: &[bool]) -> Self {
        let states = neighbours.len();
        let (mut merged, mut degrees, mut left) = (vec![Vec::new(); states], Degrees::new(states), 0);
        // From the last to the first, so that of equals the first comes out first.
        for state in (0..states).rev().filter(|&state| !left_out[state]) {
            neighbours[state].retain(|&other| !left_out[other as usize]);
            merged[state].push(state as u32);
            degrees.put(state as u32, neighbours[state].len());
            left += 1;
        }
        let within = vec![Vec::new(); states];
        let marks = vec![0; states];
        Self {
            neighbours,
            within,
            merged,
            degrees,
            staying: Vec::new(),
            size: Vec::new(),
            outside: Vec::new(),
            fronts: Vec::new(),
            left,
            marks,
            mark: 0,
            looks: 0,
        }
    }

    /// Removes all states; an error if that takes more than so many steps.
    pub(super) fn eliminate(
        mut self,
        most_steps: usize,
        watch: &Watch<'_>,
    ) -> Result<Vec<Front>, ModelError> {
        let mut steps: usize = 0;
        while let Some(state) = self.degrees.take_least() {
            let looks = self.looks;
            let front = self.remove(state);
            watch.spend(1 + self.looks - looks)?;
            steps = steps.saturating_add(front.steps());
            // Those that stay are now joined with each other: removing them takes the sum of the squares up to their number.
            let to_come = front.staying().len().saturating_pow(3) / 3;
            if steps.saturating_add(to_come) > most_steps || self.looks > MOST_LOOKS {
                return Err(ModelError::TooManySteps { most: most_steps });
            }
            self.fronts.push(front);
        }
        Ok(self.fronts)
    }

    fn remove(&mut self, state: u32) -> Front {
        let front = self.fronts.len();
        let mut removed = std::mem::take(&mut self.merged[state as usize]);
        self.left -= removed.len();
        let (mut staying, mut children) = self.joined(state);
        for &other in &staying {
            self.degrees.take(other);
        }
        self.count_outside(front, &staying);
        let beyond: Vec<usize> =
            staying.iter().map(|&other| self.shorten(other, front, &mut children)).collect();
        // A state with no neighbour beyond the front is removed with it.
        let mut kept = Vec::with_capacity(staying.len());
        let mut index = 0;
        staying.retain(|&other| {
            let out = beyond[index];
            index += 1;
            if out == 0 {
                let mut with = std::mem::take(&mut self.merged[other as usize]);
                self.left -= with.len();
                removed.append(&mut with);
            } else {
                kept.push((other, out));
            }
            out > 0
        });
        self.merge_alike(&mut staying);
        self.looks += size_of_lists(&staying, &self.neighbours) + size_of_lists(&staying, &self.within);
        let size: usize = staying.iter().map(|&other| self.merged[other as usize].len()).sum();
        for (other, out) in kept {
            let own = self.merged[other as usize].len();
            if own > 0 {
                let bound = (self.degrees.of(other) + size).min(out + size) - own;
                self.degrees.put(other, bound.min(self.left - own));
                self.within[other as usize].push(front as u32);
            }
        }
        let mut states = removed;
        let count = states.len();
        for &other in &staying {
            states.extend(&self.merged[other as usize]);
        }
        self.staying.push(staying);
        self.size.push(size);
        self.outside.push((0, 0));
        Front { states, removed: count, children }
    }

    /// All neighbours of a state, and the fronts that it stood in, which are done with.
    fn joined(&mut self, state: u32) -> (Vec<u32>, Vec<u32>) {
        self.mark += 1;
        let mut joined = std::mem::take(&mut self.neighbours[state as usize]);
        let children = std::mem::take(&mut self.within[state as usize]);
        let children: Vec<u32> =
            children.into_iter().filter(|&child| !self.staying[child as usize].is_empty()).collect();
        for &child in &children {
            joined.append(&mut self.staying[child as usize]);
        }
        joined.retain(|&other| {
            let new = self.marks[other as usize] != self.mark && !self.merged[other as usize].is_empty();
            self.marks[other as usize] = self.mark;
            new
        });
        (joined, children)
    }

    fn count_outside(&mut self, front: usize, staying: &[u32]) {
        for &other in staying {
            for &earlier in &self.within[other as usize] {
                let earlier = earlier as usize;
                if self.staying[earlier].is_empty() {
                    continue;
                }
                if self.outside[earlier].0 != front {
                    self.outside[earlier] = (front, self.size[earlier]);
                }
                self.outside[earlier].1 -= self.merged[other as usize].len();
            }
        }
    }

    /// Drops what the newest front accounts for from the lists of a state in it; gives a bound on its neighbours beyond.
    fn shorten(&mut self, state: u32, front: usize, children: &mut Vec<u32>) -> usize {
        let mut beyond = 0;
        let (staying, outside) = (&mut self.staying, &self.outside);
        self.within[state as usize].retain(|&earlier| {
            let place = earlier as usize;
            if staying[place].is_empty() {
                return false;
            }
            debug_assert_eq!(outside[place].0, front);
            if outside[place].1 == 0 {
                staying[place] = Vec::new();
                children.push(earlier);
                return false;
            }
            beyond += outside[place].1;
            true
        });
        let (merged, marks, mark) = (&self.merged, &self.marks, self.mark);
        self.neighbours[state as usize].retain(|&other| {
            let size = merged[other as usize].len();
            let kept = size > 0 && marks[other as usize] != mark;
            beyond += if kept { size } else { 0 };
            kept
        });
        beyond
    }

    /// Merges states of the newest front that have the same neighbours beyond it.
    fn merge_alike(&mut self, staying: &mut Vec<u32>) {
        let sum = |list: &[u32]| list.iter().fold(0_u64, |sum, &each| sum.wrapping_add(u64::from(each)));
        let keys: Vec<(u64, usize, usize, u32)> = staying
            .iter()
            .map(|&state| {
                let (near, within) = (&self.neighbours[state as usize], &self.within[state as usize]);
                (sum(near).wrapping_add(sum(within) << 20), near.len(), within.len(), state)
            })
            .collect();
        let mut places: Vec<u32> = (0..keys.len() as u32).collect();
        sort_by(&mut places, &|a, b| keys[a as usize] < keys[b as usize]);
        let keys: Vec<_> = places.iter().map(|&place| keys[place as usize]).collect();
        let alike =
            |a: &(u64, usize, usize, u32), b: &(u64, usize, usize, u32)| (a.0, a.1, a.2) == (b.0, b.1, b.2);
        for run in keys.chunk_by(alike).filter(|run| run.len() > 1) {
            for &(_, _, _, state) in run {
                sort(&mut self.neighbours[state as usize]);
                sort(&mut self.within[state as usize]);
            }
            let mut order: Vec<u32> = run.iter().map(|key| key.3).collect();
            let key = |state: u32| (&self.within[state as usize], &self.neighbours[state as usize], state);
            sort_by(&mut order, &|a, b| key(a) < key(b));
            let mut first = order[0];
            for &state in &order[1..] {
                let (one, other) = (first as usize, state as usize);
                if self.within[one] == self.within[other] && self.neighbours[one] == self.neighbours[other] {
                    let mut with = std::mem::take(&mut self.merged[other]);
                    self.merged[one].append(&mut with);
                    (self.neighbours[other], self.within[other]) = (Vec::new(), Vec::new());
                } else {
                    first = state;
                }
            }
        }
        staying.retain(|&state| !self.merged[state as usize].is_empty());
    }
}
