//! Single years, simulated for the page slice by slice.

mod markup;
#[cfg(test)]
mod tests;

use std::rc::Rc;

use super::errand::{Simulate, Years};
use crate::analysis::{Options, SingleYears, YearSettings};
use crate::catalog::Catalog;
use crate::chart::Frame;
use crate::plan::{Scenario, ScenarioId};

/// Events of one slice: some fifty milliseconds, so that other errands wait no longer.
const EVENTS: u64 = 150_000;

/// What an errand is about.
#[derive(Debug, Clone, Copy)]
pub(super) struct Asked<'a> {
    /// The text of the plan's file.
    pub plan: &'a str,
    /// The scenario that is meant.
    pub scenario: &'a ScenarioId,
    /// What is wanted.
    pub simulate: &'a Simulate,
}

/// The simulation that goes on from errand to errand.
#[derive(Debug, Default)]
pub(super) struct Running(Option<Run>);

#[derive(Debug)]
struct Run {
    plan: String,
    scenario: ScenarioId,
    /// What the page calls the open plan, whatever is drawn in it.
    key: String,
    settings: YearSettings,
    /// None where the plan has no users; or why there is nothing.
    years: Result<Option<SingleYears>, String>,
    /// Whether the page still asks for more.
    goes_on: bool,
    /// Whether it was given up because the plan was changed.
    dropped: bool,
}

impl Run {
    fn is_of(&self, asked: &Asked<'_>) -> bool {
        self.plan == asked.plan && self.scenario == *asked.scenario
    }
}

impl Running {
    /// Does what is asked; `scenario` reads the plan, where that is needed.
    ///
    /// # Errors
    /// What `scenario` says.
    pub fn answer(
        &mut self,
        asked: &Asked<'_>,
        catalog: &Catalog,
        scenario: &dyn Fn() -> Result<Rc<Scenario>, String>,
    ) -> Result<Years, String> {
        let Simulate { years, seed, go, width, height, .. } = asked.simulate;
        let settings = YearSettings { years: *years, seed: *seed, ..YearSettings::default() };
        if *go && !self.0.as_ref().is_some_and(|run| run.is_of(asked) && run.settings == settings) {
            let scenario = scenario()?;
            let years = SingleYears::new(&scenario, catalog, Options::default(), settings);
            self.0 = Some(Run {
                plan: asked.plan.to_owned(),
                scenario: asked.scenario.clone(),
                key: asked.simulate.key.clone(),
                settings,
                years: years.map_err(|error| error.to_string()),
                goes_on: true,
                dropped: false,
            });
        }
        let frame = Frame::held_to(*width, *height);
        let Some(run) = self.0.as_mut().filter(|run| run.key == asked.simulate.key) else {
            return Ok(markup::idle(has_users(&*scenario()?), *years, ""));
        };
        let is_stale = !run.is_of(asked);
        let went_on = std::mem::replace(&mut run.goes_on, *go);
        if is_stale && went_on {
            // Nobody has seen a result yet, and what is under way is of another plan.
            (run.years, run.dropped) = (Ok(None), true);
        }
        if run.dropped {
            return Ok(markup::idle(has_users(&*scenario()?), *years, markup::DROPPED));
        }
        let simulation = match &mut run.years {
            Ok(Some(simulation)) => simulation,
            Ok(None) => return Ok(markup::idle(false, *years, "")),
            Err(problem) => return Ok(markup::problem(problem)),
        };
        if *go {
            let progress = simulation.step(EVENTS);
            if !progress.is_done() {
                return Ok(markup::running(progress));
            }
            run.goes_on = false;
        }
        Ok(match simulation.figures() {
            Some(figures) => markup::result(&figures, frame, is_stale),
            None => markup::idle(true, *years, markup::CANCELLED_AT_ONCE),
        })
    }
}

fn has_users(scenario: &Scenario) -> bool {
    scenario.populations.iter().any(|users| users.connected_users() > 0.0)
}
