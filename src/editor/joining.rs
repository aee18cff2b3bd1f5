//! A part dropped into a pool's frame joins the pool.

use super::scene::layout::{component_rect, frame_rect};
use crate::catalog::Catalog;
use crate::plan::{Component, Edit, NodeId, Scenario, is_pool_part};

/// The edits by which the moved parts join the pools into whose frames they came.
pub(super) fn joins(scenario: &Scenario, catalog: &Catalog, moved: &[NodeId]) -> Vec<Edit> {
    let parts = scenario.components.iter().filter(|component| moved.contains(&component.id));
    parts
        .filter(|part| part.pool.as_ref().is_none_or(|pool| !moved.contains(pool)))
        .filter_map(|part| {
            let pool = joined(scenario, catalog, part, moved)?;
            Some(Edit::SetPool { component: part.id.clone(), pool: Some(pool) })
        })
        .collect()
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
