//! Where a part of a drawing stands, in the words of SVG.

use crate::decimal::plain;

/// Moves what follows to here.
pub fn translate(x: f64, y: f64) -> String {
    format!("translate({} {})", plain(x), plain(y))
}
