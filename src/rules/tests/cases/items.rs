//! For each item of the checklist a plan that it is about and one that it has nothing to do with, by subject.

mod computers;
mod perimeter;
mod places;
mod pools;
mod recording;

use super::super::items::ItemCase;
use crate::plan::Scenario;
use crate::plan::build::PlanBuilder;

/// All of them.
pub(in crate::rules::tests) const ITEMS: &[&[ItemCase]] = &[
    pools::HOMES,
    pools::BALANCERS,
    pools::BACK_ENDS,
    perimeter::PERIMETER,
    recording::RECORDING,
    computers::ITEMS,
    places::ITEMS,
];

/// A plan without a server of the product.
fn nobody() -> Scenario {
    PlanBuilder::new().placed("switch", "switch", 1).scenario()
}
