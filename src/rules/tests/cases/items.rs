//! For each item of the checklist a plan that it is about and one that it has nothing to do with, by subject.

mod computers;
mod perimeter;
mod places;
mod recording;

use super::super::items::ItemCase;
use super::{pool, standard_edition};
use crate::plan::Scenario;
use crate::plan::build::PlanBuilder;

/// All of them.
pub(in crate::rules::tests) const ITEMS: &[&[ItemCase]] =
    &[BACK_END, perimeter::PERIMETER, recording::RECORDING, computers::ITEMS, places::ITEMS];

const BACK_END: &[ItemCase] = &[ItemCase {
    item: "BE-INSTANCE-FOREIGN",
    about: || pool(2, 0).scenario(),
    not: || standard_edition(100),
}];

/// A plan without a server of the product.
fn nobody() -> Scenario {
    PlanBuilder::new().placed("switch", "switch", 1).scenario()
}
