//! The analysis of a plan as JSON, for scripts and for continuous integration of a plan.

mod account;
mod now;
mod statement;

use serde::Serialize;

use crate::analysis::{
    Analysis, Failure, Headline, Losses, Measures, Note, Now, Options, RowKey, WorkloadRow,
};
use crate::plan::{Document, Scenario};

pub use account::{
    AccountAnswer, InterruptionAnswer, KeptDataAnswer, LostAnswer, RecoveryAnswer, RecoveryPointAnswer,
    RecoveryTimeAnswer, RestorationAnswer, TimingAnswer,
};
pub use now::{HeadlineNowAnswer, LoadAnswer, NowAnswer, WorkloadNowAnswer};
pub use statement::{FactAnswer, StatementAnswer};

/// What `planner evaluate --json` prints. Availabilities are shares of one; times say their unit in their name.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Evaluation {
    /// The plan's name.
    pub plan: String,
    /// The scenario's id.
    pub scenario: String,
    /// Whether servers are taken out of service for planned work.
    pub planned_work: bool,
    /// Whether the drawing is unsupported in a way that leaves no meaning, so that the figures stand for what would
    /// be left of it.
    pub hypothetical: bool,
    /// IM and presence for all users, each by his own path; null while the plan has no users.
    pub headline: Option<HeadlineAnswer>,
    /// One entry for each workload of the users of each population at each location.
    pub workloads: Vec<WorkloadAnswer>,
    /// One entry for each single server.
    pub failures: Vec<FailureAnswer>,
    /// What the plan does with the servers of `--kill` down; null where none is given.
    pub now: Option<NowAnswer>,
    /// What the reader of the figures has to know about the drawing.
    pub notes: Vec<NoteAnswer>,
    /// What was taken for granted because it is not drawn.
    pub assumptions: Vec<String>,
}

/// Figures of all users or of a row.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct MeasuresAnswer {
    /// Share of time in which somebody is served.
    pub availability_any: f64,
    /// Share of time in which nobody is served.
    pub unavailability_any: f64,
    /// Share of time in which every tier carries all who want it.
    pub availability_full: f64,
    /// Share of time in which some tier does not.
    pub unavailability_full: f64,
    /// Share of the users' time in which they are served.
    pub availability_user_weighted: f64,
    /// Share of the users' time that is lost.
    pub unavailability_user_weighted: f64,
    /// Minutes that a user loses in a year, by cause.
    pub loss_minutes_per_user_year: LossAnswer,
    /// How often a year service breaks off for all of them.
    pub outages_per_year: f64,
    /// How long such an outage lasts on average.
    pub mean_down_time_hours: f64,
    /// Users whom the smallest tier on the path carries with everything up.
    pub capacity_users: f64,
    /// Connected users who want it.
    pub demand_users: f64,
}

/// Minutes that a user loses in a year, by cause.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct LossAnswer {
    /// Nobody is served for a reason other than planned work.
    pub outage: f64,
    /// The service is up but carries fewer users than want it.
    pub over_capacity: f64,
    /// Users connect again after a failure, planned work or an outage.
    pub reconnect: f64,
    /// Servers are out of service for planned work.
    pub planned: f64,
    /// All of these together.
    pub total: f64,
}

/// The plan in one line.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct HeadlineAnswer {
    /// Its figures, weighted by users.
    #[serde(flatten)]
    pub measures: MeasuresAnswer,
    /// The availability wanted, or null.
    pub target: Option<f64>,
}

/// Names a row.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct RowAnswer {
    /// The workload: `im-presence`, `conferencing` or `group-chat`.
    pub id: String,
    /// The users: the population's id, a slash, and `office` or `remote`.
    pub population: String,
}

/// A row of the table of workloads.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct WorkloadAnswer {
    /// Whose it is.
    #[serde(flatten)]
    pub row: RowAnswer,
    /// Where the users sit: `office` or `remote`.
    pub location: String,
    /// Its figures.
    #[serde(flatten)]
    pub measures: MeasuresAnswer,
    /// The availability wanted, or null.
    pub target: Option<f64>,
}

/// What happens when one server dies, everything else being up.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct FailureAnswer {
    /// The component's id.
    pub component: String,
    /// The server's id.
    pub server: String,
    /// Users without a workload that they had.
    pub users_cut_off: f64,
    /// Users for whom the survivors have no room.
    pub users_over_capacity: f64,
    /// Users who have to connect again, to another server, whether or not it has room for all of them.
    pub users_reconnecting: f64,
    /// Seconds until they are; 0 where nobody has to.
    pub reconnect_seconds: f64,
    /// Rows that nobody is served of any more.
    pub workloads_down: Vec<RowAnswer>,
    /// Rows that are served but in part, or without the content of conferences.
    pub workloads_degraded: Vec<RowAnswer>,
}

/// Something about the drawing that the reader of its figures has to know.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct NoteAnswer {
    /// The node that it is about, or null.
    pub node: Option<String>,
    /// The sentence.
    pub text: String,
    /// Whether it makes the figures hypothetical.
    pub hypothetical: bool,
}

impl Evaluation {
    /// Puts an analysis into the form of the answer.
    pub fn new(document: &Document, scenario: &Scenario, options: Options, analysis: &Analysis) -> Self {
        Self {
            plan: document.name.clone(),
            scenario: scenario.id.to_string(),
            planned_work: options.planned_work && scenario.targets.planned_work_counts,
            hypothetical: analysis.notes.iter().any(|note| note.hypothetical),
            headline: analysis.headline.as_ref().map(HeadlineAnswer::from),
            workloads: analysis.workloads.iter().map(WorkloadAnswer::from).collect(),
            failures: analysis.failures.iter().map(FailureAnswer::from).collect(),
            now: None,
            notes: analysis.notes.iter().map(NoteAnswer::from).collect(),
            assumptions: analysis.assumptions.clone(),
        }
    }

    /// The same with what the plan does with servers killed.
    #[must_use]
    pub fn with_now(self, now: &Now) -> Self {
        Self { now: Some(NowAnswer::from(now)), ..self }
    }
}

impl From<&Measures> for MeasuresAnswer {
    fn from(measures: &Measures) -> Self {
        let any = measures.unavailability_any.value;
        let full = measures.unavailability_full.value;
        let user_weighted = measures.unavailability_user_weighted.value;
        Self {
            availability_any: 1.0 - any,
            unavailability_any: any,
            availability_full: 1.0 - full,
            unavailability_full: full,
            availability_user_weighted: 1.0 - user_weighted,
            unavailability_user_weighted: user_weighted,
            loss_minutes_per_user_year: LossAnswer::from(&measures.losses),
            outages_per_year: measures.outages_per_year.value,
            mean_down_time_hours: measures.mean_down_time.value,
            capacity_users: measures.capacity_users.value,
            demand_users: measures.demand_users.value,
        }
    }
}

impl From<&Losses> for LossAnswer {
    fn from(losses: &Losses) -> Self {
        Self {
            outage: losses.outage.value,
            over_capacity: losses.over_capacity.value,
            reconnect: losses.reconnect.value,
            planned: losses.planned.value,
            total: losses.total.value,
        }
    }
}

impl From<&Headline> for HeadlineAnswer {
    fn from(headline: &Headline) -> Self {
        Self { measures: MeasuresAnswer::from(&headline.measures), target: headline.target }
    }
}

impl From<&RowKey> for RowAnswer {
    fn from(key: &RowKey) -> Self {
        Self { id: key.workload.id().into(), population: key.users() }
    }
}

impl From<&WorkloadRow> for WorkloadAnswer {
    fn from(row: &WorkloadRow) -> Self {
        Self {
            row: RowAnswer::from(&row.key),
            location: row.key.location.id().into(),
            measures: MeasuresAnswer::from(&row.measures),
            target: row.target,
        }
    }
}

impl From<&Failure> for FailureAnswer {
    fn from(failure: &Failure) -> Self {
        let impact = &failure.impact;
        let rows = |keys: &[RowKey]| keys.iter().map(RowAnswer::from).collect();
        Self {
            component: failure.component.to_string(),
            server: failure.server.to_string(),
            users_cut_off: impact.users_cut_off.value,
            users_over_capacity: impact.users_over_capacity.value,
            users_reconnecting: impact.users_reconnecting.value,
            reconnect_seconds: impact.reconnect_time.value,
            workloads_down: rows(&impact.workloads_down),
            workloads_degraded: rows(&impact.workloads_degraded),
        }
    }
}

impl From<&Note> for NoteAnswer {
    fn from(note: &Note) -> Self {
        Self {
            node: note.node.as_ref().map(ToString::to_string),
            text: note.text.clone(),
            hypothetical: note.hypothetical,
        }
    }
}
