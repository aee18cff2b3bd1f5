//! The edits that put an Enterprise pool in place of a Standard Edition server, or the other way round.

use crate::catalog::role::Function;
use crate::geometry::{Canvas, Vector};
use crate::plan::{Component, Edit, LinkKind, NodeId, Pool, Population};
use crate::rules::balancer::{IN_POOL, pair};
use crate::rules::capacity::Limits;
use crate::rules::drawing::Drawing;
use crate::rules::fix::{NewPart, component, links};

/// Where the other parts of a new pool stand, seen from its corner.
const BACK_END: Vector<Canvas> = Vector::new(112.0, 184.0);
const FILE_SHARE: Vector<Canvas> = Vector::new(112.0, 312.0);

/// A pool with as many servers as the users and the plan's wishes need; none where no pool carries the users.
pub(super) fn by_pool(drawing: &Drawing<'_>, server: &Component) -> Option<Vec<Edit>> {
    let targets = drawing.targets();
    let least = if targets.high_availability_internal { 2 } else { 1 };
    let pool = Pool {
        id: drawing.names.node("pool"),
        name: "Enterprise pool".into(),
        site: server.site.clone(),
        position: server.position,
        size: None,
        director: false,
    };
    let part = |function, servers, at: Vector<Canvas>| {
        let position = pool.position + at;
        component(drawing, &NewPart { function, servers, site: &pool.site, pool: Some(&pool.id), position })
    };
    let limits = Limits::of(drawing, &part(Function::FrontEnd, 1, IN_POOL)?)?;
    let carrying = limits.servers_for(drawing.homed(&server.id).connected)?;
    let front = part(Function::FrontEnd, (carrying + usize::from(targets.spare_server)).max(least), IN_POOL)?;
    let mut edits = vec![Edit::AddPool(pool.clone())];
    if front.servers.len() > 1 {
        edits.push(Edit::AddComponent(pair(drawing, &pool.site, Some(&pool.id), front.position)?));
    }
    edits.push(Edit::AddComponent(front));
    edits.push(Edit::AddComponent(part(Function::BackEnd, least, BACK_END)?));
    edits.push(Edit::AddComponent(part(Function::FileShare, least, FILE_SHARE)?));
    edits.extend(moved(drawing, &server.id, &pool.id));
    Some(edits)
}

/// A Standard Edition server; none where parts of the pool have links of their own.
pub(super) fn by_server(drawing: &Drawing<'_>, pool: &Pool) -> Option<Vec<Edit>> {
    let is_part = |id: &NodeId| {
        drawing.scenario.component(id).is_some_and(|component| component.pool.as_ref() == Some(&pool.id))
    };
    if drawing.scenario.links.iter().any(|link| is_part(&link.from)) {
        return None;
    }
    let function = Function::Standalone;
    let (site, position) = (&pool.site, pool.position + IN_POOL);
    let server = component(drawing, &NewPart { function, servers: 1, site, pool: None, position })?;
    let id = server.id.clone();
    let mut edits = vec![Edit::AddComponent(server)];
    edits.extend(moved(drawing, &pool.id, &id));
    Some(edits)
}

/// The edits that take users and links from one home to another and remove the first.
fn moved(drawing: &Drawing<'_>, old: &NodeId, new: &NodeId) -> Vec<Edit> {
    let mut edits = Vec::new();
    for population in &drawing.scenario.populations {
        let of_old =
            |home: &Option<NodeId>| if home.as_ref() == Some(old) { Some(new.clone()) } else { home.clone() };
        let (home, recovery_home) = (of_old(&population.home), of_old(&population.recovery_home));
        if home != population.home || recovery_home != population.recovery_home {
            edits.push(Edit::SetPopulation(Population { home, recovery_home, ..(**population).clone() }));
        }
    }
    let mut wanted = Vec::new();
    for link in &drawing.scenario.links {
        // A load balancer in front of a server has no place in front of a pool: the pool has one inside.
        if link.to == *old && link.kind != LinkKind::Balances {
            wanted.push((link.kind, link.from.clone(), new.clone()));
        } else if link.from == *old {
            wanted.push((link.kind, new.clone(), link.to.clone()));
        }
    }
    edits.extend(links(drawing, wanted));
    edits.push(Edit::RemoveNodes(vec![old.clone()]));
    edits
}
