//! For each item of the checklist a plan that it is about and one that it has nothing to do with, by subject.

mod pools;

use super::super::items::ItemCase;

/// All of them.
pub(in crate::rules::tests) const ITEMS: &[&[ItemCase]] = &[pools::HOMES, pools::BALANCERS, pools::BACK_ENDS];
