//! Sets and maps in the order of their elements, kept in sorted lists.
//!
//! A plan's sets are small, and a sorted list takes a fraction of the code of a search tree: each kind of tree brings some
//! kilobytes of its own into the page. Adding at the end, which is what most do, costs one search; adding elsewhere moves what
//! stands behind.

mod json;
mod map;
mod set;

pub use map::Map;
pub use set::Set;

use std::cmp::Ordering;

/// Where something stands in a sorted list of that length, or else where it belongs: `order` compares the element at a place with
/// it. Code of its own for every kind of element would be larger than this is slower.
fn place(length: usize, order: &mut dyn FnMut(usize) -> Ordering) -> Result<usize, usize> {
    let (mut start, mut end) = (0, length);
    while start < end {
        let middle = usize::midpoint(start, end);
        match order(middle) {
            Ordering::Less => start = middle + 1,
            Ordering::Equal => return Ok(middle),
            Ordering::Greater => end = middle,
        }
    }
    Err(start)
}
