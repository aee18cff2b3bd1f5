//! What is to be answered.

use super::numbers::{Hours, HoursOrNone};
use crate::json::{self, FromJson, Json, Reading};

/// What is to be answered beside the probability that the system is down.
#[allow(clippy::struct_excessive_bools, reason = "each is a field of the file by itself")]
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct Wanted {
    /// How often it fails, and how long it is up and down.
    #[cfg_attr(feature = "schema", schemars(default = "yes"))]
    pub frequency: bool,
    /// How much each group matters.
    #[cfg_attr(feature = "schema", schemars(default))]
    pub importance: bool,
    /// Which sets of failures take it down.
    #[cfg_attr(feature = "schema", schemars(default))]
    pub cut_sets: Option<CutSets>,
    /// How much there is, and how likely that is enough.
    #[cfg_attr(feature = "schema", schemars(default))]
    pub capacity: bool,
    /// The mean time to its first failure, all being good at first.
    #[cfg_attr(feature = "schema", schemars(default))]
    pub first_failure: bool,
    /// The availability after so many hours, all being good at first.
    #[cfg_attr(feature = "schema", schemars(default))]
    pub at_hours: Vec<HoursOrNone>,
    /// The mean availability over so many first hours.
    #[cfg_attr(feature = "schema", schemars(default))]
    pub over_hours: Vec<Hours>,
    /// What the figures' uncertainty makes of the answer.
    #[cfg_attr(feature = "schema", schemars(default))]
    pub uncertainty: Option<Uncertainty>,
    /// What single years look like.
    #[cfg_attr(feature = "schema", schemars(default))]
    pub simulation: Option<Simulation>,
}

json::read_fields!(Wanted {
    frequency = true,
    importance = false,
    cut_sets = null,
    capacity = false,
    first_failure = false,
    at_hours = [],
    over_hours = [],
    uncertainty = null,
    simulation = null
});

/// What is answered without being asked for.
impl Default for Wanted {
    fn default() -> Self {
        Self {
            frequency: true,
            importance: false,
            cut_sets: None,
            capacity: false,
            first_failure: false,
            at_hours: Vec::new(),
            over_hours: Vec::new(),
            uncertainty: None,
            simulation: None,
        }
    }
}

#[cfg(feature = "schema")]
fn yes() -> bool {
    true
}

/// Which minimal cut sets are listed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields, default))]
pub struct CutSets {
    /// Only sets of so many failures or fewer; all where absent.
    pub max_order: Option<u32>,
    /// How many of the most likely are listed, 100,000 at most.
    #[cfg_attr(feature = "schema", schemars(range(max = CutSets::MOST_LISTED)))]
    pub top: u32,
}

impl CutSets {
    /// How many sets can be listed; each takes room of its own, and nobody reads more.
    pub const MOST_LISTED: u32 = 100_000;
}

impl FromJson for CutSets {
    fn from_json(part: &Json<'_>, reading: &mut Reading) -> Self {
        let Given { max_order, top: Listed(top) } = Given::from_json(part, reading);
        Self { max_order, top }
    }
}

/// The fields as the file has them.
struct Given {
    max_order: Option<u32>,
    top: Listed,
}

json::read_fields!(Given { max_order = null, top else Listed(CutSets::default().top) });

/// How many sets are listed.
struct Listed(u32);

impl FromJson for Listed {
    fn from_json(part: &Json<'_>, reading: &mut Reading) -> Self {
        let most = CutSets::MOST_LISTED;
        let number = part.whole_number().and_then(|number| u32::try_from(number).ok());
        let number = number.filter(|number| *number <= most);
        if number.is_none() {
            reading.refuse(&|| format!("expected a whole number from 0 to {most}, found {part}"));
        }
        Self(number.unwrap_or_default())
    }
}

impl Default for CutSets {
    fn default() -> Self {
        Self { max_order: None, top: 20 }
    }
}

/// How uncertainty is propagated.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields, default))]
pub struct Uncertainty {
    /// How many samples are drawn.
    pub samples: u32,
    /// What they are drawn from; the same number gives the same answer.
    pub seed: u32,
}

json::read_fields!(Uncertainty { samples else Self::default().samples, seed else Self::default().seed });

impl Default for Uncertainty {
    fn default() -> Self {
        Self { samples: 1_000, seed: 1 }
    }
}

/// How single years are simulated.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct Simulation {
    /// How many years.
    pub years: u32,
    /// What they are drawn from; the same number gives the same answer.
    #[cfg_attr(feature = "schema", schemars(default))]
    pub seed: u32,
}

json::read_fields!(Simulation { years, seed else 1 });
