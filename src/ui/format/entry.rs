//! Numbers as they stand in fields and as people type them.

/// A number with all of its digits, thousands apart: `50,000`, `0.25`.
pub fn entry(number: f64) -> String {
    // Per cent of a share, for example, comes out as 7.000000000000001.
    let rounded = format!("{number:.9}");
    let text = rounded.trim_end_matches('0').trim_end_matches('.');
    let (sign, digits) = text.strip_prefix('-').map_or(("", text), |digits| ("-", digits));
    let (whole, rest) = digits.split_once('.').map_or((digits, None), |(whole, rest)| (whole, Some(rest)));
    let mut grouped = String::from(sign);
    for (index, digit) in whole.chars().enumerate() {
        if index > 0 && (whole.len() - index).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    rest.map_or_else(|| grouped.clone(), |rest| format!("{grouped}.{rest}"))
}

/// The number that somebody typed between `min` and `max`.
///
/// # Errors
/// A sentence that says what to type.
pub fn read_entry(text: &str, min: f64, max: f64) -> Result<f64, String> {
    let plain: String =
        text.chars().filter(|character| !matches!(character, ',' | ' ' | '\u{a0}' | '_' | '%')).collect();
    let number: f64 = plain.parse().map_err(|_| "Type a number, for example 12.5.".to_string())?;
    if !number.is_finite() {
        return Err("Type a number, for example 12.5.".into());
    }
    if number < min {
        return Err(format!("Type at least {}.", entry(min)));
    }
    if number > max {
        return Err(format!("Type at most {}.", entry(max)));
    }
    Ok(number)
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
    fn a_number_that_will_not_do_says_what_will() {
        for (text, says) in [
            ("", "Type a number, for example 12.5."),
            ("twelve", "Type a number, for example 12.5."),
            ("NaN", "Type a number, for example 12.5."),
            ("inf", "Type a number, for example 12.5."),
            ("0", "Type at least 1."),
            ("2000", "Type at most 1,000."),
        ] {
            assert_eq!(read_entry(text, 1.0, 1_000.0), Err(says.into()), "{text}");
        }
        assert_eq!(read_entry(" 1 000 ", 1.0, 1_000.0), Ok(1_000.0));
        assert_eq!(read_entry("95 %", 0.0, 100.0), Ok(95.0));
    }
}
