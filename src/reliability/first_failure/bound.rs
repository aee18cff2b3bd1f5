//! What a system cannot outlast.

#![allow(clippy::indexing_slicing, reason = "every index is a group of the system at hand")]

use super::product;
use crate::reliability::Group;

/// So many looks at the system are spent on finding cut sets.
const MOST_LOOKS: usize = 100_000;

/// The least mean time until all groups of one minimal cut set are down together, of several cut sets; infinite if each of them
/// takes too many states. Worse levels must never repair the system.
///
/// A cut set is found by starting with every group at its worst level and raising one after the other as far as the system stays
/// down; each group in turn is the last one to be raised, so that it stays down if any cut set has it.
pub(super) fn least_of_cut_sets(
    groups: &[&Group],
    is_down: &mut dyn FnMut(&[usize]) -> bool,
    most_states: usize,
) -> f64 {
    let worst: Vec<usize> = groups.iter().map(|group| group.levels().len() - 1).collect();
    let mut looks = 0;
    let mut known: Vec<Vec<usize>> = Vec::new();
    let mut least = f64::INFINITY;
    for last in 0..groups.len() {
        if looks > MOST_LOOKS {
            break;
        }
        let mut levels = worst.clone();
        for group in (0..groups.len()).filter(|&group| group != last).chain([last]) {
            // Raised to the best level at which the system is still down; it is down from there on.
            let mut below = levels[group];
            let mut from = 0;
            while from < below {
                let middle = usize::midpoint(from, below);
                levels[group] = middle;
                looks += 1;
                if is_down(&levels) {
                    below = middle;
                } else {
                    from = middle + 1;
                }
            }
            levels[group] = below;
        }
        if known.contains(&levels) {
            continue;
        }
        let cut: Vec<usize> = (0..groups.len()).filter(|&group| levels[group] > 0).collect();
        let members: Vec<&Group> = cut.iter().map(|&group| groups[group]).collect();
        let mut all_down = |now: &[usize]| cut.iter().zip(now).all(|(&group, &level)| level >= levels[group]);
        if let Ok((hours, _)) = product::mean_time(&members, &mut all_down, most_states) {
            least = least.min(hours);
        }
        known.push(levels);
    }
    least
}
