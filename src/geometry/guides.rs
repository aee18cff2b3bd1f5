//! Lines that catch what is moved where it comes in line with what stands.

use super::arrange::{Axis, Edge};
use super::space::{Canvas, Point, Rect};

const EDGES: [Edge; 3] = [Edge::Near, Edge::Middle, Edge::Far];

/// How far along the axis the rectangle has to be moved on to be in line with the nearest side or middle of what stands, if one is
/// within reach.
pub fn caught(moving: &Rect<Canvas>, standing: &[Rect<Canvas>], axis: Axis, reach: f64) -> Option<f64> {
    let span = axis.span(moving);
    let own = EDGES.map(|edge| edge.of(span));
    let mut nearest: Option<f64> = None;
    for rect in standing.iter().filter(|rect| is_beside(axis.span(rect), span, reach)) {
        for line in EDGES.map(|edge| edge.of(axis.span(rect))) {
            for at in own {
                let by = line - at;
                if by.abs() <= reach && nearest.is_none_or(|known| by.abs() < known.abs()) {
                    nearest = Some(by);
                }
            }
        }
    }
    nearest
}

/// Whether two spans overlap, or lie at most `reach` apart. Of many things that stand few do.
fn is_beside((from, length): (f64, f64), (other, other_length): (f64, f64), reach: f64) -> bool {
    from <= other + other_length + reach && other <= from + length + reach
}

/// The lines on which the rectangle and others that stand lie, each from one end of them all to the other.
pub fn guides(moving: &Rect<Canvas>, standing: &[Rect<Canvas>]) -> Vec<(Point<Canvas>, Point<Canvas>)> {
    /// Lines nearer than this are one.
    const SAME: f64 = 0.01;
    let mut lines = Vec::new();
    for axis in [Axis::Across, Axis::Down] {
        let span = axis.span(moving);
        let beside: Vec<_> = standing.iter().filter(|rect| is_beside(axis.span(rect), span, SAME)).collect();
        for edge in EDGES {
            let line = edge.of(span);
            let on = |rect: &&Rect<Canvas>| {
                EDGES.iter().any(|other| (other.of(axis.span(rect)) - line).abs() < SAME)
            };
            let aligned = beside.iter().copied().filter(on).copied().reduce(|all, rect| all.united(&rect));
            if let Some(all) = aligned.map(|all| all.united(moving)) {
                let (near, far) = (all.origin, all.far_corner());
                lines.push(match axis {
                    Axis::Across => (Point::new(line, near.y), Point::new(line, far.y)),
                    Axis::Down => (Point::new(near.x, line), Point::new(far.x, line)),
                });
            }
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::geometry::Size;

    fn rect(x: f64, y: f64) -> Rect<Canvas> {
        Rect { origin: Point::new(x, y), size: Size::new(100.0, 50.0) }
    }

    #[test]
    fn the_nearest_line_within_reach_catches() {
        let standing = [rect(0.0, 0.0), rect(7.0, 300.0)];
        for (x, by) in
            [(3.0, Some(-3.0)), (5.0, Some(2.0)), (-4.0, Some(4.0)), (40.0, None), (96.0, Some(4.0))]
        {
            assert_eq!(caught(&rect(x, 100.0), &standing, Axis::Across, 6.0), by, "{x}");
        }
        assert_eq!(caught(&rect(0.0, 0.0), &[], Axis::Down, 6.0), None);
    }

    #[test]
    fn guides_reach_from_one_end_of_what_is_in_line_to_the_other() {
        let lines = guides(&rect(0.0, 200.0), &[rect(0.0, 0.0), rect(500.0, 400.0)]);
        let left = (Point::new(0.0, 0.0), Point::new(0.0, 250.0));
        assert!(lines.contains(&left), "{lines:?}");
        assert_eq!(lines.len(), 3, "left, middle and right");
        assert!(guides(&rect(300.0, 200.0), &[rect(0.0, 0.0)]).is_empty());
    }
}
