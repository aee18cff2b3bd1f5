//! What happens to the users at the moment in which a server dies, everything else being up.

use super::answer::{Failure, Impact, Location, RowKey};
use super::compile::Compiled;
use super::options::AnalysisError;
use super::parts::{Part, ServerLoss};
use super::rows::Row;
use crate::catalog::figure::{Figure, Unit};
use crate::catalog::workload::Workload;
use crate::collected::Set;
use crate::plan::NodeId;
use crate::reliability::GroupId;

/// One entry for every server of the plan, in the plan's order.
pub(super) fn failures(compiled: &Compiled<'_>, rows: &[Row]) -> Result<Vec<Failure>, AnalysisError> {
    let mut failures = Vec::new();
    let users = rows.iter().map(|row| (&row.key.population, row.key.location)).collect();
    for component in &compiled.scenario.components {
        let Some(part) = compiled.parts.get(&component.id) else { continue };
        for server in &component.servers {
            let loss = part.loss(server, compiled.catalog, &compiled.computers, &compiled.model)?;
            failures.push(Failure {
                component: component.id.clone(),
                component_name: component.name.clone(),
                server: server.id.clone(),
                impact: impact(compiled, rows, &users, part, &loss),
            });
        }
    }
    Ok(failures)
}

/// Users of one population at one location who are hit. A user counts once, by the worst of his workloads.
#[derive(Debug, Clone, Copy, Default)]
struct Hit {
    users: f64,
    cut_off: f64,
    over_capacity: f64,
    reconnecting: f64,
}

/// The users of one population at one location.
type Users<'a> = (&'a NodeId, Location);

fn impact(
    compiled: &Compiled<'_>,
    rows: &[Row],
    users: &Set<Users<'_>>,
    part: &Part<'_>,
    loss: &ServerLoss,
) -> Impact {
    let mut hits = vec![Hit::default(); users.len()];
    let (mut workloads_down, mut workloads_degraded) = (Vec::new(), Vec::new());
    let mut failover_seconds = 0.0;
    for row in rows {
        let unserved = value(compiled, row, None);
        let before = 1.0 - unserved;
        let place = users.position(&(&row.key.population, row.key.location));
        let Some(hit) = place.and_then(|place| hits.get_mut(place)) else { continue };
        hit.users = hit.users.max(row.demand_users);
        match loss {
            ServerLoss::Level { group, level } => {
                let unserved_after = value(compiled, row, Some((*group, *level)));
                if unserved_after >= 1.0 && unserved < 1.0 {
                    hit.cut_off = hit.cut_off.max(row.demand_users * before);
                    workloads_down.push(row.key.clone());
                    continue;
                }
                let moved = displaced(compiled, row, *group, *level) * before;
                hit.over_capacity = hit.over_capacity.max(row.demand_users * (unserved_after - unserved));
                hit.reconnecting = hit.reconnecting.max(row.demand_users * moved);
                if unserved_after > unserved {
                    workloads_degraded.push(row.key.clone());
                }
            }
            ServerLoss::Failover { group, seconds } => {
                if row.support.contains(group) {
                    hit.reconnecting = hit.reconnecting.max(row.demand_users * before);
                    failover_seconds = *seconds;
                }
            }
            ServerLoss::Nothing => {}
        }
    }
    workloads_degraded.extend(content_lost(compiled, rows, part, &workloads_down));
    let total = |pick: fn(&Hit) -> f64| hits.iter().map(pick).sum::<f64>();
    let cut_off = total(|hit| hit.cut_off);
    let over_capacity = total(|hit| hit.over_capacity.min(hit.users - hit.cut_off));
    let reconnecting = total(|hit| hit.reconnecting.min(hit.users - hit.cut_off));
    figures(
        compiled,
        part,
        [cut_off, over_capacity, reconnecting],
        failover_seconds,
        workloads_down,
        workloads_degraded,
    )
}

fn figures(
    compiled: &Compiled<'_>,
    part: &Part<'_>,
    [cut_off, over_capacity, reconnecting]: [f64; 3],
    failover_seconds: f64,
    workloads_down: Vec<RowKey>,
    workloads_degraded: Vec<RowKey>,
) -> Impact {
    let name = &part.component.name;
    let users = |what: &str, value: f64, formula: &str| {
        Figure::computed(
            format!("{what} when a server of {name} dies"),
            value,
            Unit::Users,
            formula,
            Vec::new(),
        )
    };
    let reconnect = compiled.catalog.reconnect_time();
    let (value, formula) = if reconnecting > 0.0 {
        (reconnect.value + failover_seconds, "failover time + time until a user is connected again")
    } else {
        (0.0, "nobody has to reconnect")
    };
    Impact {
        users_cut_off: users(
            "Users cut off",
            cut_off,
            "connected users of the rows that nobody is served of any more",
        ),
        users_over_capacity: users(
            "Users without room",
            over_capacity,
            "connected users · (share served before − share served after)",
        ),
        users_reconnecting: users(
            "Users reconnecting",
            reconnecting,
            "connected users on the server, who turn to the others",
        ),
        reconnect_time: Figure::computed("Reconnected after", value, Unit::Seconds, formula, vec![reconnect]),
        workloads_down,
        workloads_degraded,
    }
}

/// The share not served with everything up, apart from the group held at a level.
fn value(compiled: &Compiled<'_>, row: &Row, held: Option<(GroupId, usize)>) -> f64 {
    compiled.model.value_at(row.unserved.share, &|group| match held {
        Some((lost, level)) if lost == group => level,
        _ => 0,
    })
}

/// Share of a row's users who sat on what fails while others go on.
fn displaced(compiled: &Compiled<'_>, row: &Row, group: GroupId, level: usize) -> f64 {
    if !row.support.contains(&group) {
        return 0.0;
    }
    let flows = compiled.model.group(group).flows();
    flows.iter().find(|flow| flow.from == 0 && flow.to == level).map_or(0.0, |flow| flow.displaced)
}

/// Conferences that go on without slides, handouts and address book when the part's only server dies.
fn content_lost(compiled: &Compiled<'_>, rows: &[Row], part: &Part<'_>, down: &[RowKey]) -> Vec<RowKey> {
    if part.component.servers.len() > 1 {
        return Vec::new();
    }
    let holds = |home: &NodeId| {
        compiled.topology.homes.get(home).is_some_and(|known| known.content.contains(part.id()))
    };
    let publishes = |home: &NodeId| {
        compiled.topology.proxies.get(home).is_some_and(|proxies| proxies.as_slice() == [part.id().clone()])
    };
    rows.iter()
        .filter(|row| row.key.workload == Workload::Conferencing && !down.contains(&row.key))
        .filter(|row| {
            let remote = row.key.location == Location::Remote;
            row.population.home.as_ref().is_some_and(|home| holds(home) || (remote && publishes(home)))
        })
        .map(|row| row.key.clone())
        .collect()
}

/// Whether the loss of some one server of the component cuts users off.
pub(super) fn is_single_point(failures: &[Failure], component: &NodeId) -> bool {
    failures.iter().any(|failure| failure.component == *component && failure.impact.users_cut_off.value > 0.0)
}
