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
use crate::plan::{NodeId, Population, Scenario};

pub use sites::SiteLoss;

/// Minutes of a year of 8,760 hours.
const MINUTES_PER_YEAR: f64 = 525_600.0;

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

/// What is planned for the loss of homes and sites, and what it comes to.
///
/// An outage of mean length D whose length is exponential outlasts the time T that moving takes with the probability e^(−T/D), and
/// then lasts D longer on average. So of the time U in which nobody is served, U·e^(−T/D) is left to be won; the share f of the users
/// for whom there is room wins it while the other home is up, which is taken to fail independently. An approximation to first order:
/// outages of several parts are not exponential.
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
    let sites = sites::losses(scenario, catalog, options, &moves)?;
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
    let share = if users.value > 0.0 { (room.value / users.value).min(1.0) } else { 0.0 };
    let fitting = Figure::computed(
        format!("Users of {name} for whom there is room"),
        share,
        Unit::Share,
        "min(1, room / users to be moved)",
        vec![Rc::clone(&room), Rc::clone(&users)],
    );
    let without = minutes_without(row);
    let with = minutes_with(analysis, to.as_ref(), row, &without, &fitting, &hours_to_move);
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

fn minutes_with(
    analysis: &Analysis,
    to: Option<&NodeId>,
    row: &WorkloadRow,
    without: &Rc<Figure>,
    fitting: &Rc<Figure>,
    hours_to_move: &Rc<Figure>,
) -> Rc<Figure> {
    let other =
        to.and_then(|to| analysis.components.get(to)).map(|figures| Rc::clone(&figures.unavailability));
    let duration = &row.measures.mean_down_time;
    let outlasts = if duration.value > 0.0 { (-hours_to_move.value / duration.value).exp() } else { 0.0 };
    let up = other.as_ref().map_or(0.0, |other| 1.0 - other.value);
    let minutes = without.value * (1.0 - outlasts * fitting.value * up);
    let mut inputs =
        vec![Rc::clone(without), Rc::clone(hours_to_move), Rc::clone(duration), Rc::clone(fitting)];
    inputs.extend(other);
    Figure::computed(
        "Nobody is served, if users are moved",
        minutes,
        Unit::MinutesPerUserYear,
        "minutes without · (1 − e^(−hours to move / mean down time) · share with room · (1 − unavailability of the other home)), to first order: outages are taken to be exponential",
        inputs,
    )
}
