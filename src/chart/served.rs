//! Users served against probability: the capacity curve.

mod curve;
mod drawing;
#[cfg(test)]
mod tests;

use super::{Chart, ChartError, empty, in_words, readable};
use crate::analysis::ServedUsers;

/// What stands in place of the chart while there are no users.
const NOTHING: &str =
    "How many users are served, and for which share of time, appears here once the plan has users.";

/// The share of time in which at least so many users are served with IM and presence, as a step curve on a scale that grows
/// by one nine for every tenfold less time, from the first user to the demand.
///
/// # Errors
/// [`ChartError`] where the drawing cannot be written.
pub fn served(served: &ServedUsers, width: u32) -> Result<Chart, ChartError> {
    let width = readable(width);
    if served.steps.is_empty() {
        return empty(NOTHING, width);
    }
    let (svg, marks) = drawing::draw(served, width)?;
    Ok(in_words("Share of time in which so many users are served", svg, marks))
}
