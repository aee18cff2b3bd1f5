//! Spans of time and how often something happens.

use super::number::grouped;

const MINUTES_PER_DAY: f64 = 1_440.0;
const HOURS_PER_YEAR: f64 = 8_760.0;

/// A span of minutes in its two largest units: `1 h 21 min`, `38 min`, `42 s`.
pub fn duration(minutes: f64) -> String {
    if minutes <= 0.0 {
        return "0 min".into();
    }
    let seconds = minutes * 60.0;
    if seconds < 0.001 {
        return "under 1 ms".into();
    }
    if seconds < 0.95 {
        return format!("{:.0} ms", seconds * 1_000.0);
    }
    if seconds < 9.95 {
        return trimmed(seconds, "s");
    }
    if seconds < 59.5 {
        return format!("{seconds:.0} s");
    }
    if minutes < 9.992 {
        return two(seconds, 60.0, "min", "s");
    }
    if minutes < 59.5 {
        return format!("{minutes:.0} min");
    }
    if minutes < 2.0 * MINUTES_PER_DAY - 0.5 {
        return two(minutes, 60.0, "h", "min");
    }
    if minutes < 10.0 * MINUTES_PER_DAY {
        return two(minutes / 60.0, 24.0, "days", "h");
    }
    format!("{} days", grouped(minutes / MINUTES_PER_DAY))
}

/// The same where there is little room: from ten hours on without the minutes, `12 h`.
pub fn short_duration(minutes: f64) -> String {
    if (600.0..2.0 * MINUTES_PER_DAY - 0.5).contains(&minutes) {
        return format!("{:.0} h", minutes / 60.0);
    }
    duration(minutes)
}

/// How often something happens that does so `per_year` times in a year: `every 5 months`.
pub fn every(per_year: f64) -> String {
    if per_year <= 0.0 {
        return "never".into();
    }
    let hours = HOURS_PER_YEAR / per_year;
    let steps = [
        (1.5, 1.0 / 60.0, "minute"),
        (36.0, 1.0, "hour"),
        (24.0 * 14.0, 24.0, "day"),
        (24.0 * 60.0, 24.0 * 7.0, "week"),
        (HOURS_PER_YEAR * 2.0, HOURS_PER_YEAR / 12.0, "month"),
    ];
    let (length, unit) = steps
        .iter()
        .find(|(below, _, _)| hours < *below)
        .map_or((HOURS_PER_YEAR, "year"), |(_, length, unit)| (*length, *unit));
    let count = hours / length;
    if count > 1e6 {
        return "less than once in a million years".into();
    }
    match count.round() {
        count if count < 2.0 => format!("every {unit}"),
        count => format!("every {} {unit}s", grouped(count)),
    }
}

fn two(small: f64, per_large: f64, large_unit: &str, small_unit: &str) -> String {
    let small = small.round();
    let large = (small / per_large).floor();
    match small - large * per_large {
        0.0 => format!("{large:.0} {large_unit}"),
        rest => format!("{large:.0} {large_unit} {rest:.0} {small_unit}"),
    }
}

fn trimmed(number: f64, unit: &str) -> String {
    let text = format!("{number:.1}");
    format!("{} {unit}", text.strip_suffix(".0").unwrap_or(&text))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn where_there_is_little_room_long_spans_go_without_minutes() {
        for (minutes, said) in [
            (599.0, "9 h 59 min"),
            (719.0, "12 h"),
            (1_263.0, "21 h"),
            (2_879.0, "48 h"),
            (2_880.0, "2 days"),
        ] {
            assert_eq!(short_duration(minutes), said, "{minutes}");
        }
    }

    #[test]
    fn spans_are_said_in_their_two_largest_units() {
        for (minutes, said) in [
            (0.0, "0 min"),
            (1e-9, "under 1 ms"),
            (0.005, "300 ms"),
            (0.05, "3 s"),
            (0.7, "42 s"),
            (0.995, "1 min"),
            (8.0 + 20.0 / 60.0, "8 min 20 s"),
            (38.2, "38 min"),
            (59.6, "1 h"),
            (81.26, "1 h 21 min"),
            (119.9, "2 h"),
            (2_879.9, "2 days"),
            (3_000.0, "2 days 2 h"),
            (10_000.0, "6 days 23 h"),
            (233_900.0, "162 days"),
            (525_600.0, "365 days"),
        ] {
            assert_eq!(duration(minutes), said, "{minutes}");
        }
    }

    #[test]
    fn frequencies_are_said_as_intervals() {
        for (per_year, said) in [
            (0.0, "never"),
            (0.02, "every 50 years"),
            (0.5, "every 2 years"),
            (1.0, "every 12 months"),
            (2.4, "every 5 months"),
            (12.0, "every 4 weeks"),
            (52.0, "every 7 days"),
            (365.0, "every 24 hours"),
            (8_760.0, "every 60 minutes"),
            (1e-9, "less than once in a million years"),
        ] {
            assert_eq!(every(per_year), said, "{per_year}");
        }
    }
}
