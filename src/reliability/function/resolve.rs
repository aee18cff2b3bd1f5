//! Work on a diagram from its ends upwards, each part once, without recursion: a diagram may be thousands of groups
//! deep and a browser's stack is small.

use rustc_hash::FxHashMap;
use std::hash::Hash;

use crate::reliability::ModelError;

/// What has to be known before a part of the work can be done.
pub(super) enum Parts<P, O> {
    /// Nothing: here is the outcome.
    Done(O),
    /// The outcomes of these parts.
    Needed(Vec<P>),
}

/// Work in which the outcome of each part depends on those of lower parts.
pub(super) trait Work {
    /// What names a part.
    type Part: Copy + Eq + Hash;
    /// What comes of a part.
    type Outcome: Copy;

    /// What a part depends on.
    fn parts(&mut self, part: Self::Part) -> Result<Parts<Self::Part, Self::Outcome>, ModelError>;

    /// The outcome of a part, given those of all it depends on, in the same order.
    fn join(&mut self, part: Self::Part, outcomes: Vec<Self::Outcome>) -> Result<Self::Outcome, ModelError>;

    /// Whether so many outcomes may be remembered.
    fn check_room(&self, outcomes: usize) -> Result<(), ModelError>;
}

/// Work with what is already known.
pub(super) struct Resolver<W: Work> {
    work: W,
    // Only ever looked up in, so its order does not matter.
    known: FxHashMap<W::Part, W::Outcome>,
    begun: Vec<Begun<W>>,
}

/// A part that waits for others.
struct Begun<W: Work> {
    part: W::Part,
    needed: std::vec::IntoIter<W::Part>,
    outcomes: Vec<W::Outcome>,
}

impl<W: Work> Resolver<W> {
    pub(super) fn new(work: W) -> Self {
        Self { work, known: FxHashMap::default(), begun: Vec::new() }
    }

    /// The outcome of one part.
    pub(super) fn of(&mut self, wanted: W::Part) -> Result<W::Outcome, ModelError> {
        self.begun.clear();
        let mut last = self.begin(wanted)?;
        while let Some(mut begun) = self.begun.pop() {
            begun.outcomes.extend(last);
            if let Some(part) = begun.needed.next() {
                self.begun.push(begun);
                last = self.begin(part)?;
            } else {
                let outcome = self.work.join(begun.part, begun.outcomes)?;
                self.known.insert(begun.part, outcome);
                self.work.check_room(self.known.len())?;
                last = Some(outcome);
            }
        }
        last.ok_or(ModelError::NotANumber)
    }

    /// The outcome of a part if it is at hand; otherwise the part has to wait for others.
    fn begin(&mut self, part: W::Part) -> Result<Option<W::Outcome>, ModelError> {
        if let Some(&outcome) = self.known.get(&part) {
            return Ok(Some(outcome));
        }
        match self.work.parts(part)? {
            Parts::Done(outcome) => Ok(Some(outcome)),
            Parts::Needed(parts) => {
                let outcomes = Vec::with_capacity(parts.len());
                self.begun.push(Begun { part, needed: parts.into_iter(), outcomes });
                Ok(None)
            }
        }
    }
}
