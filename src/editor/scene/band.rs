//! Vertical bands of the zones.

use crate::catalog::role::Zone;
use crate::plan::{Limits, Scenario};

/// Where the perimeter begins.
const PERIMETER: f64 = 0.0;
/// Where the inside begins.
const INTERNAL: f64 = 320.0;

/// The band of a zone.
#[derive(Debug, Clone, PartialEq)]
pub struct Band {
    /// The zone.
    pub zone: Zone,
    /// Its name on the screen.
    pub label: String,
    /// Where it begins and ends.
    pub x: (f64, f64),
}

/// The bands from left to right.
pub(super) fn bands(scenario: &Scenario) -> Vec<Band> {
    let inside = match scenario.sites.as_slice() {
        [site] => format!("Internal · {}", site.name),
        sites => format!("Internal · {} sites", sites.len()),
    };
    let band = |zone, label: &str, x| Band { zone, label: label.into(), x };
    vec![
        band(Zone::External, "External", (-Limits::DISTANCE, PERIMETER)),
        band(Zone::Perimeter, "Perimeter", (PERIMETER, INTERNAL)),
        band(Zone::Internal, &inside, (INTERNAL, Limits::DISTANCE)),
    ]
}
