//! What happens by the calendar: maintenance windows, and the hours in which downtime counts.

#![allow(clippy::indexing_slicing, reason = "hours of the week are taken modulo their number")]

use super::distribution::time;
use crate::reliability::{ModelError, PlannedWork, bounds};

const HOURS_A_WEEK: usize = 168;
const WEEK: f64 = 168.0;

/// Work that comes again and again at fixed times, one unit after the other.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct MaintenanceWindow {
    /// P, the hours from the beginning of one window to that of the next.
    pub every_hours: f64,
    /// When the first window begins, in hours from the beginning of the history; from 0.
    pub offset_hours: f64,
    /// How long one unit is out, in hours.
    pub hours: f64,
    /// Whether a window takes out all units one after the other, rather than each window the next unit. A unit that has failed when
    /// its turn comes is passed over.
    pub takes_all: bool,
}

impl MaintenanceWindow {
    pub(super) fn check(&self, units: u32) -> Result<(), ModelError> {
        let every = time("the time between maintenance windows in hours", self.every_hours)?;
        bounds::positive_or_zero("the offset of a maintenance window in hours", self.offset_hours)?;
        let units = if self.takes_all { f64::from(units) } else { 1.0 };
        let hours = time("the hours of a maintenance window for one unit", self.hours)?;
        let (quantity, most) = ("the hours of a maintenance window for all its units", every);
        if units * hours <= every {
            Ok(())
        } else {
            Err(ModelError::OutOfRange { quantity, value: units * hours, least: 0.0, most })
        }
    }

    /// When the window begins that has so many before it: computed anew each time, so that rounding does not add up.
    pub(super) fn start_hours(&self, before: f64) -> f64 {
        self.offset_hours + before * self.every_hours
    }

    /// Planned work at random times with as many hours out for each unit.
    pub fn as_planned_work(&self, units: u32) -> PlannedWork {
        let each = if self.takes_all { 1.0 } else { f64::from(units) };
        PlannedWork { starts_per_hour: 1.0 / (each * self.every_hours), mean_hours: self.hours }
    }
}

/// The hours of the week in which downtime counts; hour 0 of a history is hour 0 of a week.
#[derive(Clone, Debug, PartialEq)]
pub struct ServiceHours {
    counts: [bool; HOURS_A_WEEK],
    /// How many hours count before each hour of the week.
    before: [f64; HOURS_A_WEEK + 1],
}

impl ServiceHours {
    /// One mark for each hour of the week.
    ///
    /// # Errors
    /// If no hour counts.
    pub fn new(counts: [bool; HOURS_A_WEEK]) -> Result<Self, ModelError> {
        let mut before = [0.0; HOURS_A_WEEK + 1];
        for hour in 0..HOURS_A_WEEK {
            before[hour + 1] = before[hour] + if counts[hour] { 1.0 } else { 0.0 };
        }
        let count = counts.iter().filter(|counts| **counts).count();
        if count == 0 {
            let quantity = "the number of service hours a week";
            return Err(ModelError::CountOutOfRange { quantity, count, least: 1, most: HOURS_A_WEEK });
        }
        Ok(Self { counts, before })
    }

    /// How many hours from one time to a later one count.
    pub(super) fn between(&self, from: f64, to: f64) -> f64 {
        // From the beginning of the week, for the sake of digits.
        let week = libm::floor(from / WEEK) * WEEK;
        let (from, to) = (from - week, to - week);
        self.until(to) - self.until(from)
    }

    /// How many hours count from the beginning of a week.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a number from 0 to 168")]
    fn until(&self, hours: f64) -> f64 {
        let weeks = libm::floor(hours / WEEK);
        let in_week = (hours - weeks * WEEK).clamp(0.0, WEEK);
        let hour = (in_week as usize).min(HOURS_A_WEEK - 1);
        let part = if self.counts[hour] { in_week - libm::floor(in_week).min(WEEK - 1.0) } else { 0.0 };
        weeks * self.before[HOURS_A_WEEK] + self.before[hour] + part
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hours_count_where_they_are_marked() {
        // From 8 to 18 on the first five days.
        let office =
            ServiceHours::new(std::array::from_fn(|hour| hour < 120 && (8..18).contains(&(hour % 24))))
                .unwrap();
        for (from, to, expected) in [
            (0.0, 168.0, 50.0),
            (0.0, 8.0, 0.0),
            (7.5, 8.5, 0.5),
            (17.25, 32.25, 1.0),
            (119.0, 177.0, 1.0),
            (168.0 * 1000.0 + 9.0, 168.0 * 1003.0 + 10.0, 151.0),
            (10.0, 10.0, 0.0),
        ] {
            assert!((office.between(from, to) - expected).abs() < 1e-9, "{from} to {to}");
        }
    }

    #[test]
    fn calendars_without_meaning_are_refused() {
        assert!(ServiceHours::new([false; 168]).is_err());
        let window = MaintenanceWindow { every_hours: 168.0, offset_hours: 0.0, hours: 4.0, takes_all: true };
        assert!(window.check(42).is_ok());
        assert!(window.check(43).is_err());
        assert!(MaintenanceWindow { takes_all: false, ..window }.check(43).is_ok());
        assert!(MaintenanceWindow { every_hours: 0.0, ..window }.check(1).is_err());
        assert!(MaintenanceWindow { offset_hours: -1.0, ..window }.check(1).is_err());
        assert!(MaintenanceWindow { hours: f64::NAN, ..window }.check(1).is_err());
    }
}
