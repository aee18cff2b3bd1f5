//! The invariants of a document, each with an error that names the place and says how to mend it.

mod check;

use rustc_hash::FxHashSet;
use thiserror::Error;

use check::Check;

use super::component::Component;
use super::document::Document;
use super::id::NodeId;
use super::limits::Limits;
use super::link::LinkKind;
use super::population::Population;
use super::scenario::Scenario;
use super::site::Site;
use super::targets::Targets;
use crate::catalog::Catalog;
use crate::collected::Set;
use crate::decimal::plain;

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
    #[error("{} is outside the range from {} to {}. Enter a value within it.", plain(*.value), plain(*.min), plain(*.max))]
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
    let mut check = Check::default();
    check.text("name", &document.name);
    check.next_part();
    check.count("scenarios", "scenarios", document.scenarios.len(), Limits::SCENARIOS);
    if document.scenarios.is_empty() {
        check.refuse("scenarios", Problem::Empty("scenario"));
    }
    // What is too much to be a plan is not looked at.
    if check.is_broken() {
        return check.found();
    }
    let mut seen = Names::default();
    for (number, scenario) in document.scenarios.iter().enumerate() {
        check.enter_part("scenarios", number);
        unique(&mut check, &mut seen, "id", scenario.id.as_str());
        check_scenario(&mut check, scenario, catalog);
        check.leave();
    }
    check.found()
}

fn first(found: Vec<PlanError>) -> Result<(), PlanError> {
    found.into_iter().next().map_or(Ok(()), Err)
}

/// Checks a scenario; places are relative to it.
///
/// # Errors
/// The first broken invariant in the scenario's order.
pub fn validate_scenario(scenario: &Scenario, catalog: &Catalog) -> Result<(), PlanError> {
    let mut check = Check::default();
    check_scenario(&mut check, scenario, catalog);
    first(check.found())
}

fn check_scenario<'a>(check: &mut Check<'a>, scenario: &'a Scenario, catalog: &Catalog) {
    check.next_part();
    check.text("name", &scenario.name);
    check.next_part();
    check.count("sites", "sites", scenario.sites.len(), Limits::SITES);
    check.count("pools", "pools", scenario.pools.len(), Limits::NODES);
    check.count("components", "components", scenario.components.len(), Limits::NODES);
    check.count("populations", "populations", scenario.populations.len(), Limits::NODES);
    check.count("links", "links", scenario.links.len(), Limits::LINKS);
    if scenario.sites.is_empty() {
        check.refuse("sites", Problem::Empty("site"));
    }
    if check.is_broken() {
        return;
    }
    let index = Index::of(scenario, check);
    for (number, site) in scenario.sites.iter().enumerate() {
        check.enter_part("sites", number);
        check_site(check, site, &index);
        check.leave();
    }
    for (number, pool) in scenario.pools.iter().enumerate() {
        check.enter_part("pools", number);
        check.text("name", &pool.name);
        check.position("position", pool.position);
        if let Some(size) = pool.size {
            check.size("size", size);
        }
        index.site(check, "site", pool.site.as_str());
        check.leave();
    }
    for (number, component) in scenario.components.iter().enumerate() {
        check.enter_part("components", number);
        check_component(check, component, &index, catalog);
        check.leave();
    }
    check_links(check, scenario, catalog);
    for (number, population) in scenario.populations.iter().enumerate() {
        check.enter_part("populations", number);
        check_population(check, population, scenario, catalog, &index);
        check.leave();
    }
    check.next_part();
    check.enter("targets");
    check_targets(check, &scenario.targets);
    check.leave();
    check_figures(check, scenario, catalog);
    check.next_part();
    check.count("checklist", "items", scenario.checklist.len(), Limits::TICKS);
    check.enter("checklist");
    for item in scenario.checklist.keys() {
        check.id(item, item);
    }
    check.leave();
}

/// What the plan puts in place of the catalog's defaults.
fn check_figures<'a>(check: &mut Check<'a>, scenario: &'a Scenario, catalog: &Catalog) {
    check.next_part();
    if let Some(family) = &scenario.family
        && !catalog.families().iter().any(|known| known.id == *family)
    {
        check.dangling("family", "family of figures", family);
    }
    check.enter("figures");
    for (figure, value) in &scenario.figures {
        match catalog.figure_spec(figure) {
            Some(spec) => check.range(figure.as_str(), *value, spec.min, spec.max),
            None => check.dangling(figure.as_str(), "figure in the catalog", figure.as_str()),
        }
    }
    check.leave();
}

/// The names that references may use.
struct Index<'a> {
    sites: Names<'a>,
    pools: Names<'a>,
}

/// Names that are all different. A plan can have hundreds of thousands, and nobody asks for their order.
type Names<'a> = FxHashSet<&'a str>;

impl<'a> Index<'a> {
    fn of(scenario: &'a Scenario, check: &mut Check<'a>) -> Self {
        let (mut sites, mut pools) = (Names::default(), Names::default());
        let (mut nodes, mut servers, mut links) = (Names::default(), Names::default(), Names::default());
        for (number, site) in scenario.sites.iter().enumerate() {
            unique_item(check, &mut sites, ("sites", number), site.id.as_str());
        }
        for (number, pool) in scenario.pools.iter().enumerate() {
            unique_item(check, &mut nodes, ("pools", number), pool.id.as_str());
            pools.insert(pool.id.as_str());
        }
        for (number, component) in scenario.components.iter().enumerate() {
            unique_item(check, &mut nodes, ("components", number), component.id.as_str());
            check.enter_item("components", number);
            for (number, server) in component.servers.iter().enumerate() {
                unique_item(check, &mut servers, ("servers", number), server.id.as_str());
            }
            check.leave();
        }
        for (number, population) in scenario.populations.iter().enumerate() {
            unique_item(check, &mut nodes, ("populations", number), population.id.as_str());
        }
        for (number, link) in scenario.links.iter().enumerate() {
            unique_item(check, &mut links, ("links", number), link.id.as_str());
        }
        Self { sites, pools }
    }

    fn site(&self, check: &mut Check<'_>, field: &str, id: &str) {
        if !self.sites.contains(id) {
            check.dangling(field, "site", id);
        }
    }
}

fn unique_item<'a>(check: &mut Check<'a>, seen: &mut Names<'a>, item: (&'a str, usize), id: &'a str) {
    check.enter_part(item.0, item.1);
    unique(check, seen, "id", id);
    check.leave();
}

#[inline(never)]
fn unique<'a>(check: &mut Check<'_>, seen: &mut Names<'a>, field: &str, id: &'a str) {
    check.id(field, id);
    if !seen.insert(id) {
        check.refuse(field, Problem::Duplicate(id.into()));
    }
}

fn check_site<'a>(check: &mut Check<'a>, site: &'a Site, index: &Index<'_>) {
    check.text("name", &site.name);
    if let Some(common_mode) = &site.common_mode {
        check.enter("common_mode");
        check_outage(check, common_mode.availability, common_mode.mean_down_time_hours);
        check.leave();
    }
    check.count("wan_links", "lines", site.wan_links.len(), Limits::SITES);
    let mut seen = Names::default();
    for (number, line) in site.wan_links.iter().enumerate() {
        check.enter_item("wan_links", number);
        index.site(check, "to", line.to.as_str());
        if line.to == site.id {
            check.refuse("to", Problem::Link("a line must lead to another site".into()));
        }
        unique(check, &mut seen, "to", line.to.as_str());
        check_outage(check, line.availability, line.mean_down_time_hours);
        check.leave();
    }
}

fn check_outage(check: &mut Check<'_>, availability: f64, mean_down_time_hours: f64) {
    check.range("availability", availability, 1e-6, 1.0 - 1e-15);
    check.range("mean_down_time_hours", mean_down_time_hours, 1e-6, Limits::DOWN_TIME_HOURS);
}

fn check_component<'a>(
    check: &mut Check<'a>,
    component: &'a Component,
    index: &Index<'_>,
    catalog: &Catalog,
) {
    let Some(role) = catalog.role(&component.role) else {
        return check.dangling("role", "role in the catalog", component.role.as_str());
    };
    check.text("name", &component.name);
    index.site(check, "site", component.site.as_str());
    if let Some(pool) = &component.pool {
        if !index.pools.contains(pool.as_str()) {
            check.dangling("pool", "pool", pool.as_str());
        }
        if !super::insert::is_pool_part(role.function) {
            check.refuse("pool", Problem::NotAPart(role.name.clone()));
        }
    }
    check.position("position", component.position);
    if component.servers.is_empty() {
        check.refuse("servers", Problem::Empty("server"));
    }
    check.count("servers", "servers", component.servers.len(), Limits::SERVERS);
    for (number, server) in component.servers.iter().enumerate() {
        check.enter_item("servers", number);
        check.id("computer", server.computer.as_str());
        check.leave();
    }
    if let Some(crews) = component.repair_crews {
        check.range("repair_crews", f64::from(crews), 1.0, 1000.0);
    }
    check.enter("overrides");
    for (figure, value) in &component.overrides {
        match catalog.figure_spec(figure).filter(|_| catalog.goes_by(role, figure)) {
            Some(spec) => check.range(figure.as_str(), *value, spec.min, spec.max),
            None => check.dangling(figure.as_str(), "figure of this role", figure.as_str()),
        }
    }
    check.leave();
}

fn check_links(check: &mut Check<'_>, scenario: &Scenario, catalog: &Catalog) {
    let mut seen: Set<(LinkKind, &NodeId, &NodeId)> = Set::new();
    for (number, link) in scenario.links.iter().enumerate() {
        check.enter_part("links", number);
        let mut end = |field: &str, id: &NodeId| {
            let kind = scenario.end_kind(catalog, id);
            if kind.is_none() {
                check.dangling(field, "component or pool", id.as_str());
            }
            kind
        };
        if let (Some(from), Some(to)) = (end("from", &link.from), end("to", &link.to)) {
            match LinkKind::between(from, to) {
                Ok(kind) if kind == link.kind => {}
                Ok(kind) => {
                    let (must, is) = (kind.words(), link.kind.words());
                    let problem = format!(
                        "a link between these two is of the kind in which the first “{must}” the second, not “{is}”"
                    );
                    check.refuse("kind", Problem::Link(problem));
                }
                Err(refusal) => check.refuse("", Problem::Link(refusal.to_string())),
            }
        }
        if !seen.insert((link.kind, &link.from, &link.to)) {
            check.refuse("", Problem::Link("these two are linked already".into()));
        }
        check.leave();
    }
}

fn check_population<'a>(
    check: &mut Check<'a>,
    population: &'a Population,
    scenario: &Scenario,
    catalog: &Catalog,
    index: &Index<'_>,
) {
    check.text("name", &population.name);
    for (field, home) in [("home", &population.home), ("recovery_home", &population.recovery_home)] {
        let Some(home) = home else { continue };
        if scenario.node(home).is_none() {
            check.dangling(field, "pool or Standard Edition server", home.as_str());
        } else if !scenario.is_home(catalog, home) {
            check.refuse(field, Problem::NotAHome(home.to_string()));
        }
    }
    if let Some(site) = &population.site {
        index.site(check, "site", site.as_str());
    }
    check.range("users", f64::from(population.users), 0.0, f64::from(Limits::USERS));
    check.range("connected_share", population.connected_share, 0.0, 1.0);
    check.range("remote_share", population.remote_share, 0.0, 1.0);
    check.range("group_chat_share", population.group_chat_share, 0.0, 1.0);
    check.range("voice_share", population.voice_share, 0.0, 1.0);
    check.range("web_access_share", population.web_access_share, 0.0, 1.0);
    check.range("federation_share", population.federation_share, 0.0, 1.0);
    check.range("public_im_share", population.public_im_share, 0.0, 1.0);
    check.range("dial_in_share", population.dial_in_share, 0.0, 1.0);
    check.position("position", population.position);
    check.position("remote_position", population.remote_position);
}

fn check_targets(check: &mut Check<'_>, targets: &Targets) {
    check.enter("availability");
    for (workload, target) in &targets.availability {
        check.range(workload.id(), *target, 1e-6, 1.0 - 1e-15);
    }
    check.leave();
    check.enter("service_hours");
    check.range("days_per_week", f64::from(targets.service_hours.days_per_week), 1.0, 7.0);
    check.range("hours_per_day", targets.service_hours.hours_per_day, 0.1, 24.0);
    check.leave();
}
