//! Counts and amounts with grouped digits.

use crate::decimal::{fixed, in_thousands, significant, whole};

/// A whole number with its thousands apart: `30,000`.
pub fn grouped(number: f64) -> String {
    with_groups(&whole(number))
}

/// A number of users, with a tenth where there are but a few: `7,500`, `0.4`.
pub fn users(number: f64) -> String {
    if number.abs() < 10.0 && (number - number.round()).abs() > 0.05 {
        fixed(number, 1)
    } else {
        grouped(number)
    }
}

/// A number with about three digits that matter: `50,000`, `4,027`, `1.56`, `0.0023`.
pub fn short(number: f64) -> String {
    let size = number.abs();
    if size == 0.0 {
        return "0".into();
    }
    if !(1e-4..1e15).contains(&size) {
        return significant(number, 3);
    }
    if size >= 100.0 {
        return grouped(number);
    }
    let decimals: usize = match size {
        size if size >= 10.0 => 1,
        size if size >= 1.0 => 2,
        size if size >= 0.1 => 3,
        size if size >= 0.01 => 4,
        _ => 6,
    };
    let text = fixed(number, decimals);
    text.trim_end_matches('0').trim_end_matches('.').to_string()
}

/// A share in whole per cent, or in tenths where it is small: `60 %`, `0.4 %`.
pub fn percent(share: f64) -> String {
    let percent = share * 100.0;
    if percent != 0.0 && percent.abs() < 0.05 {
        return "under 0.1 %".into();
    }
    if percent.abs() < 9.95 && (percent - percent.round()).abs() > 0.049 {
        fixed(percent, 1) + " %"
    } else {
        grouped(percent) + " %"
    }
}

fn with_groups(digits: &str) -> String {
    let (sign, digits) = digits.strip_prefix('-').map_or(("", digits), |rest| ("−", rest));
    let sign = if digits == "0" { "" } else { sign };
    sign.to_owned() + &in_thousands(digits)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thousands_stand_apart() {
        for (number, said) in
            [(0.0, "0"), (-0.2, "0"), (999.0, "999"), (30_000.0, "30,000"), (-1_234_567.4, "−1,234,567")]
        {
            assert_eq!(grouped(number), said);
        }
    }

    #[test]
    fn amounts_keep_about_three_digits() {
        for (number, said) in [
            (50_000.0, "50,000"),
            (4_027.215_9, "4,027"),
            (1.563_81, "1.56"),
            (0.25, "0.25"),
            (12.0, "12"),
            (0.000_000_2, "2.00e-7"),
        ] {
            assert_eq!(short(number), said);
        }
    }

    #[test]
    fn a_few_users_keep_a_tenth() {
        assert_eq!(users(0.4), "0.4");
        assert_eq!(users(7_500.0), "7,500");
        assert_eq!(users(3.0), "3");
    }
}
