//! Laying out in columns: what belongs together stands level, nothing overlaps, and the order of before is kept where it can be.

use super::space::{Point, Size};

/// Something to be laid out.
#[derive(Debug, Clone, PartialEq)]
pub struct Block<S> {
    /// What it takes up.
    pub size: Size<S>,
    /// Its column, counted from the left; what lies beyond the last one stands in that.
    pub column: usize,
    /// How far down it stood before, which decides between equals.
    pub before: f64,
}

/// Times at most that the order within columns is settled by that of the neighbours.
const SWEEPS: usize = 200;
/// Moves that are nothing to be seen.
const AT_REST: f64 = 0.01;

/// Upper left corners: blocks of a column stand at its left edge from `columns`, `gap` apart, each as near to the level of those it is
/// linked to as the others allow, the highest at `top`.
///
/// The order within a column is by the mean level of the neighbours (the barycentre heuristic of Sugiyama, Tagawa and Toda, 1981), the
/// places are those of least squares that keep order and gaps (isotonic regression by pooling adjacent violators).
pub fn layered<S: Copy>(
    blocks: &[Block<S>],
    links: &[(usize, usize)],
    columns: &[f64],
    top: f64,
    gap: f64,
) -> Vec<Point<S>> {
    let last = columns.len().saturating_sub(1);
    let mut middles: Vec<f64> = blocks.iter().map(|block| block.before + block.size.height / 2.0).collect();
    for _ in 0..SWEEPS {
        let before = middles.clone();
        for column in 0..columns.len() {
            settle(blocks, links, (column, last), gap, &mut middles);
        }
        if middles.iter().zip(&before).all(|(middle, before)| (middle - before).abs() < AT_REST) {
            break;
        }
    }
    let tops = || blocks.iter().zip(&middles).map(|(block, middle)| middle - block.size.height / 2.0);
    let highest = tops().fold(f64::INFINITY, f64::min);
    let left = |block: &Block<S>| columns.get(block.column).or(columns.last()).copied().unwrap_or_default();
    blocks.iter().zip(tops()).map(|(block, y)| Point::new(left(block), y - highest + top)).collect()
}

/// Orders a column and gives its blocks their places beside those of the others.
fn settle<S: Copy>(
    blocks: &[Block<S>],
    links: &[(usize, usize)],
    (column, last): (usize, usize),
    gap: f64,
    middles: &mut [f64],
) {
    let is_here = |block: &Block<S>| block.column.min(last) == column;
    let wanted = |place: usize| {
        let of_link = |(from, to): &(usize, usize)| match place {
            _ if *from == place => Some(*to),
            _ if *to == place => Some(*from),
            _ => None,
        };
        let others: Vec<f64> = links
            .iter()
            .filter_map(of_link)
            .filter(|other| blocks.get(*other).is_some_and(|block| !is_here(block)))
            .filter_map(|other| middles.get(other).copied())
            .collect();
        #[allow(clippy::cast_precision_loss, reason = "links of a drawing")]
        let count = others.len() as f64;
        if others.is_empty() {
            middles.get(place).copied().unwrap_or_default()
        } else {
            others.iter().sum::<f64>() / count
        }
    };
    let mut order: Vec<(usize, f64, f64, f64)> = Vec::new();
    for (place, block) in blocks.iter().enumerate() {
        if is_here(block) {
            order.push((place, wanted(place), block.size.height, block.before));
        }
    }
    order.sort_by(|a, b| a.1.total_cmp(&b.1).then(a.3.total_cmp(&b.3)).then(a.0.cmp(&b.0)));
    // Without the room that all before it take, keeping the gaps is keeping the order.
    let mut taken = 0.0;
    let mut offsets = Vec::new();
    for (index, (_, _, height, _)) in order.iter().enumerate() {
        taken += if index == 0 { 0.0 } else { gap } + height / 2.0;
        offsets.push(taken);
        taken += height / 2.0;
    }
    let levels: Vec<f64> = order.iter().zip(&offsets).map(|(block, offset)| block.1 - offset).collect();
    for ((block, offset), level) in order.iter().zip(&offsets).zip(rising(&levels)) {
        if let Some(middle) = middles.get_mut(block.0) {
            *middle = level + offset;
        }
    }
}

/// The rising numbers nearest to these by least squares.
fn rising(wanted: &[f64]) -> Vec<f64> {
    let mut pools: Vec<(f64, u32)> = Vec::new();
    for &level in wanted {
        let mut pool = (level, 1);
        while let Some(last) = pools.pop_if(|last| last.0 > pool.0) {
            let count = last.1 + pool.1;
            pool = ((last.0 * f64::from(last.1) + pool.0 * f64::from(pool.1)) / f64::from(count), count);
        }
        pools.push(pool);
    }
    pools.into_iter().flat_map(|(level, count)| std::iter::repeat_n(level, count as usize)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::geometry::{Canvas, Rect};

    fn block(column: usize, before: f64, height: f64) -> Block<Canvas> {
        Block { size: Size::new(100.0, height), column, before }
    }

    #[test]
    fn rising_numbers_are_kept_and_others_meet_in_the_middle() {
        assert_eq!(rising(&[1.0, 2.0, 5.0]), [1.0, 2.0, 5.0]);
        assert_eq!(rising(&[3.0, 1.0, 5.0, 4.0, 0.0]), [2.0, 2.0, 3.0, 3.0, 3.0]);
    }

    #[test]
    fn what_is_linked_stands_level_and_nothing_overlaps() {
        let blocks = [
            block(0, 0.0, 40.0),
            block(1, 500.0, 40.0),
            block(1, 0.0, 80.0),
            block(1, 10.0, 20.0),
            block(0, 900.0, 40.0),
        ];
        let links = [(0, 1), (4, 2)];
        let corners = layered(&blocks, &links, &[0.0, 200.0], 96.0, 16.0);
        let rects: Vec<Rect<Canvas>> = corners
            .iter()
            .zip(&blocks)
            .map(|(origin, block)| Rect { origin: *origin, size: block.size })
            .collect();
        for (place, rect) in rects.iter().enumerate() {
            assert!(rects[place + 1..].iter().all(|other| !rect.meets(other)), "{rects:?}");
        }
        let highest = rects.iter().map(|rect| rect.origin.y).fold(f64::INFINITY, f64::min);
        assert!((highest - 96.0).abs() < 1e-9);
        let level = |a: usize, b: usize| (rects[a].center().y - rects[b].center().y).abs();
        assert!(level(0, 1) < 1e-6 && level(4, 2) < 1e-6, "{rects:?}");
        assert!(rects.iter().zip(&blocks).all(|(rect, block)| {
            let left = if block.column == 0 { 0.0 } else { 200.0 };
            (rect.origin.x - left).abs() < 1e-15
        }));
    }

    #[test]
    fn laying_out_again_changes_nothing() {
        let mut blocks = [block(0, 0.0, 40.0), block(0, 0.0, 60.0), block(1, 5.0, 40.0), block(2, 1.0, 40.0)];
        let links = [(0, 2), (1, 2), (2, 3)];
        let first = layered(&blocks, &links, &[0.0, 200.0, 400.0], 0.0, 24.0);
        for (block, corner) in blocks.iter_mut().zip(&first) {
            block.before = corner.y;
        }
        let again = layered(&blocks, &links, &[0.0, 200.0, 400.0], 0.0, 24.0);
        for (one, other) in first.iter().zip(&again) {
            assert!((*one - *other).length() < 1e-6, "{first:?} {again:?}");
        }
    }

    #[test]
    fn what_lies_beyond_the_last_column_stands_in_it_and_covers_nothing() {
        let blocks = [block(1, 0.0, 40.0), block(2, 0.0, 40.0), block(9, 0.0, 40.0)];
        let corners = layered(&blocks, &[(0, 1), (1, 2)], &[0.0, 200.0], 0.0, 16.0);
        let mut levels: Vec<f64> = corners.iter().map(|corner| corner.y).collect();
        levels.sort_by(f64::total_cmp);
        assert_eq!(levels, [0.0, 56.0, 112.0]);
        assert!(corners.iter().all(|corner| (corner.x - 200.0).abs() < 1e-15));
    }

    #[test]
    fn nothing_is_laid_out_as_nothing() {
        assert!(layered::<Canvas>(&[], &[], &[0.0], 0.0, 8.0).is_empty());
    }
}
