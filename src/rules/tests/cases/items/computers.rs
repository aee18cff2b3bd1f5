//! What computers have to be, and what else may be on them.

use super::super::{chat, edges, pool, standard_edition, virtually};
use super::{ItemCase, nobody};
use crate::plan::build::PlanBuilder;

pub(super) const ITEMS: &[ItemCase] = &[
    ItemCase { item: "COLLOC-EXCHUM", about: || standard_edition(100), not: nobody },
    ItemCase {
        item: "VIRT-GUEST",
        about: || virtually(pool(2, 0), &["pool-front-ends"]).scenario(),
        not: || virtually(pool(2, 0), &["pool-balancers"]).scenario(),
    },
    ItemCase { item: "HW-64-BIT", about: || pool(2, 0).scenario(), not: nobody },
    ItemCase { item: "GC-DB-COLLATION", about: || chat(1, 0).scenario(), not: || pool(2, 0).scenario() },
    ItemCase {
        item: "HW-MEDIATION",
        about: || pool(2, 0).mediation("mediation", "pool").scenario(),
        not: || edges(1).scenario(),
    },
    ItemCase { item: "HW-NETWORK", about: || edges(1).scenario(), not: nobody },
    ItemCase {
        item: "HW-NETWORK-AV",
        about: || standard_edition(100),
        not: || PlanBuilder::new().placed("chat", "chat-server", 1).scenario(),
    },
    ItemCase { item: "HW-UPS", about: || standard_edition(100), not: nobody },
    ItemCase { item: "HW-SIZE", about: || pool(2, 0).scenario(), not: || standard_edition(100) },
];
