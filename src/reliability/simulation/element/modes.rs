//! Ways in which a unit fails, competing with each other.

#![allow(clippy::indexing_slicing, reason = "modes are numbered where they are drawn")]

use super::super::{Distribution, Random};
use crate::reliability::ModelError;

const MAX_MODES: usize = 100;

/// One way in which a unit fails.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct SimulatedMode {
    /// Hours up until the unit fails in this way, if no other way comes first. After a repair of any kind the unit is as good as new.
    pub life: Distribution,
    /// Hours under repair after such a failure.
    pub repair: Distribution,
}

/// All ways in which a unit fails: the shortest life drawn decides.
#[derive(Clone, Debug)]
pub(super) struct Modes {
    all: Box<[SimulatedMode]>,
    /// For each mode the share of failures that are of it or of one before, by the rates 1 / mean life.
    shares: Box<[f64]>,
    failures_per_hour: f64,
}

impl Modes {
    /// Checks that there are some; lives become so many times as long.
    pub(super) fn new(modes: &[SimulatedMode], stretch: f64) -> Result<Self, ModelError> {
        let (quantity, count) = ("the number of failure modes", modes.len());
        if !(1..=MAX_MODES).contains(&count) {
            return Err(ModelError::CountOutOfRange { quantity, count, least: 1, most: MAX_MODES });
        }
        let failures_per_hour: f64 = modes.iter().map(|mode| 1.0 / mode.life.mean_hours()).sum();
        let mut before = 0.0;
        let shares = modes.iter().map(|mode| {
            before += 1.0 / mode.life.mean_hours();
            before / failures_per_hour
        });
        let shares = shares.collect();
        let stretched = |mode: &SimulatedMode| SimulatedMode { life: mode.life.stretched(stretch), ..*mode };
        Ok(Self { all: modes.iter().map(stretched).collect(), shares, failures_per_hour })
    }

    /// Σ 1 / mean life over all modes, before stretching.
    pub(super) fn failures_per_hour(&self) -> f64 {
        self.failures_per_hour
    }

    pub(super) fn are_exponential(&self) -> bool {
        self.all.iter().all(|mode| mode.life.is_exponential() && mode.repair.is_exponential())
    }

    /// The hours until a new unit fails, and in which way.
    #[inline]
    pub(super) fn life(&self, random: &mut Random) -> (f64, u8) {
        let mut shortest = (self.all[0].life.sample(random), 0);
        for (mode, number) in self.all[1..].iter().zip(1..) {
            let hours = mode.life.sample(random);
            if hours < shortest.0 {
                shortest = (hours, number);
            }
        }
        shortest
    }

    /// One of the ways, as likely as its share of the failures.
    pub(super) fn any(&self, random: &mut Random) -> u8 {
        if self.all.len() == 1 {
            return 0;
        }
        let number = random.below_one();
        let mode = self.shares.partition_point(|share| *share <= number).min(self.all.len() - 1);
        u8::try_from(mode).unwrap_or(0)
    }

    /// The hours under repair after a failure of this kind.
    #[inline]
    pub(super) fn repair(&self, mode: u8, random: &mut Random) -> f64 {
        self.all[usize::from(mode)].repair.sample(random)
    }
}
