//! Why a command could not be carried out, in one message.

use std::io;

use availability_planner::analysis::AnalysisError;
use availability_planner::chart::ChartError;
use availability_planner::exchange::file::ReadError;
use availability_planner::exchange::link::LinkError;
use availability_planner::exchange::model::ModelFileError;
use availability_planner::exchange::open_psa::OpenPsaError;
use thiserror::Error;

#[derive(Debug, Error)]
pub(crate) enum Failure {
    #[error("{path}: cannot be read: {error}. Check the path and its permissions.")]
    Unreadable { path: String, error: io::Error },
    #[error("{path}: {error}")]
    Plan { path: String, error: ReadError },
    #[error("{0}")]
    Link(LinkError),
    #[error("{path}: there is no scenario “{wanted}”. Choose one of: {known}.")]
    NoScenario { path: String, wanted: String, known: String },
    #[error("{path}: there is no component or pool “{wanted}” to kill. Choose one of: {known}.")]
    NoComponent { path: String, wanted: String, known: String },
    #[error("{path}: “{component}” has no server “{wanted}” to kill. Choose one of: {known}.")]
    NoServer { path: String, component: String, wanted: String, known: String },
    #[error("{path}: there is no site “{wanted}” to kill. Choose one of: {known}.")]
    NoSite { path: String, wanted: String, known: String },
    #[error("{path}: there is no line “{wanted}” between two sites to kill. Lines: {known}.")]
    NoLine { path: String, wanted: String, known: String },
    #[error("{path}: {error}.{}", remedy(error))]
    Analysis { path: String, error: AnalysisError },
    #[error(transparent)]
    Chart(#[from] ChartError),
    #[error(
        "{path}: the file is neither XML nor JSON: it begins with {found}. Choose a fault tree or a model."
    )]
    NoModel { path: String, found: String },
    #[error(
        "{path}: the file is not UTF-8 text (from byte {at} on). Save it as UTF-8, or choose another file."
    )]
    NotText { path: String, at: usize },
    #[error("{path}: {error}")]
    FaultTree { path: String, error: Box<OpenPsaError> },
    #[error("{path}: {error}")]
    Model { path: String, error: Box<ModelFileError> },
    #[error("{path}: {problem}")]
    Asked { path: String, problem: &'static str },
    #[error("the answer cannot be written: {0}")]
    Output(#[from] io::Error),
    #[error("the answer cannot be written as JSON: {0}")]
    Json(#[from] serde_json::Error),
}

/// What to do about it, where the error itself does not say so.
fn remedy(error: &AnalysisError) -> &'static str {
    match error {
        AnalysisError::Model { .. } => " Correct the component's figures.",
        AnalysisError::TooManyOutcomes { .. } => "",
    }
}
