//! Amounts of parts that are independent of each other: their distribution by adding up, one part after the other, in place of a
//! diagram. So a thousand servers take a thousand short sums and not a node for each number of them.

#![allow(
    clippy::indexing_slicing,
    reason = "slots read earlier slots, and numbers are those of the structure's formulas"
)]

mod adjoint;
mod law;
mod range;
mod slots;

pub(super) use law::{Law, last_law, laws};
pub(super) use slots::{Slot, Tally};
