//! Remote users without a way in.

use crate::catalog::role::Function;
use crate::geometry::{Canvas, Vector};
use crate::plan::{Edit, LinkKind, NodeId};
use crate::rules::balancer::{PAIR, pair};
use crate::rules::breach::Breach;
use crate::rules::capacity::Limits;
use crate::rules::drawing::Drawing;
use crate::rules::fix::{NewPart, component, links};
use crate::rules::homes::{homes, with_most};
use crate::rules::words::users;

/// Where a new Edge Server and a new reverse proxy stand, seen from the home.
const BEFORE_HOME: Vector<Canvas> = Vector::new(-280.0, 56.0);
const BELOW_EDGE: Vector<Canvas> = Vector::new(0.0, 128.0);

pub(super) fn missing(drawing: &Drawing<'_>) -> Vec<Breach> {
    if !drawing.with_function(Function::Edge).is_empty() {
        return Vec::new();
    }
    let mut remote = 0.0;
    let mut nodes: Vec<&NodeId> = Vec::new();
    for population in &drawing.scenario.populations {
        if population.home.is_some() && population.remote_users() > 0.0 {
            remote += population.remote_users();
            nodes.push(&population.id);
        }
    }
    if nodes.is_empty() {
        return Vec::new();
    }
    let text = format!("{} come in from outside, and there is no Edge Server.", users(remote));
    vec![Breach::new(&nodes, text).fixed_by("Add Edge Servers and a reverse proxy", added(drawing, remote))]
}

/// As many Edge Servers as the users and the plan's wishes need, behind a pair of load balancers if several, and what
/// publishes content where nothing does.
fn added(drawing: &Drawing<'_>, remote: f64) -> Option<Vec<Edit>> {
    let home = with_most(drawing, |users| users.remote)?;
    let targets = drawing.targets();
    let part = |servers| NewPart {
        function: Function::Edge,
        servers,
        site: home.site,
        pool: None,
        position: home.position + BEFORE_HOME,
    };
    let needed = Limits::of(drawing, &component(drawing, &part(1))?)?.servers_for(remote)?;
    let least = if targets.high_availability_perimeter { PAIR } else { 1 };
    let servers = (needed + usize::from(targets.spare_server)).max(least);
    let edge = component(drawing, &part(servers))?;
    if servers > drawing.role(&edge)?.servers.max {
        return None;
    }
    let mut wanted = vec![(LinkKind::NextHop, edge.id.clone(), home.id.clone())];
    let mut edits = Vec::new();
    if servers > 1 {
        let balancer = pair(drawing, home.site, None, edge.position)?;
        wanted.push((LinkKind::Balances, balancer.id.clone(), edge.id.clone()));
        edits.push(Edit::AddComponent(balancer));
    }
    if drawing.with_function(Function::ReverseProxy).is_empty() {
        let position = edge.position + BELOW_EDGE;
        let function = Function::ReverseProxy;
        let servers = least;
        let proxy = component(drawing, &NewPart { function, servers, position, ..part(servers) })?;
        for home in homes(drawing) {
            if home.users.remote > 0.0 {
                wanted.push((LinkKind::Publishes, proxy.id.clone(), home.id.clone()));
            }
        }
        edits.push(Edit::AddComponent(proxy));
    }
    edits.push(Edit::AddComponent(edge));
    edits.extend(links(drawing, wanted));
    Some(edits)
}
