//! The document: a list of scenarios with a name.

use std::rc::Rc;

use serde::Serialize;

use super::id::ScenarioId;
use super::scenario::Scenario;
use crate::json;

/// What the file's `format` says.
pub const FORMAT: &str = "availability-plan";
/// The version of the document that this program writes.
pub const VERSION: u32 = 1;

/// A document as it is kept in a file.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Document {
    /// Always `availability-plan`.
    format: String,
    /// Version of the form.
    version: u32,
    /// Its name on the screen.
    pub name: String,
    /// Whole plans, at least one.
    pub scenarios: Vec<Rc<Scenario>>,
}

json::fields!(Document { format, version, name, scenarios });

impl Document {
    /// A document with one scenario.
    pub fn new(name: impl Into<String>, scenario: Scenario) -> Self {
        Self {
            format: FORMAT.into(),
            version: VERSION,
            name: name.into(),
            scenarios: vec![Rc::new(scenario)],
        }
    }

    /// The scenario of that name.
    pub fn scenario(&self, id: &ScenarioId) -> Option<&Rc<Scenario>> {
        self.scenarios.iter().find(|scenario| scenario.id == *id)
    }

    /// The document with one scenario put in place of the one of the same name.
    #[must_use]
    pub fn with_scenario(&self, changed: &Rc<Scenario>) -> Self {
        let mut document = self.clone();
        for scenario in &mut document.scenarios {
            if scenario.id == changed.id {
                *scenario = Rc::clone(changed);
            }
        }
        document
    }
}
