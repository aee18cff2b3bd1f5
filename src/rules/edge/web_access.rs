//! How browser users outside reach Communicator Web Access.

use super::reverse_proxy::publishing;
use crate::catalog::role::Function;
use crate::geometry::{Canvas, Vector};
use crate::plan::LinkKind;
use crate::rules::breach::Breach;
use crate::rules::drawing::Drawing;
use crate::rules::fix::link;
use crate::rules::words::users;

/// Where a new reverse proxy stands, seen from the servers that it publishes.
const BEFORE_SERVERS: Vector<Canvas> = Vector::new(-280.0, 0.0);

pub(super) fn unpublished(drawing: &Drawing<'_>) -> Vec<Breach> {
    let mut breaches = Vec::new();
    for server in drawing.with_function(Function::WebAccess) {
        let homes = drawing.linked_from(LinkKind::SignsIn, &server.id);
        let mut outside = 0.0;
        for population in &drawing.scenario.populations {
            if population.home.as_ref().is_some_and(|home| homes.contains(&home)) {
                outside += population.remote_users() * population.web_access_share;
            }
        }
        if outside <= 0.0 || !drawing.linked_to(LinkKind::Publishes, &server.id).is_empty() {
            continue;
        }
        let text = format!(
            "{} outside may use “{}”, which no reverse proxy publishes; Edge Servers do not carry it.",
            users(outside),
            server.name
        );
        let breach = Breach::new(&[&server.id], text);
        breaches.push(if let Some(proxy) = drawing.with_function(Function::ReverseProxy).first() {
            let edits = link(drawing, LinkKind::Publishes, &proxy.id, &server.id);
            breach.fixed_by(format!("Publish it through “{}”", proxy.name), Some(edits))
        } else {
            let edits = publishing(drawing, &server.site, server.position + BEFORE_SERVERS, &server.id);
            breach.fixed_by("Add a reverse proxy", edits)
        });
    }
    breaches
}
