//! A link: a thin line with an arrow at its end.

use super::Drawing;
use super::shape::{number, sound, stroke};
use crate::editor::scene::LinkPath;
use crate::panel::{Element, element};

/// How long an arrow is, and half of how wide.
const ARROW: (f64, f64) = (8.0, 4.0);

/// A link with what it says.
pub(super) fn link(drawing: &Drawing<'_>, link: &LinkPath) -> Element {
    let colour = drawing.colours.ink_3;
    let path = stroke(&link.path, colour, 1.4).set_some("stroke-dasharray", link.dashed.then_some("4 4"));
    let arrow = end(&link.path).map(|end| stroke(&arrow(end), colour, 1.4));
    element("g").with(element("title").with(sound(&link.label))).with(path).with(arrow)
}

/// The last two points that a path names.
fn end(path: &str) -> Option<[f64; 4]> {
    let mut numbers = path.rsplit(|letter: char| letter.is_ascii_alphabetic() || letter == ' ');
    let mut next = || numbers.find(|number| !number.is_empty())?.parse::<f64>().ok();
    let (y, x) = (next()?, next()?);
    let (before_y, before_x) = (next()?, next()?);
    Some([before_x, before_y, x, y])
}

/// An arrow that comes from the one point and ends at the other.
fn arrow([from_x, from_y, x, y]: [f64; 4]) -> String {
    let length = (x - from_x).hypot(y - from_y);
    let (along_x, along_y) =
        if length > 0.0 { ((x - from_x) / length, (y - from_y) / length) } else { (1.0, 0.0) };
    let (long, wide) = ARROW;
    let wing = |side: f64| {
        let x = x - long * along_x - side * wide * along_y;
        let y = y - long * along_y + side * wide * along_x;
        format!("{} {}", number(x), number(y))
    };
    format!("M{}L{} {}L{}", wing(1.0), number(x), number(y), wing(-1.0))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_arrow_points_where_its_path_ends() {
        for (path, drawn) in [
            ("M0 0L100 0", "M92 4L100 0L92 -4"),
            ("M0 0L90 0Q100 0 100 10L100 50", "M96 42L100 50L104 42"),
            ("M100 -5L20 -5", "M28 -9L20 -5L28 -1"),
        ] {
            assert_eq!(end(path).map(arrow).as_deref(), Some(drawn));
        }
        assert_eq!(end("M1 2"), None);
    }
}
