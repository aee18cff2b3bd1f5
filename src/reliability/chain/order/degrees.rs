//! Which states have the fewest neighbours.

#![allow(clippy::indexing_slicing, reason = "every index is a state or a degree below the number of states")]
#![allow(clippy::cast_possible_truncation, reason = "a chain has far fewer states than 32 bits can number")]

const NONE: u32 = u32::MAX;

/// States by their degree: one list for each degree, the last one put in coming out first.
pub(super) struct Degrees {
    first: Vec<u32>,
    next: Vec<u32>,
    before: Vec<u32>,
    degree: Vec<u32>,
    least: usize,
}

impl Degrees {
    pub(super) fn new(states: usize) -> Self {
        Self {
            first: vec![NONE; states + 1],
            next: vec![NONE; states],
            before: vec![NONE; states],
            degree: vec![0; states],
            least: 0,
        }
    }

    /// The degree with which the state was last put in.
    pub(super) fn of(&self, state: u32) -> usize {
        self.degree[state as usize] as usize
    }

    pub(super) fn put(&mut self, state: u32, degree: usize) {
        let head = self.first[degree];
        if head != NONE {
            self.before[head as usize] = state;
        }
        self.next[state as usize] = head;
        self.before[state as usize] = NONE;
        self.degree[state as usize] = degree as u32;
        self.first[degree] = state;
        self.least = self.least.min(degree);
    }

    pub(super) fn take(&mut self, state: u32) {
        let (before, next) = (self.before[state as usize], self.next[state as usize]);
        if next != NONE {
            self.before[next as usize] = before;
        }
        if before == NONE {
            let degree = self.of(state);
            self.first[degree] = next;
        } else {
            self.next[before as usize] = next;
        }
    }

    /// Takes out a state of the least degree.
    pub(super) fn take_least(&mut self) -> Option<u32> {
        let ahead = self.first[self.least..].iter().position(|&head| head != NONE)?;
        self.least += ahead;
        let state = self.first[self.least];
        self.take(state);
        Some(state)
    }
}
