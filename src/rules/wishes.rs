//! How many users want something, home by home.

use super::drawing::Drawing;
use crate::collected::Map;
use crate::plan::{NodeId, Population};

/// Connected users of each home who want something, by their share of a population; homes where nobody does are left out.
pub(super) fn wanting<'a>(drawing: &Drawing<'a>, share: fn(&Population) -> f64) -> Map<&'a NodeId, f64> {
    let mut wanting = Map::new();
    for population in &drawing.scenario.populations {
        let users = population.connected_users() * share(population);
        if let (Some(home), true) = (&population.home, users > 0.0) {
            *wanting.or_default(home) += users;
        }
    }
    wanting
}
