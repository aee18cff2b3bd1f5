//! Sets and maps from iterators, put in one after the other.
//!
//! `collect` sorts first, with code of its own for every type of element: far more of the page than sets as small as a plan's are
//! worth.

use std::collections::{BTreeMap, BTreeSet};

/// The set of all items.
pub(crate) fn set<T: Ord>(items: impl IntoIterator<Item = T>) -> BTreeSet<T> {
    let mut all = BTreeSet::new();
    for item in items {
        all.insert(item);
    }
    all
}

/// The map of all entries; of those with the same key the last.
pub(crate) fn map<K: Ord, V>(entries: impl IntoIterator<Item = (K, V)>) -> BTreeMap<K, V> {
    let mut all = BTreeMap::new();
    for (key, value) in entries {
        all.insert(key, value);
    }
    all
}
