//! Sorting of numbers, in the program once: the standard library's sorts take several kilobytes for each type and
//! comparison, and every first visit of the page carries them.

#![allow(clippy::indexing_slicing, reason = "places are below the number of elements")]

/// So few are sorted by putting each into its place among those before.
const FEW: usize = 24;

/// Ascending.
pub(super) fn sort(numbers: &mut [u32]) {
    sort_by(numbers, &|a, b| a < b);
}

/// In the order in which `before` puts any two of them; no two are alike.
///
/// Insertion for few, otherwise heapsort: Robert Floyd, "Algorithm 245: treesort 3", Communications of the ACM 7 (1964).
pub(super) fn sort_by(numbers: &mut [u32], before: &dyn Fn(u32, u32) -> bool) {
    if numbers.len() <= FEW {
        for end in 1..numbers.len() {
            let mut place = end;
            while place > 0 && before(numbers[place], numbers[place - 1]) {
                numbers.swap(place, place - 1);
                place -= 1;
            }
        }
        return;
    }
    for root in (0..numbers.len() / 2).rev() {
        sink(numbers, root, before);
    }
    for end in (1..numbers.len()).rev() {
        numbers.swap(0, end);
        sink(&mut numbers[..end], 0, before);
    }
}

/// The values in the order in which `before` puts them; those that are alike keep theirs.
#[allow(clippy::cast_possible_truncation, reason = "far fewer than 32 bits can number")]
pub(super) fn sorted<T: Copy>(values: &[T], before: &dyn Fn(&T, &T) -> bool) -> Vec<T> {
    let mut places: Vec<u32> = (0..values.len() as u32).collect();
    sort_by(&mut places, &|a, b| {
        let (one, other) = (&values[a as usize], &values[b as usize]);
        before(one, other) || (a < b && !before(other, one))
    });
    places.into_iter().map(|place| values[place as usize]).collect()
}

/// Moves a number below all that come after it.
fn sink(heap: &mut [u32], mut root: usize, before: &dyn Fn(u32, u32) -> bool) {
    loop {
        let mut last = root;
        for child in [2 * root + 1, 2 * root + 2] {
            if child < heap.len() && before(heap[last], heap[child]) {
                last = child;
            }
        }
        if last == root {
            return;
        }
        heap.swap(root, last);
        root = last;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_come_in_the_order_of_the_standard_library() {
        let mut seed = 1_u32;
        for length in [0, 1, 2, 3, 23, 24, 25, 26, 100, 1_000] {
            let mut numbers: Vec<u32> = (0..length)
                .map(|_| {
                    seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                    seed >> 24
                })
                .collect();
            let mut expected = numbers.clone();
            expected.sort_unstable();
            sort(&mut numbers);
            assert_eq!(numbers, expected);
            sort_by(&mut numbers, &|a, b| a > b);
            expected.reverse();
            assert_eq!(numbers, expected);
        }
    }
}
