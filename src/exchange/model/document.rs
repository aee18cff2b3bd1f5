//! A model's file as a whole.

use super::formula::{AmountText, GateText, Whole};
use super::group::Group;
use super::placed::{ById, Placed};
use super::wanted::Wanted;
use crate::json;

/// A reliability model as it stands in a file.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(
    feature = "schema",
    derive(schemars::JsonSchema),
    schemars(deny_unknown_fields, title = "ReliabilityModel")
)]
pub struct Document {
    /// Always `availability-planner-model`.
    format: String,
    /// Version of the format.
    version: u32,
    /// Its name.
    #[cfg_attr(feature = "schema", schemars(default))]
    pub name: String,
    /// What fails and is repaired, by id.
    pub groups: ById<Group>,
    /// Formulas that are true or false, by id.
    #[cfg_attr(feature = "schema", schemars(default))]
    pub gates: ById<GateText>,
    /// Formulas that are whole numbers, by id.
    #[cfg_attr(feature = "schema", schemars(default))]
    pub amounts: ById<AmountText>,
    /// When the system is up.
    pub system: Placed<System>,
    /// How much there is of what is asked for.
    pub capacity: Option<Capacity>,
    /// What is to be answered.
    #[cfg_attr(feature = "schema", schemars(default))]
    pub measures: Wanted,
}

json::read_fields!(Document {
    format,
    version,
    name else String::new(),
    groups,
    gates = {},
    amounts = {},
    system,
    capacity = null,
    measures = {}
});

/// When the system is up: one of the two.
#[derive(Debug, Clone, Default, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct System {
    /// It is up while this is true.
    pub up_when: Option<Placed<GateText>>,
    /// It is down while this is true.
    pub failed_when: Option<Placed<GateText>>,
}

json::read_fields!(System { up_when = null, failed_when = null });

/// How much there is, and how much is asked for.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct Capacity {
    /// How much there is.
    pub amount: Placed<AmountText>,
    /// How much is asked for.
    pub demand: Whole,
}

json::read_fields!(Capacity { amount, demand });
