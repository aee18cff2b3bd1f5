//! Telephony, domains and names.

use super::super::{calling, edges, pool, standard_edition};
use super::{ItemCase, nobody};
use crate::plan::build::PlanBuilder;

pub(super) const ITEMS: &[ItemCase] = &[
    ItemCase {
        item: "MED-NIC",
        about: || pool(2, 0).mediation("mediation", "pool").scenario(),
        not: || pool(2, 0).scenario(),
    },
    ItemCase { item: "EMERGENCY", about: || calling(pool(2, 0)).scenario(), not: || pool(2, 100).scenario() },
    ItemCase {
        item: "AD-SINGLE-LABEL",
        about: || standard_edition(100),
        not: || PlanBuilder::new().placed("edge", "edge", 1).scenario(),
    },
    ItemCase { item: "DNS-SRV", about: || pool(2, 0).scenario(), not: nobody },
    ItemCase { item: "AD-EDGE-NONE", about: || edges(1).scenario(), not: || pool(2, 0).scenario() },
];
