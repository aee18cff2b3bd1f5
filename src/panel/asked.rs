//! What a panel is written from.

use std::cell::OnceCell;
use std::rc::Rc;

use crate::analysis::{Analysis, AnalysisError, FailureSet, Now, Options, analyse, under_failure};
use crate::catalog::Catalog;
use crate::plan::Scenario;
use crate::rules::Finding;

/// What a panel is written from. The figures are worked out when a panel first asks for them.
#[derive(Debug)]
pub struct Asked<'a> {
    /// The plan.
    pub scenario: &'a Rc<Scenario>,
    /// What its parts can be.
    pub catalog: &'a Catalog,
    /// What is down; in line with the plan, see [`FailureSet::settle`].
    pub down: &'a FailureSet,
    /// What the rules say of the plan.
    pub findings: &'a [Finding],
    analysis: OnceCell<Result<Analysis, AnalysisError>>,
    now: OnceCell<Result<Now, AnalysisError>>,
}

impl<'a> Asked<'a> {
    /// A plan with what is down in it and what the rules say of it.
    pub fn new(
        scenario: &'a Rc<Scenario>,
        catalog: &'a Catalog,
        down: &'a FailureSet,
        findings: &'a [Finding],
    ) -> Self {
        Self { scenario, catalog, down, findings, analysis: OnceCell::new(), now: OnceCell::new() }
    }

    /// The plan's figures.
    ///
    /// # Errors
    /// Why there are none.
    pub fn analysis(&self) -> Result<&Analysis, &AnalysisError> {
        let analyse = || analyse(self.scenario, self.catalog, Options::default());
        self.analysis.get_or_init(analyse).as_ref()
    }

    /// The figures of this moment; none where nothing is down.
    ///
    /// # Errors
    /// Why there are none where something is down.
    pub fn now(&self) -> Result<Option<&Now>, &AnalysisError> {
        if self.down.is_empty() {
            return Ok(None);
        }
        let look = || under_failure(self.scenario, self.catalog, Options::default(), self.down);
        self.now.get_or_init(look).as_ref().map(Some)
    }
}
