//! What the page leaves to the worker, as texts that pass between the two.
//!
//! The worker has a program of its own, which is fetched once the first figures are on the screen.

use serde::{Deserialize, Serialize};

use crate::analysis::FailureSet;
use crate::catalog::figure::{Mark, Source, Unit};
use crate::catalog::workload::Workload;
use crate::chart::HitArea;
use crate::exchange::evaluation::StatementAnswer;
use crate::exchange::findings::FindingAnswer;
use crate::plan::{NodeId, ScenarioId};

/// A question to the worker.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Errand {
    /// Its number, in the order of asking.
    pub sequence: u64,
    /// The text of the plan's file.
    pub plan: String,
    /// The scenario that is meant.
    pub scenario: ScenarioId,
    /// What is down.
    pub down: FailureSet,
    /// The charts that are on the screen.
    pub charts: Vec<ChartErrand>,
    /// The finding to be mended, where there is one.
    pub mend: Option<Mend>,
}

/// A chart that is wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ChartErrand {
    /// What it shows.
    pub kind: ChartKind,
    /// Its width in pixels.
    pub width: u32,
}

/// What a chart shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ChartKind {
    /// The availability of each workload against its target.
    Availability,
    /// How many users are served, and for which share of time.
    Served,
    /// Whom the death of one server hits.
    Failures,
    /// What a user loses in a year, by cause.
    Losses,
}

/// A finding whose fix is to be made.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Mend {
    /// The rule's name.
    pub rule: String,
    /// The first node that the finding names.
    pub node: NodeId,
}

/// The worker's reply to the errand of the same number.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Reply {
    /// The errand's number.
    pub sequence: u64,
    /// What the rules say of the plan.
    pub findings: Vec<FindingAnswer>,
    /// How many rules the plan was checked against.
    pub rules: usize,
    /// The figures of this moment, where anything is down.
    pub moment: Option<Moment>,
    /// The charts that were wanted, in the same order.
    pub charts: Vec<Drawn>,
    /// What the mending came to.
    pub mended: Option<Mended>,
    /// Why there are no figures of this moment, where something is down.
    pub problem: Option<String>,
}

/// A chart that was drawn, or why it was not.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Drawn {
    /// What it shows.
    pub kind: ChartKind,
    /// The drawing, a whole `svg` element; empty where there is none.
    pub svg: String,
    /// What can be pointed at.
    pub marks: Vec<HitArea>,
    /// The same in words.
    pub text: String,
    /// Why there is no drawing.
    pub problem: Option<String>,
}

/// A plan after a finding was mended.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Mended {
    /// What was done, in the imperative.
    pub label: String,
    /// The text of the plan's file.
    pub plan: String,
}

/// What is known of the moment in which something is down.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Moment {
    /// What is down, in a few words.
    pub down: String,
    /// What happened, in one sentence.
    pub sentence: String,
    /// IM and presence for all users; none while the plan has no users.
    pub headline: Option<Served>,
    /// The rows of the table of workloads, in its order.
    pub rows: Vec<ServedRow>,
    /// Users without a workload that they had.
    pub cut_off: Number,
    /// Users for whom the survivors have no room.
    pub over_capacity: Number,
    /// Users who have to connect again.
    pub reconnecting: Number,
    /// Seconds until they are.
    pub reconnect_time: Number,
    /// The load of the servers that are left.
    pub loads: Vec<ServerLoad>,
    /// What the documents say of it.
    pub statements: Vec<StatementAnswer>,
}

/// Who is served with something down.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Served {
    /// Users served at this moment.
    pub users: Number,
    /// Share of the users' time lost in the long run, if what is down stays down.
    pub unavailability: Number,
    /// Minutes that a user then loses in a year.
    pub lost: Number,
}

/// A row of the table of workloads with something down.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ServedRow {
    /// What the users do.
    pub workload: Workload,
    /// The population they belong to.
    pub population: NodeId,
    /// `office` or `remote`.
    pub location: String,
    /// Who is served.
    pub served: Served,
}

/// The load of the servers of one component that are left; each carries the same.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ServerLoad {
    /// The component.
    pub component: NodeId,
    /// Users on each of them.
    pub users_each: Number,
    /// Users on each server with everything up.
    pub users_each_before: Number,
    /// Users that each of them carries.
    pub capacity_each: Number,
    /// Whether more users sit on each than it carries.
    pub is_over: bool,
}

/// A figure as it passes between page and worker: with the figures that it is computed from, but not with theirs.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Number {
    /// What the number is.
    pub name: String,
    /// The number, unrounded.
    pub value: f64,
    /// What it counts or measures.
    pub unit: Unit,
    /// How sure it is.
    pub mark: Mark,
    /// The formula, of a number that is computed.
    pub formula: Option<String>,
    /// What the formula reads.
    pub inputs: Vec<Number>,
    /// Where it was read, of a number of the catalog.
    pub source: Option<Source>,
}
