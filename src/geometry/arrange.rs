//! Aligning rectangles with each other and distributing them evenly.

use super::space::{Canvas, Rect, Vector};

/// How rectangles are brought in line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Arrangement {
    /// Each with its side or middle where that of the whole is.
    Align(Axis, Edge),
    /// With equal gaps between neighbours; the outermost stay.
    Distribute(Axis),
}

/// A direction of the canvas.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Axis {
    /// From left to right.
    Across,
    /// From top to bottom.
    Down,
}

/// A side or the middle.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Edge {
    /// Left or top.
    Near,
    /// The middle.
    Middle,
    /// Right or bottom.
    Far,
}

impl Axis {
    /// Where the rectangle begins and how far it reaches.
    pub fn span(self, rect: &Rect<Canvas>) -> (f64, f64) {
        match self {
            Self::Across => (rect.origin.x, rect.size.width),
            Self::Down => (rect.origin.y, rect.size.height),
        }
    }

    /// The way that far along.
    pub fn way(self, by: f64) -> Vector<Canvas> {
        match self {
            Self::Across => Vector::new(by, 0.0),
            Self::Down => Vector::new(0.0, by),
        }
    }
}

impl Edge {
    /// Where it lies, for a beginning and a length.
    pub fn of(self, (from, length): (f64, f64)) -> f64 {
        match self {
            Self::Near => from,
            Self::Middle => from + length / 2.0,
            Self::Far => from + length,
        }
    }
}

impl Arrangement {
    /// How far each of the rectangles is to be moved along the axis.
    pub fn moves(self, rects: &[Rect<Canvas>]) -> Vec<Vector<Canvas>> {
        let Some(whole) = rects.iter().copied().reduce(|whole, rect| whole.united(&rect)) else {
            return Vec::new();
        };
        match self {
            Self::Align(axis, edge) => {
                let line = edge.of(axis.span(&whole));
                rects.iter().map(|rect| axis.way(line - edge.of(axis.span(rect)))).collect()
            }
            Self::Distribute(axis) => {
                let spans: Vec<_> = rects.iter().map(|rect| axis.span(rect)).collect();
                let mut order: Vec<(usize, (f64, f64))> = Vec::new();
                for (number, span) in spans.iter().enumerate() {
                    let before =
                        |(_, known): &(usize, (f64, f64))| Edge::Middle.of(*known) <= Edge::Middle.of(*span);
                    order.insert(order.partition_point(before), (number, *span));
                }
                let (from, length) = axis.span(&whole);
                let filled: f64 = spans.iter().map(|(_, length)| length).sum();
                #[allow(clippy::cast_precision_loss, reason = "far fewer than 2^52 rectangles")]
                let gap = (length - filled) / (rects.len().max(2) - 1) as f64;
                let (mut next, mut moves) = (from, vec![Vector::default(); rects.len()]);
                for (place, (begins, length)) in order {
                    if let Some(by) = moves.get_mut(place) {
                        *by = axis.way(next - begins);
                    }
                    next += length + gap;
                }
                moves
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::geometry::{Point, Size};

    const SAMPLE: [(f64, f64, f64, f64); 3] =
        [(0.0, 10.0, 40.0, 20.0), (200.0, 0.0, 20.0, 20.0), (50.0, 90.0, 60.0, 60.0)];

    fn arranged(arrangement: Arrangement) -> Vec<Rect<Canvas>> {
        let rects = SAMPLE
            .map(|(x, y, width, height)| Rect { origin: Point::new(x, y), size: Size::new(width, height) });
        let moves = arrangement.moves(&rects);
        rects.iter().zip(moves).map(|(rect, by)| rect.shifted(by)).collect()
    }

    #[test]
    fn aligned_rectangles_share_the_line_that_the_whole_has() {
        for (axis, edge, line) in [
            (Axis::Across, Edge::Near, 0.0),
            (Axis::Across, Edge::Middle, 110.0),
            (Axis::Across, Edge::Far, 220.0),
            (Axis::Down, Edge::Near, 0.0),
            (Axis::Down, Edge::Middle, 75.0),
            (Axis::Down, Edge::Far, 150.0),
        ] {
            for rect in arranged(Arrangement::Align(axis, edge)) {
                assert!((edge.of(axis.span(&rect)) - line).abs() < 1e-9, "{axis:?} {edge:?}");
            }
        }
    }

    #[test]
    fn distributed_rectangles_have_equal_gaps_and_the_outermost_stay() {
        let rects = arranged(Arrangement::Distribute(Axis::Across));
        let ends = |place: usize| (rects[place].origin.x, rects[place].far_corner().x);
        assert_eq!((ends(0).0, ends(1).1), (0.0, 220.0));
        let gaps = (ends(2).0 - ends(0).1, ends(1).0 - ends(2).1);
        assert!((gaps.0 - gaps.1).abs() < 1e-9, "{gaps:?}");
    }

    #[test]
    fn nothing_and_one_alone_stay() {
        let distribute = Arrangement::Distribute(Axis::Down);
        assert!(distribute.moves(&[]).is_empty());
        let one = Rect { origin: Point::new(3.0, 4.0), size: Size::new(5.0, 6.0) };
        assert_eq!(distribute.moves(&[one]), [Vector::default()]);
    }
}
