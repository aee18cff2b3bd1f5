//! Paths between two rectangles: straight where they can be, otherwise along the axes with rounded corners.

use super::side::Side;
use super::space::{Canvas, Point, Rect, Vector};
use crate::decimal::plain;

/// How far beyond the ends of a path a rectangle counts as in the way.
pub const MARGIN: f64 = 64.0;
/// Radius of a corner.
const RADIUS: f64 = 10.0;
/// How far a path leads away from a side before it turns, at the least.
const STUB: f64 = 12.0;
/// How far a path leads away from a side that it comes back to.
const AROUND: f64 = 16.0;
/// How far a straight line keeps from the ends of the sides it joins.
const INSET: f64 = 10.0;
/// What a bend costs, in units of length.
const BEND: f64 = 30.0;
/// What leading through a rectangle costs, in units of length.
const CROSSING: f64 = 2_000.0;

/// Where a path turns if nothing is in the way. Paths that have an end in common and turn there run together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Turn {
    /// Half way.
    #[default]
    Halfway,
    /// Near its start.
    AtStart,
    /// Near its end.
    AtEnd,
}

/// A path along the axes.
#[derive(Debug, Clone, PartialEq)]
pub struct Route {
    points: Vec<Point<Canvas>>,
}

/// The most pleasing path from a side of one rectangle to a side of another: short, with few bends, and around the
/// rectangles in the way.
pub fn route<'a>(
    from: Rect<Canvas>,
    to: Rect<Canvas>,
    turn: Turn,
    in_the_way: impl IntoIterator<Item = &'a Rect<Canvas>>,
) -> Route {
    let reach = from.united(&to).grown(MARGIN);
    let mut near = vec![from, to];
    near.extend(in_the_way.into_iter().filter(|rect| rect.meets(&reach)));
    let mut best: Option<(f64, Route)> = None;
    for start in Side::ALL {
        for end in Side::ALL {
            for points in candidates(from, start, to, end, turn) {
                let route = Route { points };
                let least = best.as_ref().map_or(f64::INFINITY, |(least, _)| *least);
                let mut cost = route.length();
                // Most are too long whatever they lead through.
                if cost < least {
                    cost += route.crossings(&near);
                }
                if cost < least {
                    best = Some((cost, route));
                }
            }
        }
    }
    best.map_or_else(|| Route { points: vec![from.center(), to.center()] }, |(_, route)| route)
}

impl Route {
    /// Its start, corners and end.
    pub fn points(&self) -> &[Point<Canvas>] {
        &self.points
    }

    /// The data of an SVG path.
    pub fn svg(&self) -> String {
        let mut data = String::new();
        let mut write = |command: char, points: &[Point<Canvas>]| {
            data.push(command);
            for (index, point) in points.iter().enumerate() {
                let gap = if index == 0 { "" } else { " " };
                data.extend([gap, &plain(tenths(point.x)), " ", &plain(tenths(point.y))]);
            }
        };
        let (Some(first), Some(last)) = (self.points.first(), self.points.last()) else { return data };
        write('M', &[*first]);
        for corner in self.points.windows(3) {
            let [before, at, after] = corner else { continue };
            let radius = RADIUS.min((*at - *before).length() / 2.0).min((*after - *at).length() / 2.0);
            write('L', &[towards(*at, *before, radius)]);
            write('Q', &[*at, towards(*at, *after, radius)]);
        }
        write('L', &[*last]);
        data
    }

    /// Its length, longer by what its bends cost; one bend too many counts, for all paths alike.
    fn length(&self) -> f64 {
        let segments = self.points.iter().zip(self.points.iter().skip(1));
        segments.map(|(start, end)| (*end - *start).length() + BEND).sum()
    }

    /// What leading through rectangles costs.
    fn crossings(&self, near: &[Rect<Canvas>]) -> f64 {
        let mut cost = 0.0;
        for (start, end) in self.points.iter().zip(self.points.iter().skip(1)) {
            for rect in near {
                if leads_through(*start, *end, rect) {
                    cost += CROSSING;
                }
            }
        }
        cost
    }
}

/// Paths from the one side to the other that turn at sensible places; none where the sides do not see each other.
fn candidates(
    from: Rect<Canvas>,
    start: Side,
    to: Rect<Canvas>,
    end: Side,
    turn: Turn,
) -> Vec<Vec<Point<Canvas>>> {
    let (p, q) = (start.port(from), end.port(to));
    if start.faces(end) {
        let gap = start.outward(q - p);
        if gap < STUB {
            return Vec::new();
        }
        if let Some(line) = straight(from, to, start, p, q) {
            return vec![line];
        }
        let near = (2.0 * STUB).min(gap / 2.0);
        let turn_at = |distance| {
            let turn = start.away(p, distance);
            vec![p, turn, level(start, turn, q), q]
        };
        let (half, far) = (gap / 2.0, gap - near);
        // Of those that cost the same, the first is taken.
        let order = match turn {
            Turn::Halfway => [half, near, far],
            Turn::AtStart => [near, half, far],
            Turn::AtEnd => [far, half, near],
        };
        order.map(turn_at).into()
    } else if start == end {
        let out = start.outward(q - p).max(0.0) + AROUND;
        let turn = start.away(p, out);
        vec![vec![p, turn, level(start, turn, q), q]]
    } else {
        let turn = level(start, q, p);
        let sees = start.outward(turn - p) >= STUB && end.outward(turn - q) >= STUB;
        if sees { vec![vec![p, turn, q]] } else { Vec::new() }
    }
}

/// The point level with `turn` along the side's axis and level with `q` across it.
fn level(side: Side, turn: Point<Canvas>, q: Point<Canvas>) -> Point<Canvas> {
    if side.is_horizontal() { Point::new(turn.x, q.y) } else { Point::new(q.x, turn.y) }
}

/// The straight line between two sides that overlap, through the middle of the smaller where it can be.
fn straight(
    from: Rect<Canvas>,
    to: Rect<Canvas>,
    side: Side,
    p: Point<Canvas>,
    q: Point<Canvas>,
) -> Option<Vec<Point<Canvas>>> {
    let span = |rect: Rect<Canvas>| {
        let far = rect.far_corner();
        if side.is_horizontal() { (rect.origin.y, far.y) } else { (rect.origin.x, far.x) }
    };
    let middle = |(near, far): (f64, f64)| near.midpoint(far);
    let within = |level: f64, (near, far): (f64, f64)| (near + INSET..=far - INSET).contains(&level);
    let (a, b) = (span(from), span(to));
    let (small, large) = if a.1 - a.0 <= b.1 - b.0 { (a, b) } else { (b, a) };
    let level = [(small, large), (large, small)]
        .into_iter()
        .find_map(|(of, other)| within(middle(of), other).then(|| middle(of)))?;
    let at = |point: Point<Canvas>| {
        if side.is_horizontal() { Point::new(point.x, level) } else { Point::new(level, point.y) }
    };
    Some(vec![at(p), at(q)])
}

fn leads_through(start: Point<Canvas>, end: Point<Canvas>, rect: &Rect<Canvas>) -> bool {
    let (far, line) = (rect.far_corner(), Rect::between(start, end));
    let line_far = line.far_corner();
    line.origin.x < far.x - 1.0
        && line_far.x > rect.origin.x + 1.0
        && line.origin.y < far.y - 1.0
        && line_far.y > rect.origin.y + 1.0
}

fn towards(from: Point<Canvas>, to: Point<Canvas>, distance: f64) -> Point<Canvas> {
    let way = to - from;
    let length = way.length();
    if length == 0.0 {
        return from;
    }
    from + Vector::new(way.x / length * distance, way.y / length * distance)
}

/// Rounded to what can be seen, and never “-0”.
fn tenths(value: f64) -> f64 {
    (value * 10.0).round() / 10.0 + 0.0
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rect(x: f64, y: f64, width: f64, height: f64) -> Rect<Canvas> {
        Rect::between(Point::new(x, y), Point::new(x + width, y + height))
    }

    #[test]
    fn cards_that_are_nearly_level_are_joined_by_a_straight_line() {
        let route = route(rect(0.0, 16.0, 44.0, 44.0), rect(88.0, 0.0, 196.0, 84.0), Turn::Halfway, &[]);
        assert_eq!(route.svg(), "M44 38L88 38");
    }

    #[test]
    fn corners_are_rounded() {
        let route = route(rect(0.0, 0.0, 100.0, 40.0), rect(200.0, 200.0, 100.0, 40.0), Turn::Halfway, &[]);
        assert_eq!(route.svg(), "M100 20L140 20Q150 20 150 30L150 210Q150 220 160 220L200 220");
    }

    #[test]
    fn a_path_leads_around_what_is_in_the_way() {
        let (from, to) = (rect(0.0, 0.0, 196.0, 84.0), rect(0.0, 256.0, 196.0, 84.0));
        let between = rect(0.0, 128.0, 196.0, 84.0);
        let route = route(from, to, Turn::Halfway, &[between]);
        for segment in route.points().windows(2) {
            assert!(!leads_through(segment[0], segment[1], &between), "{}", route.svg());
        }
    }

    #[test]
    fn every_path_runs_along_the_axes_and_is_finite() {
        let from = rect(0.0, 0.0, 196.0, 84.0);
        for x in [-400.0, -100.0, 0.0, 3.0, 190.0, 210.0, 500.0] {
            for y in [-300.0, -50.0, 0.0, 80.0, 90.0, 400.0] {
                let route = route(from, rect(x, y, 132.0, 60.0), Turn::Halfway, &[]);
                for segment in route.points().windows(2) {
                    let way = segment[1] - segment[0];
                    assert!(way.x == 0.0 || way.y == 0.0, "{x} {y}: {}", route.svg());
                    assert!(way.length().is_finite());
                }
            }
        }
    }

    #[test]
    fn paths_with_an_end_in_common_run_together_there() {
        let pool = rect(600.0, 300.0, 196.0, 84.0);
        let servers = [rect(0.0, 0.0, 196.0, 84.0), rect(120.0, 150.0, 196.0, 84.0)];
        let into = servers.map(|server| route(server, pool, Turn::AtEnd, &[]));
        let out_of = servers.map(|server| route(pool, server, Turn::AtStart, &[]));
        let last_turns = into.map(|route| route.points()[2]).map(|at| at.x);
        let first_turns = out_of.map(|route| route.points()[1]).map(|at| at.x);
        assert_eq!((last_turns, first_turns), ([576.0; 2], [576.0; 2]));
    }
}
