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
    room: Room,
}

/// What more a home can take.
#[derive(Debug, Clone, Copy)]
enum Room {
    /// Fewer users than this, connected or not.
    FewerUsers(f64),
    /// So many connected users.
    Connected(f64),
}

impl Home<'_> {
    /// Whether there is room for so many more users, of whom so many are connected.
    pub(super) fn has_room(&self, users: f64, connected: f64) -> bool {
        match self.room {
            Room::FewerUsers(room) => users < room,
            Room::Connected(room) => connected <= room,
        }
    }
}

/// All homes, pools first, each kind in the plan's own order. A pool that is a Director is none.
pub(super) fn homes<'a>(drawing: &Drawing<'a>) -> Vec<Home<'a>> {
    let mut homes = Vec::new();
    for pool in drawing.pools().filter(|pool| !pool.director) {
        let (id, name, site) = (&pool.id, pool.name.as_str(), &pool.site);
        let users = drawing.homed(id);
        let front = drawing.parts(id, Function::FrontEnd);
        let room = Room::Connected(carried(drawing, front, 0) - users.connected);
        homes.push(Home { id, name, site, position: pool.position, users, room });
    }
    for server in drawing.with_function(Function::Standalone) {
        let (id, name, site) = (&server.id, server.name.as_str(), &server.site);
        let users = drawing.homed(id);
        let limit = Limits::of(drawing, server).map_or(f64::INFINITY, |limits| limits.per_server);
        let room = Room::FewerUsers(limit - users.users);
        homes.push(Home { id, name, site, position: server.position, users, room });
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
