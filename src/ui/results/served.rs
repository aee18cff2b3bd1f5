//! The users served, asked for when a chart shows them and kept for as long as the scenario stays the same.

use std::rc::Rc;

use yew::prelude::*;

use super::Input;
use crate::analysis::{Options, ServedUsers};
use crate::catalog::Catalog;
use crate::compute::{Desk, Request, answer_served};
use crate::plan::Scenario;
use crate::ui::message::{Dispatch, Message};
use crate::ui::shared::Shared;

/// What is known of the users served at this moment.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Served {
    desk: Desk,
    scenario: Option<Shared<Scenario>>,
    /// How many there are for which share of time, or were in the scenario before.
    pub law: Option<Shared<ServedUsers>>,
    /// Why that is not known.
    pub problem: Option<AttrValue>,
    /// Whether the answer to the latest question is still missing.
    pub stale: bool,
}

impl Served {
    /// Asks for those of the scenario, unless they are asked for.
    pub fn follow(&mut self, scenario: &Rc<Scenario>, dispatch: &Dispatch) {
        let scenario = Some(Shared::from(scenario));
        if self.scenario == scenario {
            return;
        }
        self.scenario = scenario;
        self.stale = true;
        if let Some(Shared(scenario)) = self.scenario.clone() {
            let request = self.desk.ask(scenario, Options::default());
            dispatch.later(Message::Results(Input::Served(request)));
        }
    }

    /// Only the answer to the latest question is computed and taken.
    pub fn answer(&mut self, request: &Request, catalog: &Catalog) -> bool {
        if !self.desk.wants(request.sequence) {
            return false;
        }
        let Some(answer) = self.desk.accept(answer_served(catalog, request)) else { return false };
        self.stale = false;
        (self.law, self.problem) = match answer.result {
            Ok(law) => (Some(Shared(law)), None),
            Err(error) => (None, Some(error.to_string().into())),
        };
        true
    }
}
