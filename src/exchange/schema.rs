//! The published JSON Schemas, generated from the types that read and write.

use schemars::{Schema, schema_for};

use super::capacity::Capacity;
use super::evaluation::Evaluation;
use super::findings::Findings;
use super::model;
use super::solution::Solution;
use super::years::Simulated;
use crate::plan::Document;

/// A published schema.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Published {
    /// A plan's file.
    Plan,
    /// A reliability model's file.
    Model,
    /// What `planner evaluate --json` prints.
    Evaluation,
    /// What `planner solve --json` prints.
    Solution,
    /// What `planner simulate --json` prints.
    Simulation,
    /// What `planner check --json` prints.
    Findings,
    /// What `planner capacity --json` prints.
    Capacity,
}

impl Published {
    /// The schema.
    pub fn schema(self) -> Schema {
        match self {
            Self::Plan => schema_for!(Document),
            Self::Model => schema_for!(model::Document),
            Self::Evaluation => schema_for!(Evaluation),
            Self::Solution => schema_for!(Solution),
            Self::Simulation => schema_for!(Simulated),
            Self::Findings => schema_for!(Findings),
            Self::Capacity => schema_for!(Capacity),
        }
    }
}
