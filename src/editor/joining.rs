//! A part dropped into a pool's frame joins the pool, and what is dropped into a site's area joins the site.

use super::scene::area::areas;
use super::scene::layout::{Layout, component_rect, frame_rect};
use super::state::State;
use super::target::Target;
use crate::catalog::Catalog;
use crate::geometry::Rect;
use crate::plan::{Component, Edit, NodeId, Scenario, is_pool_part};

impl State {
    /// Adds to the edits that put nodes somewhere those by which they join the pools and sites there.
    pub(super) fn join(&self, catalog: &Catalog, edits: &mut Vec<Edit>, moved: &[NodeId]) {
        if let Ok(after) = self.scenario().edited(catalog, &*edits) {
            edits.extend(joins(&after, catalog, moved));
            edits.extend(settles(&after, catalog, moved));
        }
    }
}

/// The edits by which the moved parts join the pools into whose frames they came.
pub(super) fn joins(scenario: &Scenario, catalog: &Catalog, moved: &[NodeId]) -> Vec<Edit> {
    let parts = scenario.components.iter().filter(|component| moved.contains(&component.id));
    parts
        .filter(|part| part.pool.as_ref().is_none_or(|pool| !moved.contains(pool)))
        .filter_map(|part| {
            let pool = joined(scenario, catalog, part, moved)?;
            let nodes = vec![part.id.clone()];
            // A part stands where its pool does.
            let site = scenario.pool(&pool)?.site.clone();
            let join = Edit::SetPool { component: part.id.clone(), pool: Some(pool) };
            Some([join, Edit::MoveToSite { nodes, site }])
        })
        .flatten()
        .collect()
}

/// The edits by which the moved components and pools join the sites into whose areas they came.
fn settles(scenario: &Scenario, catalog: &Catalog, moved: &[NodeId]) -> Vec<Edit> {
    let layout = Layout::of(scenario, catalog);
    let in_moved = |pool: &NodeId| moved.contains(pool);
    let parts = scenario.components.iter().filter(|part| part.pool.as_ref().is_some_and(in_moved));
    let without: Vec<NodeId> = moved.iter().chain(parts.map(|part| &part.id)).cloned().collect();
    let areas = areas(scenario, &layout, &without);
    let mut edits = Vec::new();
    for node in moved {
        let component = scenario.component(node);
        let own = component.map(|part| &part.site).or_else(|| Some(&scenario.pool(node)?.site));
        let rect = layout.places.get(&Target::Node(node.clone()));
        let (Some(own), Some(middle)) = (own, rect.map(Rect::center)) else { continue };
        // A part goes with its pool.
        if component.is_some_and(|part| part.pool.is_some()) {
            continue;
        }
        let mut around = areas.iter().filter(|area| area.rect.contains(middle));
        if let (Some(area), None) = (around.next(), around.next())
            && area.site != *own
        {
            edits.push(Edit::MoveToSite { nodes: vec![node.clone()], site: area.site.clone() });
        }
    }
    edits
}

fn joined(scenario: &Scenario, catalog: &Catalog, part: &Component, moved: &[NodeId]) -> Option<NodeId> {
    let role = catalog.role(&part.role).filter(|role| is_pool_part(role.function))?;
    // A load balancer that serves an array stays with it.
    if scenario.links.iter().any(|link| link.from == part.id) {
        return None;
    }
    let middle = component_rect(part, role).center();
    let within = |pool: &NodeId| {
        scenario.pool(pool).is_some_and(|pool| frame_rect(scenario, catalog, pool, moved).contains(middle))
    };
    if part.pool.as_ref().is_some_and(within) {
        return None;
    }
    let others = scenario.pools.iter().filter(|pool| part.pool.as_ref() != Some(&pool.id));
    others.map(|pool| &pool.id).find(|pool| within(pool)).cloned()
}
