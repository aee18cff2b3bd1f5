//! Sides of a rectangle, where paths start and end.

use super::space::{Canvas, Point, Rect, Vector};

/// A side of a rectangle.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Side {
    Right,
    Left,
    Bottom,
    Top,
}

impl Side {
    pub(super) const ALL: [Self; 4] = [Self::Right, Self::Left, Self::Bottom, Self::Top];

    pub(super) fn is_horizontal(self) -> bool {
        matches!(self, Self::Right | Self::Left)
    }

    /// The middle of the side.
    pub(super) fn port(self, rect: Rect<Canvas>) -> Point<Canvas> {
        let (center, far) = (rect.center(), rect.far_corner());
        match self {
            Self::Right => Point::new(far.x, center.y),
            Self::Left => Point::new(rect.origin.x, center.y),
            Self::Bottom => Point::new(center.x, far.y),
            Self::Top => Point::new(center.x, rect.origin.y),
        }
    }

    /// How far outward of the side a way leads.
    pub(super) fn outward(self, way: Vector<Canvas>) -> f64 {
        match self {
            Self::Right => way.x,
            Self::Left => -way.x,
            Self::Bottom => way.y,
            Self::Top => -way.y,
        }
    }

    pub(super) fn faces(self, other: Self) -> bool {
        self != other && self.is_horizontal() == other.is_horizontal()
    }

    /// The point that lies `distance` outward of `point`.
    pub(super) fn away(self, point: Point<Canvas>, distance: f64) -> Point<Canvas> {
        point
            + match self {
                Self::Right => Vector::new(distance, 0.0),
                Self::Left => Vector::new(-distance, 0.0),
                Self::Bottom => Vector::new(0.0, distance),
                Self::Top => Vector::new(0.0, -distance),
            }
    }
}
