//! Numbers as they stand in fields and as people type them.

use super::{fixed, in_thousands, nearest};

/// A number with all of its digits, thousands apart: `50,000`, `0.25`.
pub fn entry(number: f64) -> String {
    // Per cent of a share, for example, comes out as 7.000000000000001.
    let rounded = fixed(number, 9);
    let text = rounded.trim_end_matches('0').trim_end_matches('.');
    let (sign, digits) = text.strip_prefix('-').map_or(("", text), |digits| ("-", digits));
    let (whole, rest) = digits.split_once('.').map_or((digits, None), |(whole, rest)| (whole, Some(rest)));
    let grouped = sign.to_owned() + &in_thousands(whole);
    rest.map_or_else(|| grouped.clone(), |rest| format!("{grouped}.{rest}"))
}

/// The number that somebody typed between `min` and `max`.
///
/// # Errors
/// A sentence that says what to type.
pub fn read_entry(text: &str, min: f64, max: f64) -> Result<f64, String> {
    let bare: String =
        text.chars().filter(|character| !matches!(character, ' ' | '\u{a0}' | '_' | '%')).collect();
    if !parts_thousands(&bare) {
        return Err("Write decimals with a point, for example 0.25. Commas part thousands: 12,500.".into());
    }
    let plain: String = bare.chars().filter(|character| *character != ',').collect();
    let number = decimal(&plain).ok_or("Type a number, for example 12.5.")?;
    if number < min {
        return Err(format!("Type at least {}.", entry(min)));
    }
    if number > max {
        return Err(format!("Type at most {}.", entry(max)));
    }
    Ok(number)
}

/// Whether the commas, if there are any, part thousands and nothing else: a comma that was meant as a point would make the number
/// ten times or a thousand times as large.
fn parts_thousands(text: &str) -> bool {
    let (whole, rest) = text.split_once(['.', 'e', 'E']).unwrap_or((text, ""));
    let mut groups = whole.trim_start_matches(['-', '+']).split(',');
    let first = groups.next().unwrap_or_default();
    let mut others = groups.peekable();
    let is_parted = others.peek().is_some();
    let is_digits = |group: &str| group.bytes().all(|byte| byte.is_ascii_digit());
    !rest.contains(',')
        && (!is_parted
            || (1..=3).contains(&first.len())
                && is_digits(first)
                && others.all(|group| group.len() == 3 && is_digits(group)))
}

/// A number in decimal notation, as in `-1250`, `.5` or `1.25e3`: the nearest there is.
fn decimal(text: &str) -> Option<f64> {
    let (digits, exponent) = text.split_once(['e', 'E']).unwrap_or((text, "0"));
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
    let unsigned = |number: &str| number.strip_prefix(['-', '+']).unwrap_or(number).to_owned();
    let is_digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    let (whole, exponent) = (unsigned(whole), unsigned(exponent));
    let has_digits = (!whole.is_empty() || !fraction.is_empty()) && !exponent.is_empty();
    let is_number = has_digits && [&whole, fraction, &exponent].into_iter().all(is_digits);
    Some(nearest(text)).filter(|number| is_number && number.is_finite())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn entries_show_all_digits_that_were_typed() {
        for (number, shown) in [
            (50_000.0, "50,000"),
            (0.25, "0.25"),
            (0.07 * 100.0, "7"),
            (1_234_567.5, "1,234,567.5"),
            (-1_000.0, "-1,000"),
            (0.0, "0"),
            (99.95, "99.95"),
        ] {
            assert_eq!(entry(number), shown);
        }
    }

    #[test]
    fn what_is_shown_reads_back_as_the_number() {
        for number in [50_000.0, 0.25, 1e9, 0.001, 87_600.0] {
            assert_eq!(read_entry(&entry(number), 0.0, 1e10), Ok(number));
        }
    }

    #[test]
    fn a_comma_parts_thousands_and_is_no_point() {
        for (text, number) in
            [("12,500", 12_500.0), ("1,234,567.5", 1_234_567.5), ("-1,000", -1_000.0), ("12 500", 12_500.0)]
        {
            assert_eq!(read_entry(text, -1e10, 1e10), Ok(number), "{text}");
        }
        for text in ["0,25", "1,5", "99,95", "12,34,5", "1234,567", ",5", "1.234,5", "1,000,"] {
            let fault = read_entry(text, 0.0, 1e10).unwrap_err();
            assert!(fault.starts_with("Write decimals with a point"), "{text}: {fault}");
        }
    }

    #[test]
    fn a_number_that_will_not_do_says_what_will() {
        for (text, says) in [
            ("", "Type a number, for example 12.5."),
            ("twelve", "Type a number, for example 12.5."),
            ("NaN", "Type a number, for example 12.5."),
            ("inf", "Type a number, for example 12.5."),
            (".", "Type a number, for example 12.5."),
            ("1.2.3", "Type a number, for example 12.5."),
            ("0x10", "Type a number, for example 12.5."),
            ("1e", "Type a number, for example 12.5."),
            ("1e999", "Type a number, for example 12.5."),
            ("0e999", "Type at least 1."),
            ("--5", "Type a number, for example 12.5."),
            ("0", "Type at least 1."),
            ("2000", "Type at most 1,000."),
        ] {
            assert_eq!(read_entry(text, 1.0, 1_000.0), Err(says.into()), "{text}");
        }
        assert_eq!(read_entry(" 1 000 ", 1.0, 1_000.0), Ok(1_000.0));
        assert_eq!(read_entry("95 %", 0.0, 100.0), Ok(95.0));
    }

    #[test]
    fn what_is_typed_is_read_as_the_nearest_number() {
        for text in [
            "0",
            "-0.5",
            "+7",
            ".5",
            "5.",
            "12.5",
            "0.1",
            "99.9999999",
            "99.95",
            "87600.1",
            "1e5",
            "1.25E3",
            "2.5e-7",
            "0.000001",
            "00012",
            "123456789.012345",
            "1000000000000000000000",
        ] {
            let nearest: f64 = text.parse().unwrap();
            assert_eq!(decimal(text), Some(nearest), "{text}");
        }
        let long = decimal("12345678.12345678901234567890").unwrap();
        assert!((long - 12_345_678.123_456_79).abs() < 1e-8, "{long}");
    }
}
