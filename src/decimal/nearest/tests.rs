//! Numbers as the standard library reads them.

#![cfg(not(target_arch = "wasm32"))]

use proptest::prelude::*;

use super::nearest;

#[track_caller]
fn check(written: &str) {
    let expected: f64 = written.parse().unwrap();
    assert_eq!(
        nearest(written).to_bits(),
        expected.to_bits(),
        "{written}: {} and {expected}",
        nearest(written)
    );
}

#[test]
fn a_number_is_the_nearest_to_what_is_written() {
    for written in [
        "0",
        "-0",
        "0.0",
        "1",
        "-1.5",
        "0.1",
        "9007199254740993",
        "9007199254740992.5",
        "1e22",
        "1e23",
        "-1e-22",
        "1e-23",
        "0.000001e6",
        "123456789012345678901234567890",
        "1.7976931348623157e308",
        "1.7976931348623158e308",
        "1.7976931348623159e308",
        "179769313486231570000e289",
        "2.2250738585072011e-308",
        "2.2250738585072014e-308",
        "5e-324",
        "2.4703282292062328e-324",
        "2.4703282292062327e-324",
        "3e-324",
        "1e-400",
        "1e400",
        "-1e400",
        "1e99999999999999999999",
        "1e-99999999999999999999",
        "0e99999999999999999999",
        "0.000000000000000000000000000000000000000000000000000000000000000000000000000000001e80",
    ] {
        check(written);
    }
}

#[test]
fn halfway_between_two_numbers_the_even_one_is_taken_and_a_hair_beside_it_the_nearer() {
    for number in [1.0, 1.0_f64.next_up(), 0.1, 1e9, 5e-324, 1e-320, f64::MIN_POSITIVE, 1e-300] {
        // All numbers of this type end after at most 1074 digits behind the point, and what lies in the middle one later.
        let (low, high) = (format!("{number:.1080}"), format!("{:.1080}", number.next_up()));
        let middle = half_of_sum(&low, &high);
        let (whole, behind) = middle.split_once('.').unwrap();
        let last = behind.trim_end_matches('0');
        let (more, less) =
            (format!("{whole}.{last}{}1", "0".repeat(900)), format!("{whole}.{}49", &last[..last.len() - 1]));
        for written in [middle.as_str(), &more, &less] {
            check(written);
        }
    }
}

/// Of two decimal numbers with as many digits behind the point.
fn half_of_sum(a: &str, b: &str) -> String {
    let width = a.len().max(b.len());
    let mut carried = 0;
    let mut digits: Vec<u8> = format!("{a:0>width$}")
        .bytes()
        .zip(format!("{b:0>width$}").bytes())
        .rev()
        .map(|(a, b)| {
            if a == b'.' {
                return a;
            }
            let sum = a - b'0' + b - b'0' + carried;
            carried = sum / 10;
            sum % 10 + b'0'
        })
        .collect();
    digits.push(carried + b'0');
    let mut left = 0;
    digits
        .iter()
        .rev()
        .map(|digit| {
            if *digit == b'.' {
                return '.';
            }
            let dividend = left * 10 + digit - b'0';
            left = dividend % 2;
            char::from(dividend / 2 + b'0')
        })
        .collect()
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_is_written_of_a_number_is_read_as_that_number(bits: u64) {
        let number = f64::from_bits(bits);
        if number.is_finite() {
            check(&format!("{number:e}"));
            check(&format!("{number:.16e}"));
            check(&format!("{number:.20e}"));
            check(&number.to_string());
        }
    }

    #[test]
    fn digits_with_a_point_and_a_power_are_read_as_the_standard_library_does(
        written in "-?(0|[1-9][0-9]{0,25})(\\.[0-9]{1,25})?([eE][+-]?[0-9]{1,3})?",
    ) {
        check(&written);
    }
}
