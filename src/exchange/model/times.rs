//! What times look like where they are not exponential, and work by the calendar: for the simulation of single years.

use super::numbers::{Hours, HoursOrNone, Sigma, WeibullShape};
use crate::json;
use crate::reliability::{Distribution, MaintenanceWindow, ModelError};

/// The shapes of a group's times; their means are those of the group. What is absent is exponential.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct Times {
    /// Of the time until a failure.
    pub life: Option<Shape>,
    /// Of the time of a repair.
    pub repair: Option<Shape>,
    /// Of the duration of planned work.
    pub work: Option<Shape>,
    /// Of an automatic or planned switch.
    pub failover: Option<Shape>,
    /// Of a manual switch.
    pub manual_switch: Option<Shape>,
}

json::read_fields!(Times { life = null, repair = null, work = null, failover = null, manual_switch = null });

/// The shape of a distribution, by just one of its fields.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct Shape {
    /// Weibull with this shape: above 1 wear, below 1 early failures.
    pub weibull_shape: Option<WeibullShape>,
    /// Lognormal with this standard deviation of the natural logarithm.
    pub lognormal_sigma: Option<Sigma>,
    /// Always the mean, if true.
    pub fixed: Option<bool>,
}

json::read_fields!(Shape { weibull_shape = null, lognormal_sigma = null, fixed = null });

impl Times {
    /// Whether all shapes say one thing each.
    pub(super) fn is_clear(&self) -> bool {
        let all = [self.life, self.repair, self.work, self.failover, self.manual_switch];
        all.iter().flatten().all(|shape| {
            let Shape { weibull_shape, lognormal_sigma, fixed } = shape;
            let given = [weibull_shape.is_some(), lognormal_sigma.is_some(), fixed.is_some()];
            given.iter().filter(|given| **given).count() == 1
        })
    }
}

impl Shape {
    /// The distribution of that shape with a mean in hours; exponential where no shape is given.
    ///
    /// # Errors
    /// If the mean is too short or too long to be simulated.
    pub fn distribution(shape: Option<Self>, mean_hours: f64) -> Result<Distribution, ModelError> {
        match shape {
            Some(Self { weibull_shape: Some(shape), .. }) => {
                Distribution::weibull_with_mean(shape.get(), mean_hours)
            }
            Some(Self { lognormal_sigma: Some(sigma), .. }) => {
                Distribution::lognormal_with_mean(mean_hours, sigma.get())
            }
            Some(Self { fixed: Some(true), .. }) => Distribution::deterministic(mean_hours),
            _ => Distribution::exponential(mean_hours),
        }
    }
}

/// Planned work by the calendar: windows in which units are taken out.
#[derive(Debug, Clone, Copy, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct Window {
    /// The hours from the beginning of one window to that of the next.
    pub every_hours: Hours,
    /// When the first one begins; at once where absent.
    pub first_after_hours: Option<HoursOrNone>,
    /// How long one unit is out.
    pub hours: Hours,
    /// Whether a window takes out all units one after the other; each window the next unit where absent.
    pub takes_all: Option<bool>,
}

json::read_fields!(Window { every_hours, first_after_hours = null, hours, takes_all = null });

impl From<Window> for MaintenanceWindow {
    fn from(window: Window) -> Self {
        Self {
            every_hours: window.every_hours.get(),
            offset_hours: window.first_after_hours.map_or(0.0, HoursOrNone::get),
            hours: window.hours.get(),
            takes_all: window.takes_all.unwrap_or(false),
        }
    }
}
