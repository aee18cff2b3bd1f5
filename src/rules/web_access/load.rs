//! Browser users against the servers that carry them.

use crate::catalog::role::Function;
use crate::collected::Map;
use crate::plan::{Component, Edit, LinkKind, NodeId};
use crate::rules::balancer::{balancing, bare, pair};
use crate::rules::breach::Breach;
use crate::rules::capacity::{self, Load, carried, grown};
use crate::rules::drawing::Drawing;
use crate::rules::fix::set_servers;
use crate::rules::wishes::wanting;
use crate::rules::words::{count, grouped, users, verb};

const THING: &str = "server";

/// Several arrays that serve the same home share its users by their numbers of servers.
pub(super) fn over_capacity(drawing: &Drawing<'_>) -> Vec<Breach> {
    let wanted = wanting(drawing, |population| population.web_access_share);
    let arrays = drawing.with_function(Function::WebAccess);
    let mut servers: Map<&NodeId, f64> = Map::new();
    for array in arrays {
        for home in drawing.linked_from(LinkKind::SignsIn, &array.id) {
            *servers.or_default(home) += capacity::count(array.servers.len());
        }
    }
    let mut breaches = Vec::new();
    for array in arrays {
        let homes = drawing.linked_from(LinkKind::SignsIn, &array.id);
        let own = capacity::count(array.servers.len());
        let share = |home: &&NodeId| {
            let all = servers.get(*home).copied().unwrap_or(own);
            wanted.get(*home).map_or(0.0, |users| users * own / all)
        };
        let load: f64 = homes.iter().map(share).sum();
        let room = carried(drawing, &[array], 0);
        if load > room {
            let alone = homes.iter().all(|home| drawing.linked_to(LinkKind::SignsIn, home).len() == 1);
            breaches.push(breach(drawing, array, load, room, alone));
        }
    }
    breaches
}

fn breach(drawing: &Drawing<'_>, array: &Component, load: f64, room: f64, alone: bool) -> Breach {
    let number = array.servers.len();
    let text = format!(
        "{} want the browser client at the busy hour; the {} of “{}” {} {}.",
        users(load),
        count(number, THING),
        array.name,
        verb(number, "carries", "carry"),
        grouped(room)
    );
    let breach = Breach::new(&[&array.id], text);
    let load = Load { users: load, spare: 0, thing: THING };
    // With another array beside it, a larger one would draw more users.
    grown(
        drawing,
        breach,
        &[array],
        load,
        |array, wanted| if alone { more(drawing, array, wanted) } else { None },
    )
}

/// The edits that give an array so many servers, and the load balancers that several of them need.
pub(super) fn more(drawing: &Drawing<'_>, array: &Component, wanted: usize) -> Option<Vec<Edit>> {
    let mut edits = set_servers(drawing, array, wanted)?;
    if !bare(drawing, &[array]).is_empty() {
        let balancer = pair(drawing, &array.site, None, array.position)?;
        let links = balancing(drawing, &balancer, &[array]);
        edits.push(Edit::AddComponent(balancer));
        edits.extend(links);
    }
    Some(edits)
}
