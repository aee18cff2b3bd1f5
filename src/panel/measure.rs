//! The figures of a row of the table of workloads and of the headline.

use std::rc::Rc;

use crate::analysis::Measures;
use crate::catalog::figure::Figure;
use crate::chart::nines::availability;
use crate::chart::number::users;
use crate::chart::time::{duration, every, short_duration};

/// One of the figures of [`Measures`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Measure {
    /// Connected users who want the workload.
    Demand,
    /// Users carried with everything up.
    Capacity,
    /// Somebody is served.
    Any,
    /// Everybody fits.
    Full,
    /// Weighted by users.
    UserWeighted,
    /// How often it breaks.
    OutagesPerYear,
    /// For how long.
    MeanDownTime,
    /// Lost to outages.
    Outage,
    /// Lost to missing capacity.
    OverCapacity,
    /// Lost to connecting again.
    Reconnect,
    /// Lost to planned work.
    Planned,
    /// Lost altogether.
    Total,
}

impl Measure {
    /// Every measure.
    const ALL: [Self; 12] = [
        Self::Demand,
        Self::Capacity,
        Self::Any,
        Self::Full,
        Self::UserWeighted,
        Self::OutagesPerYear,
        Self::MeanDownTime,
        Self::Outage,
        Self::OverCapacity,
        Self::Reconnect,
        Self::Planned,
        Self::Total,
    ];

    /// The measure of that name.
    pub fn named(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|measure| measure.id() == id)
    }

    /// Its name in the page's data attributes.
    pub fn id(self) -> &'static str {
        match self {
            Self::Demand => "demand_users",
            Self::Capacity => "capacity_users",
            Self::Any => "unavailability_any",
            Self::Full => "unavailability_full",
            Self::UserWeighted => "unavailability_user_weighted",
            Self::OutagesPerYear => "outages_per_year",
            Self::MeanDownTime => "mean_down_time",
            Self::Outage => "losses.outage",
            Self::OverCapacity => "losses.over_capacity",
            Self::Reconnect => "losses.reconnect",
            Self::Planned => "losses.planned",
            Self::Total => "losses.total",
        }
    }

    /// Its figure.
    pub fn of(self, measures: &Measures) -> &Rc<Figure> {
        match self {
            Self::Demand => &measures.demand_users,
            Self::Capacity => &measures.capacity_users,
            Self::Any => &measures.unavailability_any,
            Self::Full => &measures.unavailability_full,
            Self::UserWeighted => &measures.unavailability_user_weighted,
            Self::OutagesPerYear => &measures.outages_per_year,
            Self::MeanDownTime => &measures.mean_down_time,
            Self::Outage => &measures.losses.outage,
            Self::OverCapacity => &measures.losses.over_capacity,
            Self::Reconnect => &measures.losses.reconnect,
            Self::Planned => &measures.losses.planned,
            Self::Total => &measures.losses.total,
        }
    }

    /// The figure as a cell of a table says it.
    pub fn said_in_cell(self, figure: &Figure) -> String {
        match self {
            Self::Outage | Self::OverCapacity | Self::Reconnect | Self::Planned | Self::Total => {
                short_duration(figure.value)
            }
            _ => self.said(figure),
        }
    }

    /// The figure as the headline says it.
    pub fn said(self, figure: &Figure) -> String {
        match self {
            Self::Demand | Self::Capacity => users(figure.value),
            Self::Any | Self::Full | Self::UserWeighted => availability(figure.value),
            Self::OutagesPerYear => every(figure.value),
            Self::MeanDownTime => duration(figure.value * 60.0),
            Self::Outage | Self::OverCapacity | Self::Reconnect | Self::Planned | Self::Total => {
                duration(figure.value)
            }
        }
    }
}
