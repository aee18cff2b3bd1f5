//! A unit that fails and is repaired.

use super::{ModelError, bounds};

/// One way in which a unit fails.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct FailureMode {
    /// How often the unit fails in this way, per hour up.
    pub failures_per_hour: f64,
    /// Mean time in hours until a failure of this kind is repaired.
    pub repair_hours: f64,
}

/// A repairable unit, up or down, with exponential times: as a component of a group it has one failure rate and
/// one repair rate.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Unit {
    failures_per_hour: f64,
    mttr_hours: f64,
}

impl Unit {
    /// A unit with one or more failure modes: λ = Σλᵢ, MTTR = Σλᵢ·MTTRᵢ / λ.
    ///
    /// The steady state of one unit is then exactly that of a unit with a separate down state for each mode.
    ///
    /// # Errors
    /// If there is no mode, or a rate or a time is not a positive number from 1e-30 to 1e30.
    pub fn new(modes: &[FailureMode]) -> Result<Self, ModelError> {
        let mut failures_per_hour = 0.0;
        let mut down_per_hour_up = 0.0;
        for mode in modes {
            let rate = bounds::positive("the failure rate per hour", mode.failures_per_hour)?;
            failures_per_hour += rate;
            down_per_hour_up += rate * bounds::positive("the repair time in hours", mode.repair_hours)?;
        }
        Self::from_rate(failures_per_hour, down_per_hour_up / failures_per_hour)
    }

    /// A unit that is up for a mean of `mtbf_hours` and then down for a mean of `mttr_hours`.
    ///
    /// # Errors
    /// If a time is not a positive number from 1e-30 to 1e30.
    pub fn from_mtbf(mtbf_hours: f64, mttr_hours: f64) -> Result<Self, ModelError> {
        Self::from_rate(
            1.0 / bounds::positive("the mean time between failures in hours", mtbf_hours)?,
            mttr_hours,
        )
    }

    /// A unit of which the availability A and the mean down time are known: λ = (1 − A) / (A · mean down time).
    ///
    /// # Errors
    /// If the availability is not above 0 and below 1, or the time not a positive number from 1e-30 to 1e30.
    pub fn from_availability(availability: f64, mean_down_time_hours: f64) -> Result<Self, ModelError> {
        let down = bounds::positive("the mean down time in hours", mean_down_time_hours)?;
        let availability = bounds::share("the availability", availability)?;
        // The one subtraction: as exact as the availability that was typed in.
        Self::from_rate((1.0 - availability) / (availability * down), down)
    }

    fn from_rate(failures_per_hour: f64, mttr_hours: f64) -> Result<Self, ModelError> {
        Ok(Self {
            failures_per_hour: bounds::positive("the failure rate per hour", failures_per_hour)?,
            mttr_hours: bounds::positive("the mean time to repair in hours", mttr_hours)?,
        })
    }

    /// λ, failures per hour up.
    pub fn failures_per_hour(&self) -> f64 {
        self.failures_per_hour
    }

    /// μ = 1 / MTTR, repairs per hour down, of one unit with a crew of its own.
    pub fn repairs_per_hour(&self) -> f64 {
        1.0 / self.mttr_hours
    }

    /// Mean up time in hours, 1 / λ.
    pub fn mtbf_hours(&self) -> f64 {
        1.0 / self.failures_per_hour
    }

    /// Mean down time in hours, over all failure modes.
    pub fn mttr_hours(&self) -> f64 {
        self.mttr_hours
    }

    /// The share of time down, λ / (λ + μ), of one unit with a crew of its own.
    pub fn unavailability(&self) -> f64 {
        self.failures_per_hour / (self.failures_per_hour + self.repairs_per_hour())
    }

    /// The share of time up, μ / (λ + μ), of one unit with a crew of its own.
    pub fn availability(&self) -> f64 {
        self.repairs_per_hour() / (self.failures_per_hour + self.repairs_per_hour())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn assert_close(found: f64, expected: f64, relative: f64) {
        assert!((found - expected).abs() <= relative * expected.abs(), "{found:e} instead of {expected:e}");
    }

    #[test]
    fn failure_modes_add_up() {
        let server = Unit::new(&[
            FailureMode { failures_per_hour: 1.0 / 50_000.0, repair_hours: 8.0 },
            FailureMode { failures_per_hour: 0.8 / 4_380.0, repair_hours: 0.25 },
            FailureMode { failures_per_hour: 0.2 / 4_380.0, repair_hours: 4.0 },
        ])
        .unwrap();
        assert_close(server.mtbf_hours(), 4_027.215_9, 1e-8);
        assert_close(server.mttr_hours(), 1.563_810_2, 3e-8);
        assert_close(server.failures_per_hour(), 1.0 / 50_000.0 + 1.0 / 4_380.0, 1e-15);
    }

    #[test]
    fn unavailability_keeps_its_digits() {
        let unit = Unit::from_mtbf(1e20, 1.0).unwrap();
        assert_close(unit.unavailability(), 1e-20, 1e-15);
        assert_close(Unit::from_mtbf(1_000.0, 24.0).unwrap().unavailability(), 24.0 / 1_024.0, 1e-15);
    }

    #[test]
    fn availability_and_down_time_give_the_rate() {
        let unit = Unit::from_availability(0.999, 2.0).unwrap();
        assert_close(unit.availability(), 0.999, 1e-15);
        assert_close(unit.unavailability(), 0.001, 1e-12);
        assert_close(unit.mtbf_hours(), 1_998.0, 1e-12);
    }

    #[test]
    fn units_that_cannot_be_are_refused() {
        assert!(Unit::new(&[]).is_err());
        assert!(Unit::new(&[FailureMode { failures_per_hour: 0.0, repair_hours: 1.0 }]).is_err());
        assert!(Unit::new(&[FailureMode { failures_per_hour: 1.0, repair_hours: f64::NAN }]).is_err());
        for (mtbf, mttr) in [(0.0, 1.0), (1.0, 0.0), (f64::INFINITY, 1.0), (1.0, -1.0), (f64::NAN, 1.0)] {
            assert!(Unit::from_mtbf(mtbf, mttr).is_err(), "{mtbf} {mttr}");
        }
        for availability in [0.0, 1.0, 1.1, -0.1, f64::NAN] {
            assert!(Unit::from_availability(availability, 1.0).is_err(), "{availability}");
        }
    }
}
