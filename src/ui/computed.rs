//! The figures of the scenario that is shown.

use yew::prelude::*;

use super::shared::Shared;
use crate::analysis::{Analysis, AnalysisError, Now};
use crate::compute::Figures;

/// What is known of a scenario at this moment.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Computed {
    /// The figures, or those of the scenario before.
    pub analysis: Option<Shared<Analysis>>,
    /// The figures of this moment, where anything is down.
    pub now: Option<Shared<Now>>,
    /// Why there are none.
    pub problem: Option<AttrValue>,
    /// Whether the answer to the latest question is still missing.
    pub stale: bool,
}

impl Computed {
    /// What an answer says.
    pub fn of(result: Result<Figures, AnalysisError>) -> Self {
        match result {
            Ok(figures) => Self {
                analysis: Some(Shared(figures.analysis)),
                now: figures.now.map(Shared),
                problem: None,
                stale: false,
            },
            Err(error) => Self { problem: Some(error.to_string().into()), ..Self::default() },
        }
    }
}
