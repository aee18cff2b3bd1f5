//! What each source means for the whole, from the last slot back to the first.

#![allow(
    clippy::indexing_slicing,
    reason = "slots read earlier slots, and places are counted from the values themselves"
)]

use super::law::{Window, windows};
use super::range::Ranges;
use super::{Law, Slot, Tally};

/// What it means for the whole that a slot has one of its values, all else being as it may be.
#[derive(Clone, Debug)]
struct Adjoint {
    /// The probability that the whole is large enough.
    enough: Vec<f64>,
    /// The probability that it is not.
    lacking: Vec<f64>,
    /// The probability that it is with this value and is not with the one before.
    decisive: Vec<f64>,
}

impl Adjoint {
    fn of(values: usize) -> Self {
        Self { enough: vec![0.0; values], lacking: vec![0.0; values], decisive: vec![0.0; values] }
    }
}

/// What one level of a source means for a condition.
#[derive(Clone, Debug, Default)]
pub(crate) struct Reading {
    /// For each level, the probability that the condition holds.
    pub is_true: Vec<f64>,
    /// For each level, the probability that it does not.
    pub is_false: Vec<f64>,
    /// For each level, which of the distinct values it stands for.
    rank: Vec<usize>,
    decisive: Vec<f64>,
}

impl Reading {
    /// The probability that the condition holds with the source at one level and does not with it at the other.
    pub fn lost_between(&self, from: usize, to: usize) -> f64 {
        match (self.rank.get(from), self.rank.get(to)) {
            (Some(&high), Some(&low)) if high > low => self.decisive[low + 1..=high].iter().sum(),
            _ => 0.0,
        }
    }
}

impl Tally {
    /// What every source means for the condition, given the laws of the slots.
    pub fn readings(&self, laws: &[Law]) -> Vec<Reading> {
        let windows = windows(&self.slots, self.least);
        let mut adjoints: Vec<Adjoint> = laws.iter().map(|law| Adjoint::of(law.values.len())).collect();
        if let (Some(last), Some(law)) = (adjoints.last_mut(), laws.last()) {
            for (place, value) in law.values.iter().enumerate() {
                let is_enough = *value >= self.least;
                let side = if is_enough { &mut last.enough } else { &mut last.lacking };
                side[place] = 1.0;
                last.decisive[place] = f64::from(u8::from(is_enough && place > 0));
            }
        }
        let mut readings = vec![Reading::default(); self.sources.len()];
        for (place, slot) in self.slots.iter().enumerate().rev() {
            let whole = std::mem::replace(&mut adjoints[place], Adjoint::of(0));
            if let Some((a, b)) = slot.reads() {
                let joining = Joining { slot, window: windows[place], law: &laws[place], whole: &whole };
                adjoints[a] = joining.first(&laws[a], &laws[b]);
                adjoints[b] = joining.second(&laws[a], &laws[b]);
            } else if let Slot::Levels { source, values } = slot {
                readings[*source] = reading(values, windows[place], &laws[place], whole);
            }
        }
        readings
    }
}

fn reading(values: &[u64], window: Window, law: &Law, adjoint: Adjoint) -> Reading {
    let rank: Vec<usize> =
        values.iter().map(|value| law.values.binary_search(&window.of(*value)).unwrap_or_default()).collect();
    Reading {
        is_true: rank.iter().map(|rank| adjoint.enough[*rank]).collect(),
        is_false: rank.iter().map(|rank| adjoint.lacking[*rank]).collect(),
        rank,
        decisive: adjoint.decisive,
    }
}

/// Two slots that make one, and what that one means.
struct Joining<'a> {
    slot: &'a Slot,
    window: Window,
    law: &'a Law,
    whole: &'a Adjoint,
}

impl Joining<'_> {
    fn first(&self, a: &Law, b: &Law) -> Adjoint {
        let mut adjoint = Adjoint::of(a.values.len());
        let ranges = Ranges::new(&self.whole.decisive);
        for (&y, &share) in b.values.iter().zip(&b.shares) {
            self.pass(&a.values, |x| self.slot.joined(x, y), share, &ranges, &mut adjoint);
        }
        adjoint
    }

    fn second(&self, a: &Law, b: &Law) -> Adjoint {
        let mut adjoint = Adjoint::of(b.values.len());
        let ranges = Ranges::new(&self.whole.decisive);
        for (&x, &share) in a.values.iter().zip(&a.shares) {
            self.pass(&b.values, |y| self.slot.joined(x, y), share, &ranges, &mut adjoint);
        }
        adjoint
    }

    /// Adds what the values of one slot mean while the other, for `share` of the time, has a value with which it joins to `joined`.
    fn pass(
        &self,
        values: &[u64],
        joined: impl Fn(u64) -> u64,
        share: f64,
        ranges: &Ranges,
        adjoint: &mut Adjoint,
    ) {
        let mut before: Option<usize> = None;
        for (place, &value) in values.iter().enumerate() {
            let target = self.window.of(joined(value));
            // The larger the value, the larger what it makes: the places only go up.
            let from = before.unwrap_or(0);
            let rank = match self.law.values.get(from) {
                Some(found) if *found == target => from,
                Some(_) if self.law.values.get(from + 1) == Some(&target) => from + 1,
                _ => from + self.law.values[from..].partition_point(|found| *found < target),
            };
            adjoint.enough[place] += share * self.whole.enough[rank];
            adjoint.lacking[place] += share * self.whole.lacking[rank];
            if let Some(before) = before.filter(|before| *before < rank) {
                adjoint.decisive[place] += share * ranges.sum(before + 1, rank + 1);
            }
            before = Some(rank);
        }
    }
}
