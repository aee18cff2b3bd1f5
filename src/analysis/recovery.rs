//! Disaster recovery: another home to which an operator moves users by hand when theirs is lost for long.
//!
//! The product has no failover from pool to pool, so nothing of this is in the availability figures: they stand beside it.

mod sites;

use std::rc::Rc;

use super::answer::{Analysis, Location, WorkloadRow};
use super::options::{AnalysisError, Options};
use super::{Casualty, FailureSet, analyse};
use crate::catalog::Catalog;
use crate::catalog::figure::{Figure, Unit};
use crate::catalog::id::FigureId;
use crate::catalog::workload::Workload;
use crate::plan::{CommonMode, NodeId, Population, Scenario};

pub use sites::SiteLoss;
use sites::site_of;

/// Minutes of a year of 8,760 hours.
const MINUTES_PER_YEAR: f64 = 525_600.0;
/// Hours of it.
const HOURS_PER_YEAR: f64 = 8_760.0;

/// What is planned for the users of one population.
#[derive(Debug, Clone, PartialEq)]
pub struct Move {
    /// The users.
    pub population: NodeId,
    /// Their name on the screen.
    pub population_name: String,
    /// Their home.
    pub home: NodeId,
    /// Where they are moved; none where nothing is planned.
    pub to: Option<NodeId>,
    /// Connected users who have to be moved.
    pub users: Rc<Figure>,
    /// Users for whom the other home has room beside its own.
    pub room: Rc<Figure>,
    /// Share of them for whom there is room.
    pub fitting: Rc<Figure>,
    /// Hours until they are moved.
    pub hours_to_move: Rc<Figure>,
    /// Age of what a backup brings back, at the most, in hours.
    pub recovery_point: Rc<Figure>,
    /// Minutes in a year in which nobody of them is served, without moving them.
    pub without: Rc<Figure>,
    /// The same where they are moved once an outage has lasted for so long as moving takes.
    pub with: Rc<Figure>,
}

/// Disaster recovery of a plan.
#[derive(Debug, Clone, PartialEq)]
pub struct Recovery {
    /// One entry for each population with a home and users.
    pub moves: Vec<Move>,
    /// One entry for each site in which anything stands.
    pub sites: Vec<SiteLoss>,
}

/// What the minutes that moving saves depend on.
struct Planned<'a> {
    analysis: &'a Analysis,
    to: Option<&'a NodeId>,
    row: &'a WorkloadRow,
    /// What takes the site of their home down as a whole.
    site: Option<CommonMode>,
    /// Whether the other home stands at another site.
    elsewhere: bool,
    hours_to_move: &'a Rc<Figure>,
}

/// What is planned for the loss of homes and sites, and what it comes to.
///
/// An outage of mean length D whose length is exponential outlasts the time T that moving takes with the probability e^(−T/D), and
/// then lasts D longer on average. So of the time U in which nobody is served, U·e^(−T/D) is left to be won: once for outages of the
/// site, which are long, where the other home stands at another one, and once for all others, which are mostly short. The share of the users for whom there is room wins it while
/// the other home is up, which is taken to fail independently. An approximation to first order: outages of several parts are not
/// exponential.
///
/// # Errors
/// As [`analyse`].
pub fn recovery(scenario: &Scenario, catalog: &Catalog, options: Options) -> Result<Recovery, AnalysisError> {
    let analysis = analyse(scenario, catalog, options)?;
    let own = scenario.catalog(catalog);
    let moves: Vec<Move> = scenario
        .populations
        .iter()
        .filter(|population| population.connected_users() > 0.0)
        .filter_map(|population| a_move(scenario, &own, &analysis, population))
        .collect();
    let sites = sites::losses(scenario, catalog, options)?;
    Ok(Recovery { moves, sites })
}

fn a_move(
    scenario: &Scenario,
    catalog: &Catalog,
    analysis: &Analysis,
    population: &Population,
) -> Option<Move> {
    let home = population.home.clone()?;
    let to = population.recovery_home.clone().filter(|to| *to != home);
    let row = analysis.workloads.iter().find(|row| {
        let key = &row.key;
        key.workload == Workload::ImPresence
            && key.population == population.id
            && key.location != Location::Remote
    });
    let row = row.or_else(|| {
        analysis
            .workloads
            .iter()
            .find(|row| row.key.population == population.id && row.key.workload == Workload::ImPresence)
    })?;
    let named = |id: &str| catalog.figure(&FigureId::from(id));
    let (hours_to_move, recovery_point) = (named("hours-to-move")?, named("recovery-point")?);
    let name = &population.name;
    let connected = |name: String, users: f64| {
        let inputs = vec![
            Figure::entered("Users", f64::from(population.users), Unit::Users),
            Figure::entered("Share connected at the busy hour", population.connected_share, Unit::Share),
        ];
        Figure::computed(name, users, Unit::Users, "users · connected share", inputs)
    };
    let users = connected(format!("Users of {name} to be moved"), population.connected_users());
    let room = room(scenario, analysis, to.as_ref());
    let together = moved_together(scenario, &home, to.as_ref());
    let all: f64 = together.iter().map(|users| users.value).sum();
    let share = if all > 0.0 { (room.value / all).min(1.0) } else { 0.0 };
    let fitting = Figure::computed(
        format!("Users of {name} for whom there is room"),
        share,
        Unit::Share,
        "min(1, room / all users who are moved there from the same home)",
        [vec![Rc::clone(&room)], together].concat(),
    );
    let without = minutes_without(row);
    // What takes the site down takes a home beside it down as well.
    let stands = site_of(scenario, &home);
    let elsewhere = stands.filter(|site| to.as_ref().and_then(|to| site_of(scenario, to)) != Some(site));
    let site = stands.and_then(|site| scenario.site(site)).and_then(|site| site.common_mode);
    let planned = Planned {
        analysis,
        to: to.as_ref(),
        row,
        site,
        elsewhere: elsewhere.is_some(),
        hours_to_move: &hours_to_move,
    };
    let with = minutes_with(&planned, &without, &fitting);
    Some(Move {
        population: population.id.clone(),
        population_name: name.clone(),
        home,
        to,
        users,
        room,
        fitting,
        hours_to_move,
        recovery_point,
        without,
        with,
    })
}

/// Connected users of each population that is moved from the one home to the other: all of them at once, when the one is lost.
fn moved_together(scenario: &Scenario, home: &NodeId, to: Option<&NodeId>) -> Vec<Rc<Figure>> {
    let together = scenario.populations.iter().filter(|population| {
        population.home.as_ref() == Some(home) && population.recovery_home.as_ref() == to
    });
    let figure = |population: &Rc<Population>| {
        let name = format!("Connected users of {}", population.name);
        Figure::entered(name, population.connected_users(), Unit::Users)
    };
    together.map(figure).collect()
}

/// Users whom the other home carries beside its own.
fn room(scenario: &Scenario, analysis: &Analysis, to: Option<&NodeId>) -> Rc<Figure> {
    let figures = to.and_then(|to| analysis.components.get(to));
    let capacity = figures.and_then(|figures| figures.capacity_users.clone());
    let (Some(to), Some(capacity)) = (to, capacity) else {
        let formula = "no other home is planned";
        return Figure::computed("Room at another home", 0.0, Unit::Users, formula, Vec::new());
    };
    let own: Vec<Rc<Figure>> = scenario
        .populations
        .iter()
        .filter(|population| population.home.as_ref() == Some(to))
        .map(|population| {
            let name = format!("Connected users of {}", population.name);
            Figure::entered(name, population.connected_users(), Unit::Users)
        })
        .collect();
    let taken: f64 = own.iter().map(|figure| figure.value).sum();
    let room = (capacity.value - taken).max(0.0);
    let inputs = [vec![capacity], own].concat();
    Figure::computed(
        "Room at the other home",
        room,
        Unit::Users,
        "users it carries − users homed there",
        inputs,
    )
}

fn minutes_without(row: &WorkloadRow) -> Rc<Figure> {
    let any = &row.measures.unavailability_any;
    Figure::computed(
        "Nobody is served, if nobody is moved",
        any.value * MINUTES_PER_YEAR,
        Unit::MinutesPerUserYear,
        "share of time in which nobody is served · 525,600 min",
        vec![Rc::clone(any)],
    )
}

fn minutes_with(plan: &Planned<'_>, without: &Rc<Figure>, fitting: &Rc<Figure>) -> Rc<Figure> {
    let Planned { analysis, to, row, site, elsewhere, hours_to_move } = plan;
    let other =
        to.and_then(|to| analysis.components.get(to)).map(|figures| Rc::clone(&figures.unavailability));
    let (any, breaks) = (&row.measures.unavailability_any, &row.measures.outages_per_year);
    let (down, hours) = site.map_or((0.0, 0.0), |site| (1.0 - site.availability, site.mean_down_time_hours));
    let rest = (any.value - down).max(0.0);
    let rest_breaks = (breaks.value / HOURS_PER_YEAR - if hours > 0.0 { down / hours } else { 0.0 }).max(0.0);
    let rest_hours = if rest_breaks > 0.0 { rest / rest_breaks } else { 0.0 };
    let outlasts = |hours: f64| if hours > 0.0 { (-hours_to_move.value / hours).exp() } else { 0.0 };
    let with_site = if *elsewhere { down * outlasts(hours) } else { 0.0 };
    let long = if any.value > 0.0 { (with_site + rest * outlasts(rest_hours)) / any.value } else { 0.0 };
    let up = other.as_ref().map_or(0.0, |other| 1.0 - other.value);
    let minutes = without.value * (1.0 - long * fitting.value * up);
    let mut inputs =
        vec![Rc::clone(without), Rc::clone(breaks), Rc::clone(hours_to_move), Rc::clone(fitting)];
    if site.is_some() {
        inputs.push(Figure::entered("Unavailability of the site", down, Unit::Share));
        inputs.push(Figure::entered("Mean down time of the site", hours, Unit::Hours));
    }
    inputs.extend(other);
    Figure::computed(
        "Nobody is served, if users are moved",
        minutes,
        Unit::MinutesPerUserYear,
        "minutes without · (1 − share of them beyond the hours to move · share with room · (1 − unavailability of the other home)); beyond is Σ U·e^(−hours to move / mean down time) / Σ U over the site's own outages, where the other home stands elsewhere, and all others, to first order: both are taken to be exponential",
        inputs,
    )
}
