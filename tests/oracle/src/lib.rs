//! Expected figures of three shipped plans, and of one of them with servers killed or a file share added, derived independently of
//! the planner.
//!
//! Nothing here is generic on purpose. Every group is a small chain whose long-run law is written out as an
//! explicit formula, every row multiplies the groups it needs, and every figure is a sum of positive terms, so
//! that an unavailability of 1e-9 keeps as many digits as an availability. The planner builds decision diagrams
//! and solves chains by elimination; that the two agree is therefore evidence.

mod chains;
mod entry_tier;
mod figures;
mod group_chat_maximum;
mod killed;
mod part;
mod small_organisation;
mod units;

#[cfg(test)]
mod tests;

pub use entry_tier::{entry_tier, entry_tier_with_a_file_share};
pub use figures::{Expected, Headline, Row, relative_error};
pub use group_chat_maximum::group_chat_maximum;
pub use killed::{
    entry_tier_without_a_back_end_node, entry_tier_without_a_balancer_and_two_edges,
    entry_tier_without_a_front_end,
};
pub use small_organisation::small_organisation;

/// Hours in a year.
pub const HOURS_PER_YEAR: f64 = 8_760.0;

/// Minutes in a year.
pub const MINUTES_PER_YEAR: f64 = 525_600.0;

/// Minutes a user needs to come back after his server went away.
pub const RECONNECT_MINUTES: f64 = 1.5;

/// All three plans, with or without planned work.
pub fn all(planned_work: bool) -> Vec<Expected> {
    vec![small_organisation(planned_work), entry_tier(planned_work), group_chat_maximum(planned_work)]
}
