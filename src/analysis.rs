//! How a plan becomes a reliability model, and how the model's figures become answers.

mod answer;
mod options;

pub use answer::{
    Analysis, ComponentFigures, Failure, Headline, Impact, Location, Losses, Measures, Note, RowKey,
    WorkloadRow,
};
pub use options::{AnalysisError, Options};

/// Analyses a scenario.
///
/// # Errors
/// [`AnalysisError`] names the component whose figures make no model.
pub fn analyse(
    _scenario: &crate::plan::Scenario,
    _catalog: &crate::catalog::Catalog,
    _options: Options,
) -> Result<Analysis, AnalysisError> {
    Ok(Analysis {
        headline: None,
        workloads: Vec::new(),
        failures: Vec::new(),
        components: std::collections::BTreeMap::new(),
        notes: Vec::new(),
        assumptions: Vec::new(),
    })
}
