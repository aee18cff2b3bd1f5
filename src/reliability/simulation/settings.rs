//! How a simulation is run.

use super::ServiceHours;
use crate::reliability::{ModelError, bounds};

/// The hours of a year.
pub const YEAR_HOURS: f64 = 8_760.0;

/// 10,000 years: longer ones would leave too few digits for what happens within an hour.
const LONGEST_WARM_UP_HOURS: f64 = 10_000.0 * YEAR_HOURS;

/// How a history begins.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Start {
    /// Every year is a history of its own that begins at hour 0 of the calendar with everything new and up.
    AllUp,
    /// The years of a stream follow each other, the first one after so many hours from all up: with a warm-up long enough, each year
    /// begins in the steady state.
    Steady {
        /// Hours before the first year, which do not count; from 0 to 10,000 years.
        warm_up_hours: f64,
    },
}

/// A level of confidence, from 0.5 to 0.999999.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Confidence(f64);

impl Confidence {
    /// A level, 0.95 for instance.
    ///
    /// # Errors
    /// If it is not a number from 0.5 to 0.999999.
    pub fn new(level: f64) -> Result<Self, ModelError> {
        let (least, most) = (0.5, 0.999_999);
        if (least..=most).contains(&level) {
            Ok(Self(level))
        } else {
            Err(ModelError::OutOfRange { quantity: "the level of confidence", value: level, least, most })
        }
    }

    /// The level.
    pub fn level(self) -> f64 {
        self.0
    }

    /// The probability that an interval misses.
    pub(super) fn outside(self) -> f64 {
        1.0 - self.0
    }
}

/// How a simulation is run. The same settings give the same figures to the bit, however the work is divided.
#[derive(Clone, Debug, PartialEq)]
pub struct SimulationSettings {
    /// From which all random numbers come.
    pub seed: u64,
    /// How many years of 8,760 hours, from 1 to 1,000,000.
    pub years: u32,
    /// Into how many independent streams the years are divided, as evenly as can be; from 1 to 1,024 and to the number of years.
    pub streams: u32,
    /// How histories begin.
    pub start: Start,
    /// The hours in which downtime counts, if not all do.
    pub service_hours: Option<ServiceHours>,
    /// The level of all confidence intervals.
    pub confidence: Confidence,
}

impl Default for SimulationSettings {
    /// 10,000 years in 16 streams, from the steady state after a year, every hour counting, 95 %.
    fn default() -> Self {
        Self {
            seed: 1,
            years: 10_000,
            streams: 16,
            start: Start::Steady { warm_up_hours: YEAR_HOURS },
            service_hours: None,
            confidence: Confidence(0.95),
        }
    }
}

impl SimulationSettings {
    pub(super) fn check(&self) -> Result<(), ModelError> {
        bounds::count("the number of simulated years", self.years, 1, 1_000_000)?;
        bounds::count("the number of streams", self.streams, 1, self.years.min(1_024))?;
        if let Start::Steady { warm_up_hours } = self.start {
            let (quantity, value, most) = ("the warm-up in hours", warm_up_hours, LONGEST_WARM_UP_HOURS);
            if !(0.0..=most).contains(&value) {
                return Err(ModelError::OutOfRange { quantity, value, least: 0.0, most });
            }
        }
        Ok(())
    }

    /// How many years a stream simulates.
    pub(super) fn years_of(&self, stream: u32) -> u32 {
        self.years / self.streams + u32::from(stream < self.years % self.streams)
    }
}
