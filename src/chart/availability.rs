//! Availability by workload, in nines against the target.

mod drawing;
mod row;

#[cfg(test)]
mod tests;

use super::{Chart, ChartError, empty, in_words, readable};
use crate::analysis::WorkloadRow;
use row::Row;

/// What stands in place of the chart while there are no rows.
const NOTHING: &str = "Availability by workload appears here once the plan has users.";

/// The share of the users' time that each workload is there for them, as bars that are one nine longer for every
/// tenfold fewer losses, with a tick at each target.
///
/// # Errors
/// [`ChartError`] where the drawing cannot be written.
pub fn availability(rows: &[WorkloadRow], width: u32) -> Result<Chart, ChartError> {
    let (rows, width) = (Row::all(rows), readable(width));
    if rows.is_empty() {
        return empty(NOTHING, width);
    }
    let (svg, marks) = drawing::draw(&rows, width)?;
    Ok(in_words("Availability by workload", svg, marks))
}
