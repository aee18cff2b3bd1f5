//! Work on a diagram from its ends upwards, each part once, without recursion: a diagram may be thousands of groups
//! deep and a browser's stack is small.

use rustc_hash::FxHashMap;
use std::hash::Hash;

use crate::reliability::ModelError;

/// Work in which the outcome of each part depends on those of lower parts.
pub(super) trait Work {
    /// What names a part.
    type Part: Copy + Eq + Hash;
    /// What comes of a part.
    type Outcome: Copy;

    /// The outcome of a part that depends on no other.
    fn at_once(&mut self, part: Self::Part) -> Result<Option<Self::Outcome>, ModelError>;

    /// One after the other the parts that a part depends on.
    fn needed(&self, part: Self::Part, place: usize) -> Option<Self::Part>;

    /// The outcome of a part, given those of all it depends on, in the same order.
    fn join(&mut self, part: Self::Part, outcomes: &[Self::Outcome]) -> Result<Self::Outcome, ModelError>;

    /// Whether so many outcomes may be remembered.
    fn check_room(&self, outcomes: usize) -> Result<(), ModelError>;
}

/// Work with what is already known.
pub(super) struct Resolver<W: Work> {
    work: W,
    // Only ever looked up in, so its order does not matter.
    known: FxHashMap<W::Part, W::Outcome>,
    /// Parts that wait for others, each with how many of these are done.
    begun: Vec<(W::Part, usize)>,
    /// What came of these, in the same order.
    outcomes: Vec<W::Outcome>,
}

impl<W: Work> Resolver<W> {
    pub(super) fn new(work: W) -> Self {
        Self { work, known: FxHashMap::default(), begun: Vec::new(), outcomes: Vec::new() }
    }

    /// The outcome of one part.
    pub(super) fn of(&mut self, wanted: W::Part) -> Result<W::Outcome, ModelError> {
        self.begun.clear();
        self.outcomes.clear();
        self.begin(wanted)?;
        while let Some((part, done)) = self.begun.last_mut() {
            let (part, place) = (*part, *done);
            *done += 1;
            if let Some(next) = self.work.needed(part, place) {
                self.begin(next)?;
            } else {
                let first = self.outcomes.len().saturating_sub(place);
                let outcome = self.work.join(part, self.outcomes.get(first..).unwrap_or_default())?;
                self.outcomes.truncate(first);
                self.outcomes.push(outcome);
                self.begun.pop();
                self.known.insert(part, outcome);
                self.work.check_room(self.known.len())?;
            }
        }
        self.outcomes.pop().ok_or(ModelError::NotANumber)
    }

    /// Takes the outcome of a part that is at hand; otherwise the part has to wait for others.
    fn begin(&mut self, part: W::Part) -> Result<(), ModelError> {
        let known = self.known.get(&part).copied();
        match known.map_or_else(|| self.work.at_once(part), |known| Ok(Some(known)))? {
            Some(outcome) => self.outcomes.push(outcome),
            None => self.begun.push((part, 0)),
        }
        Ok(())
    }
}
