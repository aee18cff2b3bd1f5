//! Groups as they stand in a file.

use super::kinds::kind;
use super::numbers::{ErrorFactor, Hours, HoursOrNone, PerHour, Share};
use super::placed::Placed;
use super::times::{Times, Window};
use crate::json::{self, FromJson, Json, Reading};

/// A group of units, or an event.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename_all = "snake_case"))]
pub enum Group {
    /// A single unit that fails and is repaired.
    Unit(OneUnit),
    /// Equal units that share a load.
    LoadShared(SharedLoad),
    /// One unit serves, the others stand by.
    ActivePassive(Standby),
    /// Something that happens with a probability and has no times.
    Event(Event),
    /// States and transitions between them, in words of one's own.
    Chain(ChainText),
}

/// What stands for nothing while reading goes on after an error.
impl Default for Group {
    fn default() -> Self {
        Self::Event(Event { probability: Share(0.0), error_factors: ErrorFactors::default() })
    }
}

impl FromJson for Group {
    fn from_json(part: &Json<'_>, reading: &mut Reading) -> Self {
        const KINDS: [&str; 5] = ["unit", "load_shared", "active_passive", "event", "chain"];
        if kind(part, reading, &KINDS).is_none() {
            return Self::default();
        }
        let (kind, part) = reading.one_of(part, &KINDS);
        match kind {
            0 => Self::Unit(FromJson::from_json(part, reading)),
            1 => Self::LoadShared(FromJson::from_json(part, reading)),
            2 => Self::ActivePassive(FromJson::from_json(part, reading)),
            3 => Self::Event(FromJson::from_json(part, reading)),
            _ => Self::Chain(FromJson::from_json(part, reading)),
        }
    }
}

/// A single unit.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct OneUnit {
    /// Mean up time in hours; with `mttr_hours`, in place of failure modes.
    pub mtbf_hours: Option<Hours>,
    /// Mean time to repair in hours.
    pub mttr_hours: Option<Hours>,
    /// Several ways to fail, in place of the two times.
    #[cfg_attr(feature = "schema", schemars(default))]
    pub failure_modes: Vec<Mode>,
    /// Planned work, if any.
    pub planned_work: Option<Work>,
    /// Planned work by the calendar, if any; for the long run it counts as planned work at random times.
    pub maintenance_window: Option<Window>,
    /// What times look like where they are not exponential, for the simulation.
    #[cfg_attr(feature = "schema", schemars(default))]
    pub times: Times,
    /// How uncertain the figures are.
    #[cfg_attr(feature = "schema", schemars(default))]
    pub error_factors: ErrorFactors,
}

json::read_fields!(OneUnit {
    mtbf_hours = null,
    mttr_hours = null,
    failure_modes = [],
    planned_work = null,
    maintenance_window = null,
    times = {},
    error_factors = {}
});

/// Equal units that share a load.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct SharedLoad {
    /// How many units there are.
    pub units: u32,
    /// Mean up time of each in hours; with `mttr_hours`, in place of failure modes.
    pub mtbf_hours: Option<Hours>,
    /// Mean time to repair in hours.
    pub mttr_hours: Option<Hours>,
    /// Several ways to fail, in place of the two times.
    #[cfg_attr(feature = "schema", schemars(default))]
    pub failure_modes: Vec<Mode>,
    /// How many can be under repair at once; a crew for each unit where absent.
    pub crews: Option<u32>,
    /// The share of each unit's failures that take all of them down together; 0 where absent.
    pub common_cause_share: Option<Share>,
    /// Planned work on one unit after the other, if any.
    pub planned_work: Option<Work>,
    /// Planned work by the calendar, if any; for the long run it counts as planned work at random times.
    pub maintenance_window: Option<Window>,
    /// What times look like where they are not exponential, for the simulation.
    #[cfg_attr(feature = "schema", schemars(default))]
    pub times: Times,
    /// How uncertain the figures are.
    #[cfg_attr(feature = "schema", schemars(default))]
    pub error_factors: ErrorFactors,
}

json::read_fields!(SharedLoad {
    units,
    mtbf_hours = null,
    mttr_hours = null,
    failure_modes = [],
    crews = null,
    common_cause_share = null,
    planned_work = null,
    maintenance_window = null,
    times = {},
    error_factors = {}
});

/// One unit serves, the others stand by.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct Standby {
    /// How many nodes there are; 2 where absent.
    pub nodes: Option<u32>,
    /// Mean up time of each in hours; with `mttr_hours`, in place of failure modes.
    pub mtbf_hours: Option<Hours>,
    /// Mean time to repair in hours.
    pub mttr_hours: Option<Hours>,
    /// Several ways to fail, in place of the two times.
    #[cfg_attr(feature = "schema", schemars(default))]
    pub failure_modes: Vec<Mode>,
    /// How many can be under repair at once; a crew for each node where absent.
    pub crews: Option<u32>,
    /// The mean time of an automatic or planned switch, in hours; may be 0.
    pub failover_hours: HoursOrNone,
    /// The probability that the automatic switch works; 1 where absent.
    pub coverage: Option<Share>,
    /// The mean time of a manual switch, in hours; wanted where the coverage is below 1.
    pub manual_switch_hours: Option<HoursOrNone>,
    /// The failure rate of a passive node over that of a serving one; 1 where absent.
    pub dormancy: Option<Share>,
    /// The mean time between planned switches, in hours, if there are any.
    pub planned_switch_every_hours: Option<Hours>,
    /// What times look like where they are not exponential, for the simulation.
    #[cfg_attr(feature = "schema", schemars(default))]
    pub times: Times,
    /// How uncertain the figures are.
    #[cfg_attr(feature = "schema", schemars(default))]
    pub error_factors: ErrorFactors,
}

json::read_fields!(Standby {
    nodes = null,
    mtbf_hours = null,
    mttr_hours = null,
    failure_modes = [],
    crews = null,
    failover_hours,
    coverage = null,
    manual_switch_hours = null,
    dormancy = null,
    planned_switch_every_hours = null,
    times = {},
    error_factors = {}
});

/// Something that happens with a probability.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct Event {
    /// How likely it is to have happened.
    pub probability: Share,
    /// How uncertain that is.
    #[cfg_attr(feature = "schema", schemars(default))]
    pub error_factors: ErrorFactors,
}

json::read_fields!(Event { probability, error_factors = {} });

/// States and transitions.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields, rename = "Chain"))]
pub struct ChainText {
    /// The states; the first is where it starts.
    pub states: Vec<StateText>,
    /// The ways from one to another.
    pub transitions: Vec<TransitionText>,
}

json::read_fields!(ChainText { states, transitions });

/// A state of a chain.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields, rename = "State"))]
pub struct StateText {
    /// Its name.
    pub name: Placed<String>,
    /// How good it is: 0 the best; levels have no gaps.
    pub level: u32,
}

json::read_fields!(StateText { name, level });

/// A way from one state to another.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(
    feature = "schema",
    derive(schemars::JsonSchema),
    schemars(deny_unknown_fields, rename = "Transition")
)]
pub struct TransitionText {
    /// The name of the state left.
    pub from: Placed<String>,
    /// The name of the state entered.
    pub to: Placed<String>,
    /// The rate, per hour in the state left.
    pub per_hour: PerHour,
    /// How uncertain the rate is; certain where absent.
    pub error_factor: Option<ErrorFactor>,
}

json::read_fields!(TransitionText { from, to, per_hour, error_factor = null });

/// A way to fail.
#[derive(Debug, Clone, Copy, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct Mode {
    /// Mean up time between failures of this kind, in hours.
    pub mtbf_hours: Hours,
    /// Mean time to repair one of them, in hours.
    pub mttr_hours: Hours,
}

json::read_fields!(Mode { mtbf_hours, mttr_hours });

/// Work that takes one unit at a time out of service.
#[derive(Debug, Clone, Copy, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct Work {
    /// How long each unit serves between two works on it, a mean in hours.
    pub every_hours: Hours,
    /// How long each work takes, a mean in hours.
    pub duration_hours: Hours,
}

json::read_fields!(Work { every_hours, duration_hours });

/// How uncertain figures are: the 95th percentile over the median. What is given is the median; what has no factor is certain.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct ErrorFactors {
    /// Of the mean up time.
    pub mtbf_hours: Option<ErrorFactor>,
    /// Of the mean time to repair.
    pub mttr_hours: Option<ErrorFactor>,
    /// Of the time of an automatic switch.
    pub failover_hours: Option<ErrorFactor>,
    /// Of the time of a manual switch.
    pub manual_switch_hours: Option<ErrorFactor>,
    /// Of an event's probability.
    pub probability: Option<ErrorFactor>,
}

json::read_fields!(ErrorFactors {
    mtbf_hours = null,
    mttr_hours = null,
    failover_hours = null,
    manual_switch_hours = null,
    probability = null
});
