//! How long a system is up and down.

use crate::reliability::Truth;

/// Mean up and down times in hours, of a system that fails at all.
pub(super) fn durations(failed: Truth, per_hour: Option<f64>) -> (Option<f64>, Option<f64>) {
    let frequency = per_hour.filter(|frequency| *frequency > 0.0);
    (
        frequency.map(|frequency| failed.is_false / frequency),
        frequency.map(|frequency| failed.is_true / frequency),
    )
}
