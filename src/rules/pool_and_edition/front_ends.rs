//! How many Front Ends a pool has for its users.

use crate::catalog::role::Function;
use crate::geometry::{Canvas, Vector};
use crate::plan::{Component, Edit, NodeId, Pool};
use crate::rules::balancer::{front_ends, pair_into, stands_in};
use crate::rules::breach::Breach;
use crate::rules::capacity::{Limits, carried};
use crate::rules::drawing::{Drawing, servers};
use crate::rules::fix::{NewPart, add};
use crate::rules::words::{count, users};

/// Where new Front Ends stand in a pool.
const IN_POOL: Vector<Canvas> = Vector::new(112.0, 56.0);

pub(super) fn none(drawing: &Drawing<'_>) -> Vec<Breach> {
    let empty = drawing.pools().filter(|pool| drawing.parts(&pool.id, Function::FrontEnd).is_empty());
    empty
        .map(|pool| {
            let text = format!("“{}” has no Front End and serves nobody.", pool.name);
            Breach::new([&pool.id], text).fixed_by("Add Front Ends", added(drawing, pool))
        })
        .collect()
}

fn added(drawing: &Drawing<'_>, pool: &Pool) -> Option<Vec<Edit>> {
    let part = NewPart {
        function: Function::FrontEnd,
        servers: 2,
        site: &pool.site,
        pool: Some(&pool.id),
        position: pool.position + IN_POOL,
    };
    let mut edits = vec![add(drawing, &part)?.0];
    if !stands_in(drawing, &pool.id) {
        edits.extend(pair_into(drawing, pool)?);
    }
    Some(edits)
}

pub(super) fn over_capacity(drawing: &Drawing<'_>) -> Vec<Breach> {
    let mut breaches = Vec::new();
    for (pool, front) in with_front_ends(drawing) {
        let connected = drawing.homed(&pool.id).connected;
        let carried = carried(drawing, front, 0);
        if connected > carried {
            let text = format!(
                "{} of “{}” are connected at the busy hour; its {} carry {}.",
                users(connected),
                pool.name,
                count(servers(front), "Front End"),
                users(carried)
            );
            let breach = Breach::new(ids(front, pool), text);
            breaches.push(grown(drawing, breach, pool, front, connected, 0));
        }
    }
    breaches
}

pub(super) fn only_one(drawing: &Drawing<'_>) -> Vec<Breach> {
    if !drawing.targets().high_availability_internal {
        return Vec::new();
    }
    let alone = with_front_ends(drawing).filter(|(_, front)| servers(front) == 1);
    alone
        .map(|(pool, front)| {
            let text = format!("High availability is wanted, and “{}” has only one Front End.", pool.name);
            let edits = front.first().and_then(|component| front_ends(drawing, pool, component, 2));
            Breach::new(ids(front, pool), text).fixed_by("Use two Front Ends", edits)
        })
        .collect()
}

pub(super) fn no_spare(drawing: &Drawing<'_>) -> Vec<Breach> {
    if !drawing.targets().spare_server {
        return Vec::new();
    }
    let mut breaches = Vec::new();
    for (pool, front) in with_front_ends(drawing) {
        let connected = drawing.homed(&pool.id).connected;
        let left = carried(drawing, front, 1);
        // With all of them up they have to carry the users at all; that is another rule.
        if connected > left && connected <= carried(drawing, front, 0) {
            let text = format!(
                "When a Front End of “{}” is lost, the others carry {} of the {} connected.",
                pool.name,
                if left > 0.0 { users(left) } else { "none".into() },
                users(connected)
            );
            let breach = Breach::new(ids(front, pool), text);
            breaches.push(grown(drawing, breach, pool, front, connected, 1));
        }
    }
    breaches
}

/// The breach with as many Front Ends in the first component as the users and the spare ones need, as its fix.
fn grown(
    drawing: &Drawing<'_>,
    breach: Breach,
    pool: &Pool,
    front: &[&Component],
    connected: f64,
    spare: usize,
) -> Breach {
    let enough = |component: &&Component| {
        let limits = Limits::of(drawing, component)?;
        let others: f64 = front.iter().skip(1).map(|other| limits_users(drawing, other)).sum();
        if connected > limits.at_most {
            return None;
        }
        let wanted = limits.servers_for(connected - others)? + spare;
        let edits = front_ends(drawing, pool, component, wanted)?;
        Some((wanted, edits))
    };
    match front.first().and_then(enough) {
        Some((wanted, edits)) => breach.fixed_by(format!("Use {}", count(wanted, "Front End")), Some(edits)),
        None => breach,
    }
}

fn limits_users(drawing: &Drawing<'_>, component: &Component) -> f64 {
    Limits::of(drawing, component).map_or(0.0, |limits| limits.users(component.servers.len()))
}

fn with_front_ends<'a, 'b>(
    drawing: &'b Drawing<'a>,
) -> impl Iterator<Item = (&'a Pool, &'b [&'a Component])> {
    drawing
        .pools()
        .map(|pool| (pool, drawing.parts(&pool.id, Function::FrontEnd)))
        .filter(|(_, front)| !front.is_empty())
}

fn ids<'a>(front: &[&'a Component], pool: &'a Pool) -> impl Iterator<Item = &'a NodeId> {
    front.iter().map(|component| &component.id).chain([&pool.id])
}
