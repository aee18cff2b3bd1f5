//! Where users can be homed: pools and Standard Edition servers.

use super::capacity::{Limits, carried};
use super::drawing::{Drawing, Homed};
use crate::catalog::role::Function;
use crate::geometry::{Canvas, Point};
use crate::plan::{NodeId, SiteId};

/// A pool or a Standard Edition server, with its users.
#[derive(Debug, Clone, Copy)]
pub(super) struct Home<'a> {
    pub id: &'a NodeId,
    pub name: &'a str,
    pub site: &'a SiteId,
    pub position: Point<Canvas>,
    pub users: Homed,
}

/// All homes, pools first, each kind in the plan's own order.
pub(super) fn homes<'a>(drawing: &Drawing<'a>) -> Vec<Home<'a>> {
    let mut homes = Vec::new();
    for pool in drawing.pools() {
        let (id, name, site) = (&pool.id, pool.name.as_str(), &pool.site);
        homes.push(Home { id, name, site, position: pool.position, users: drawing.homed(id) });
    }
    for server in drawing.with_function(Function::Standalone) {
        let (id, name, site) = (&server.id, server.name.as_str(), &server.site);
        homes.push(Home { id, name, site, position: server.position, users: drawing.homed(id) });
    }
    homes
}

/// The home that has the most of something, the first of several that have as much.
pub(super) fn with_most<'a>(drawing: &Drawing<'a>, of: fn(&Homed) -> f64) -> Option<Home<'a>> {
    let mut best: Option<Home<'a>> = None;
    for home in homes(drawing) {
        if best.as_ref().is_none_or(|best| of(&home.users) > of(&best.users)) {
            best = Some(home);
        }
    }
    best
}

/// Whether the home has room for so many more users, of whom so many are connected.
pub(super) fn has_room(drawing: &Drawing<'_>, home: &Home<'_>, users: f64, connected: f64) -> bool {
    let server = drawing.scenario.component(home.id);
    match server.and_then(|server| Limits::of(drawing, server)) {
        Some(limits) => home.users.users + users < limits.per_server,
        None => {
            let front = drawing.parts(home.id, Function::FrontEnd);
            home.users.connected + connected <= carried(drawing, front, 0)
        }
    }
}
