//! Nines: how far an availability is from certainty, and the availability with as many digits as that takes.
//!
//! The logarithm is `libm`'s, so that a drawing is the same natively and in a browser to the last digit.

use crate::decimal::fixed;

/// Decimals beyond which a reader only counts nines.
const MOST_DECIMALS: i32 = 9;

/// −log₁₀ of the unavailability: 3 for 99.9 %. Infinite where nothing is ever lost.
pub(super) fn nines(unavailability: f64) -> f64 {
    if unavailability <= 0.0 {
        return f64::INFINITY;
    }
    // At or above one nothing is served, and a tenth of nothing lost more or less is no nine.
    (-libm::log10(unavailability)).max(0.0)
}

/// The availability, with two digits of what is missing: `99.985 %`; with more decimals than `most_decimals` it would take,
/// how many nines there are at least: `>99.9999 %`.
pub fn said(unavailability: f64, most_decimals: i32) -> String {
    if unavailability <= 0.0 {
        return "100 %".into();
    }
    if unavailability >= 1.0 {
        return "0 %".into();
    }
    let missing = unavailability * 100.0;
    let decimals = decimals(missing);
    if decimals > most_decimals {
        return format!(">99.{:9<1$} %", "", usize::try_from(most_decimals - 1).unwrap_or(0));
    }
    fixed(100.0 - missing, usize::try_from(decimals).unwrap_or(0)) + " %"
}

/// Decimals of an availability in text and tables, beyond which a reader only counts nines.
const DECIMALS_IN_TEXT: i32 = 7;

/// The availability that an unavailability leaves, as text and tables say it: `99.985 %`.
pub fn availability(unavailability: f64) -> String {
    said(unavailability, DECIMALS_IN_TEXT)
}

/// The availability as charts say it.
pub(super) fn percent(unavailability: f64) -> String {
    said(unavailability, MOST_DECIMALS)
}

/// A target without needless zeros: `99.95 %`.
pub fn target(availability: f64) -> String {
    let text = fixed(availability * 100.0, 9);
    format!("{} %", text.trim_end_matches('0').trim_end_matches('.'))
}

/// Decimals that show two digits of a number, counted after rounding so that 0.0996 is not 0.100.
fn decimals(missing: f64) -> i32 {
    let count = |number: f64| {
        #[allow(clippy::cast_possible_truncation, reason = "the exponent of an f64 fits")]
        let exponent = libm::log10(number).floor() as i32;
        (1 - exponent).max(0)
    };
    let first = count(missing);
    let scale = 10_f64.powi(first);
    // Of a number so small that its scale overflows, the first count is as good.
    if scale.is_finite() { count((missing * scale).round() / scale) } else { first }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nines_count_from_nothing_to_certainty() {
        for (unavailability, expected) in [(1.0, 0.0), (2.0, 0.0), (0.1, 1.0), (1e-3, 3.0), (1e-30, 30.0)] {
            assert!((nines(unavailability) - expected).abs() < 1e-12, "{unavailability}");
        }
        assert!(nines(0.0).is_infinite());
    }

    #[test]
    fn digits_follow_the_nines() {
        for (unavailability, said) in [
            (0.0, "100 %"),
            (1.0, "0 %"),
            (0.2, "80 %"),
            (0.02, "98.0 %"),
            (1.546_040_273_966_265_2e-4, "99.985 %"),
            (9.96e-4, "99.90 %"),
            (9.94e-4, "99.901 %"),
            (1e-6, "99.99990 %"),
            (5e-12, ">99.99999999 %"),
            (1e-310, ">99.99999999 %"),
        ] {
            assert_eq!(percent(unavailability), said, "{unavailability:e}");
        }
        for (unavailability, said) in [(0.0, "100 %"), (0.02, "98.0 %"), (5e-12, ">99.999999 %")] {
            assert_eq!(availability(unavailability), said, "{unavailability:e}");
        }
        assert_eq!(target(0.9995), "99.95 %");
        assert_eq!(target(0.9), "90 %");
    }
}
