//! Simulated years of a plan as JSON, for scripts.

use serde::Serialize;

use crate::analysis::{Options, SimulatedMean, YearFigures};
use crate::plan::{Document, Scenario};

/// What `planner simulate --json` prints.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Simulated {
    /// The plan's name.
    pub plan: String,
    /// The scenario's id.
    pub scenario: String,
    /// Whether servers are taken out of service for planned work.
    pub planned_work: bool,
    /// From which random numbers.
    pub seed: u32,
    /// Years simulated.
    pub years: u32,
    /// What they say of IM and presence for all users, each by his own path; null while the plan has no users.
    pub result: Option<YearsAnswer>,
}

/// What simulated years say. Users who connect again count as served.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct YearsAnswer {
    /// Events that changed something.
    pub events: u64,
    /// The level of confidence of all ranges.
    pub confidence: f64,
    /// The share of a year in which a user is to be served: the plan's target, or 0.999 where it has none.
    pub target: f64,
    /// Minutes that a user may lose in a year for it, less what reconnecting takes in the long run.
    pub allowed_minutes: f64,
    /// How likely a year keeps to that.
    pub chance_to_meet_target: ChanceAnswer,
    /// Minutes that a user loses in a year.
    pub lost_minutes: LostAnswer,
    /// Minutes of a year's longest outage, in which nobody at all is served.
    pub longest_outage_minutes: LongestAnswer,
    /// Outages in a year.
    pub outages_per_year: MeanAnswer,
    /// How likely a year has no outage.
    pub chance_of_no_outage: f64,
}

/// A share of the years.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ChanceAnswer {
    /// The share.
    pub share: f64,
    /// The lower end of its range.
    pub low: f64,
    /// The upper end.
    pub high: f64,
}

/// How what a user loses is spread over the years.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct LostAnswer {
    /// What half of the years stay within.
    pub median: f64,
    /// What nineteen years of twenty stay within.
    pub percentile_95: f64,
    /// The worst year seen.
    pub worst: f64,
    /// The mean year.
    pub mean: MeanAnswer,
}

/// How the longest outage is spread over the years.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct LongestAnswer {
    /// What half of the years stay within.
    pub median: f64,
    /// What nineteen years of twenty stay within.
    pub percentile_95: f64,
    /// The longest one seen.
    pub longest: f64,
}

/// A simulated mean beside the exact long-run figure.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct MeanAnswer {
    /// The mean over the simulated years.
    pub mean: f64,
    /// The lower end of its range; null where too little was seen for one.
    pub low: Option<f64>,
    /// The upper end.
    pub high: Option<f64>,
    /// The exact figure.
    pub exact: f64,
}

impl From<&SimulatedMean> for MeanAnswer {
    fn from(mean: &SimulatedMean) -> Self {
        Self {
            mean: mean.mean.value,
            low: mean.interval.map(|interval| interval.low),
            high: mean.interval.map(|interval| interval.high),
            exact: mean.exact.value,
        }
    }
}

impl From<&YearFigures> for YearsAnswer {
    fn from(figures: &YearFigures) -> Self {
        let chance = figures.chance_interval;
        Self {
            events: figures.events,
            confidence: figures.confidence,
            target: figures.target.value,
            allowed_minutes: figures.limit.value,
            chance_to_meet_target: ChanceAnswer {
                share: figures.chance.value,
                low: chance.low,
                high: chance.high,
            },
            lost_minutes: LostAnswer {
                median: figures.median.value,
                percentile_95: figures.bad_year.value,
                worst: figures.worst.value,
                mean: MeanAnswer::from(&figures.lost),
            },
            longest_outage_minutes: LongestAnswer {
                median: figures.longest_median.value,
                percentile_95: figures.longest_bad.value,
                longest: figures.longest_worst.value,
            },
            outages_per_year: MeanAnswer::from(&figures.outages),
            chance_of_no_outage: figures.no_outage.value,
        }
    }
}

impl Simulated {
    /// The answer for a scenario, so far without what its years say.
    pub fn new(
        document: &Document,
        scenario: &Scenario,
        options: Options,
        (years, seed): (u32, u32),
    ) -> Self {
        Self {
            plan: document.name.clone(),
            scenario: scenario.id.to_string(),
            planned_work: options.planned_work && scenario.targets.planned_work_counts,
            seed,
            years,
            result: None,
        }
    }
}
