//! The question for how many users a scenario serves: it takes longer than the other figures, and only a chart asks it.

use std::rc::Rc;

use crate::analysis::{AnalysisError, Options, ServedUsers, served_users};
use crate::catalog::Catalog;
use crate::plan::Scenario;

/// The question.
#[derive(Debug, Clone)]
pub struct ServedRequest {
    /// The scenario. What is down in it at this moment does not matter in the long run.
    pub scenario: Rc<Scenario>,
    /// How.
    pub options: Options,
}

/// Computes the answer here and now.
///
/// # Errors
/// As [`served_users`].
pub fn answer_served(catalog: &Catalog, request: &ServedRequest) -> Result<Rc<ServedUsers>, AnalysisError> {
    served_users(&request.scenario, catalog, request.options).map(Rc::new)
}

/// Lets through one question for each scenario, and only the answer to the latest one.
#[derive(Debug, Default)]
pub struct ServedDesk {
    asked: Option<Rc<Scenario>>,
}

impl ServedDesk {
    /// The question for the scenario, which supersedes all before it; none where it was the one asked last.
    pub fn ask(&mut self, scenario: &Rc<Scenario>, options: Options) -> Option<ServedRequest> {
        if self.asked_for(scenario) {
            return None;
        }
        self.asked = Some(Rc::clone(scenario));
        Some(ServedRequest { scenario: Rc::clone(scenario), options })
    }

    /// Whether a question is the latest one.
    pub fn wants(&self, request: &ServedRequest) -> bool {
        self.asked_for(&request.scenario)
    }

    fn asked_for(&self, scenario: &Rc<Scenario>) -> bool {
        self.asked.as_ref().is_some_and(|asked| Rc::ptr_eq(asked, scenario))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::build::PlanBuilder;

    fn scenario() -> Rc<Scenario> {
        Rc::new(PlanBuilder::new().standard_edition("home").users("users", 100, "home").scenario())
    }

    #[test]
    fn a_scenario_is_asked_for_once_and_another_one_supersedes_it() {
        let (first, second) = (scenario(), scenario());
        let mut desk = ServedDesk::default();
        let early = desk.ask(&first, Options::default()).unwrap();
        assert!(desk.ask(&first, Options::default()).is_none() && desk.wants(&early));
        let late = desk.ask(&second, Options::default()).unwrap();
        assert!(desk.wants(&late) && !desk.wants(&early));
        assert!(desk.ask(&first, Options::default()).is_some(), "back to the first one by undo");
    }

    #[test]
    fn the_answer_is_the_law_of_the_scenario() {
        let (scenario, options) = (scenario(), Options::default());
        let request = ServedDesk::default().ask(&scenario, options).unwrap();
        let law = answer_served(&Catalog::bundled(), &request).unwrap();
        assert_eq!(*law, served_users(&scenario, &Catalog::bundled(), options).unwrap());
        assert!(law.steps.len() > 1);
    }
}
