//! Names of the figures on the screen, by which an open derivation finds its figure again after every change.

use std::rc::Rc;

use super::format;
use crate::analysis::{Analysis, ComponentFigures, Measures, RowKey};
use crate::catalog::figure::Figure;
use crate::plan::NodeId;

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
                format::short_duration(figure.value)
            }
            _ => self.said(figure),
        }
    }

    /// The figure as the headline says it.
    pub fn said(self, figure: &Figure) -> String {
        match self {
            Self::Demand | Self::Capacity => format::users(figure.value),
            Self::Any | Self::Full | Self::UserWeighted => format::availability(figure.value),
            Self::OutagesPerYear => format::every(figure.value),
            Self::MeanDownTime => format::duration(figure.value * 60.0),
            Self::Outage | Self::OverCapacity | Self::Reconnect | Self::Planned | Self::Total => {
                format::duration(figure.value)
            }
        }
    }
}

/// One of the figures of [`ComponentFigures`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Own {
    /// None of its servers serves.
    Unavailability,
    /// Mean up time of a server.
    Mtbf,
    /// Mean repair time of a server.
    Mttr,
    /// Users that it carries.
    Capacity,
    /// Users who want it.
    Demand,
}

impl Own {
    /// Its name in the page's data attributes.
    pub fn id(self) -> &'static str {
        match self {
            Self::Unavailability => "unavailability",
            Self::Mtbf => "mtbf",
            Self::Mttr => "mttr",
            Self::Capacity => "capacity_users",
            Self::Demand => "demand_users",
        }
    }

    /// Its figure, where the component has it.
    pub fn of(self, figures: &ComponentFigures) -> Option<&Rc<Figure>> {
        match self {
            Self::Unavailability => Some(&figures.unavailability),
            Self::Mtbf => Some(&figures.mtbf),
            Self::Mttr => Some(&figures.mttr),
            Self::Capacity => figures.capacity_users.as_ref(),
            Self::Demand => figures.demand_users.as_ref(),
        }
    }

    /// The figure as the inspector says it.
    pub fn said(self, figure: &Figure) -> String {
        match self {
            Self::Unavailability => format::availability(figure.value),
            Self::Mtbf | Self::Mttr => format::figure(figure),
            Self::Capacity | Self::Demand => format::users(figure.value),
        }
    }
}

/// Names a figure of an analysis.
#[derive(Debug, Clone, PartialEq)]
pub enum FigureKey {
    /// Of the headline.
    Headline(Measure),
    /// Of a row of the table of workloads.
    Row(RowKey, Measure),
    /// Of a component or a pool.
    Component(NodeId, Own),
}

impl FigureKey {
    /// The figure, if the analysis has it.
    pub fn find(&self, analysis: &Analysis) -> Option<Rc<Figure>> {
        match self {
            Self::Headline(measure) => {
                analysis.headline.as_ref().map(|headline| Rc::clone(measure.of(&headline.measures)))
            }
            Self::Row(key, measure) => analysis
                .workloads
                .iter()
                .find(|row| row.key == *key)
                .map(|row| Rc::clone(measure.of(&row.measures))),
            Self::Component(node, own) => own.of(analysis.components.get(node)?).map(Rc::clone),
        }
    }

    /// The figure's name in the page's data attributes.
    pub fn id(&self) -> String {
        match self {
            Self::Headline(measure) => format!("headline.{}", measure.id()),
            Self::Row(_, measure) => measure.id().into(),
            Self::Component(_, own) => own.id().into(),
        }
    }

    /// The same with whose figure it is, which no other figure on the page has.
    pub fn path(&self) -> String {
        match self {
            Self::Headline(_) => self.id(),
            Self::Row(key, _) => format!("{} {} {}", key.workload.id(), key.users(), self.id()),
            Self::Component(node, _) => format!("{node} {}", self.id()),
        }
    }

    /// The figure as people say it.
    pub fn said(&self, figure: &Figure) -> String {
        match self {
            Self::Headline(measure) => measure.said(figure),
            Self::Row(_, measure) => measure.said_in_cell(figure),
            Self::Component(_, own) => own.said(figure),
        }
    }
}
