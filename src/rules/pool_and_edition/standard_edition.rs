//! What a Standard Edition server is for.

use super::replace;
use crate::catalog::figure::Mark;
use crate::catalog::id::FigureId;
use crate::catalog::role::Function;
use crate::plan::{Component, Pool};
use crate::rules::breach::Breach;
use crate::rules::capacity::Limits;
use crate::rules::drawing::Drawing;
use crate::rules::finding::Severity;
use crate::rules::fix::{NewPart, component, set_servers};
use crate::rules::homes::homes;
use crate::rules::load_balancing::{in_front_of, removed};
use crate::rules::words::{count, grouped, listed, names, users};

/// The figure of users above whom a server is nearly full.
const NEARLY_FULL: &str = "standard-edition-warning";

const BY_POOL: &str = "Replace it by an Enterprise pool";

pub(super) fn too_many_users(drawing: &Drawing<'_>) -> Vec<Breach> {
    let mut breaches = Vec::new();
    for server in drawing.with_function(Function::Standalone) {
        let Some(limits) = Limits::of(drawing, server) else { continue };
        let (homed, limit) = (drawing.homed(&server.id).users, limits.per_server);
        if homed < limit && homed <= room(drawing, server) {
            continue;
        }
        let text = format!(
            "{} are homed on “{}”, which is for fewer than {}.",
            users(homed),
            server.name,
            grouped(limit)
        );
        let breach = Breach::new(&[&server.id], text).fixed_by(BY_POOL, replace::by_pool(drawing, server));
        breaches.push(if homed < limit { breach.weighing(Severity::Warning, Mark::Assumed) } else { breach });
    }
    breaches
}

pub(super) fn no_high_availability(drawing: &Drawing<'_>) -> Vec<Breach> {
    let targets = drawing.targets();
    let wish = match (targets.high_availability_internal, targets.spare_server) {
        (true, _) => "High availability is wanted",
        (false, true) => "Users are to be served when any one server is lost",
        (false, false) => return Vec::new(),
    };
    let mut breaches = Vec::new();
    for server in drawing.with_function(Function::Standalone) {
        let text = format!("{wish}, and “{}” is a single point of failure.", server.name);
        let edits = replace::by_pool(drawing, server);
        breaches.push(Breach::new(&[&server.id], text).fixed_by(BY_POOL, edits));
    }
    breaches
}

/// Several servers in one component, or behind one load balancer.
pub(super) fn several_as_one(drawing: &Drawing<'_>) -> Vec<Breach> {
    let mut breaches = several_in_one(drawing);
    for balancer in drawing.with_function(Function::LoadBalancer) {
        let behind = in_front_of(drawing, balancer, Function::Standalone);
        if behind.len() > 1 {
            let text = format!("“{}” makes one pool of {}.", balancer.name, names(&behind));
            let mut breach = Breach::new(&[&balancer.id], text);
            for server in &behind {
                breach = breach.and(&server.id);
            }
            breaches.push(breach.fixed_by("Take it away", Some(removed(drawing, balancer, &behind))));
        }
    }
    breaches
}

fn several_in_one(drawing: &Drawing<'_>) -> Vec<Breach> {
    let mut breaches = Vec::new();
    for server in drawing.with_function(Function::Standalone) {
        let number = server.servers.len();
        if number > 1 {
            let text = format!("“{}” has {}; Standard Edition is one.", server.name, count(number, "server"));
            let edits = set_servers(drawing, server, 1);
            breaches.push(Breach::new(&[&server.id], text).fixed_by("Keep one", edits));
        }
    }
    breaches
}

/// A site without a home is no matter where there is a pool for its users.
pub(super) fn several_locations(drawing: &Drawing<'_>) -> Vec<Breach> {
    let away = sites_without_a_home(drawing);
    if away.is_empty() || drawing.pools().next().is_some() {
        return Vec::new();
    }
    let mut breaches = Vec::new();
    for server in drawing.with_function(Function::Standalone) {
        let text = format!(
            "Check that the users of “{}” sit at one location: nobody is homed at {}.",
            server.name,
            listed(&away)
        );
        breaches.push(Breach::new(&[&server.id], text));
    }
    breaches
}

pub(super) fn would_do(drawing: &Drawing<'_>) -> Vec<Breach> {
    let targets = drawing.targets();
    let wants_more = targets.high_availability_internal || targets.spare_server;
    if wants_more || !sites_without_a_home(drawing).is_empty() {
        return Vec::new();
    }
    let mut breaches = Vec::new();
    for pool in drawing.pools().filter(|pool| !pool.director) {
        let homed = drawing.homed(&pool.id).users;
        if homed > 0.0 && leave_room_on_a_server(drawing, pool, homed) {
            let text = format!(
                "High availability is not wanted, and “{}” has {}: few enough for Standard Edition.",
                pool.name,
                users(homed)
            );
            let edits = replace::by_server(drawing, pool);
            breaches.push(Breach::new(&[&pool.id], text).fixed_by("Replace it by Standard Edition", edits));
        }
    }
    breaches
}

/// Whether so many users leave room to grow on a Standard Edition server in place of the pool.
fn leave_room_on_a_server(drawing: &Drawing<'_>, pool: &Pool, homed: f64) -> bool {
    let (function, site, position) = (Function::Standalone, &pool.site, pool.position);
    let part = NewPart { function, servers: 1, site, pool: None, position };
    let server: Option<Component> = component(drawing, &part);
    server.is_some_and(|server| {
        let is_few = Limits::of(drawing, &server).is_some_and(|limits| homed < limits.per_server);
        is_few && homed <= room(drawing, &server)
    })
}

/// Users of a server that leave room to grow.
fn room(drawing: &Drawing<'_>, server: &Component) -> f64 {
    let figure = server.figure(drawing.catalog, &FigureId::from(NEARLY_FULL));
    figure.map_or(f64::INFINITY, |figure| figure.value)
}

/// Names of the sites at which nobody is homed.
fn sites_without_a_home<'a>(drawing: &Drawing<'a>) -> Vec<&'a str> {
    let homes = homes(drawing);
    let mut names = Vec::new();
    for site in &drawing.scenario.sites {
        if !homes.iter().any(|home| *home.site == site.id) {
            names.push(site.name.as_str());
        }
    }
    names
}
