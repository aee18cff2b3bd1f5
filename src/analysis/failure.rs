//! What happens to the users at the moment in which servers die, everything else being up.

mod account;
mod held;
pub mod knowledge;
mod load;
mod lost;
mod moment;
mod sentence;

use std::rc::Rc;

use super::answer::{Failure, Impact, Location, RowKey};
use super::compile::Compiled;
use super::failure_set::{Casualty, FailureSet};
use super::options::AnalysisError;
use super::parts::Part;
use super::rows::Row;
use crate::catalog::figure::{Figure, Unit};
use crate::catalog::workload::Workload;
use crate::collected::Set;
use crate::plan::NodeId;
use moment::Moment;

pub use account::{FailureAccount, Interruption, KeptData, Restoration, Subject};
pub(super) use held::{Failover, Held};
pub use load::Load;
pub use lost::{Endangered, Lost, failures_of};

/// One entry for every server of the plan, in the plan's order.
pub(super) fn failures(compiled: &Compiled<'_>, rows: &[Row]) -> Result<Vec<Failure>, AnalysisError> {
    let mut failures = Vec::new();
    let (mut names, mut shared) = (Set::new(), Set::new());
    for component in &compiled.scenario.components {
        if !names.insert(component.name.as_str()) {
            shared.insert(component.name.as_str());
        }
    }
    for component in &compiled.scenario.components {
        let name = if shared.contains(&component.name.as_str()) {
            compiled.scenario.belonging_name(component)
        } else {
            component.name.clone()
        };
        for (place, server) in component.servers.iter().enumerate() {
            let mut down = FailureSet::of_one(&component.id, &server.id);
            if compiled.computers.contains(&server.computer) {
                down.kill(compiled.scenario, &Casualty::Computer(server.computer.clone()));
            }
            let event = Event::new(compiled, rows, &down)?;
            failures.push(Failure {
                component: component.id.clone(),
                component_name: name.clone(),
                server: server.id.clone(),
                number: place + 1,
                of: component.servers.len(),
                impact: event.impact(&format!("when a server of {} dies", component.name)),
            });
        }
    }
    Ok(failures)
}

/// What a failure set does to the users, from the state in which everything is up.
pub(super) struct Event<'a> {
    compiled: &'a Compiled<'a>,
    down: &'a FailureSet,
    held: Held,
    /// One for each row.
    outcomes: Vec<Outcome<'a>>,
}

/// What becomes of a row.
#[derive(Debug, Clone, Copy)]
struct Outcome<'a> {
    row: &'a Row,
    /// Share of its users not served with everything up.
    unserved_before: f64,
    /// The same once everybody who can has connected again.
    unserved: f64,
    /// Share of its users who have to connect again.
    moved: f64,
}

impl Outcome<'_> {
    /// Whether nobody is served who was.
    fn is_down(&self) -> bool {
        self.unserved >= 1.0 && self.unserved_before < 1.0
    }

    /// Users who were served.
    fn served_before(&self) -> f64 {
        self.row.demand_users * (1.0 - self.unserved_before)
    }
}

/// Users of one population at one location who are hit. A user counts once, by the worst of his workloads.
#[derive(Debug, Clone, Copy, Default)]
struct Hit {
    users: f64,
    cut_off: f64,
    over_capacity: f64,
    reconnecting: f64,
}

impl<'a> Event<'a> {
    pub fn new(
        compiled: &'a Compiled<'a>,
        rows: &'a [Row],
        down: &'a FailureSet,
    ) -> Result<Self, AnalysisError> {
        let held = Held::of(compiled, down)?;
        let (none, model) = (Held::default(), &compiled.model);
        let outcome = |row: &'a Row| {
            let unserved_before = model.value_at(row.unserved.share, &|_| 0);
            let mut outcome = Outcome { row, unserved_before, unserved: unserved_before, moved: 0.0 };
            let sits_at = row.population.site.as_ref().filter(|_| row.key.location == Location::Branch);
            if sits_at.is_some_and(|site| down.sites().contains(site)) {
                outcome.unserved = 1.0;
            } else if held.touches(&row.support) {
                outcome.unserved = model.value_at(row.unserved.share, &|group| held.level(group));
                if outcome.unserved < 1.0 {
                    let before = Moment { compiled, held: &none };
                    outcome.moved = Moment { compiled, held: &held }.moved_since(&before, row);
                }
            }
            outcome
        };
        let outcomes: Vec<Outcome<'a>> = rows.iter().map(outcome).collect();
        Ok(Self { compiled, down, held, outcomes })
    }

    /// The users hit, with what is said behind the figures' names.
    pub fn impact(&self, when: &str) -> Impact {
        let mut hits: Vec<(&NodeId, Location, Hit)> = Vec::new();
        let (mut workloads_down, mut workloads_degraded) = (Vec::new(), Vec::new());
        for outcome in &self.outcomes {
            let Outcome { row, unserved_before, unserved, moved } = *outcome;
            let (population, location) = (&row.key.population, row.key.location);
            // Content and records are lost without anybody being cut off.
            if !row.key.workload.cuts_off() {
                if unserved > unserved_before {
                    workloads_degraded.push(row.key.clone());
                }
                continue;
            }
            let known = hits.iter().position(|(of, at, _)| *of == population && *at == location);
            let place = known.unwrap_or(hits.len());
            if known.is_none() {
                hits.push((population, location, Hit::default()));
            }
            let Some((_, _, hit)) = hits.get_mut(place) else { continue };
            hit.users = hit.users.max(row.demand_users);
            if outcome.is_down() {
                hit.cut_off = hit.cut_off.max(outcome.served_before());
                workloads_down.push(row.key.clone());
                continue;
            }
            hit.over_capacity = hit.over_capacity.max(row.demand_users * (unserved - unserved_before));
            hit.reconnecting = hit.reconnecting.max(outcome.served_before() * moved);
            if unserved > unserved_before {
                workloads_degraded.push(row.key.clone());
            }
        }
        let total = |pick: fn(&Hit) -> f64| hits.iter().map(|(_, _, hit)| pick(hit)).sum::<f64>();
        let demands = self.demands();
        let users = |what: &str, value: f64, formula: &str| {
            Figure::computed(format!("{what} {when}"), value, Unit::Users, formula, demands.clone())
        };
        let reconnecting = total(|hit| hit.reconnecting.min(hit.users - hit.cut_off));
        let reconnect = self.compiled.catalog.reconnect_time();
        let (seconds, formula) = if reconnecting > 0.0 {
            let seconds = reconnect.value + self.failover_seconds();
            (seconds, "failover time + time until a user is connected again")
        } else {
            (0.0, "nobody has to reconnect")
        };
        Impact {
            users_cut_off: users(
                "Users cut off",
                total(|hit| hit.cut_off),
                "connected users of the rows that nobody is served of any more",
            ),
            users_over_capacity: users(
                "Users without room",
                total(|hit| hit.over_capacity.min(hit.users - hit.cut_off)),
                "connected users · (share served before − share served after)",
            ),
            users_reconnecting: users(
                "Users reconnecting",
                reconnecting,
                "connected users on the server, who turn to the others",
            ),
            reconnect_time: Figure::computed(
                "Reconnected after",
                seconds,
                Unit::Seconds,
                formula,
                vec![reconnect],
            ),
            workloads_down,
            workloads_degraded,
        }
    }

    /// The users of all rows that are touched; those who want several workloads once.
    fn demands(&self) -> Vec<Rc<Figure>> {
        let mut demands: Vec<Rc<Figure>> = Vec::new();
        for outcome in &self.outcomes {
            let row = outcome.row;
            let known = demands.iter().any(|known| known.name == row.demand.name);
            if row.key.workload.cuts_off() && !known && self.held.touches(&row.support) {
                demands.push(Rc::clone(&row.demand));
            }
        }
        demands
    }

    /// Rows whose conferences go on without slides, handouts and address book.
    fn content_lost(&self) -> Vec<&RowKey> {
        let goes_on = |key: &RowKey| {
            let same = |other: &&Outcome<'_>| {
                let other = &other.row.key;
                (other.workload, other.location) == (Workload::Conferencing, key.location)
                    && other.population == key.population
            };
            self.outcomes.iter().find(same).is_some_and(|conferences| !conferences.is_down())
        };
        let lost = self.outcomes.iter().filter(|outcome| outcome.is_down()).map(|outcome| &outcome.row.key);
        lost.filter(|key| key.workload == Workload::ConferenceContent && goes_on(key)).collect()
    }

    /// Whether any server of a component that counts is left.
    fn left(&self, part: &Part) -> bool {
        part.counted.iter().any(|server| !self.down.is_down(part.id(), &server.id))
    }

    /// Failovers that anybody waits for.
    fn failovers(&self) -> impl Iterator<Item = &Failover> {
        let awaited = |failover: &&Failover| {
            self.outcomes
                .iter()
                .any(|outcome| outcome.moved > 0.0 && outcome.row.support.contains(&failover.group))
        };
        self.held.failovers.iter().filter(awaited)
    }

    fn failover_seconds(&self) -> f64 {
        self.failovers().map(|failover| failover.seconds).fold(0.0, f64::max)
    }

    /// Rows whose meetings break off, and those whose meetings go on once their users are connected again: a meeting
    /// belongs to the pool, not to one of its servers.
    pub fn meetings(&self) -> (Vec<RowKey>, Vec<RowKey>) {
        let (mut interrupted, mut resumed) = (Vec::new(), Vec::new());
        for outcome in &self.outcomes {
            let key = &outcome.row.key;
            match key.workload {
                Workload::Conferencing | Workload::AvConferencing if outcome.is_down() => {
                    interrupted.push(key.clone());
                }
                Workload::Conferencing | Workload::AvConferencing if outcome.moved > 0.0 => {
                    resumed.push(key.clone());
                }
                _ => {}
            }
        }
        (interrupted, resumed)
    }

    /// Share of a row's users who have to connect again.
    pub fn share_reconnecting(&self, row: usize) -> f64 {
        self.outcomes.get(row).map_or(0.0, |outcome| (1.0 - outcome.unserved_before) * outcome.moved)
    }

    /// Share of a row's users served once everybody who can has connected again.
    pub fn served(&self, row: usize) -> f64 {
        self.outcomes.get(row).map_or(0.0, |outcome| 1.0 - outcome.unserved)
    }
}

/// Whether the loss of some one server of the component cuts users off.
pub(super) fn is_single_point(failures: &[Failure], component: &NodeId) -> bool {
    failures.iter().any(|failure| failure.component == *component && failure.impact.users_cut_off.value > 0.0)
}
