//! What a Standard Edition server is for.

use crate::catalog::figure::Mark;
use crate::catalog::role::Function;
use crate::rules::breach::Breach;
use crate::rules::capacity::Limits;
use crate::rules::drawing::Drawing;
use crate::rules::finding::Severity;
use crate::rules::words::{grouped, users};

/// Share of the limit above which a server is nearly full.
const NEARLY_FULL: f64 = 0.8;

pub(super) fn too_many_users(drawing: &Drawing<'_>) -> Vec<Breach> {
    let mut breaches = Vec::new();
    for server in drawing.with_function(Function::Standalone) {
        let Some(limits) = Limits::of(drawing, server) else { continue };
        let (homed, limit) = (drawing.homed(&server.id).users, limits.per_server);
        if homed < limit && homed <= limit * NEARLY_FULL {
            continue;
        }
        let text = format!(
            "{} are homed on “{}”, which is for fewer than {}.",
            users(homed),
            server.name,
            grouped(limit)
        );
        let breach = Breach::new([&server.id], text);
        breaches.push(if homed < limit { breach.weighing(Severity::Warning, Mark::Assumed) } else { breach });
    }
    breaches
}

pub(super) fn no_high_availability(drawing: &Drawing<'_>) -> Vec<Breach> {
    if !drawing.targets().high_availability_internal {
        return Vec::new();
    }
    let servers = drawing.with_function(Function::Standalone).iter();
    servers
        .map(|server| {
            let text = format!(
                "High availability is wanted, and “{}” is a single point of failure: use an Enterprise pool.",
                server.name
            );
            Breach::new([&server.id], text)
        })
        .collect()
}
