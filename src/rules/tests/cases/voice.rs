//! Telephony.

use super::{Case, YES, calling, case, dialling_in, edges, internal, pool, twice, without};
use crate::plan::LinkKind;
use crate::plan::build::PlanBuilder;
use crate::rules::Severity;

pub(super) const CASES: &[Case] = &[
    case(
        "VOICE-MEDIATION",
        Severity::Error,
        YES,
        || calling(pool(2, 0)).scenario(),
        || calling(way_out()).scenario(),
    ),
    case(
        "VOICE-MEDIATION",
        Severity::Error,
        YES,
        || calling(way_out()).adjusted(|scenario| without(scenario, LinkKind::Trunk)).scenario(),
        || {
            let plan = calling(way_out()).adjusted(|scenario| without(scenario, LinkKind::Trunk));
            plan.placed("trunk", "sip-trunk", 1).linked(LinkKind::Trunk, "mediation", "trunk").scenario()
        },
    ),
    case(
        "DIALIN-MEDIATION",
        Severity::Error,
        YES,
        || dialling_in(pool(2, 0).web_access("web", 1, "pool")).scenario(),
        || dialling_in(way_out().web_access("web", 1, "pool")).scenario(),
    ),
    case(
        "DIALIN-MEDIATION",
        Severity::Error,
        YES,
        || dialling_in(pool(2, 0).web_access("web", 1, "pool")).scenario(),
        || calling(dialling_in(pool(2, 0).web_access("web", 1, "pool"))).scenario(),
    ),
    case(
        "MED-1TO1",
        Severity::Error,
        YES,
        || {
            second_gateway("gateway")
                .placed("third", "gateway", 1)
                .linked(LinkKind::Trunk, "mediation", "third")
                .scenario()
        },
        || way_out().scenario(),
    ),
    case(
        "MED-1TO1",
        Severity::Error,
        YES,
        || second_gateway("sip-trunk").scenario(),
        || way_out().scenario(),
    ),
    case(
        "MED-1TO1",
        Severity::Error,
        YES,
        || way_out().with("mediation", twice).scenario(),
        || two_ways_out().scenario(),
    ),
    case(
        "MED-1TO1",
        Severity::Error,
        YES,
        || {
            let plan = way_out().placed("second", "mediation", 1);
            let plan = plan.linked(LinkKind::Calls, "pool", "second");
            plan.linked(LinkKind::Trunk, "second", "mediation-gateway").scenario()
        },
        || two_ways_out().scenario(),
    ),
    case(
        "MED-POOLING",
        Severity::Error,
        YES,
        || two_ways_out().balancers("balancers", 2, "mediation").scenario(),
        || two_ways_out().scenario(),
    ),
    case(
        "MED-POOLING",
        Severity::Error,
        YES,
        || {
            let plan = edges(2).balancers("balancers", 2, "edge").mediation("mediation", "pool");
            plan.linked(LinkKind::Balances, "balancers", "mediation").scenario()
        },
        || edges(2).balancers("balancers", 2, "edge").mediation("mediation", "pool").scenario(),
    ),
    case(
        "MED-N1",
        Severity::Warning,
        YES,
        || internal(calling(way_out())),
        || internal(calling(two_ways_out())),
    ),
    case("MED-N1", Severity::Warning, YES, || internal(calling(way_out())), || calling(way_out()).scenario()),
    case(
        "GW-TWO",
        Severity::Warning,
        YES,
        || internal(calling(way_out())),
        || internal(calling(two_ways_out())),
    ),
    case("GW-TWO", Severity::Warning, YES, || internal(calling(way_out())), || internal(way_out())),
];

fn way_out() -> PlanBuilder {
    pool(2, 0).mediation("mediation", "pool")
}

fn two_ways_out() -> PlanBuilder {
    way_out().mediation("second", "pool")
}

fn second_gateway(role: &str) -> PlanBuilder {
    way_out().placed("second", role, 1).linked(LinkKind::Trunk, "mediation", "second")
}
