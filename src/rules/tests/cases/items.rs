//! For each item of the checklist a plan that it is about and one that it has nothing to do with, by subject.

use super::super::items::ItemCase;
use super::{pool, standard_edition};

/// All of them.
pub(in crate::rules::tests) const ITEMS: &[&[ItemCase]] = &[BACK_END];

const BACK_END: &[ItemCase] = &[ItemCase {
    item: "BE-INSTANCE-FOREIGN",
    about: || pool(2, 0).scenario(),
    not: || standard_edition(100),
}];
