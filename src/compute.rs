//! Asynchronous request and answer: the latest request wins, whoever computes it.

mod clerk;
mod errand;
mod ordering;
mod parcel;
mod years;

use std::rc::Rc;

use crate::analysis::{Analysis, AnalysisError, Options, analyse};
use crate::catalog::Catalog;
use crate::plan::Scenario;

pub use clerk::Clerk;
pub use errand::{
    ChartErrand, ChartKind, Done, Drawn, Errand, Moment, Reply, Served, ServedRow, ServerLoad, Simulate,
    Years,
};
pub use ordering::{Ordering, Outcome};
pub use parcel::{Parcel, ParcelKind};

/// A question, numbered in the order of asking.
#[derive(Debug, Clone)]
pub struct Request {
    /// Its number.
    pub sequence: u64,
    /// The scenario to analyse.
    pub scenario: Rc<Scenario>,
    /// How.
    pub options: Options,
}

/// The answer to the request of the same number.
#[derive(Debug, Clone)]
pub struct Answer {
    /// The request's number.
    pub sequence: u64,
    /// What came out.
    pub result: Result<Rc<Analysis>, AnalysisError>,
}

/// Computes the answer to a request here and now.
pub fn answer(catalog: &Catalog, request: &Request) -> Answer {
    let result = analyse(&request.scenario, catalog, request.options).map(Rc::new);
    Answer { sequence: request.sequence, result }
}

/// Numbers requests and lets through only the answer to the latest one.
#[derive(Debug, Default)]
pub struct Desk {
    latest: u64,
}

impl Desk {
    /// A request that supersedes all before it.
    pub fn ask(&mut self, scenario: Rc<Scenario>, options: Options) -> Request {
        self.latest += 1;
        Request { sequence: self.latest, scenario, options }
    }

    /// Whether a request still waits for its answer, or the answer is still wanted.
    pub fn wants(&self, sequence: u64) -> bool {
        sequence == self.latest
    }

    /// The answer, if it is the one to the latest request.
    pub fn accept(&self, answer: Answer) -> Option<Answer> {
        self.wants(answer.sequence).then_some(answer)
    }
}
