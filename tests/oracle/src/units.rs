//! The units of the three plans: how often they fail, how fast they come back.

use crate::HOURS_PER_YEAR;

/// Planned work ends at this rate per hour: half an hour on average.
pub(crate) const PLANNED_WORK_ENDS: f64 = 2.0;

/// Rate per hour at which planned work begins on a server: twelve times a year, or never.
pub(crate) fn planned_work_begins(planned_work: bool) -> f64 {
    if planned_work { 12.0 / HOURS_PER_YEAR } else { 0.0 }
}

/// A unit's failures and repairs, per hour.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Unit {
    /// Failures per hour up (λ).
    pub(crate) failures: f64,
    /// Repairs per hour down (μ).
    pub(crate) repairs: f64,
}

impl Unit {
    /// A unit with one failure mode.
    pub(crate) fn of_hours(mean_up: f64, mean_repair: f64) -> Self {
        Self { failures: 1.0 / mean_up, repairs: 1.0 / mean_repair }
    }
}

/// A server: hardware, software that restarts itself (four of five), software that needs an operator.
pub(crate) fn server() -> Unit {
    let hardware = 1.0 / 50_000.0;
    let restarts = 0.8 / 4_380.0;
    let operator = 0.2 / 4_380.0;
    let failures = hardware + restarts + operator;
    Unit { failures, repairs: failures / (hardware * 8.0 + restarts * 0.25 + operator * 4.0) }
}

/// A load-balancer appliance.
pub(crate) fn load_balancer() -> Unit {
    Unit::of_hours(100_000.0, 6.0)
}

/// The storage that the two nodes of a database cluster share.
pub(crate) fn shared_storage() -> Unit {
    Unit::of_hours(1_000_000.0, 8.0)
}
