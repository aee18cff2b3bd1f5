//! Directors.

use super::{Case, NO, YES, case, edges, pool};
use crate::plan::build::PlanBuilder;
use crate::plan::{LinkKind, Scenario};
use crate::rules::Severity;

/// Edge Servers whose users come in by a Director.
pub(super) fn directed(edges: usize, directors: usize) -> PlanBuilder {
    let plan = pool(2, 100).director("director", "pool").edge("edge", edges, "director");
    let plan = plan.adjusted(move |plan| super::resize(plan, "director", directors));
    if edges > 1 { plan.balancers("balancers", 2, "edge") } else { plan }
}

/// Edge Servers whose users come in by a pool.
pub(super) fn directed_by_pool() -> PlanBuilder {
    let plan = pool(2, 100).pool("directors", |pool| pool.front_ends(2).balancers(2).back_ends(2));
    let plan = plan.edge("edge", 2, "directors").balancers("balancers", 2, "edge");
    plan.adjusted(|plan| make_director(plan, "directors"))
}

fn make_director(plan: &mut Scenario, id: &str) {
    let pool = plan.pools.iter_mut().find(|pool| pool.id.as_str() == id);
    std::rc::Rc::make_mut(pool.unwrap()).director = true;
}

pub(super) const CASES: &[Case] = &[
    case("DIR-TYPE", Severity::Error, YES, || directed(1, 2).scenario(), || directed(1, 1).scenario()),
    case("DIR-TYPE", Severity::Error, YES, || directed(2, 3).scenario(), || directed_by_pool().scenario()),
    case(
        "DIR-NO-USERS",
        Severity::Error,
        YES,
        || directed_by_pool().users("lost", 10, "directors").users("too", 5, "directors").scenario(),
        || directed_by_pool().users("lost", 10, "pool").scenario(),
    ),
    // No other home has room for them.
    case(
        "DIR-NO-USERS",
        Severity::Error,
        YES,
        || directed_by_pool().users("lost", 25_000, "directors").scenario(),
        || directed_by_pool().users("none", 0, "directors").scenario(),
    ),
    case("DIR-SPOF", Severity::Warning, YES, || directed(2, 1).scenario(), || directed(1, 1).scenario()),
    case(
        "DIR-SPOF",
        Severity::Warning,
        YES,
        || {
            directed(2, 1)
                .standard_edition("server")
                .linked(LinkKind::NextHop, "director", "server")
                .scenario()
        },
        || directed_by_pool().scenario(),
    ),
    case(
        "DIR-SPOF",
        Severity::Warning,
        YES,
        || directed(1, 1).edge("second", 1, "director").scenario(),
        || directed(2, 1).linked(LinkKind::NextHop, "edge", "pool").scenario(),
    ),
    case("DIR-RECOMMENDED", Severity::Warning, YES, || edges(1).scenario(), || directed(1, 1).scenario()),
    case(
        "DIR-RECOMMENDED",
        Severity::Warning,
        YES,
        || edges(1).standard_edition("server").linked(LinkKind::NextHop, "edge", "server").scenario(),
        || directed_by_pool().scenario(),
    ),
    case(
        "DIR-RECOMMENDED",
        Severity::Warning,
        YES,
        || edges(1).director("director", "pool").scenario(),
        || pool(2, 100).scenario(),
    ),
    case(
        "EDGE-NEXTHOP",
        Severity::Error,
        YES,
        || {
            directed(1, 1)
                .adjusted(|plan| plan.links.retain(|link| link.from.as_str() != "director"))
                .scenario()
        },
        || directed(1, 1).scenario(),
    ),
    case(
        "EDGE-NEXTHOP",
        Severity::Error,
        YES,
        || directed(1, 1).adjusted(|plan| plan.links.retain(|link| link.from.as_str() != "edge")).scenario(),
        || directed_by_pool().scenario(),
    ),
    case(
        "PART-IDLE",
        Severity::Info,
        YES,
        || pool(2, 100).director("director", "pool").scenario(),
        || directed(1, 1).scenario(),
    ),
    // Nobody is inside but a Director.
    case(
        "EDGE-INTERNAL-FIRST",
        Severity::Error,
        NO,
        || {
            let alone = directed_by_pool().adjusted(|plan| {
                plan.pools.retain(|pool| pool.director);
                plan.components.retain(|part| part.pool.as_ref().is_none_or(|pool| pool.as_str() != "pool"));
                plan.populations.clear();
            });
            alone.scenario()
        },
        || directed_by_pool().scenario(),
    ),
];
