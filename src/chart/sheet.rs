//! The sheet that charts are drawn on, in whole pixels: words, lines and bars in the palette's inks.

use std::io;

use plotters::coord::Shift;
use plotters::drawing::DrawingAreaErrorKind;
use plotters::prelude::{Circle, DrawingArea, IntoDrawingArea, PathElement, Rectangle, Text};
use plotters::style::text_anchor::{HPos, Pos, VPos};
use plotters::style::{Color, FontDesc, FontFamily, FontStyle, ShapeStyle, TextStyle};

use super::ChartError;
use super::backend::{Backend, PLOTTERS_SIZE};
use super::palette::{self, Ink};

/// Sizes of letters: of names and values, and of what explains them.
pub(super) const FONT: f64 = 12.0;
pub(super) const SMALL: f64 = 11.0;

/// Distance between the lines of a hatching.
const HATCH: i32 = 5;

pub(super) type Failed = DrawingAreaErrorKind<io::Error>;
pub(super) type Drawn = Result<(), Failed>;

/// How words stand at their place.
pub(super) type Side = HPos;

/// A rectangle, from its upper left to its lower right corner.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Area {
    pub left: i32,
    pub top: i32,
    pub right: i32,
    pub bottom: i32,
}

/// How an area is filled. No two look alike without their colours.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Fill {
    Solid(Ink),
    /// Slanted lines in a frame.
    Hatched(Ink),
    /// Level lines in a frame.
    Lined(Ink),
    /// A frame.
    Hollow(Ink),
}

/// A drawing under way.
pub(super) struct Sheet<'a>(DrawingArea<Backend<'a>, Shift>);

/// The drawing of the size that `draw` makes, a whole `svg` element with classes.
pub(super) fn drawn(
    width: u32,
    height: u32,
    draw: &dyn Fn(&Sheet<'_>) -> Drawn,
) -> Result<String, ChartError> {
    let mut svg = String::new();
    let sheet = Sheet(Backend::new(&mut svg, width, height).into_drawing_area());
    let done = draw(&sheet).and_then(|()| sheet.0.present());
    drop(sheet);
    done.map_err(|error| ChartError(error.to_string()))?;
    Ok(palette::classed(&svg))
}

impl Sheet<'_> {
    /// Words on a line whose middle is at the height.
    pub fn words(&self, text: &str, size: f64, ink: Ink, anchor: Side, at: (i32, i32)) -> Drawn {
        // Not by its name: plotters would read it in any case, with a table of all letters.
        let font = FontDesc::new(FontFamily::SansSerif, size * PLOTTERS_SIZE, FontStyle::Normal);
        let colour = ink.colour();
        let style = TextStyle::from(font).color(&colour).pos(Pos::new(anchor, VPos::Center));
        self.0.draw(&Text::new(text.to_string(), at, style))
    }

    /// A line through the points.
    pub fn line(&self, points: &[(i32, i32)], ink: Ink, width: u32) -> Drawn {
        self.0.draw(&PathElement::new(points, ink.colour().stroke_width(width)))
    }

    /// A dot around the point.
    pub fn dot(&self, at: (i32, i32), ink: Ink) -> Drawn {
        self.0.draw(&Circle::new(at, 4, ink.colour().filled()))
    }

    /// An area, filled.
    pub fn area(&self, area: Area, fill: Fill) -> Drawn {
        let (ink, lines) = match fill {
            Fill::Solid(ink) => return self.rectangle(area, ink.colour().filled()),
            Fill::Hollow(ink) => (ink, Vec::new()),
            Fill::Hatched(ink) => (ink, slanted(area)),
            Fill::Lined(ink) => (ink, level(area)),
        };
        if lines.len() > 1 {
            self.line(&lines, ink, 1)?;
        }
        self.rectangle(area, ink.colour().stroke_width(1))
    }

    fn rectangle(&self, area: Area, style: ShapeStyle) -> Drawn {
        self.0.draw(&Rectangle::new([(area.left, area.top), (area.right, area.bottom)], style))
    }
}

/// One line that fills the area with strokes from its lower left to its upper right, going on along its edges.
fn slanted(area: Area) -> Vec<(i32, i32)> {
    let Area { left, top, right, bottom } = area;
    let (width, height) = (right - left, bottom - top);
    // Places on the left and the lower edge, and on the upper and the right one, by their distance from the upper left corner.
    let lower = |along: i32| (left + (along - height).max(0), top + along.min(height));
    let upper = |along: i32| (left + along.min(width), top + (along - width).max(0));
    let mut points = Vec::new();
    let (mut along, mut rising) = (HATCH, true);
    while along < width + height {
        let before = along - HATCH;
        if rising && before < height && height < along {
            points.push((left, bottom));
        }
        if !rising && before < width && width < along {
            points.push((right, top));
        }
        points.extend(if rising { [lower(along), upper(along)] } else { [upper(along), lower(along)] });
        rising = !rising;
        along += HATCH;
    }
    points
}

/// One line that goes to and fro through the area.
fn level(area: Area) -> Vec<(i32, i32)> {
    let mut points = Vec::new();
    let (mut from, mut to) = (area.left, area.right);
    let mut height = area.top + HATCH - 1;
    while height < area.bottom {
        points.extend([(from, height), (to, height)]);
        (from, to) = (to, from);
        height += HATCH - 1;
    }
    points
}

/// Whole pixels, rounded to the nearest.
#[allow(clippy::cast_possible_truncation, reason = "a place within the drawing")]
pub(super) fn pixels(length: f64) -> i32 {
    length.round().clamp(-1e6, 1e6) as i32
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hatching_stays_within_its_area_and_leaves_no_stroke_across_a_corner() {
        for (width, height) in [(1, 12), (3, 12), (12, 12), (13, 12), (200, 12), (7, 40)] {
            let area = Area { left: 10, top: 20, right: 10 + width, bottom: 20 + height };
            let lines = slanted(area);
            for &(x, y) in &lines {
                assert!((area.left..=area.right).contains(&x) && (area.top..=area.bottom).contains(&y));
            }
            for pair in lines.windows(2) {
                let (across, down) = (pair[1].0 - pair[0].0, pair[1].1 - pair[0].1);
                assert!(across == 0 || down == 0 || across == -down, "{pair:?} in {width} × {height}");
            }
        }
    }

    #[test]
    fn level_lines_stay_within_their_area() {
        let area = Area { left: 0, top: 0, right: 30, bottom: 12 };
        assert_eq!(level(area), [(0, 4), (30, 4), (30, 8), (0, 8)]);
    }
}
