//! Availability by workload, in nines against the target.

mod drawing;
mod row;

#[cfg(test)]
mod tests;

use super::{Chart, ChartError};
use crate::analysis::WorkloadRow;
use row::Row;

/// What stands in place of the chart while there are no rows.
const NOTHING: &str = "Availability by workload appears here once the plan has users.";

/// Widths, in units of the drawing, between which a chart can be read.
const NARROWEST: u32 = 280;
const WIDEST: u32 = 2_000;

/// The share of the users' time that each workload is there for them, as bars that are one nine longer for every
/// tenfold fewer losses, with a tick at each target.
///
/// # Errors
/// [`ChartError`] where the drawing cannot be written.
pub fn availability(rows: &[WorkloadRow], width: u32) -> Result<Chart, ChartError> {
    let rows = Row::all(rows);
    let (svg, marks) = drawing::draw(&rows, width.clamp(NARROWEST, WIDEST), NOTHING)
        .map_err(|error| ChartError(error.to_string()))?;
    Ok(Chart { svg: super::palette::classed(&svg), marks, text: text(&rows) })
}

fn text(rows: &[Row]) -> String {
    if rows.is_empty() {
        return NOTHING.into();
    }
    let lines = rows.iter().map(|row| format!("\n{}: {}", row.label, row.in_words()));
    format!("Availability by workload:{}", lines.collect::<String>())
}
