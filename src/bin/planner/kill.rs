//! What `--kill` names.

use availability_planner::analysis::{Casualty, FailureSet};
use availability_planner::plan::Scenario;

use crate::failure::Failure;

/// The failure set of all `COMPONENT` and `COMPONENT/SERVER` given.
pub(crate) fn failure_set(path: &str, scenario: &Scenario, given: &[String]) -> Result<FailureSet, Failure> {
    let mut down = FailureSet::default();
    for wanted in given {
        down.kill(scenario, &casualty(path, scenario, wanted)?);
    }
    Ok(down)
}

fn casualty(path: &str, scenario: &Scenario, wanted: &str) -> Result<Casualty, Failure> {
    let whole = Casualty::Node(wanted.into());
    if whole.exists(scenario) {
        return Ok(whole);
    }
    let path = || path.to_owned();
    let (of, server) = wanted.rsplit_once('/').unwrap_or((wanted, ""));
    let Some(component) = scenario.component(&of.into()) else {
        let known: Vec<&str> = scenario.components.iter().map(|known| known.id.as_str()).collect();
        return Err(Failure::NoComponent { path: path(), wanted: of.into(), known: known.join(", ") });
    };
    if let Some(known) = component.servers.iter().find(|known| known.id.as_str() == server) {
        return Ok(Casualty::Server { component: component.id.clone(), server: known.id.clone() });
    }
    let known: Vec<&str> = component.servers.iter().map(|known| known.id.as_str()).collect();
    let (component, wanted, known) = (of.into(), server.into(), known.join(", "));
    Err(Failure::NoServer { path: path(), component, wanted, known })
}
