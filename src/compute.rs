//! Asynchronous request and answer: the latest request wins, whoever computes it.

mod served;

use std::rc::Rc;

use crate::analysis::{Analysis, AnalysisError, FailureSet, Now, Options, analyse, under_failure};
use crate::catalog::Catalog;
use crate::plan::Scenario;
pub use served::{ServedDesk, ServedRequest, answer_served};

/// A question, numbered in the order of asking.
#[derive(Debug, Clone)]
pub struct Request {
    /// Its number.
    pub sequence: u64,
    /// The scenario to analyse.
    pub scenario: Rc<Scenario>,
    /// What is down.
    pub killed: FailureSet,
    /// How.
    pub options: Options,
    /// The analysis of the same scenario, where it is known from an earlier answer.
    pub known: Option<Rc<Analysis>>,
}

/// The answer to the request of the same number.
#[derive(Debug, Clone)]
pub struct Answer {
    /// The request's number.
    pub sequence: u64,
    /// What came out.
    pub result: Result<Figures, AnalysisError>,
}

/// The figures of a scenario.
#[derive(Debug, Clone, PartialEq)]
pub struct Figures {
    /// Those of the plan, whatever is down.
    pub analysis: Rc<Analysis>,
    /// Those of this moment, where anything is down.
    pub now: Option<Rc<Now>>,
}

/// Computes the answer to a request here and now.
pub fn answer(catalog: &Catalog, request: &Request) -> Answer {
    Answer { sequence: request.sequence, result: figures(catalog, request) }
}

fn figures(catalog: &Catalog, request: &Request) -> Result<Figures, AnalysisError> {
    let Request { scenario, options, killed, .. } = request;
    let analysis = match &request.known {
        Some(known) => Rc::clone(known),
        None => Rc::new(analyse(scenario, catalog, *options)?),
    };
    let now = if killed.is_empty() {
        None
    } else {
        Some(Rc::new(under_failure(scenario, catalog, *options, killed)?))
    };
    Ok(Figures { analysis, now })
}

/// Numbers requests and lets through only the answer to the latest one. What does not depend on what is down is kept
/// from one answer to the next.
#[derive(Debug, Default)]
pub struct Desk {
    latest: u64,
    asked: Option<(Rc<Scenario>, Options)>,
    /// The analysis of what was asked last.
    known: Option<Rc<Analysis>>,
}

impl Desk {
    /// A request that supersedes all before it.
    pub fn ask(&mut self, scenario: Rc<Scenario>, killed: FailureSet, options: Options) -> Request {
        self.latest += 1;
        let same = self.asked.as_ref().is_some_and(|(of, how)| Rc::ptr_eq(of, &scenario) && *how == options);
        if !same {
            self.known = None;
            self.asked = Some((Rc::clone(&scenario), options));
        }
        Request { sequence: self.latest, scenario, killed, options, known: self.known.clone() }
    }

    /// Whether a request still waits for its answer, or the answer is still wanted.
    pub fn wants(&self, sequence: u64) -> bool {
        sequence == self.latest
    }

    /// The answer, if it is the one to the latest request.
    pub fn accept(&mut self, answer: Answer) -> Option<Answer> {
        if !self.wants(answer.sequence) {
            return None;
        }
        if let Ok(figures) = &answer.result {
            self.known = Some(Rc::clone(&figures.analysis));
        }
        Some(answer)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::Casualty;
    use crate::plan::build::PlanBuilder;

    fn scenario() -> Rc<Scenario> {
        Rc::new(PlanBuilder::new().standard_edition("home").users("users", 100, "home").scenario())
    }

    #[test]
    fn the_plan_is_not_analysed_again_when_only_what_is_down_changes() {
        let (catalog, plan) = (Catalog::bundled(), scenario());
        let mut desk = Desk::default();
        let mut ask = |scenario: &Rc<Scenario>, killed: &FailureSet, options| {
            let request = desk.ask(Rc::clone(scenario), killed.clone(), options);
            let known = request.known.is_some();
            let answer = desk.accept(answer(&catalog, &request)).unwrap();
            (known, answer.result.unwrap())
        };
        let (none, mut killed) = (FailureSet::default(), FailureSet::default());
        killed.kill(&plan, &Casualty::Node("home".into()));
        let (known, healthy) = ask(&plan, &none, Options::default());
        assert!(!known && healthy.now.is_none());
        let (known, hurt) = ask(&plan, &killed, Options::default());
        assert!(known && Rc::ptr_eq(&healthy.analysis, &hurt.analysis));
        assert_eq!(hurt.now.unwrap().name, "home");
        assert!(!ask(&plan, &killed, Options { planned_work: false }).0);
        assert!(!ask(&scenario(), &none, Options { planned_work: false }).0);
    }

    #[test]
    fn an_answer_that_came_too_late_is_dropped_and_teaches_nothing() {
        let (catalog, plan) = (Catalog::bundled(), scenario());
        let mut desk = Desk::default();
        let early = desk.ask(Rc::clone(&plan), FailureSet::default(), Options::default());
        let late = desk.ask(scenario(), FailureSet::default(), Options::default());
        assert!(desk.accept(answer(&catalog, &early)).is_none());
        assert!(desk.ask(plan, FailureSet::default(), Options::default()).known.is_none());
        assert!(!desk.wants(late.sequence));
    }
}
