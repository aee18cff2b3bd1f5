//! Which homes have their messages archived, and by which server.

use crate::catalog::role::Function;
use crate::geometry::{Canvas, Point, Vector};
use crate::plan::{Component, Edit, LinkKind, NodeId, SiteId};
use crate::rules::breach::Breach;
use crate::rules::capacity::Limits;
use crate::rules::drawing::Drawing;
use crate::rules::fix::{NewPart, component, link, links};
use crate::rules::homes::{Home, homes};
use crate::rules::words::users;

/// Where new Archiving Servers stand, seen from their home, and their database, seen from them.
const BESIDE_HOME: Vector<Canvas> = Vector::new(392.0, 184.0);
const BELOW_SERVERS: Vector<Canvas> = Vector::new(0.0, 128.0);

/// Servers of what is not to stop with one of them.
const PAIR: usize = 2;

pub(super) fn missing(drawing: &Drawing<'_>) -> Vec<Breach> {
    let mut breaches = Vec::new();
    for server in drawing.with_function(Function::Archiving) {
        if drawing.linked_to(LinkKind::Archives, &server.id).is_empty() {
            breaches.push(archives_nothing(drawing, server));
        }
    }
    if drawing.targets().archiving_required {
        for home in homes(drawing) {
            if home.users.users > 0.0 && drawing.linked_from(LinkKind::Archives, home.id).is_empty() {
                breaches.push(is_not_archived(drawing, &home));
            }
        }
    }
    breaches
}

fn archives_nothing(drawing: &Drawing<'_>, server: &Component) -> Breach {
    let text =
        format!("“{}” archives nothing: no pool or Standard Edition server is linked to it.", server.name);
    let breach = Breach::new(&[&server.id], text);
    let homes = homes(drawing);
    let open = homes.iter().find(|home| drawing.linked_from(LinkKind::Archives, home.id).is_empty());
    match open.or(homes.first()) {
        Some(home) => {
            let edits = link(drawing, LinkKind::Archives, home.id, &server.id);
            breach.fixed_by(format!("Archive “{}” by it", home.name), Some(edits))
        }
        None => breach,
    }
}

fn is_not_archived(drawing: &Drawing<'_>, home: &Home<'_>) -> Breach {
    let text = format!(
        "Archiving is required, and messages of the {} of “{}” are not archived.",
        users(home.users.users),
        home.name
    );
    let breach = Breach::new(&[home.id], text);
    let servers = drawing.with_function(Function::Archiving);
    let here = servers.iter().find(|server| server.site == *home.site);
    match here.or(servers.first()) {
        Some(server) => {
            let edits = link(drawing, LinkKind::Archives, home.id, &server.id);
            breach.fixed_by(format!("Archive them by “{}”", server.name), Some(edits))
        }
        None => breach.fixed_by("Add Archiving Servers and their database", added(drawing, home)),
    }
}

/// As many servers as the users need and none of them is missed, with a cluster as their database.
fn added(drawing: &Drawing<'_>, home: &Home<'_>) -> Option<Vec<Edit>> {
    let at = home.position + BESIDE_HOME;
    let one = part(drawing, Function::Archiving, 1, home.site, at)?;
    let needed = match Limits::of(drawing, &one) {
        Some(limits) => limits.servers_for(home.users.users)?,
        None => 1,
    };
    let servers = part(drawing, Function::Archiving, needed.max(PAIR), home.site, at)?;
    let database = part(drawing, Function::ArchivingDatabase, PAIR, home.site, at + BELOW_SERVERS)?;
    if servers.servers.len() > drawing.role(&servers)?.servers.max {
        return None;
    }
    let link = |kind, from: &NodeId, to: &NodeId| (kind, from.clone(), to.clone());
    let wanted = vec![
        link(LinkKind::Archives, home.id, &servers.id),
        link(LinkKind::Stores, &servers.id, &database.id),
    ];
    let mut edits = vec![Edit::AddComponent(servers), Edit::AddComponent(database)];
    edits.extend(links(drawing, wanted));
    Some(edits)
}

fn part(
    drawing: &Drawing<'_>,
    function: Function,
    servers: usize,
    site: &SiteId,
    position: Point<Canvas>,
) -> Option<Component> {
    component(drawing, &NewPart { function, servers, site, pool: None, position })
}
