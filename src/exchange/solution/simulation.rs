//! What single years look like.

use serde::Serialize;

use crate::exchange::model::{DescribedGroup, Description, Shape, Simulation as Wanted, Times};
use crate::reliability::{
    Amount, Estimate, FailureMode, Gate, IntervalMethod, ModelError, PlannedTimes, SimulatedActivePassive,
    SimulatedChain, SimulatedElement, SimulatedLoadShared, SimulatedMode, Simulation, SimulationError,
    SimulationModel, SimulationSettings, Spread, Structure, TopMeans,
};

/// Events between two looks at the time.
const EVENTS: u64 = 1 << 16;

/// What simulated years look like, from the steady state on.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct SimulationAnswer {
    /// How many years were simulated.
    pub years: u32,
    /// What they were drawn from.
    pub seed: u32,
    /// How many events changed something.
    pub events: u64,
    /// The share of time down.
    pub unavailability: EstimateAnswer,
    /// Outages per hour.
    pub frequency_per_hour: EstimateAnswer,
    /// Hours down in a year.
    pub downtime_hours: SpreadAnswer,
    /// Hours of a year's longest outage.
    pub longest_outage_hours: SpreadAnswer,
    /// The share of years without any downtime.
    pub years_without_downtime: f64,
    /// The lower end of Wilson's confidence interval for the chance of such a year.
    pub years_without_downtime_low: f64,
    /// The interval's upper end.
    pub years_without_downtime_high: f64,
    /// How the years were had, in words.
    pub method: &'static str,
    /// How likely each of the intervals holds the true value.
    pub confidence: f64,
}

/// An estimate with its confidence interval.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct EstimateAnswer {
    /// The estimate.
    pub value: f64,
    /// The interval's lower end; null where too little was seen.
    pub low: Option<f64>,
    /// The interval's upper end.
    pub high: Option<f64>,
    /// How the interval was found, in words.
    pub method: &'static str,
}

/// How a figure is spread over the years.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct SpreadAnswer {
    /// Its mean.
    pub mean: f64,
    /// What half of the years do not exceed.
    pub median: f64,
    /// What 95 % of the years do not exceed.
    pub percentile_95: f64,
    /// What 99 % of the years do not exceed.
    pub percentile_99: f64,
    /// The most that was seen.
    pub most: f64,
}

/// Why there is no simulation.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub(super) enum NoSimulation {
    #[error("“{0}” is an event, which has no times to simulate")]
    Event(String),
    #[error(transparent)]
    Simulation(#[from] SimulationError),
    #[error("the time was over before all years were simulated")]
    TimeOver,
}

impl From<ModelError> for NoSimulation {
    fn from(error: ModelError) -> Self {
        Self::Simulation(error.into())
    }
}

pub(super) fn of(
    structure: &Structure,
    failed: Gate,
    groups: &[DescribedGroup],
    amount: Option<Amount>,
    wanted: Wanted,
    is_over: &dyn Fn() -> bool,
) -> Result<SimulationAnswer, NoSimulation> {
    let elements: Vec<SimulatedElement> = groups.iter().map(element).collect::<Result<_, _>>()?;
    let model =
        SimulationModel { structure, elements: &elements, top: failed, means: TopMeans::Failed, amount };
    let Wanted { years, seed } = wanted;
    let usual = SimulationSettings::default();
    let streams = usual.streams.min(years.max(1));
    let mut simulation =
        Simulation::new(&model, SimulationSettings { years, streams, seed: seed.into(), ..usual })?;
    while !simulation.step(EVENTS).is_done() {
        if is_over() {
            return Err(NoSimulation::TimeOver);
        }
    }
    let outcome = simulation.outcome();
    let without_downtime = outcome.chance_within(0.0);
    Ok(SimulationAnswer {
        years,
        seed,
        events: outcome.events(),
        unavailability: estimate(&outcome.unavailability()),
        frequency_per_hour: estimate(&outcome.failures_per_hour()),
        downtime_hours: spread(&outcome.downtime_hours()),
        longest_outage_hours: spread(&outcome.longest_outage_hours()),
        years_without_downtime: without_downtime.share,
        years_without_downtime_low: without_downtime.interval.low,
        years_without_downtime_high: without_downtime.interval.high,
        method: "events drawn one by one, from the steady state on",
        confidence: without_downtime.confidence.level(),
    })
}

fn estimate(found: &Estimate) -> EstimateAnswer {
    let Estimate { value, interval, method, .. } = found;
    EstimateAnswer {
        value: *value,
        low: interval.map(|interval| interval.low),
        high: interval.map(|interval| interval.high),
        method: match method {
            IntervalMethod::Regenerative { .. } => "ratio estimator over regenerative cycles",
            IntervalMethod::BatchMeans { .. } => "batch means",
            IntervalMethod::IndependentHistories { .. } => "independent histories",
        },
    }
}

fn spread(years: &Spread) -> SpreadAnswer {
    SpreadAnswer {
        mean: years.mean(),
        median: years.percentile(0.5),
        percentile_95: years.percentile(0.95),
        percentile_99: years.percentile(0.99),
        most: years.percentile(1.0),
    }
}

/// A group with its times as they are given.
fn element(group: &DescribedGroup) -> Result<SimulatedElement, NoSimulation> {
    let times = group.times;
    let modes = || group.modes.iter().map(|of| mode(of, times)).collect::<Result<Vec<_>, _>>();
    Ok(match &group.description {
        Description::Event { .. } => return Err(NoSimulation::Event(group.id.clone())),
        Description::Chain(chain) => SimulatedElement::Chain(SimulatedChain {
            levels: chain.states.iter().map(|state| state.level).collect(),
            transitions: chain.transitions.clone(),
        }),
        Description::LoadShared(shared) => {
            let at_random = shared.planned.filter(|_| group.window.is_none());
            let planned = at_random.map(|planned| {
                let duration = Shape::distribution(times.work, planned.mean_hours)?;
                Ok::<_, ModelError>(PlannedTimes { starts_per_hour: planned.starts_per_hour, duration })
            });
            SimulatedElement::LoadShared(SimulatedLoadShared {
                units: shared.units,
                modes: modes()?,
                crews: shared.crews,
                common_cause_share: shared.common_cause_share,
                planned: planned.transpose()?,
                window: group.window,
            })
        }
        Description::ActivePassive(standby) => {
            let time =
                |shape, hours: f64| (hours > 0.0).then(|| Shape::distribution(shape, hours)).transpose();
            SimulatedElement::ActivePassive(SimulatedActivePassive {
                nodes: standby.nodes,
                modes: modes()?,
                crews: standby.crews,
                failover: time(times.failover, standby.failover_hours)?,
                coverage: standby.coverage,
                manual_switch: time(times.manual_switch, standby.manual_switch_hours)?,
                dormancy: standby.dormancy,
                planned: standby.planned,
            })
        }
    })
}

fn mode(mode: &FailureMode, times: Times) -> Result<SimulatedMode, ModelError> {
    Ok(SimulatedMode {
        life: Shape::distribution(times.life, 1.0 / mode.failures_per_hour)?,
        repair: Shape::distribution(times.repair, mode.repair_hours)?,
    })
}
