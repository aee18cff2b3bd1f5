//! Charts: figures drawn as SVG, each with its hit areas and a text that says the same.
//!
//! A drawing carries class names for the page's theme and the colours of the light theme for when it stands alone;
//! it never has inline style. Text is measured by a table, so a drawing is the same in every browser and worker.

mod availability;
mod backend;
mod metrics;
pub mod nines;
mod palette;

pub use availability::availability;

use thiserror::Error;

/// A part of a chart that stands for one value.
#[derive(Debug, Clone, PartialEq)]
pub struct HitArea {
    /// Left edge, in units of the drawing.
    pub x: f64,
    /// Upper edge.
    pub y: f64,
    /// From left to right.
    pub width: f64,
    /// From top to bottom.
    pub height: f64,
    /// What the value is of, in full.
    pub label: String,
    /// The value in words.
    pub value: String,
}

/// A chart in the three forms in which it reaches its readers.
#[derive(Debug, Clone, PartialEq)]
pub struct Chart {
    /// The drawing, a whole `svg` element.
    pub svg: String,
    /// What can be pointed at, in the order of the text.
    pub marks: Vec<HitArea>,
    /// The same in words, one line for each value.
    pub text: String,
}

/// Why a chart could not be drawn.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("the chart could not be drawn: {0}")]
pub struct ChartError(String);
