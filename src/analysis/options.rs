//! How a plan is to be analysed, and why it cannot be.

use thiserror::Error;

/// How a plan is to be analysed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Options {
    /// Whether servers are taken out of service for planned work. The plan's targets can switch it off too.
    pub planned_work: bool,
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
}
