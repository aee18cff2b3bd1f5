//! Names of the figures on the screen, by which an open derivation finds its figure again after every change.

use std::rc::Rc;

use super::format;
use super::now_figure::{NowFigure, served};
use super::told::Told;
use crate::analysis::{Analysis, ComponentFigures, Failure, Measures};
use crate::catalog::Catalog;
use crate::catalog::figure::{Figure, Unit};
use crate::catalog::id::FigureId;
use crate::compute::Moment;
pub use crate::panel::Measure;
use crate::plan::{NodeId, Scenario, ServerId};

/// One of the figures of [`ComponentFigures`], or one that follows from them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Own {
    /// None of its servers serves.
    Unavailability,
    /// The same in minutes of a year.
    DownTime,
    /// Users who want it as a share of those whom it carries.
    Load,
    /// Users that it carries.
    Capacity,
    /// Users who want it.
    Demand,
    /// Mean up time of a server.
    Mtbf,
    /// Mean repair time of a server.
    Mttr,
}

impl Own {
    /// Its name in the page's data attributes.
    pub fn id(self) -> &'static str {
        match self {
            Self::Unavailability => "unavailability",
            Self::DownTime => "down_time",
            Self::Load => "load",
            Self::Capacity => "capacity_users",
            Self::Demand => "demand_users",
            Self::Mtbf => "mtbf",
            Self::Mttr => "mttr",
        }
    }

    /// Its figure, where the component has it.
    pub fn of(self, figures: &ComponentFigures) -> Option<Rc<Figure>> {
        match self {
            Self::Unavailability => Some(Rc::clone(&figures.unavailability)),
            Self::DownTime => Some(figures.down_time()),
            Self::Load => figures.load(),
            Self::Capacity => figures.capacity_users.clone(),
            Self::Demand => figures.demand_users.clone(),
            Self::Mtbf => Some(Rc::clone(&figures.mtbf)),
            Self::Mttr => Some(Rc::clone(&figures.mttr)),
        }
    }

    /// The figure as the inspector says it.
    pub fn said(self, figure: &Figure) -> String {
        match self {
            Self::Unavailability => format::availability(figure.value),
            Self::DownTime => format!("{} a year", format::duration(figure.value)),
            Self::Capacity | Self::Demand => format::users(figure.value),
            Self::Load | Self::Mtbf | Self::Mttr => format::figure(figure),
        }
    }
}

/// One of the figures of a failure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Harm {
    /// Users without a workload that they had.
    CutOff,
    /// Users for whom the survivors have no room.
    OverCapacity,
    /// Both of them.
    Unserved,
    /// Users who have to connect again.
    Reconnecting,
    /// Until they have.
    ReconnectTime,
}

impl Harm {
    /// Its name in the page's data attributes.
    pub fn id(self) -> &'static str {
        match self {
            Self::CutOff => "users_cut_off",
            Self::OverCapacity => "users_over_capacity",
            Self::Unserved => "lose-one.unserved",
            Self::Reconnecting => "users_reconnecting",
            Self::ReconnectTime => "reconnect_time",
        }
    }

    fn of(self, failure: &Failure) -> Rc<Figure> {
        let impact = &failure.impact;
        Rc::clone(match self {
            Self::Unserved => return failure.unserved(),
            Self::CutOff => &impact.users_cut_off,
            Self::OverCapacity => &impact.users_over_capacity,
            Self::Reconnecting => &impact.users_reconnecting,
            Self::ReconnectTime => &impact.reconnect_time,
        })
    }
}

/// What is known of the plan that is shown.
#[derive(Clone, Copy)]
pub struct Known<'a> {
    /// The plan.
    pub scenario: &'a Scenario,
    /// What its parts can be.
    pub catalog: &'a Catalog,
    /// Its figures, once there are any.
    pub analysis: Option<&'a Analysis>,
    /// Its figures of this moment, where something is down.
    pub moment: Option<&'a Moment>,
    /// What the worker has told, with figures of its own.
    pub told: &'a Told,
}

/// Names a figure of the page.
#[derive(Debug, Clone, PartialEq)]
pub enum FigureKey {
    /// Of the headline.
    Headline(Measure),
    /// Users who want the service as a share of those whom the plan carries.
    Load,
    /// Minutes of a year in which nobody is served.
    DownTime,
    /// Share of the losses that planned work causes.
    PlannedShare,
    /// How many components cut users off by the loss of one server.
    SinglePoints,
    /// Of the row of the table of workloads with that name, see [`crate::analysis::RowKey::id`].
    Row(Rc<str>, Measure),
    /// Of the failure of a server.
    Failure(ServerId, Harm),
    /// Of a component or a pool.
    Component(NodeId, Own),
    /// What a component goes by.
    Catalog(NodeId, FigureId),
    /// Time until a user is connected again.
    ReconnectTime,
    /// Of the moment in which something is down: of a row, or of all users.
    Now(Option<Rc<str>>, NowFigure),
    /// Of what the worker has written, by its name.
    Told(Rc<str>),
}

impl FigureKey {
    /// The figure that an element of the worker's names: of that row of the table of workloads, or of its own where there is no row.
    pub fn named(row: &str, id: &str) -> Self {
        let of_row = |measure| Self::Row(row.into(), measure);
        match (row.is_empty(), Measure::named(id)) {
            (true, _) => Self::Told(id.into()),
            (false, measure) => measure.map_or_else(|| Self::Now(Some(row.into()), NowFigure::Users), of_row),
        }
    }

    /// The figure, if there is one.
    pub fn find(&self, known: Known) -> Option<Rc<Figure>> {
        match self {
            Self::Catalog(node, id) => {
                return known.scenario.figure(known.catalog, known.scenario.component(node)?, id);
            }
            Self::ReconnectTime => return Some(known.scenario.catalog(known.catalog).reconnect_time()),
            Self::Told(id) => return Some(known.told.figure(id)?.number.figure()),
            _ => {}
        }
        let analysis = known.analysis?;
        let headline = analysis.headline.as_ref().map(|headline| &headline.measures);
        match self {
            Self::Headline(measure) => headline.map(|measures| Rc::clone(measure.of(measures))),
            Self::Load => headline?.load(),
            Self::DownTime => headline.map(Measures::down_time),
            Self::PlannedShare => headline.map(|measures| measures.losses.planned_share()),
            Self::SinglePoints => Some(analysis.single_points()),
            Self::Row(key, measure) => {
                let row = analysis.workloads.iter().find(|row| row.key.is_named(key))?;
                Some(Rc::clone(measure.of(&row.measures)))
            }
            Self::Failure(server, harm) => analysis
                .failures
                .iter()
                .find(|failure| failure.server == *server)
                .map(|failure| harm.of(failure)),
            Self::Component(node, own) => own.of(analysis.components.get(node)?),
            Self::Now(row, now) => Some(now.of(served(known.moment?, row.as_deref())?).figure()),
            Self::Catalog(..) | Self::ReconnectTime | Self::Told(_) => None,
        }
    }

    /// The figure's name in the page's data attributes.
    pub fn id(&self) -> String {
        match self {
            Self::Headline(measure) => format!("headline.{}", measure.id()),
            Self::Load => "headline.load".into(),
            Self::DownTime => "headline.down_time".into(),
            Self::PlannedShare => "headline.planned_share".into(),
            Self::SinglePoints => "headline.single_points".into(),
            Self::Row(_, measure) => measure.id().into(),
            Self::Failure(_, harm) => harm.id().into(),
            Self::Component(_, own) => own.id().into(),
            Self::Catalog(_, figure) => figure.to_string(),
            Self::ReconnectTime => "reconnect-time".into(),
            Self::Now(_, now) => now.id().into(),
            Self::Told(id) => id.to_string(),
        }
    }

    /// The figure as people say it.
    pub fn said(&self, figure: &Figure) -> String {
        match self {
            Self::Headline(measure) => measure.said(figure),
            Self::DownTime => format::duration(figure.value),
            // Of single years: a chance, how often, and how long.
            Self::Told(id) if id.starts_with("years.") && figure.unit == Unit::Share => {
                format::availability(1.0 - figure.value)
            }
            Self::Told(id) if id.starts_with("years.") && figure.unit != Unit::PerYear => {
                format::duration(figure.value)
            }
            Self::Row(_, measure) => measure.said_in_cell(figure),
            Self::Failure(_, Harm::ReconnectTime) => format::figure(figure),
            Self::Failure(..) => format::users(figure.value),
            Self::Component(_, own) => own.said(figure),
            Self::Now(_, now) => now.said(figure),
            _ => format::figure(figure),
        }
    }

    /// Whether the page says one less the figure: people speak of what is there, and digits are kept in what is not.
    pub fn is_said_as_availability(&self) -> bool {
        matches!(
            self,
            Self::Headline(Measure::Any | Measure::Full | Measure::UserWeighted)
                | Self::Row(_, Measure::Any | Measure::Full | Measure::UserWeighted)
                | Self::Component(_, Own::Unavailability)
                | Self::Now(_, NowFigure::Unavailability)
        )
    }
}
