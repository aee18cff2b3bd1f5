//! The area of each site, where there are several.

use super::layout::Layout;
use crate::editor::target::Target;
use crate::geometry::{Canvas, Rect, Vector};
use crate::plan::{NodeId, Scenario, SiteId};

/// Space between what stands in a site and the border of its area, and above it, where the name stands.
const AROUND: f64 = 28.0;
const NAME: f64 = 20.0;

/// The area of a site.
#[derive(Debug, Clone, PartialEq)]
pub struct Area {
    /// The site.
    pub site: SiteId,
    /// Its name.
    pub name: String,
    /// What stands in it, and some space around.
    pub rect: Rect<Canvas>,
}

/// The areas of all sites in which anything stands apart from some nodes; none where there is one site alone.
pub(in crate::editor) fn areas(scenario: &Scenario, layout: &Layout, but: &[NodeId]) -> Vec<Area> {
    let mut areas = Vec::new();
    if scenario.sites.len() < 2 {
        return areas;
    }
    for site in &scenario.sites {
        let parts = scenario.components.iter().filter(|part| part.site == site.id).map(|part| &part.id);
        let pools = scenario.pools.iter().filter(|pool| pool.site == site.id).map(|pool| &pool.id);
        let places = parts.chain(pools).filter(|node| !but.contains(node));
        let places = places.filter_map(|node| layout.places.get(&Target::Node(node.clone())).copied());
        if let Some(inside) = places.reduce(|all, place| all.united(&place)) {
            let rect = Rect::between(
                inside.origin + Vector::new(-AROUND, -AROUND - NAME),
                inside.far_corner() + Vector::new(AROUND, AROUND),
            );
            areas.push(Area { site: site.id.clone(), name: site.name.clone(), rect });
        }
    }
    areas
}
