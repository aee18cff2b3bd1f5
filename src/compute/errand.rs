//! What the page leaves to the worker, as texts that pass between the two.
//!
//! The worker has a program of its own, which is fetched once the first figures are on the screen.

use crate::analysis::FailureSet;
use crate::catalog::workload::Workload;
use crate::exchange::evaluation::StatementAnswer;
use crate::exchange::findings::FindingAnswer;
use crate::exchange::number::Number;
use crate::json;
use crate::panel::{Count, NamedNumber, Order, Panel, PanelKind};
use crate::plan::{NodeId, ScenarioId};

/// A question to the worker.
#[derive(Debug, Clone, PartialEq)]
pub struct Errand {
    /// Its number, in the order of asking.
    pub sequence: u32,
    /// The text of the plan's file.
    pub plan: String,
    /// The scenario that is meant.
    pub scenario: ScenarioId,
    /// What is down.
    pub down: FailureSet,
    /// The charts that are on the screen.
    pub charts: Vec<ChartErrand>,
    /// The panels that are on the screen.
    pub panels: Vec<PanelKind>,
    /// The change of the plan that is asked for, where there is one.
    pub order: Option<Order>,
    /// What is to be simulated; then nothing else is asked.
    pub simulate: Option<Simulate>,
}

json::fields!(Errand { sequence, plan, scenario, down, charts, panels, order, simulate });

/// Single years that are to be simulated, or told as far as they are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Simulate {
    /// The name of the open plan, whatever is drawn in it.
    pub key: String,
    /// How many years.
    pub years: u32,
    /// From which random numbers.
    pub seed: u32,
    /// Whether to go on; else what there is is told.
    pub go: bool,
    /// The room for the chart, in pixels: its width.
    pub width: u32,
    /// And its height.
    pub height: u32,
}

json::fields!(Simulate { key, years, seed, go, width, height });

/// A chart that is wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ChartErrand {
    /// What it shows.
    pub kind: ChartKind,
    /// The room for it, in pixels: its width, and the height that it keeps to where it is one of several.
    pub width: u32,
    /// The height, or none where it may be as high as it takes.
    pub height: Option<u32>,
}

json::fields!(ChartErrand { kind, width, height });

/// What a chart shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
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

json::names!(ChartKind { Availability, Served, Failures, Losses });

impl ChartKind {
    /// Its name in the page.
    pub fn id(self) -> &'static str {
        match self {
            Self::Availability => "availability",
            Self::Served => "served",
            Self::Failures => "failures",
            Self::Losses => "losses",
        }
    }
}

/// The worker's reply to the errand of the same number.
#[derive(Debug, Clone, PartialEq)]
pub struct Reply {
    /// The errand's number.
    pub sequence: u32,
    /// What the rules say of the plan.
    pub findings: Vec<FindingAnswer>,
    /// How many rules the plan was checked against.
    pub rules: u32,
    /// The figures of this moment, where anything is down.
    pub moment: Option<Moment>,
    /// The charts that were wanted, in the same order.
    pub charts: Vec<Drawn>,
    /// The panels that were wanted, in the same order.
    pub panels: Vec<Panel>,
    /// The numbers that stand in tabs, of all panels that have one.
    pub counts: Vec<Count>,
    /// The plan with the change that was asked for.
    pub done: Option<Done>,
    /// What is to leave the page, as the text of a [`Parcel`](super::Parcel), where that was asked for.
    pub parcel: Option<String>,
    /// Why it was not done, as a sentence, where something was asked for.
    pub refused: Option<String>,
    /// Why there are no figures of this moment, where something is down.
    pub problem: Option<String>,
    /// What is told of single years, where they were asked for; then there is nothing else.
    pub years: Option<Years>,
}

json::fields!(Reply {
    sequence,
    findings,
    rules,
    moment,
    charts,
    panels,
    counts,
    done,
    parcel,
    refused,
    problem,
    years
});

/// What is told of single years: everything that stands in the panel.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Years {
    /// Whether there is more to come if it is asked for.
    pub goes_on: bool,
    /// Whether the years are those of a plan that has changed since.
    pub is_stale: bool,
    /// What the button says; none where it is empty.
    pub button: String,
    /// What stands beside the button, as markup.
    pub bar: String,
    /// What has come of it, as a sentence.
    pub status: String,
    /// What stands below, as markup; a figure of it names its place in the list.
    pub body: String,
    /// The figures, `years.0` and so on.
    pub figures: Vec<NamedNumber>,
}

json::fields!(Years { goes_on, is_stale, button, bar, status, body, figures });

/// A chart that was drawn, or why it was not.
#[derive(Debug, Clone, PartialEq)]
pub struct Drawn {
    /// What it shows.
    pub kind: ChartKind,
    /// The drawing as markup, with the parts that can be pointed at over it; empty where there is none.
    pub svg: String,
    /// The same in words.
    pub text: String,
    /// Why there is no drawing.
    pub problem: Option<String>,
}

json::fields!(Drawn { kind, svg, text, problem });

/// A plan after an order was carried out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Done {
    /// What was done, in the imperative.
    pub label: String,
    /// The text of the plan's file.
    pub plan: String,
}

json::fields!(Done { label, plan });

/// What is known of the moment in which something is down.
#[derive(Debug, Clone, PartialEq)]
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

json::fields!(Moment {
    down,
    sentence,
    headline,
    rows,
    cut_off,
    over_capacity,
    reconnecting,
    reconnect_time,
    loads,
    statements
});

/// Who is served with something down.
#[derive(Debug, Clone, PartialEq)]
pub struct Served {
    /// Users served at this moment.
    pub users: Number,
    /// Share of the users' time lost in the long run, if what is down stays down.
    pub unavailability: Number,
    /// Minutes that a user then loses in a year.
    pub lost: Number,
}

json::fields!(Served { users, unavailability, lost });

/// A row of the table of workloads with something down.
#[derive(Debug, Clone, PartialEq)]
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

json::fields!(ServedRow { workload, population, location, served });

impl ServedRow {
    /// The row as text, as [`crate::analysis::RowKey::id`] says it.
    pub fn id(&self) -> String {
        format!("{}/{}/{}", self.workload.id(), self.population, self.location)
    }
}

/// The load of the servers of one component that are left; each carries the same.
#[derive(Debug, Clone, PartialEq)]
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

json::fields!(ServerLoad { component, users_each, users_each_before, capacity_each, is_over });
