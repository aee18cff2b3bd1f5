//! How often a system fails, and how long it is up and down.

use crate::reliability::{Element, Kept, Refusal, Truth};

/// Failures per hour, or why that cannot be said; neither where something has a probability only.
pub(super) fn per_hour(kept: &Kept, elements: &[Element], pairs: usize) -> (Option<f64>, Option<Refusal>) {
    match kept.frequency_per_hour(elements, pairs) {
        Ok(frequency) => (frequency, None),
        Err(refusal) => (None, Some(refusal)),
    }
}

/// Mean up and down times in hours, of a system that fails at all.
pub(super) fn durations(failed: Option<Truth>, per_hour: Option<f64>) -> (Option<f64>, Option<f64>) {
    let known = failed.zip(per_hour.filter(|frequency| *frequency > 0.0));
    let up = known.map(|(truth, frequency)| truth.is_false / frequency);
    let down = known.map(|(truth, frequency)| truth.is_true / frequency);
    (up, down)
}
