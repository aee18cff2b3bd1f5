//! What a system cannot outlast.

#![allow(clippy::indexing_slicing, reason = "every index is a group of the system at hand")]

use super::Limits;
use super::product::{IsDown, Product};
use crate::reliability::{Group, ModelError};

/// So many looks at the system are spent on finding cut sets.
const MOST_LOOKS: usize = 100_000;

/// So many cut sets are solved, no two of them alike.
const MOST_SOLVED: usize = 32;

/// The least mean time until all groups of one minimal cut set are down together, of several cut sets; infinite if each of them
/// takes too many states. Worse levels must never repair the system.
pub(super) fn least_of_cut_sets(
    product: &Product,
    is_down: &mut IsDown<'_>,
    limits: &Limits<'_>,
) -> Result<f64, ModelError> {
    let hours = |levels: &Vec<usize>| {
        let cut: Vec<usize> = (0..levels.len()).filter(|&group| levels[group] > 0).collect();
        let groups: Vec<&Group> = cut.iter().map(|&group| product.groups[group]).collect();
        // Groups that were exchangeable still are where the cut set asks the same of them.
        let kind = |group: usize| (product.classes[group], levels[group]);
        let alike = |&one: &usize| cut.iter().position(|&other| kind(other) == kind(one)).unwrap_or(0);
        let classes: Vec<usize> = cut.iter().map(alike).collect();
        let mut all_down = |now: &[usize]| {
            limits.watch.spend(cut.len())?;
            Ok(cut.iter().zip(now).all(|(&group, &level)| level >= levels[group]))
        };
        match (Product { groups: &groups, classes: &classes }).mean_time(&mut all_down, limits) {
            Ok((hours, _)) => Ok(hours),
            Err(ModelError::TimeOver) => Err(ModelError::TimeOver),
            Err(_) => Ok(f64::INFINITY),
        }
    };
    let mut least = f64::INFINITY;
    for levels in &cut_sets(product, is_down)? {
        least = hours(levels)?.min(least);
    }
    Ok(least)
}

struct CutSet {
    /// How many groups it has.
    size: usize,
    /// The class and the level of each group, sorted.
    kinds: Vec<(usize, usize)>,
    levels: Vec<usize>,
}

/// Some minimal cut sets, those of the fewest groups first: of each group the best level at which the system is still down with it.
///
/// Found by starting with every group at its worst level and raising one after the other as far as the system stays down; each group
/// in turn is the last one to be raised, so that it stays down if any cut set has it.
fn cut_sets(product: &Product, is_down: &mut IsDown<'_>) -> Result<Vec<Vec<usize>>, ModelError> {
    let groups = product.groups;
    let mut looks = 0;
    let mut found: Vec<CutSet> = Vec::new();
    for last in 0..groups.len() {
        if looks > MOST_LOOKS {
            break;
        }
        let mut levels: Vec<usize> = groups.iter().map(|group| group.levels().len() - 1).collect();
        for group in (0..groups.len()).filter(|&group| group != last).chain([last]) {
            let mut below = levels[group];
            let mut from = 0;
            while from < below {
                let middle = usize::midpoint(from, below);
                levels[group] = middle;
                looks += 1;
                if is_down(&levels)? {
                    below = middle;
                } else {
                    from = middle + 1;
                }
            }
            levels[group] = below;
        }
        // Alike but for an exchange: the same number of groups of each class at each level.
        let mut kinds: Vec<(usize, usize)> =
            product.classes.iter().zip(&levels).map(|(&class, &level)| (class, level)).collect();
        kinds.sort_unstable();
        if found.iter().all(|known| known.kinds != kinds) {
            found.push(CutSet { size: levels.iter().filter(|&&level| level > 0).count(), kinds, levels });
        }
    }
    // One of all groups is no easier to solve than the system was.
    found.retain(|cut_set| cut_set.size < groups.len());
    found.sort_by_key(|cut_set| cut_set.size);
    Ok(found.into_iter().take(MOST_SOLVED).map(|cut_set| cut_set.levels).collect())
}
