//! Any plan at all: parts of every role linked at random, or a deployment drawn with sense, with figures at the ends of their ranges,
//! sites and lines that fail, servers that share computers, and users who want everything or nothing.

mod changed;
mod drawn;
mod thrown;

use availability_planner::plan::Scenario;
use proptest::prelude::*;

/// Any valid plan.
pub fn plan() -> impl Strategy<Value = Scenario> {
    let base = prop_oneof![thrown::plan(), drawn::plan()];
    (base, changed::changes()).prop_map(|(base, changes)| changed::with(base, &changes))
}

/// A deployment drawn with sense, by the catalog's figures.
#[allow(dead_code, reason = "not all who read this file ask for it")]
pub fn sensible() -> impl Strategy<Value = Scenario> {
    drawn::plan()
}
