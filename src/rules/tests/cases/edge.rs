//! The perimeter.

use super::{
    Case, NO, YES, all_remote, case, edges, internal, linked, perimeter, pool, remote, spare, wanting,
    without_links,
};
use crate::plan::build::PlanBuilder;
use crate::plan::{LinkKind, Scenario};
use crate::rules::Severity;

fn no_conferencing(plan: PlanBuilder) -> Scenario {
    wanting(plan, |targets| targets.external_conferencing = false)
}

/// Two sites, each with a home and an Edge Server, with users who talk with other organisations.
fn federating(share: f64) -> PlanBuilder {
    let plan = edges(1).standard_edition("server").edge("second", 1, "server");
    let plan = plan.site_called("branch").at_site("branch", &["server", "second"]);
    let plan = plan.users_with("here", 100, "pool", |users| users.federation_share = 0.1);
    plan.users_with("there", 100, "server", move |users| users.public_im_share = share)
}

fn by_the_first(plan: &mut Scenario) {
    linked(plan, LinkKind::Federates, "server", "edge");
}

fn by_the_second(plan: &mut Scenario) {
    linked(plan, LinkKind::Federates, "server", "second");
}

/// Communicator Web Access, of whose users some are outside.
pub(super) fn browsing(remote: f64) -> PlanBuilder {
    let plan = pool(2, 0).edge("edge", 1, "pool").web_access("web", 1, "pool");
    plan.users_with("browsers", 100, "pool", move |users| {
        (users.remote_share, users.web_access_share) = (remote, 0.5);
    })
}

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
    case(
        "EDGE-RP-REQ",
        Severity::Info,
        NO,
        || no_conferencing(remote(edges(1))),
        || no_conferencing(remote(edges(1)).reverse_proxy("proxy", "pool")),
    ),
    case(
        "EDGE-FED-ONE",
        Severity::Warning,
        YES,
        || federating(0.1).scenario(),
        || federating(0.0).scenario(),
    ),
    case(
        "EDGE-FED-ONE",
        Severity::Warning,
        YES,
        || federating(0.1).adjusted(by_the_second).scenario(),
        || federating(0.1).adjusted(by_the_first).scenario(),
    ),
    case(
        "EDGE-FED-ONE",
        Severity::Warning,
        YES,
        || federating(0.0).adjusted(by_the_second).scenario(),
        || federating(0.0).adjusted(by_the_first).scenario(),
    ),
    case("EDGE-CWA", Severity::Info, YES, || browsing(0.1).scenario(), || browsing(0.0).scenario()),
    case(
        "EDGE-CWA",
        Severity::Info,
        YES,
        || browsing(0.1).reverse_proxy("proxy", "pool").scenario(),
        || browsing(0.1).reverse_proxy("proxy", "web").scenario(),
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
        "EDGE-INTERNAL-FIRST",
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
        || internal(edges(1).reverse_proxy("proxy", "pool")),
    ),
    case(
        "EDGE-RP-HA",
        Severity::Warning,
        YES,
        || edges(2).reverse_proxy("proxy", "pool").scenario(),
        || edges(1).reverse_proxy("proxy", "pool").scenario(),
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
