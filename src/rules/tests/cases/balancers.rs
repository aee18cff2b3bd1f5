//! Load balancers, Back-Ends and parts that nothing uses.

use super::{Case, YES, case, chat, edges, internal, perimeter, pool, without_links};
use crate::plan::build::PlanBuilder;
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
