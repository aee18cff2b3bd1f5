//! The figures of the scenario that is shown.

use std::rc::Rc;

use yew::prelude::*;

use super::shared::Shared;
use crate::analysis::{Analysis, AnalysisError};

/// What is known of a scenario at this moment.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Computed {
    /// The figures, or those of the scenario before.
    pub analysis: Option<Shared<Analysis>>,
    /// Why there are none.
    pub problem: Option<AttrValue>,
    /// Whether the answer to the latest question is still missing.
    pub stale: bool,
}

impl Computed {
    /// What an answer says.
    pub fn of(result: Result<Rc<Analysis>, AnalysisError>) -> Self {
        match result {
            Ok(analysis) => Self { analysis: Some(Shared(analysis)), problem: None, stale: false },
            Err(error) => Self { analysis: None, problem: Some(error.to_string().into()), stale: false },
        }
    }
}
