//! Asynchronous request and answer: the latest request wins, whoever computes it.

use std::rc::Rc;

use crate::analysis::{Analysis, AnalysisError, Options, ServedUsers, analyse, served_users};
use crate::catalog::Catalog;
use crate::plan::Scenario;

/// A question to a desk, numbered in the order of asking.
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
pub struct Answer<T> {
    /// The request's number.
    pub sequence: u64,
    /// What came out.
    pub result: Result<Rc<T>, AnalysisError>,
}

/// Analyses the scenario of a request here and now.
pub fn answer(catalog: &Catalog, request: &Request) -> Answer<Analysis> {
    let result = analyse(&request.scenario, catalog, request.options).map(Rc::new);
    Answer { sequence: request.sequence, result }
}

/// Computes here and now how many users the scenario of a request serves, and for which share of time.
pub fn answer_served(catalog: &Catalog, request: &Request) -> Answer<ServedUsers> {
    let result = served_users(&request.scenario, catalog, request.options).map(Rc::new);
    Answer { sequence: request.sequence, result }
}

/// Numbers requests for one kind of answer and lets through only the answer to the latest one.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
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
    pub fn accept<T>(&self, answer: Answer<T>) -> Option<Answer<T>> {
        self.wants(answer.sequence).then_some(answer)
    }
}
