//! How many Front Ends a pool has for its users.

use crate::catalog::role::Function;
use crate::plan::{Component, Edit, Pool};
use crate::rules::balancer::{IN_POOL, front_ends, pair_into, stands_in};
use crate::rules::breach::Breach;
use crate::rules::capacity::{Limits, Load, carried, grown};
use crate::rules::drawing::{Drawing, servers};
use crate::rules::fix::{NewPart, add};
use crate::rules::words::{count, grouped, none_or, users, verb};

pub(super) fn none(drawing: &Drawing<'_>) -> Vec<Breach> {
    let empty = drawing.pools().filter(|pool| drawing.parts(&pool.id, Function::FrontEnd).is_empty());
    empty
        .map(|pool| {
            let text = format!("“{}” has no Front End and serves nobody.", pool.name);
            Breach::new(&[&pool.id], text).fixed_by("Add Front Ends", added(drawing, pool))
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
    let mut edits = add(drawing, &part)?;
    if !stands_in(drawing, &pool.id) {
        edits.extend(pair_into(drawing, pool)?);
    }
    Some(edits)
}

/// More users than any number of Front Ends carries.
pub(super) fn over_the_most(drawing: &Drawing<'_>) -> Vec<Breach> {
    let mut breaches = Vec::new();
    for (pool, front) in with_front_ends(drawing) {
        let connected = drawing.homed(&pool.id).connected;
        let most = at_most(drawing, front);
        if connected > most {
            let text = format!(
                "{} of “{}” are connected at the busy hour; a pool carries {} at the most.",
                users(connected),
                pool.name,
                grouped(most)
            );
            breaches.push(Breach::new(&[&pool.id], text));
        }
    }
    breaches
}

fn at_most(drawing: &Drawing<'_>, front: &[&Component]) -> f64 {
    let limits = front.first().and_then(|component| Limits::of(drawing, component));
    limits.map_or(f64::INFINITY, |limits| limits.at_most)
}

/// More than that is another rule's.
pub(super) fn over_capacity(drawing: &Drawing<'_>) -> Vec<Breach> {
    let mut breaches = Vec::new();
    for (pool, front) in with_front_ends(drawing) {
        let connected = drawing.homed(&pool.id).connected;
        let carried = carried(drawing, front, 0);
        if connected > carried && connected <= at_most(drawing, front) {
            let text = format!(
                "{} of “{}” are connected at the busy hour; its {} {} {}.",
                users(connected),
                pool.name,
                count(servers(front), "Front End"),
                verb(servers(front), "carries", "carry"),
                grouped(carried)
            );
            let breach = Breach::among(front, text).and(&pool.id);
            breaches.push(fixed(drawing, breach, pool, front, (connected, 0)));
        }
    }
    breaches
}

pub(super) fn only_one(drawing: &Drawing<'_>) -> Vec<Breach> {
    let is_wanted = drawing.targets().high_availability_internal;
    let alone = with_front_ends(drawing).filter(|(_, front)| servers(front) == 1);
    alone
        .map(|(pool, front)| {
            let text = if is_wanted {
                format!("High availability is wanted, and “{}” has only one Front End.", pool.name)
            } else {
                format!("“{}” has only one Front End: nobody is served while it is down.", pool.name)
            };
            let edits = front.first().and_then(|component| front_ends(drawing, pool, component, 2));
            Breach::among(front, text).and(&pool.id).fixed_by("Use two Front Ends", edits)
        })
        .collect()
}

pub(super) fn no_spare(drawing: &Drawing<'_>) -> Vec<Breach> {
    let targets = drawing.targets();
    if !targets.spare_server && !targets.high_availability_internal {
        return Vec::new();
    }
    let mut breaches = Vec::new();
    for (pool, front) in with_front_ends(drawing) {
        let connected = drawing.homed(&pool.id).connected;
        // Where high availability is wanted, that there is only one is another rule's.
        if !targets.spare_server && servers(front) == 1 {
            continue;
        }
        let left = carried(drawing, front, 1);
        // With all of them up they have to carry the users at all; that is another rule.
        if connected > left && connected <= carried(drawing, front, 0) {
            let text = format!(
                "When a Front End of “{}” is lost, the others carry {} of the {} connected.",
                pool.name,
                none_or(left),
                users(connected)
            );
            let breach = Breach::among(front, text).and(&pool.id);
            breaches.push(fixed(drawing, breach, pool, front, (connected, 1)));
        }
    }
    breaches
}

fn fixed(
    drawing: &Drawing<'_>,
    breach: Breach,
    pool: &Pool,
    front: &[&Component],
    (users, spare): (f64, usize),
) -> Breach {
    let load = Load { users, spare, thing: "Front End" };
    grown(drawing, breach, front, load, |first, wanted| front_ends(drawing, pool, first, wanted))
}

fn with_front_ends<'a, 'b>(
    drawing: &'b Drawing<'a>,
) -> impl Iterator<Item = (&'a Pool, &'b [&'a Component])> {
    drawing
        .pools()
        .map(|pool| (pool, drawing.parts(&pool.id, Function::FrontEnd)))
        .filter(|(_, front)| !front.is_empty())
}
