//! What can be said on the command line.

use std::ops::RangeInclusive;
use std::path::PathBuf;

use availability_planner::catalog::workload::Workload;
use availability_planner::chart::WIDTHS;
use availability_planner::exchange::model::CutSets;
use availability_planner::exchange::open_psa::MISSION_TIME_HOURS;

use clap::{Parser, Subcommand, ValueEnum};

/// Plans Office Communications Server 2007 R2 topologies.
#[derive(Debug, Parser)]
#[command(name = "planner", version, about)]
pub(crate) struct Args {
    #[command(subcommand)]
    pub command: Command,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Prints how available a plan is, for whom, and what happens when a server dies.
    Evaluate(Evaluate),
    /// Draws a chart as an SVG file, on standard output.
    Chart(DrawChart),
    /// Prints which rules a plan breaks, why, and what would mend it; exit code 1 if one of them is an error.
    ///
    /// Open items of the checklist follow: what a plan does not hold and somebody has to look at. They never change the exit code.
    Check(Check),
    /// Prints how many servers, ports and addresses the users need beside what is drawn, and the loads that they make.
    Capacity(CapacityOf),
    /// Prints the parts of a plan: roles, computers, appliances, gateways, addresses and lines, counted apart.
    Parts(Parts),
    /// Answers for a fault tree or a reliability model; exit code 1 if not all of it could be had exactly.
    ///
    /// The file is a fault tree in the Open-PSA format (SCRAM's dialect, XML) or a model as docs/model-format.md describes it (JSON).
    Solve(Solve),
    /// Simulates single years of a plan: what users lose in usual and bad years, and how likely a year meets the target.
    Simulate(Simulate),
    /// Prints a plan's workloads as fault trees, a picture of it, or a link to it.
    ///
    /// A picture is an SVG document with the plan in it, which the page opens again. The options but --to and --scenario are for fault
    /// trees.
    ///
    /// Open-PSA in SCRAM's dialect: one fault tree for each workload of each population in the office and remote, in two views: nobody
    /// is served (any), or some tier carries fewer than want it (full). A tree's name is WORKLOAD-POPULATION-LOCATION-VIEW, and
    /// `planner solve FILE --top NAME` answers for it with the unavailability that `planner evaluate` finds. A group of servers
    /// becomes one basic event for each of its levels; times are not written, so a tree has a probability and no frequency.
    Export(Export),
    /// Prints a JSON Schema: of a plan's or a model's file, or of what an answer's `--json` prints.
    Schema {
        /// Which one.
        name: SchemaName,
    },
}

#[derive(Debug, clap::Args)]
pub(crate) struct Evaluate {
    /// The plan's file, or - for standard input.
    pub plan: PathBuf,
    /// The scenario's id; the first one where absent.
    #[arg(long, value_name = "ID")]
    pub scenario: Option<String>,
    /// Leaves servers in service at all times.
    #[arg(long)]
    pub no_planned_work: bool,
    /// Kills a server, all servers of a component or pool, all of a site (site:SITE) or a line between two (line:SITE/SITE); may be
    /// given several times.
    #[arg(long, value_name = "COMPONENT[/SERVER]")]
    pub kill: Vec<String>,
    /// Prints one JSON object in place of tables.
    #[arg(long)]
    pub json: bool,
}

#[derive(Debug, clap::Args)]
pub(crate) struct DrawChart {
    /// The plan's file, or - for standard input.
    pub plan: PathBuf,
    /// What it shows.
    #[arg(long)]
    pub kind: ChartKind,
    /// Its width in pixels.
    #[arg(long, default_value_t = 760, value_parser = clap::value_parser!(u32).range(widths()))]
    pub width: u32,
    /// The scenario's id; the first one where absent.
    #[arg(long, value_name = "ID")]
    pub scenario: Option<String>,
    /// Leaves servers in service at all times.
    #[arg(long)]
    pub no_planned_work: bool,
}

fn widths() -> RangeInclusive<i64> {
    i64::from(*WIDTHS.start())..=i64::from(*WIDTHS.end())
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum ChartKind {
    /// The availability of each workload against its target.
    Availability,
    /// How many users are served, and for which share of time.
    Served,
    /// Whom the death of one server hits.
    Failures,
    /// What a user loses in a year, by cause.
    Losses,
}

#[derive(Debug, clap::Args)]
pub(crate) struct Check {
    /// The plan's file, or - for standard input.
    pub plan: PathBuf,
    /// The scenario's id; the first one where absent.
    #[arg(long, value_name = "ID")]
    pub scenario: Option<String>,
    /// Prints one JSON object in place of a list.
    #[arg(long)]
    pub json: bool,
}

#[derive(Debug, clap::Args)]
pub(crate) struct CapacityOf {
    /// The plan's file, or - for standard input.
    pub plan: PathBuf,
    /// The scenario's id; the first one where absent.
    #[arg(long, value_name = "ID")]
    pub scenario: Option<String>,
    /// Prints one JSON object in place of tables.
    #[arg(long)]
    pub json: bool,
}

#[derive(Debug, clap::Args)]
pub(crate) struct Parts {
    /// The plan's file, or - for standard input.
    pub plan: PathBuf,
    /// The scenario's id; the first one where absent.
    #[arg(long, value_name = "ID")]
    pub scenario: Option<String>,
    /// Prints a table for spreadsheets in place of a list.
    #[arg(long, conflicts_with = "json")]
    pub csv: bool,
    /// Prints one JSON object in place of a list.
    #[arg(long)]
    pub json: bool,
}

#[derive(Debug, clap::Args)]
pub(crate) struct Simulate {
    /// The plan's file, or - for standard input.
    pub plan: PathBuf,
    /// How many years.
    #[arg(long, value_name = "N", default_value_t = 10_000, value_parser = clap::value_parser!(u32).range(1..=1_000_000))]
    pub years: u32,
    /// From which random numbers; the same ones give the same years.
    #[arg(long, value_name = "N", default_value_t = 1)]
    pub seed: u32,
    /// The scenario's id; the first one where absent.
    #[arg(long, value_name = "ID")]
    pub scenario: Option<String>,
    /// Leaves servers in service at all times.
    #[arg(long)]
    pub no_planned_work: bool,
    /// Prints one JSON object in place of a table.
    #[arg(long)]
    pub json: bool,
}

#[derive(Debug, clap::Args)]
pub(crate) struct Export {
    /// The plan's file, or - for standard input.
    pub plan: PathBuf,
    /// The format.
    #[arg(long, value_name = "FORMAT")]
    pub to: ExportFormat,
    /// Only this workload: im-presence, conferencing or group-chat.
    #[arg(long, value_name = "ID", value_parser = workload)]
    pub workload: Option<Workload>,
    /// Only this view.
    #[arg(long)]
    pub view: Option<ExportView>,
    /// The scenario's id; the first one where absent.
    #[arg(long, value_name = "ID")]
    pub scenario: Option<String>,
    /// Leaves servers in service at all times.
    #[arg(long)]
    pub no_planned_work: bool,
}

fn workload(id: &str) -> Result<Workload, String> {
    let known = Workload::ALL.into_iter().find(|workload| workload.id() == id);
    known.ok_or_else(|| {
        let ids = Workload::ALL.map(Workload::id);
        format!("there is no such workload; choose one of {}", ids.join(", "))
    })
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum ExportFormat {
    /// Fault trees in the Open-PSA Model Exchange Format, as SCRAM reads it.
    OpenPsa,
    /// A picture in light colours, with the plan in it.
    Svg,
    /// The same in dark colours.
    SvgDark,
    /// The part of a link to the page that holds the plan, from the # on.
    Link,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum ExportView {
    /// Nobody is served.
    Any,
    /// Some tier carries fewer than want it.
    Full,
}

#[derive(Debug, clap::Args)]
#[allow(clippy::struct_excessive_bools, reason = "each is an option by itself")]
pub(crate) struct Solve {
    /// The file, or - for standard input.
    pub file: PathBuf,
    /// The top gate of a fault tree, or the fault tree whose one top gate is meant.
    #[arg(long, value_name = "NAME")]
    pub top: Option<String>,
    /// Prints one JSON object in place of tables.
    #[arg(long)]
    pub json: bool,
    /// Adds how much each event or group matters.
    #[arg(long)]
    pub importance: bool,
    /// Adds how much a model carries, and how likely that meets the demand.
    #[arg(long)]
    pub capacity: bool,
    /// Adds how many minimal cut sets there are, and so many of the most likely, 100000 at most; with --importance also Fussell–Vesely
    /// importance by cut sets.
    #[arg(long, value_name = "N", num_args = 0..=1, default_missing_value = "20", value_parser = clap::value_parser!(u32).range(listed()))]
    pub cut_sets: Option<u32>,
    /// Lists only cut sets of so many failures or fewer.
    #[arg(long, value_name = "K", requires = "cut_sets")]
    pub order: Option<u32>,
    /// Adds a model's mean time to the first failure, all being good at first.
    #[arg(long)]
    pub first_failure: bool,
    /// Adds a model's availability after so many hours, all being good at first: 24,720.
    #[arg(long, value_name = "HOURS", value_delimiter = ',')]
    pub at: Vec<f64>,
    /// Adds a model's mean availability over so many first hours: 8760.
    #[arg(long, value_name = "HOURS", value_delimiter = ',')]
    pub over: Vec<f64>,
    /// Adds what the error factors of a model's figures make of the answer, from so many samples.
    #[arg(long, value_name = "SAMPLES", value_parser = clap::value_parser!(u32).range(2..=10_000_000))]
    pub uncertainty: Option<u32>,
    /// Adds what single years of a model look like, by simulating so many.
    #[arg(long, value_name = "YEARS", value_parser = clap::value_parser!(u32).range(1..=1_000_000))]
    pub simulate: Option<u32>,
    /// What samples and years are drawn from; the same number gives the same answer.
    #[arg(long, value_name = "N")]
    pub seed: Option<u32>,
    /// The mission time of a fault tree, in hours.
    #[arg(long, value_name = "HOURS", default_value_t = MISSION_TIME_HOURS, value_parser = from_zero)]
    pub mission_time: f64,
    /// Room for so many nodes of decision diagrams, of some 30 bytes each.
    #[arg(long, value_name = "N", default_value_t = 24_000_000)]
    pub nodes: usize,
    /// Ends the work after so many seconds; what could not be had by then is bounded.
    #[arg(long, value_name = "S", default_value_t = 45.0, value_parser = from_zero)]
    pub seconds: f64,
}

/// A number from 0 on.
fn from_zero(text: &str) -> Result<f64, String> {
    match text.parse::<f64>() {
        Ok(number) if (0.0..=f64::MAX).contains(&number) => Ok(number),
        _ => Err("expected a number from 0 on".into()),
    }
}

fn listed() -> RangeInclusive<i64> {
    0..=i64::from(CutSets::MOST_LISTED)
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum SchemaName {
    /// A plan's file.
    Plan,
    /// A reliability model's file.
    Model,
    /// What `evaluate --json` prints.
    Evaluation,
    /// What `solve --json` prints.
    Solution,
    /// What `simulate --json` prints.
    Simulation,
    /// What `check --json` prints.
    Findings,
    /// What `capacity --json` prints.
    Capacity,
}
