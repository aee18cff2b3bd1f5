//! Load balancers, Back-Ends and parts that nothing uses.

use super::pools::directing;
use super::{Case, YES, case, chat, edges, internal, linked, perimeter, pool, without_links};
use crate::plan::build::PlanBuilder;
use crate::plan::{LinkKind, Scenario};
use crate::rules::Severity;

pub(super) const CASES: &[Case] = &[
    case(
        "HLB-REQ-POOL",
        Severity::Error,
        YES,
        || PlanBuilder::new().pool("pool", |pool| pool.front_ends(2).back_ends(1)).scenario(),
        || PlanBuilder::new().pool("pool", |pool| pool.front_ends(1).back_ends(1)).scenario(),
    ),
    case(
        "HLB-REQ-EDGE",
        Severity::Error,
        YES,
        || edges(2).scenario(),
        || edges(2).balancers("balancers", 1, "edge").scenario(),
    ),
    case(
        "HLB-REQ-EDGE",
        Severity::Error,
        YES,
        || edges(1).edge("second", 1, "pool").scenario(),
        || edges(1).scenario(),
    ),
    case(
        "HLB-SPOF",
        Severity::Warning,
        YES,
        || internal(PlanBuilder::new().pool("pool", |pool| pool.front_ends(2).balancers(1).back_ends(2))),
        || perimeter(PlanBuilder::new().pool("pool", |pool| pool.front_ends(2).balancers(1).back_ends(2))),
    ),
    case(
        "HLB-SPOF",
        Severity::Warning,
        YES,
        || perimeter(edges(2).balancers("balancers", 1, "edge")),
        || perimeter(edges(2).balancers("balancers", 2, "edge")),
    ),
    case(
        "HLB-SPOF",
        Severity::Warning,
        YES,
        || internal(pool(2, 0).web_access("web", 2, "pool").balancers("balancers", 1, "web")),
        || perimeter(pool(2, 0).web_access("web", 2, "pool").balancers("balancers", 1, "web")),
    ),
    case(
        "HLB-REQ-POOL",
        Severity::Error,
        YES,
        || bare_pool(2).scenario(),
        || directing(bare_pool(2)).scenario(),
    ),
    case(
        "HLB-REQ-DIRECTOR",
        Severity::Error,
        YES,
        || directing(bare_pool(2)).scenario(),
        || directing(pool(2, 0)).scenario(),
    ),
    case(
        "HLB-REQ-DIRECTOR",
        Severity::Error,
        YES,
        || directors(2).scenario(),
        || directors(2).balancers("balancers", 2, "director").scenario(),
    ),
    case("HLB-REQ-DIRECTOR", Severity::Error, YES, || directors(2).scenario(), || directors(1).scenario()),
    case(
        "HLB-REQ-CWA",
        Severity::Error,
        YES,
        || pool(2, 0).web_access("web", 2, "pool").scenario(),
        || pool(2, 0).web_access("web", 2, "pool").balancers("balancers", 2, "web").scenario(),
    ),
    case(
        "HLB-REQ-CWA",
        Severity::Error,
        YES,
        || pool(2, 0).web_access("web", 2, "pool").scenario(),
        || pool(2, 0).web_access("web", 1, "pool").web_access("outside", 1, "pool").scenario(),
    ),
    case("HLB-OPT-SINGLE", Severity::Info, YES, || bare_pool(1).scenario(), || pool(1, 0).scenario()),
    case(
        "HLB-SE",
        Severity::Info,
        YES,
        || balanced("server").scenario(),
        || PlanBuilder::new().standard_edition("server").scenario(),
    ),
    case(
        "HLB-SE",
        Severity::Info,
        YES,
        || balanced("server").edge("edge", 2, "server").adjusted(balances_edges).scenario(),
        || balanced("server").standard_edition("other").adjusted(balances_both).scenario(),
    ),
    case(
        "HLB-GROUPCHAT",
        Severity::Info,
        YES,
        || chat(2, 0).balancers("balancers", 2, "chat").scenario(),
        || chat(2, 0).scenario(),
    ),
    case(
        "BE-SINGLE",
        Severity::Warning,
        YES,
        || internal(PlanBuilder::new().pool("pool", |pool| pool.front_ends(2).balancers(2).back_ends(1))),
        || internal(pool(2, 0)),
    ),
    case(
        "PART-IDLE",
        Severity::Info,
        YES,
        || edges(2).balancers("balancers", 2, "edge").adjusted(without_links).scenario(),
        || edges(2).balancers("balancers", 2, "edge").scenario(),
    ),
    case(
        "PART-IDLE",
        Severity::Info,
        YES,
        || {
            let bare = PlanBuilder::new().pool("pool", |pool| pool.front_ends(2).back_ends(1));
            bare.balancers("balancers", 2, "nothing").adjusted(without_links).scenario()
        },
        || pool(2, 0).scenario(),
    ),
    case(
        "PART-IDLE",
        Severity::Info,
        YES,
        || pool(2, 0).balancers("balancers", 2, "nothing").adjusted(without_links).scenario(),
        || pool(2, 0).scenario(),
    ),
    case(
        "PART-IDLE",
        Severity::Info,
        YES,
        || pool(2, 0).reverse_proxy("proxy", "pool").adjusted(without_links).scenario(),
        || pool(2, 0).reverse_proxy("proxy", "pool").scenario(),
    ),
    case(
        "PART-IDLE",
        Severity::Info,
        YES,
        || chat(1, 0).adjusted(without_links).scenario(),
        || chat(1, 0).scenario(),
    ),
];

fn bare_pool(front_ends: usize) -> PlanBuilder {
    PlanBuilder::new().pool("pool", move |pool| pool.front_ends(front_ends).back_ends(1))
}

fn directors(servers: usize) -> PlanBuilder {
    let plan = pool(2, 0).placed("director", "director", servers);
    plan.linked(LinkKind::NextHop, "director", "pool").edge("edge", 1, "director")
}

/// A Standard Edition server behind a load balancer.
fn balanced(server: &str) -> PlanBuilder {
    PlanBuilder::new().standard_edition(server).balancers("balancers", 2, server)
}

fn balances_edges(scenario: &mut Scenario) {
    linked(scenario, LinkKind::Balances, "balancers", "edge");
}

fn balances_both(scenario: &mut Scenario) {
    linked(scenario, LinkKind::Balances, "balancers", "other");
}
