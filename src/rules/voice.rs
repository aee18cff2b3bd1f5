//! Telephony: Mediation Servers, gateways, conferences by telephone.

mod gateways;
mod mediation;
mod missing;
mod pairs;
mod redundancy;

use super::drawing::Drawing;
use super::finding::Severity;
use super::item::Item;
use super::placed::placed;
use super::rule::Rule;
use super::sources::voice::{
    DIAL_IN, EMERGENCY_CALLS, ENTERPRISE_VOICE, GATEWAYS_2007, MEDIATION, MEDIATION_LYNC, ROUTES_2007,
};
use crate::catalog::figure::Mark;
use crate::catalog::role::Function;
use crate::plan::NodeId;

pub(super) const RULES: &[Rule] = &[
    Rule {
        id: "VOICE-MEDIATION",
        title: "Telephony without a way to the telephone network",
        severity: Severity::Error,
        mark: Mark::Documented,
        reason: "Telephony needs a Mediation Server, and it a media gateway or a provider's SIP trunk.",
        source: ENTERPRISE_VOICE,
        check: missing::voice,
    },
    Rule {
        id: "DIALIN-MEDIATION",
        title: "Conferences by telephone without a way to the telephone network",
        severity: Severity::Error,
        mark: Mark::Documented,
        reason: "Those who join by telephone come in by at least one Mediation Server with a gateway or a telephone system.",
        source: DIAL_IN,
        check: missing::dial_in,
    },
    Rule {
        id: "MED-1TO1",
        title: "A Mediation Server and a gateway are a pair",
        severity: Severity::Error,
        mark: Mark::Documented,
        reason: "In this release each Mediation Server works with one basic gateway. It is the page of the next release, Lync \
                 Server 2010, that says so of the earlier ones.",
        source: MEDIATION_LYNC,
        check: mediation::not_in_pairs,
    },
    Rule {
        id: "MED-POOLING",
        title: "A load balancer in front of Mediation Servers",
        severity: Severity::Error,
        mark: Mark::Derived,
        reason: "Mediation Servers form no array: the route of a call tries them in turn by itself. Pools of Mediation Servers \
                 came with the next release, Lync Server 2010.",
        source: MEDIATION_LYNC,
        check: mediation::balanced,
    },
    Rule {
        id: "MED-N1",
        title: "One way to the telephone network",
        severity: Severity::Warning,
        mark: Mark::Derived,
        reason: "Documented for the 2007 edition; nothing was read for 2007 R2: where a route has two or more pairs of \
                 Mediation Server and gateway, calls go to them in turn and one that is down is skipped.",
        source: ROUTES_2007,
        check: redundancy::one_way,
    },
    Rule {
        id: "GW-TWO",
        title: "Fewer than two gateways",
        severity: Severity::Warning,
        mark: Mark::Derived,
        reason: "Documented for the 2007 edition; nothing was read for 2007 R2: two gateways or more are recommended, so that \
                 calls go on when one of them fails.",
        source: GATEWAYS_2007,
        check: redundancy::one_gateway,
    },
];

pub(super) const ITEMS: &[Item] = &[
    Item {
        id: "MED-NIC",
        statement: "Every Mediation Server has two network cards, one towards its pool and one towards its gateway.",
        severity: Severity::Warning,
        mark: Mark::Documented,
        reason: "A Mediation Server listens at one address for its pool and at another one for its gateway.",
        source: MEDIATION,
        about: |drawing| placed(drawing, &[Function::Mediation]),
    },
    Item {
        id: "EMERGENCY",
        statement: "Emergency calls can be made in another way while telephony is down.",
        severity: Severity::Warning,
        mark: Mark::Documented,
        reason: "Calls for help must not depend on servers, lines and power that can all fail at once.",
        source: EMERGENCY_CALLS,
        about: callers,
    },
];

/// The populations that use telephony.
fn callers(drawing: &Drawing<'_>) -> Vec<NodeId> {
    let mut callers = Vec::new();
    for population in &drawing.scenario.populations {
        if population.voice_share > 0.0 && population.users > 0 {
            callers.push(population.id.clone());
        }
    }
    callers
}
