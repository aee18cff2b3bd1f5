//! How a plan is to be analysed, and why it cannot be.

use thiserror::Error;

use crate::plan::Scenario;

/// How a plan is to be analysed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Options {
    /// Whether servers are taken out of service for planned work. The plan's targets can switch it off too.
    pub planned_work: bool,
}

impl Options {
    /// Whether servers of the scenario are taken out of service for planned work.
    pub(super) fn planned_work_counts(self, scenario: &Scenario) -> bool {
        self.planned_work && scenario.targets.planned_work_counts
    }
}

impl Default for Options {
    fn default() -> Self {
        Self { planned_work: true }
    }
}

/// Why a plan cannot be analysed.
#[derive(Debug, Clone, PartialEq, Error)]
pub enum AnalysisError {
    /// A component's figures make no model.
    #[error("“{component}” cannot be modelled: {problem}")]
    Model {
        /// The component's name on the screen.
        component: String,
        /// What is wrong with its figures.
        problem: String,
    },
    /// The numbers of users that can be served are too many to be listed.
    #[error(
        "the numbers of users that “{scenario}” can serve at a time are too many to be told exactly; homes of like size with like numbers of users make them fewer"
    )]
    TooManyOutcomes {
        /// The scenario's name on the screen.
        scenario: String,
    },
}
