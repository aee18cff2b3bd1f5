//! What `--kill` names.

use availability_planner::analysis::{Casualty, FailureSet};
use availability_planner::plan::Scenario;

use crate::failure::Failure;

/// The failure set of all `COMPONENT`, `COMPONENT/SERVER`, `site:SITE` and `line:SITE/SITE` given.
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
    if let Some(site) = wanted.strip_prefix("site:") {
        return site_of(path, scenario, site);
    }
    if let Some(line) = wanted.strip_prefix("line:") {
        return line_of(path, scenario, line);
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

fn site_of(path: &str, scenario: &Scenario, wanted: &str) -> Result<Casualty, Failure> {
    if scenario.site(&wanted.into()).is_some() {
        return Ok(Casualty::Site(wanted.into()));
    }
    let known: Vec<&str> = scenario.sites.iter().map(|site| site.id.as_str()).collect();
    Err(Failure::NoSite { path: path.into(), wanted: wanted.into(), known: known.join(", ") })
}

fn line_of(path: &str, scenario: &Scenario, wanted: &str) -> Result<Casualty, Failure> {
    let line = wanted.split_once('/').map(|(a, b)| Casualty::Line(a.into(), b.into()));
    if let Some(line) = line.filter(|line| line.exists(scenario)) {
        return Ok(line);
    }
    let mut known: Vec<String> = Vec::new();
    for site in &scenario.sites {
        known.extend(site.wan_links.iter().map(|line| format!("{}/{}", site.id, line.to)));
    }
    let known = if known.is_empty() { "none are drawn".to_owned() } else { known.join(", ") };
    Err(Failure::NoLine { path: path.into(), wanted: wanted.into(), known })
}
