//! Years sorted into ranges of what is lost in them.

use crate::chart::scale::round_span;

/// Share of the years that the axis reaches to.
const TOLD: f64 = 0.995;

/// The target is on the axis as long as that leaves so much of it to the years.
const LEAST_USED: f64 = 0.3;

/// A range of minutes, without its lower and with its upper end; the first one begins with 0.
pub(super) struct Bin {
    pub from: f64,
    pub to: f64,
    pub years: usize,
    pub share: f64,
}

pub(super) struct Bins {
    pub all: Vec<Bin>,
    /// Where the axis ends.
    pub end: f64,
    /// The years that lose more.
    pub beyond: Bin,
}

impl Bins {
    /// Ranges of a round width, about so many.
    pub fn of(ascending: &[f64], limit: f64, about: f64) -> Self {
        let used = at(ascending, TOLD).max(1.0 / 60.0);
        let wanted = if limit * LEAST_USED <= used { used.max(limit * 1.02) } else { used };
        let width = round_span(wanted, about.clamp(8.0, 48.0));
        #[allow(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "some fifty ranges at the most"
        )]
        let count = (wanted / width).ceil().clamp(1.0, 100.0) as u32;
        let end = f64::from(count) * width;
        let within = |minutes: f64| ascending.partition_point(|lost| *lost <= minutes);
        #[allow(clippy::cast_precision_loss, reason = "a count of years")]
        let bin = |from: f64, to: f64, years: usize| Bin {
            from,
            to,
            years,
            share: years as f64 / ascending.len().max(1) as f64,
        };
        let mut before = 0;
        let all = (0..count).map(|number| {
            let (from, to) = (f64::from(number) * width, f64::from(number + 1) * width);
            let until = within(to);
            let years = until - std::mem::replace(&mut before, until);
            bin(from, to, years)
        });
        Self { all: all.collect(), end, beyond: bin(end, f64::INFINITY, ascending.len() - within(end)) }
    }
}

/// What such a share of the years stays within.
#[allow(
    clippy::cast_precision_loss,
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a count of years"
)]
fn at(ascending: &[f64], share: f64) -> f64 {
    let place = (share * ascending.len() as f64) as usize;
    ascending.get(place).or(ascending.last()).copied().unwrap_or(0.0)
}
