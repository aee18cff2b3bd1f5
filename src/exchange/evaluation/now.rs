//! The figures of the moment, with servers killed.

use serde::Serialize;

use super::{MeasuresAnswer, RowAnswer};
use crate::analysis::{HeadlineNow, Load, Now, RowKey, RowNow, Statement};
use crate::json;

/// What the plan does with servers killed.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct NowAnswer {
    /// What is down, in a few words.
    pub down: String,
    /// What happened, in one sentence.
    pub sentence: String,
    /// IM and presence for all users; null while the plan has no users.
    pub headline: Option<HeadlineNowAnswer>,
    /// One entry for each entry of the plan's own workloads.
    pub workloads: Vec<WorkloadNowAnswer>,
    /// Users without a workload that they had.
    pub users_cut_off: f64,
    /// Users for whom the survivors have no room.
    pub users_over_capacity: f64,
    /// Users who have to connect again, whether or not the survivors have room for all of them.
    pub users_reconnecting: f64,
    /// Seconds until they are; 0 where nobody has to.
    pub reconnect_seconds: f64,
    /// Rows that nobody is served of any more.
    pub workloads_down: Vec<RowAnswer>,
    /// Rows that are served but in part, or without the content of conferences.
    pub workloads_degraded: Vec<RowAnswer>,
    /// Rows whose meetings break off.
    pub meetings_interrupted: Vec<RowAnswer>,
    /// Rows whose meetings go on once their users are connected again.
    pub meetings_resumed: Vec<RowAnswer>,
    /// The load of the servers that are left, by component.
    pub loads: Vec<LoadAnswer>,
    /// What the documents say of it.
    pub statements: Vec<StatementAnswer>,
}

/// The plan in one line, with servers killed.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct HeadlineNowAnswer {
    /// Users served at this moment, once everybody who can has connected again.
    pub users_served: f64,
    /// The figures of the long run if the killed servers stay down.
    pub held_down: MeasuresAnswer,
}

/// A row of the table of workloads, with servers killed.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct WorkloadNowAnswer {
    /// Whose it is.
    #[serde(flatten)]
    pub row: RowAnswer,
    /// Users served at this moment, once everybody who can has connected again.
    pub users_served: f64,
    /// Users who have to connect again at this moment.
    pub users_reconnecting: f64,
    /// The figures of the long run if the killed servers stay down.
    pub held_down: MeasuresAnswer,
}

/// The load of the servers of one component that are left; each carries the same.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct LoadAnswer {
    /// The component's id.
    pub component: String,
    /// The ids of the servers that are left.
    pub servers: Vec<String>,
    /// Users on each of them, whether or not it has room for all of them.
    pub users_each: f64,
    /// Users on each server with everything up.
    pub users_each_before: f64,
    /// Users that each of them carries.
    pub capacity_each: f64,
}

/// A sentence of the documents on what a failure means.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct StatementAnswer {
    /// `service`, `meetings`, `data` or `operator`.
    pub subject: String,
    /// The sentence.
    pub text: String,
    /// `documented`, `derived` or `assumed`.
    pub mark: String,
    /// Title of the document in which it, or what it follows from, was read.
    pub source: String,
    /// The document's address.
    pub url: String,
}

json::fields!(StatementAnswer { subject, text, mark, source, url });

impl From<&Now> for NowAnswer {
    fn from(now: &Now) -> Self {
        let impact = &now.impact;
        let rows = |keys: &[RowKey]| keys.iter().map(RowAnswer::from).collect();
        Self {
            down: now.name.clone(),
            sentence: now.sentence.clone(),
            headline: now.headline.as_ref().map(HeadlineNowAnswer::from),
            workloads: now.workloads.iter().map(WorkloadNowAnswer::from).collect(),
            users_cut_off: impact.users_cut_off.value,
            users_over_capacity: impact.users_over_capacity.value,
            users_reconnecting: impact.users_reconnecting.value,
            reconnect_seconds: impact.reconnect_time.value,
            workloads_down: rows(&impact.workloads_down),
            workloads_degraded: rows(&impact.workloads_degraded),
            meetings_interrupted: rows(&now.meetings_interrupted),
            meetings_resumed: rows(&now.meetings_resumed),
            loads: now.loads.iter().map(LoadAnswer::from).collect(),
            statements: now.statements.iter().copied().map(StatementAnswer::from).collect(),
        }
    }
}

impl From<&HeadlineNow> for HeadlineNowAnswer {
    fn from(headline: &HeadlineNow) -> Self {
        Self {
            users_served: headline.users_served.value,
            held_down: MeasuresAnswer::from(&headline.held.measures),
        }
    }
}

impl From<&RowNow> for WorkloadNowAnswer {
    fn from(row: &RowNow) -> Self {
        Self {
            row: RowAnswer::from(&row.held.key),
            users_served: row.users_served.value,
            users_reconnecting: row.users_reconnecting.value,
            held_down: MeasuresAnswer::from(&row.held.measures),
        }
    }
}

impl From<&Load> for LoadAnswer {
    fn from(load: &Load) -> Self {
        Self {
            component: load.component.to_string(),
            servers: load.servers.iter().map(ToString::to_string).collect(),
            users_each: load.users_each.value,
            users_each_before: load.users_each_before.value,
            capacity_each: load.capacity_each.value,
        }
    }
}

impl From<&Statement> for StatementAnswer {
    fn from(statement: &Statement) -> Self {
        Self {
            subject: statement.subject.id().into(),
            text: statement.text.into(),
            mark: statement.mark.word().into(),
            source: statement.source.title.into(),
            url: statement.source.url.into(),
        }
    }
}
