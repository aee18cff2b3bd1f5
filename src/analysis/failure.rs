//! What happens to the users at the moment in which servers die, everything else being up.

mod account;
mod fate;
mod held;
pub mod knowledge;
mod load;
mod lost;
mod moment;
mod sentence;
mod whole;

use std::rc::Rc;

use super::answer::{Failure, Impact, RowKey};
use super::compile::Compiled;
use super::failure_set::{Casualty, FailureSet};
use super::options::AnalysisError;
use super::parts::Part;
use super::rows::Row;
use super::turns::Turns;
use crate::catalog::figure::{Figure, Unit};
use crate::catalog::workload::Workload;
use crate::collected::{Map, Set};
use crate::plan::NodeId;
use fate::{Fate, fates};

pub use account::{FailureAccount, Interruption, KeptData, Restoration, Subject};
pub(super) use held::{Failover, Held};
pub use load::Load;
pub use lost::{Endangered, Lost, failures_of};
pub(super) use whole::Whole;

/// One entry for every server of the plan, in the plan's order.
pub(super) async fn failures(
    compiled: &Compiled<'_>,
    rows: &[Row],
    turns: Turns<'_>,
) -> Result<Vec<Failure>, AnalysisError> {
    let mut failures = Vec::new();
    let (mut names, mut shared) = (Set::new(), Set::new());
    for component in &compiled.scenario.components {
        if !names.insert(component.name.as_str()) {
            shared.insert(component.name.as_str());
        }
    }
    let whole = Whole::new(compiled, rows);
    for component in &compiled.scenario.components {
        turns.pause().await;
        let name = if shared.contains(&component.name.as_str()) {
            compiled.scenario.belonging_name(component)
        } else {
            component.name.clone()
        };
        // Servers that share a load mean the same.
        let mut told: Vec<(Held, Impact)> = Vec::new();
        for (place, server) in component.servers.iter().enumerate() {
            let mut down = FailureSet::of_one(&component.id, &server.id);
            if compiled.computers.contains(&server.computer) {
                down.kill(compiled.scenario, &Casualty::Computer(server.computer.clone()));
            }
            let event = Event::new(&whole, &down)?;
            let known = told.iter().find(|(held, _)| *held == event.held).map(|(_, impact)| impact.clone());
            let impact = known.unwrap_or_else(|| {
                let impact = event.impact(&format!("when a server of {} dies", component.name));
                told.push((event.held.clone(), impact.clone()));
                impact
            });
            failures.push(Failure {
                component: component.id.clone(),
                component_name: name.clone(),
                server: server.id.clone(),
                number: place + 1,
                of: component.servers.len(),
                impact,
            });
        }
    }
    Ok(failures)
}

/// What a failure set does to the users, from the state in which everything is up.
pub(super) struct Event<'a> {
    whole: &'a Whole<'a>,
    compiled: &'a Compiled<'a>,
    down: &'a FailureSet,
    held: Held,
    /// By the number of the course, of those that it concerns.
    fates: Map<usize, Fate>,
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
    pub fn new(whole: &'a Whole<'a>, down: &'a FailureSet) -> Result<Self, AnalysisError> {
        let held = Held::of(whole.compiled, down)?;
        let fates = fates(whole, down, &held);
        Ok(Self { whole, compiled: whole.compiled, down, held, fates })
    }

    /// What becomes of each row.
    fn outcomes(&self) -> impl Iterator<Item = Outcome<'a>> {
        self.whole.rows.iter().map(|row| self.outcome(row))
    }

    fn outcome(&self, row: &'a Row) -> Outcome<'a> {
        let unserved_before = self.whole.unserved(row.course.number);
        let untouched = Fate { unserved: unserved_before, moved: 0.0 };
        let Fate { unserved, moved } = *self.fates.get(&row.course.number).unwrap_or(&untouched);
        Outcome { row, unserved_before, unserved, moved }
    }

    /// The rows that it concerns, with their numbers, ascending.
    fn hit_rows(&self) -> Vec<(usize, &'a Row)> {
        let numbers = self.fates.keys().flat_map(|course| self.whole.followed_by(*course)).copied();
        let numbers: Set<usize> = numbers.collect();
        numbers.into_iter().filter_map(|number| Some((number, self.whole.rows.get(number)?))).collect()
    }

    /// The users hit, with what is said behind the figures' names.
    pub fn impact(&self, when: &str) -> Impact {
        let hit_rows = self.hit_rows();
        let mut hits: Map<usize, Hit> = Map::new();
        let (mut workloads_down, mut workloads_degraded) = (Vec::new(), Vec::new());
        for (number, row) in &hit_rows {
            let outcome = self.outcome(row);
            let Outcome { row, unserved_before, unserved, moved } = outcome;
            // Content and records are lost without anybody being cut off.
            if !row.key.workload.cuts_off() {
                if unserved > unserved_before {
                    workloads_degraded.push(row.key.clone());
                }
                continue;
            }
            let (crowd, users) = self.whole.crowd(*number);
            let hit = hits.or_insert_with(crowd, || Hit { users, ..Hit::default() });
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
        let total = |pick: fn(&Hit) -> f64| hits.values().map(pick).fold(0.0, |sum, users| sum + users);
        let demands = self.demands(&hit_rows);
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
    fn demands(&self, hit_rows: &[(usize, &Row)]) -> Vec<Rc<Figure>> {
        let mut known = Set::new();
        let mut demands = Vec::new();
        for (number, row) in hit_rows {
            if row.key.workload.cuts_off()
                && self.held.touches(&row.course.support)
                && known.insert(self.whole.demand(*number))
            {
                demands.push(Rc::clone(&row.demand));
            }
        }
        demands
    }

    /// Rows whose conferences go on without slides, handouts and address book.
    fn content_lost(&self) -> Vec<&RowKey> {
        let goes_on = |key: &RowKey| {
            let same = |other: &Outcome<'_>| {
                let other = &other.row.key;
                (other.workload, other.location) == (Workload::Conferencing, key.location)
                    && other.population == key.population
            };
            self.outcomes().find(same).is_some_and(|conferences| !conferences.is_down())
        };
        let lost = self.outcomes().filter(Outcome::is_down).map(|outcome| &outcome.row.key);
        lost.filter(|key| key.workload == Workload::ConferenceContent && goes_on(key)).collect()
    }

    /// Whether any server of a component that counts is left.
    fn left(&self, part: &Part) -> bool {
        part.counted.iter().any(|server| !self.down.is_down(part.id(), &server.id))
    }

    /// Failovers that anybody waits for.
    fn failovers(&self) -> impl Iterator<Item = &Failover> {
        let awaited = |failover: &&Failover| {
            self.outcomes()
                .any(|outcome| outcome.moved > 0.0 && outcome.row.course.support.contains(&failover.group))
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
        for outcome in self.outcomes() {
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
        let outcome = self.whole.rows.get(row).map(|row| self.outcome(row));
        outcome.map_or(0.0, |outcome| (1.0 - outcome.unserved_before) * outcome.moved)
    }

    /// Share of a row's users served once everybody who can has connected again.
    pub fn served(&self, row: usize) -> f64 {
        self.whole.rows.get(row).map_or(0.0, |row| 1.0 - self.outcome(row).unserved)
    }
}

/// Components of which the loss of some one server cuts users off.
pub(super) fn single_points(failures: &[Failure]) -> Set<&NodeId> {
    let cuts_off = |failure: &&Failure| failure.impact.users_cut_off.value > 0.0;
    failures.iter().filter(cuts_off).map(|failure| &failure.component).collect()
}
