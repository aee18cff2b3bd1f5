//! Charts: figures drawn as SVG, each with its hit areas and a text that says the same.
//!
//! A drawing carries class names for the page's theme and the colours of the light theme for when it stands alone;
//! it never has inline style. Text is measured by a table, so a drawing is the same in every browser and worker.

mod availability;
mod bars;
mod failures;
pub mod figure;
mod hits;
mod label;
mod losses;
mod metrics;
pub mod nines;
pub mod number;
mod palette;
mod scale;
mod served;
mod sheet;
mod standalone;
pub mod time;
mod years;

pub use availability::availability;
pub use failures::failures;
pub use hits::escaped;
pub use losses::losses;
pub use served::served;
pub use years::years;

use thiserror::Error;

use palette::Ink;
use sheet::{FONT, Side};

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

/// Widths, in units of the drawing, between which a chart can be read. A width outside of them becomes the nearest one.
pub const WIDTHS: std::ops::RangeInclusive<u32> = 220..=2_000;

/// The room for a chart, in units of the drawing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Frame {
    width: u32,
    height: Option<u32>,
}

impl Frame {
    /// As high as the chart takes.
    pub fn of_width(width: u32) -> Self {
        Self { width: width.clamp(*WIDTHS.start(), *WIDTHS.end()), height: None }
    }

    /// A chart for a glance: it keeps to the height where it can, and leaves out what only a closer look asks for.
    pub fn held_to(width: u32, height: u32) -> Self {
        Self { height: Some(height), ..Self::of_width(width) }
    }
}

/// Why a chart could not be drawn.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("the chart could not be drawn: {0}")]
pub struct ChartError(String);

/// A chart whose text has a line for each of its marks.
fn in_words(title: &str, svg: String, marks: Vec<HitArea>) -> Chart {
    let mut text = format!("{title}:");
    for mark in &marks {
        for part in ["\n", &mark.label, ": ", &mark.value] {
            text.push_str(part);
        }
    }
    Chart { svg, marks, text }
}

/// What stands in place of a chart while there is nothing to show.
fn empty(nothing: &str, frame: Frame) -> Result<Chart, ChartError> {
    const LINE: i32 = 18;
    let lines = metrics::lines(nothing, FONT, f64::from(frame.width));
    let height = u32::try_from(lines.len()).unwrap_or(1) * LINE.unsigned_abs() + 10;
    let svg = sheet::drawn(frame.width, height, &|sheet| {
        let mut middle = LINE / 2 + 5;
        for line in &lines {
            sheet.words(line, FONT, Ink::Quiet, Side::Left, (0, middle))?;
            middle += LINE;
        }
        Ok(())
    })?;
    Ok(Chart { svg, marks: Vec::new(), text: nothing.into() })
}
