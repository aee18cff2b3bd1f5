//! Round numbers for the ticks of an axis.

/// Spans of time that people count in, in minutes.
const SPANS: [f64; 23] = [
    1.0 / 60.0,
    2.0 / 60.0,
    5.0 / 60.0,
    10.0 / 60.0,
    20.0 / 60.0,
    0.5,
    1.0,
    2.0,
    5.0,
    10.0,
    20.0,
    30.0,
    60.0,
    120.0,
    240.0,
    360.0,
    720.0,
    1_440.0,
    2_880.0,
    7_200.0,
    14_400.0,
    28_800.0,
    72_000.0,
];

/// The least of 1, 2 and 5 times a power of ten of which at most `ticks` make up the range.
pub(super) fn round_step(range: f64, ticks: f64) -> f64 {
    let wanted = range / ticks.max(1.0);
    if !(wanted > 0.0 && wanted.is_finite()) {
        return 1.0;
    }
    #[allow(clippy::cast_possible_truncation, reason = "the exponent of an f64 fits")]
    let power = 10_f64.powi(libm::log10(wanted).floor() as i32);
    let steps = [1.0, 2.0, 5.0].map(|factor| factor * power);
    steps.into_iter().find(|step| *step >= wanted).unwrap_or(10.0 * power)
}

/// The least span of minutes that people count in of which at most `ticks` make up the range.
pub(super) fn round_span(range: f64, ticks: f64) -> f64 {
    let wanted = range / ticks.max(1.0);
    let known = SPANS.into_iter().find(|span| *span >= wanted).filter(|_| wanted * 60.0 > 0.5);
    // Beyond the table in days, below it in seconds.
    let unit = if wanted > 1.0 { 1_440.0 } else { 1.0 / 60.0 };
    known.unwrap_or_else(|| round_step(range / unit, ticks) * unit)
}

/// The multiples of a step from nothing up to the range.
pub(super) fn ticks(range: f64, step: f64) -> Vec<f64> {
    let mut ticks = Vec::new();
    let mut number = 0.0;
    while step > 0.0 && number * step <= range * (1.0 + 1e-9) && ticks.len() < 100 {
        ticks.push(number * step);
        number += 1.0;
    }
    ticks
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_are_round_and_no_more_than_wanted() {
        for (range, most, step) in
            [(30_000.0, 6.0, 5_000.0), (4_000.0, 3.0, 2_000.0), (7.0, 7.0, 1.0), (0.0, 5.0, 1.0)]
        {
            assert!((round_step(range, most) - step).abs() < 1e-9, "{range} by {most}");
        }
        for (minutes, most, step) in [
            (90.0, 6.0, 20.0),
            (563.0, 5.0, 120.0),
            (0.5, 5.0, 0.166_666_666_666_666_66),
            (0.000_5, 5.0, 0.01 / 60.0),
            (525_600.0, 5.0, 100.0 * 1_440.0),
        ] {
            assert!((round_span(minutes, most) - step).abs() < 1e-9, "{minutes} by {most}");
        }
    }

    #[test]
    fn ticks_go_from_nothing_to_the_end() {
        assert_eq!(ticks(10.0, 5.0), [0.0, 5.0, 10.0]);
        assert_eq!(ticks(9.0, 5.0), [0.0, 5.0]);
        assert_eq!(ticks(0.0, 5.0), [0.0]);
        assert!(ticks(1.0, 0.0).is_empty());
    }
}
