//! The invariants of a document, each with an error that names the place and says how to mend it.

use rustc_hash::FxHashSet;
use thiserror::Error;

use super::component::Component;
use super::document::Document;
use super::id::NodeId;
use super::limits::Limits;
use super::link::{EndKind, Link, LinkKind};
use super::population::Population;
use super::scenario::{Pool, Scenario};
use super::site::Site;
use super::targets::Targets;
use crate::catalog::Catalog;
use crate::collected::Set;
use crate::geometry::{Canvas, Point};

/// A broken invariant and its place.
#[derive(Debug, Clone, PartialEq, Error)]
#[error("{place}: {problem}")]
pub struct PlanError {
    /// Path within the document, for example `scenarios[0].links[2].to`.
    pub place: String,
    /// What is wrong there.
    pub problem: Problem,
}

/// What is wrong at a place of a document.
#[derive(Debug, Clone, PartialEq, Error)]
pub enum Problem {
    /// Too much of something.
    #[error("there are {found} {what}; at most {limit} are allowed. Split the plan or remove some.")]
    TooMany {
        /// What is counted.
        what: &'static str,
        /// How many there are.
        found: usize,
        /// How many there may be.
        limit: usize,
    },
    /// Nothing where something is needed.
    #[error("there must be at least one {0}. Add one.")]
    Empty(&'static str),
    /// A name used twice.
    #[error("the id “{0}” is used more than once. Give each its own id.")]
    Duplicate(String),
    /// A reference to nothing.
    #[error("there is no {kind} with the id “{id}”. Correct the reference or add the {kind}.")]
    Dangling {
        /// What is referred to.
        kind: &'static str,
        /// Its id.
        id: String,
    },
    /// A link that the product has no meaning for.
    #[error("{0}. Remove the link or correct its ends.")]
    Link(String),
    /// A number outside its range.
    #[error("{value} is outside the range from {min} to {max}. Enter a value within it.")]
    Range {
        /// The number.
        value: f64,
        /// Smallest allowed.
        min: f64,
        /// Largest allowed.
        max: f64,
    },
    /// A text that is empty or too long.
    #[error("the text has {found} characters; it must have 1 to {limit}.")]
    Length {
        /// Characters it has.
        found: usize,
        /// Characters it may have.
        limit: usize,
    },
    /// A text with characters that cannot be shown.
    #[error("the text holds nothing to read or characters that cannot be shown. Remove them.")]
    Unreadable,
    /// A part that does not belong into a pool.
    #[error("a {0} cannot be a part of a pool. Remove the pool from it.")]
    NotAPart(String),
    /// A node that cannot be a home of users.
    #[error("“{0}” cannot be a home of users. Choose a pool or a Standard Edition server.")]
    NotAHome(String),
}

/// Checks a document.
///
/// # Errors
/// The first broken invariant in the document's order.
pub fn validate(document: &Document, catalog: &Catalog) -> Result<(), PlanError> {
    first(faults(document, catalog))
}

/// All broken invariants of a document in its order, of each part the first one; none of a valid document.
pub fn faults(document: &Document, catalog: &Catalog) -> Vec<PlanError> {
    let mut found = Vec::new();
    note(&mut found, text("name", &document.name));
    if document.scenarios.is_empty() {
        found.push(at("scenarios", Problem::Empty("scenario")));
    }
    if let Err(error) = count("scenarios", "scenarios", document.scenarios.len(), Limits::SCENARIOS) {
        found.push(error);
        return found;
    }
    let mut seen = Names::default();
    for (index, scenario) in document.scenarios.iter().enumerate() {
        let place = format!("scenarios[{index}]");
        note(&mut found, unique(&mut seen, &format!("{place}.id"), scenario.id.as_str()));
        for error in scenario_faults(scenario, catalog) {
            found.push(at(format!("{place}.{}", error.place), error.problem));
        }
    }
    found
}

/// Checks a scenario; places are relative to it.
///
/// # Errors
/// The first broken invariant in the scenario's order.
pub fn validate_scenario(scenario: &Scenario, catalog: &Catalog) -> Result<(), PlanError> {
    first(scenario_faults(scenario, catalog))
}

fn scenario_faults(scenario: &Scenario, catalog: &Catalog) -> Vec<PlanError> {
    let mut found = Vec::new();
    note(&mut found, text("name", &scenario.name));
    if let Err(error) = check_counts(scenario) {
        found.push(error);
        return found;
    }
    let index = Index::of(scenario, &mut found);
    for (place, site) in numbered("sites", &scenario.sites) {
        note(&mut found, check_site(&place, site, &index));
    }
    for (place, pool) in numbered("pools", &scenario.pools) {
        note(&mut found, check_pool(&place, pool, &index));
    }
    for (place, component) in numbered("components", &scenario.components) {
        note(&mut found, check_component(&place, component, &index, catalog));
    }
    let mut seen = Seen::new();
    for (place, link) in numbered("links", &scenario.links) {
        note(&mut found, check_link(&place, link, scenario, catalog, &mut seen));
    }
    for (place, population) in numbered("populations", &scenario.populations) {
        note(&mut found, check_population(&place, population, scenario, catalog));
    }
    note(&mut found, check_targets(&scenario.targets));
    found
}

fn note(found: &mut Vec<PlanError>, checked: Result<(), PlanError>) {
    found.extend(checked.err());
}

fn first(found: Vec<PlanError>) -> Result<(), PlanError> {
    found.into_iter().next().map_or(Ok(()), Err)
}

fn check_counts(scenario: &Scenario) -> Result<(), PlanError> {
    count("sites", "sites", scenario.sites.len(), Limits::SITES)?;
    count("pools", "pools", scenario.pools.len(), Limits::NODES)?;
    count("components", "components", scenario.components.len(), Limits::NODES)?;
    count("populations", "populations", scenario.populations.len(), Limits::NODES)?;
    count("links", "links", scenario.links.len(), Limits::LINKS)?;
    if scenario.sites.is_empty() { Err(at("sites", Problem::Empty("site"))) } else { Ok(()) }
}

/// The names that references may use.
struct Index<'a> {
    sites: Names<'a>,
    pools: Names<'a>,
}

/// Names that are all different. A plan can have hundreds of thousands, and nobody asks for their order.
type Names<'a> = FxHashSet<&'a str>;

impl<'a> Index<'a> {
    fn of(scenario: &'a Scenario, found: &mut Vec<PlanError>) -> Self {
        let (mut sites, mut pools) = (Names::default(), Names::default());
        let (mut nodes, mut servers, mut links) = (Names::default(), Names::default(), Names::default());
        for (place, site) in numbered("sites", &scenario.sites) {
            note(found, unique(&mut sites, &format!("{place}.id"), site.id.as_str()));
        }
        for (place, pool) in numbered("pools", &scenario.pools) {
            note(found, unique(&mut nodes, &format!("{place}.id"), pool.id.as_str()));
            pools.insert(pool.id.as_str());
        }
        for (place, component) in numbered("components", &scenario.components) {
            note(found, unique(&mut nodes, &format!("{place}.id"), component.id.as_str()));
            for (number, server) in component.servers.iter().enumerate() {
                note(
                    found,
                    unique(&mut servers, &format!("{place}.servers[{number}].id"), server.id.as_str()),
                );
            }
        }
        for (place, population) in numbered("populations", &scenario.populations) {
            note(found, unique(&mut nodes, &format!("{place}.id"), population.id.as_str()));
        }
        for (place, link) in numbered("links", &scenario.links) {
            note(found, unique(&mut links, &format!("{place}.id"), link.id.as_str()));
        }
        Self { sites, pools }
    }

    fn site(&self, place: &str, id: &str) -> Result<(), PlanError> {
        if self.sites.contains(id) { Ok(()) } else { Err(dangling(place, "site", id)) }
    }
}

fn check_site(place: &str, site: &Site, index: &Index<'_>) -> Result<(), PlanError> {
    text(&format!("{place}.name"), &site.name)?;
    if let Some(common_mode) = &site.common_mode {
        let place = format!("{place}.common_mode");
        outage(&place, common_mode.availability, common_mode.mean_down_time_hours)?;
    }
    count(&format!("{place}.wan_links"), "lines", site.wan_links.len(), Limits::SITES)?;
    let mut seen = Names::default();
    for (number, line) in site.wan_links.iter().enumerate() {
        let place = format!("{place}.wan_links[{number}]");
        index.site(&format!("{place}.to"), line.to.as_str())?;
        if line.to == site.id {
            return Err(at(format!("{place}.to"), Problem::Link("a line must lead to another site".into())));
        }
        unique(&mut seen, &format!("{place}.to"), line.to.as_str())?;
        outage(&place, line.availability, line.mean_down_time_hours)?;
    }
    Ok(())
}

fn check_pool(place: &str, pool: &Pool, index: &Index<'_>) -> Result<(), PlanError> {
    text(&format!("{place}.name"), &pool.name)?;
    position(&format!("{place}.position"), pool.position)?;
    index.site(&format!("{place}.site"), pool.site.as_str())
}

fn outage(place: &str, availability: f64, mean_down_time_hours: f64) -> Result<(), PlanError> {
    range(&format!("{place}.availability"), availability, 1e-6, 1.0 - 1e-15)?;
    range(&format!("{place}.mean_down_time_hours"), mean_down_time_hours, 1e-6, Limits::DOWN_TIME_HOURS)
}

fn check_component(
    place: &str,
    component: &Component,
    index: &Index<'_>,
    catalog: &Catalog,
) -> Result<(), PlanError> {
    let role = catalog
        .role(&component.role)
        .ok_or_else(|| dangling(format!("{place}.role"), "role in the catalog", component.role.as_str()))?;
    text(&format!("{place}.name"), &component.name)?;
    index.site(&format!("{place}.site"), component.site.as_str())?;
    if let Some(pool) = &component.pool {
        let place = format!("{place}.pool");
        if !index.pools.contains(pool.as_str()) {
            return Err(dangling(place, "pool", pool.as_str()));
        }
        if !super::insert::is_pool_part(role.function) {
            return Err(at(place, Problem::NotAPart(role.name.clone())));
        }
    }
    position(&format!("{place}.position"), component.position)?;
    if component.servers.is_empty() {
        return Err(at(format!("{place}.servers"), Problem::Empty("server")));
    }
    count(&format!("{place}.servers"), "servers", component.servers.len(), Limits::SERVERS)?;
    for (number, server) in component.servers.iter().enumerate() {
        id(&format!("{place}.servers[{number}].computer"), server.computer.as_str())?;
    }
    if let Some(crews) = component.repair_crews {
        range(&format!("{place}.repair_crews"), f64::from(crews), 1.0, 1000.0)?;
    }
    let known = catalog.figures_of_role(role);
    for (figure, value) in &component.overrides {
        let place = format!("{place}.overrides.{}", shortened(figure.as_str()));
        let spec = catalog.figure_spec(figure).filter(|_| known.contains(&figure));
        let spec = spec.ok_or_else(|| dangling(&place, "figure of this role", figure.as_str()))?;
        range(&place, *value, spec.min, spec.max)?;
    }
    Ok(())
}

type Seen<'a> = Set<(LinkKind, &'a NodeId, &'a NodeId)>;

fn check_link<'a>(
    place: &str,
    link: &'a Link,
    scenario: &Scenario,
    catalog: &Catalog,
    seen: &mut Seen<'a>,
) -> Result<(), PlanError> {
    let end = |end: &str, id: &NodeId| -> Result<EndKind, PlanError> {
        let kind = scenario.end_kind(catalog, id);
        kind.ok_or_else(|| dangling(format!("{place}.{end}"), "component or pool", id.as_str()))
    };
    let (from, to) = (end("from", &link.from)?, end("to", &link.to)?);
    match LinkKind::between(from, to) {
        Ok(kind) if kind == link.kind => {}
        Ok(kind) => {
            let problem = format!("a link between these two is of the kind {kind:?}, not {:?}", link.kind);
            return Err(at(format!("{place}.kind"), Problem::Link(problem)));
        }
        Err(refusal) => return Err(at(place, Problem::Link(refusal.to_string()))),
    }
    if !seen.insert((link.kind, &link.from, &link.to)) {
        return Err(at(place, Problem::Link("these two are linked already".into())));
    }
    Ok(())
}

fn check_population(
    place: &str,
    population: &Population,
    scenario: &Scenario,
    catalog: &Catalog,
) -> Result<(), PlanError> {
    text(&format!("{place}.name"), &population.name)?;
    if let Some(home) = &population.home {
        let place = format!("{place}.home");
        if scenario.node(home).is_none() {
            return Err(dangling(place, "pool or Standard Edition server", home.as_str()));
        }
        if !scenario.is_home(catalog, home) {
            return Err(at(place, Problem::NotAHome(home.to_string())));
        }
    }
    range(&format!("{place}.users"), f64::from(population.users), 0.0, f64::from(Limits::USERS))?;
    for (name, share) in [
        ("connected_share", population.connected_share),
        ("remote_share", population.remote_share),
        ("group_chat_share", population.group_chat_share),
        ("voice_share", population.voice_share),
        ("web_access_share", population.web_access_share),
    ] {
        range(&format!("{place}.{name}"), share, 0.0, 1.0)?;
    }
    position(&format!("{place}.position"), population.position)?;
    position(&format!("{place}.remote_position"), population.remote_position)
}

fn check_targets(targets: &Targets) -> Result<(), PlanError> {
    for (workload, target) in &targets.availability {
        range(&format!("targets.availability.{}", workload.id()), *target, 1e-6, 1.0 - 1e-15)?;
    }
    let hours = targets.service_hours;
    range("targets.service_hours.days_per_week", f64::from(hours.days_per_week), 1.0, 7.0)?;
    range("targets.service_hours.hours_per_day", hours.hours_per_day, 0.1, 24.0)
}

fn at(place: impl Into<String>, problem: Problem) -> PlanError {
    PlanError { place: place.into(), problem }
}

fn dangling(place: impl Into<String>, kind: &'static str, id: &str) -> PlanError {
    at(place, Problem::Dangling { kind, id: shortened(id) })
}

/// An id that stands for nothing may have any length; its message is to stay readable.
fn shortened(id: &str) -> String {
    let mut characters = id.chars();
    let mut text: String = characters.by_ref().take(Limits::ID_CHARACTERS).collect();
    text.extend(characters.next().map(|_| '…'));
    text
}

fn numbered<'a, T>(list: &'a str, items: &'a [T]) -> impl Iterator<Item = (String, &'a T)> {
    items.iter().enumerate().map(move |(index, item)| (format!("{list}[{index}]"), item))
}

fn count(place: &str, what: &'static str, found: usize, limit: usize) -> Result<(), PlanError> {
    if found <= limit { Ok(()) } else { Err(at(place, Problem::TooMany { what, found, limit })) }
}

fn unique<'a>(seen: &mut Names<'a>, place: &str, name: &'a str) -> Result<(), PlanError> {
    id(place, name)?;
    if seen.insert(name) { Ok(()) } else { Err(at(place, Problem::Duplicate(name.into()))) }
}

fn id(place: &str, text: &str) -> Result<(), PlanError> {
    length(place, text, Limits::ID_CHARACTERS)
}

fn text(place: &str, text: &str) -> Result<(), PlanError> {
    length(place, text, Limits::NAME_CHARACTERS)?;
    if text.chars().any(char::is_control) || text.trim().is_empty() {
        return Err(at(place, Problem::Unreadable));
    }
    Ok(())
}

fn length(place: &str, text: &str, limit: usize) -> Result<(), PlanError> {
    let found = text.chars().count();
    if (1..=limit).contains(&found) { Ok(()) } else { Err(at(place, Problem::Length { found, limit })) }
}

fn range(place: &str, value: f64, min: f64, max: f64) -> Result<(), PlanError> {
    if (min..=max).contains(&value) { Ok(()) } else { Err(at(place, Problem::Range { value, min, max })) }
}

fn position(place: &str, point: Point<Canvas>) -> Result<(), PlanError> {
    range(&format!("{place}.x"), point.x, -Limits::DISTANCE, Limits::DISTANCE)?;
    range(&format!("{place}.y"), point.y, -Limits::DISTANCE, Limits::DISTANCE)
}
