//! The perimeter.

use super::{
    Case, NO, YES, all_remote, case, edges, internal, perimeter, pool, remote, spare, without_links,
};
use crate::plan::build::PlanBuilder;
use crate::rules::Severity;

pub(super) const CASES: &[Case] = &[
    case(
        "EDGE-RP-REQ",
        Severity::Error,
        YES,
        || remote(edges(1)).scenario(),
        || remote(edges(1)).reverse_proxy("proxy", "pool").scenario(),
    ),
    case(
        "EDGE-RP-REQ",
        Severity::Error,
        YES,
        || remote(edges(1)).standard_edition("other").reverse_proxy("proxy", "other").scenario(),
        || remote(pool(1, 0)).scenario(),
    ),
    case(
        "EDGE-RP-REQ",
        Severity::Info,
        NO,
        || edges(1).scenario(),
        || edges(1).reverse_proxy("proxy", "pool").scenario(),
    ),
    case("EDGE-SINGLE", Severity::Warning, YES, || perimeter(edges(1)), || perimeter(edges(2))),
    case(
        "EDGE-MISSING",
        Severity::Error,
        YES,
        || remote(pool(2, 0)).scenario(),
        || remote(edges(1)).scenario(),
    ),
    case(
        "EDGE-MISSING",
        Severity::Error,
        YES,
        || perimeter(remote(pool(2, 0))),
        || pool(2, 1_000).scenario(),
    ),
    case(
        "EDGE-NEXTHOP",
        Severity::Error,
        YES,
        || edges(1).adjusted(without_links).scenario(),
        || edges(1).scenario(),
    ),
    case(
        "EDGE-NEXTHOP",
        Severity::Error,
        NO,
        || PlanBuilder::new().edge("edge", 1, "nothing").adjusted(without_links).scenario(),
        || edges(1).scenario(),
    ),
    case(
        "EDGE-RP-HA",
        Severity::Warning,
        YES,
        || perimeter(edges(2).reverse_proxy("proxy", "pool")),
        || perimeter(edges(2).reverse_proxy("proxy", "pool").reverse_proxy("second", "pool")),
    ),
    case(
        "EDGE-RP-HA",
        Severity::Warning,
        YES,
        || perimeter(edges(2).reverse_proxy("proxy", "pool")),
        || internal(edges(2).reverse_proxy("proxy", "pool")),
    ),
    case(
        "EDGE-CAPACITY",
        Severity::Warning,
        YES,
        || all_remote(edges(1), 5_001).scenario(),
        || all_remote(edges(1), 5_000).scenario(),
    ),
    case(
        "EDGE-N1",
        Severity::Warning,
        YES,
        || spare(all_remote(edges(2), 5_001)),
        || spare(all_remote(edges(2), 5_000)),
    ),
    case(
        "EDGE-N1",
        Severity::Warning,
        YES,
        || spare(all_remote(edges(1), 1)),
        || all_remote(edges(1), 1).scenario(),
    ),
];
