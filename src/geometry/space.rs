//! Points, vectors, sizes and rectangles, each in a space of its own.

use std::marker::PhantomData;
use std::ops::{Add, Neg, Sub};

use serde::Serialize;

use crate::json::{Field, FromJson, Json, Reading, ToJson, Writer};

/// The space in which a plan is drawn; one unit is one pixel at a zoom of 100 %.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Canvas;

/// The space of the browser's window, in CSS pixels from the canvas element's upper left corner.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Screen;

macro_rules! pair {
    ($(#[$doc:meta])* $name:ident { $a:ident: $a_doc:literal, $b:ident: $b_doc:literal }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Default, Serialize)]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        #[serde(deny_unknown_fields)]
        pub struct $name<S> {
            #[doc = $a_doc]
            pub $a: f64,
            #[doc = $b_doc]
            pub $b: f64,
            #[serde(skip)]
            space: PhantomData<S>,
        }

        impl<S> FromJson for $name<S> {
            fn from_json(part: &Json<'_>, reading: &mut Reading) -> Self {
                let mut fields = reading.fields(part, &[Field(stringify!($a), None), Field(stringify!($b), None)]);
                let $a = f64::from_json(fields.next(reading), reading);
                Self::new($a, f64::from_json(fields.next(reading), reading))
            }
        }

        impl<S> ToJson for $name<S> {
            fn to_json(&self, out: &mut Writer) {
                let mut object = out.object(&[stringify!($a), stringify!($b)]);
                object.write(&self.$a);
                object.write(&self.$b);
                object.end();
            }
        }

        impl<S> $name<S> {
            /// Makes it from its two numbers.
            pub const fn new($a: f64, $b: f64) -> Self {
                Self { $a, $b, space: PhantomData }
            }
        }
    };
}

pair!(
    /// A place.
    Point { x: "Distance to the right of the origin.", y: "Distance below the origin." }
);
pair!(
    /// A way from one place to another.
    Vector { x: "To the right.", y: "Down." }
);
pair!(
    /// An extent.
    Size { width: "From left to right.", height: "From top to bottom." }
);

impl<S> Add<Vector<S>> for Point<S> {
    type Output = Self;

    fn add(self, by: Vector<S>) -> Self {
        Self::new(self.x + by.x, self.y + by.y)
    }
}

impl<S> Sub for Point<S> {
    type Output = Vector<S>;

    fn sub(self, from: Self) -> Vector<S> {
        Vector::new(self.x - from.x, self.y - from.y)
    }
}

impl<S> Neg for Vector<S> {
    type Output = Self;

    fn neg(self) -> Self {
        Self::new(-self.x, -self.y)
    }
}

impl<S: Copy> Point<S> {
    /// The nearest point whose numbers are multiples of `step`.
    #[must_use]
    pub fn snapped(self, step: f64) -> Self {
        Self::new((self.x / step).round() * step, (self.y / step).round() * step)
    }
}

impl<S> Vector<S> {
    /// Its length.
    pub fn length(&self) -> f64 {
        self.x.hypot(self.y)
    }
}

/// A rectangle with sides along the axes.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Rect<S> {
    /// Upper left corner.
    pub origin: Point<S>,
    /// Extent, never negative.
    pub size: Size<S>,
}

impl<S: Copy> Rect<S> {
    /// The rectangle between two opposite corners.
    pub fn between(a: Point<S>, b: Point<S>) -> Self {
        Self {
            origin: Point::new(a.x.min(b.x), a.y.min(b.y)),
            size: Size::new((a.x - b.x).abs(), (a.y - b.y).abs()),
        }
    }

    /// Lower right corner.
    pub fn far_corner(&self) -> Point<S> {
        Point::new(self.origin.x + self.size.width, self.origin.y + self.size.height)
    }

    /// Middle.
    pub fn center(&self) -> Point<S> {
        Point::new(self.origin.x + self.size.width / 2.0, self.origin.y + self.size.height / 2.0)
    }

    /// Whether the point lies in it or on its border.
    pub fn contains(&self, point: Point<S>) -> bool {
        let far = self.far_corner();
        (self.origin.x..=far.x).contains(&point.x) && (self.origin.y..=far.y).contains(&point.y)
    }

    /// Whether the two share a point.
    pub fn meets(&self, other: &Self) -> bool {
        let (far, other_far) = (self.far_corner(), other.far_corner());
        self.origin.x <= other_far.x
            && other.origin.x <= far.x
            && self.origin.y <= other_far.y
            && other.origin.y <= far.y
    }

    /// Whether the other lies in it whole.
    pub fn encloses(&self, other: &Self) -> bool {
        self.contains(other.origin) && self.contains(other.far_corner())
    }

    /// The rectangle moved.
    #[must_use]
    pub fn shifted(&self, by: Vector<S>) -> Self {
        Self { origin: self.origin + by, size: self.size }
    }

    /// The smallest rectangle that holds both.
    #[must_use]
    pub fn united(&self, other: &Self) -> Self {
        let (far, other_far) = (self.far_corner(), other.far_corner());
        Self::between(
            Point::new(self.origin.x.min(other.origin.x), self.origin.y.min(other.origin.y)),
            Point::new(far.x.max(other_far.x), far.y.max(other_far.y)),
        )
    }

    /// The rectangle with `margin` more on every side.
    #[must_use]
    pub fn grown(&self, margin: f64) -> Self {
        Self::between(
            Point::new(self.origin.x - margin, self.origin.y - margin),
            Point::new(self.far_corner().x + margin, self.far_corner().y + margin),
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rectangles_meet_when_they_share_a_border() {
        let a = Rect::<Canvas>::between(Point::new(0.0, 0.0), Point::new(10.0, 10.0));
        for (corner, meets) in [((10.0, 10.0), true), ((10.1, 0.0), false), ((-5.0, -5.0), true)] {
            let b = Rect::between(Point::new(corner.0, corner.1), Point::new(corner.0 + 5.0, corner.1 + 5.0));
            assert_eq!(a.meets(&b), meets, "{corner:?}");
        }
    }

    #[test]
    fn points_snap_to_the_nearest_step() {
        assert_eq!(Point::<Canvas>::new(11.9, -12.1).snapped(8.0), Point::new(8.0, -16.0));
    }
}
