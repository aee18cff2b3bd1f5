//! The users served, asked for when a chart shows them and kept for as long as the scenario stays the same.

use std::rc::Rc;

use yew::prelude::*;

use super::Input;
use crate::analysis::{Options, ServedUsers};
use crate::catalog::Catalog;
use crate::compute::{ServedDesk, ServedRequest, answer_served};
use crate::plan::Scenario;
use crate::ui::message::{Dispatch, Message};
use crate::ui::shared::Shared;

/// What is known of the users served at this moment.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Served {
    /// How many there are for which share of time, or were in the scenario before.
    pub law: Option<Shared<ServedUsers>>,
    /// Why that is not known.
    pub problem: Option<AttrValue>,
    /// Whether the answer to the latest question is still missing.
    pub stale: bool,
}

impl Served {
    /// Asks for those of the scenario, unless they are asked for.
    pub fn follow(&mut self, desk: &mut ServedDesk, scenario: &Rc<Scenario>, dispatch: &Dispatch) {
        if let Some(request) = desk.ask(scenario, Options::default()) {
            self.stale = true;
            dispatch.later(Message::Results(Input::Served(request)));
        }
    }

    /// Only the answer to the latest question is computed and taken.
    pub fn answer(&mut self, desk: &ServedDesk, request: &ServedRequest, catalog: &Catalog) -> bool {
        if !desk.wants(request) {
            return false;
        }
        *self = match answer_served(catalog, request) {
            Ok(law) => Self { law: Some(Shared(law)), ..Self::default() },
            Err(error) => Self { problem: Some(error.to_string().into()), ..Self::default() },
        };
        true
    }
}
