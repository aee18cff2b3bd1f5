//! Numbers in decimal digits, read and written.
//!
//! What the standard library does for this costs a page several kilobytes: it keeps two methods for digits, a third for when
//! those fail, and tables. Here the large whole numbers by which digits are read are also those by which they are found, and
//! every text is made from the shortest digits that read back as the same number.

mod entry;
mod large;
mod nearest;
mod shortest;

pub use entry::{entry, read_entry};
pub use nearest::nearest;
pub use shortest::shortest;

/// The digits of a finite number that is not negative: `0.d₁d₂d₃… · 10^exponent`.
struct Digits {
    digits: Vec<u8>,
    exponent: i32,
}

/// All digits, without an exponent: `0.000155`, `12500`.
pub fn plain(number: f64) -> String {
    signed(number, |digits| digits.laid_out(0))
}

/// All digits, with an exponent: `1.5460402739662652e-4`.
pub fn with_exponent(number: f64) -> String {
    signed(number, Digits::with_exponent)
}

/// Rounded to this many decimals: `1.50`.
pub fn fixed(number: f64, decimals: usize) -> String {
    signed(number, |mut digits| {
        let decimals = i32::try_from(decimals).unwrap_or(i32::MAX);
        digits.round_to(digits.exponent.saturating_add(decimals));
        digits.laid_out(decimals)
    })
}

/// Rounded to a whole number: `13`.
pub fn whole(number: f64) -> String {
    fixed(number, 0)
}

/// Digits with commas between the thousands: `30,000`.
pub fn in_thousands(digits: &str) -> String {
    let mut text = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

/// Rounded to a whole number, with its thousands apart: `30,000`.
pub fn grouped(number: f64) -> String {
    in_thousands(&whole(number))
}

/// Rounded to this many digits that matter, with an exponent: `2.00e-7`.
pub fn significant(number: f64, count: usize) -> String {
    signed(number, |mut digits| {
        digits.round_to(i32::try_from(count).unwrap_or(i32::MAX));
        if number != 0.0 {
            digits.digits.resize(count, 0);
        }
        digits.with_exponent()
    })
}

/// The text of the number without its sign, with the sign before it.
fn signed(number: f64, text: impl FnOnce(Digits) -> String) -> String {
    if number.is_nan() {
        return "NaN".into();
    }
    let text = if number.is_infinite() { "inf".into() } else { text(Digits::of(number.abs())) };
    if number.is_sign_negative() { format!("-{text}") } else { text }
}

impl Digits {
    fn of(number: f64) -> Self {
        let (digits, exponent) = shortest(number);
        let mut digits = Self { digits, exponent };
        digits.trim();
        digits
    }

    /// Drops zeros at the end. Zero has no digits.
    fn trim(&mut self) {
        while self.digits.last() == Some(&0) {
            self.digits.pop();
        }
        if self.digits.is_empty() {
            self.exponent = 1;
        }
    }

    /// Rounds to the first `count` digits, halves up.
    fn round_to(&mut self, count: i32) {
        let Ok(count) = usize::try_from(count) else {
            // All digits stand behind the one that is rounded to, and none just behind it.
            self.digits.clear();
            self.trim();
            return;
        };
        let up = self.digits.get(count).is_some_and(|digit| *digit >= 5);
        self.digits.truncate(count);
        if up {
            while self.digits.last() == Some(&9) {
                self.digits.pop();
            }
            if let Some(last) = self.digits.last_mut() {
                *last += 1;
            } else {
                self.digits.push(1);
                self.exponent += 1;
            }
        }
        self.trim();
    }

    /// The digits around a point, with at least this many decimals.
    fn laid_out(&self, decimals: i32) -> String {
        let mut text = String::new();
        let digits = length(self.digits.len());
        let first = self.exponent.max(1);
        let last = digits.max(self.exponent + decimals).max(self.exponent);
        // Places count from the first digit: a number below one begins before it.
        for place in self.exponent - first..last {
            if place == self.exponent {
                text.push('.');
            }
            let digit = usize::try_from(place).ok().and_then(|place| self.digits.get(place));
            text.push(letter(*digit.unwrap_or(&0)));
        }
        text
    }

    fn with_exponent(self) -> String {
        let mut text = String::new();
        let mut digits = self.digits.iter().map(|digit| letter(*digit));
        text.push(digits.next().unwrap_or('0'));
        for (place, digit) in digits.enumerate() {
            if place == 0 {
                text.push('.');
            }
            text.push(digit);
        }
        text.push('e');
        text.push_str(&(self.exponent - 1).to_string());
        text
    }
}

fn letter(digit: u8) -> char {
    char::from(b'0' + digit)
}

fn length(count: usize) -> i32 {
    i32::try_from(count).unwrap_or(i32::MAX)
}

/// The number of these bits, not negative, as a whole number times a power of two.
fn binary(bits: u64) -> (u64, i32) {
    let (fraction, exponent) = (bits & ((1 << 52) - 1), i32::try_from(bits >> 52).unwrap_or(0));
    (fraction | u64::from(exponent > 0) << 52, exponent.max(1) - 1075)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Numbers of every size, spread evenly over their bits.
    fn numbers() -> impl Iterator<Item = f64> {
        let step = 0x0009_1234_5678_9abc;
        let spread =
            (0..0x7fe_u64).map(move |index| f64::from_bits((index << 52) | (index * step % (1 << 52))));
        let plain = [0.0, 1.0, 0.1, 0.5, 9.5, 9.99, 99.995, 1e15, 123_456.789, 5e-324, f64::MAX, 1e21, 100.0];
        let short =
            (1..2_000).flat_map(|whole| (0..8).map(move |behind| f64::from(whole) / 10_f64.powi(behind)));
        let long = [
            999_999_999_999_999.0,
            1_000_000_000_000_001.0,
            99_999_999_999.999_9,
            123_456_789_012.345,
            0.1 + 0.2,
        ];
        spread.chain(plain).chain(short).chain(long).flat_map(|number| [number, -number])
    }

    #[test]
    fn all_digits_are_those_of_the_standard_library() {
        for number in numbers().chain([f64::NAN, f64::INFINITY, f64::NEG_INFINITY]) {
            assert_eq!(plain(number), format!("{number}"));
            assert_eq!(with_exponent(number), format!("{number:e}"));
        }
    }

    #[test]
    fn rounding_is_to_the_nearest() {
        for number in numbers().filter(|number| number.abs() < 1e20) {
            for decimals in [0, 1, 2, 3, 6, 9] {
                let text = fixed(number, decimals);
                let read: f64 = text.parse().unwrap_or(f64::NAN);
                let half = 0.5 * 0.1_f64.powi(length(decimals));
                assert!(
                    (read - number).abs() <= half * (1.0 + 1e-9) + number.abs() * 1e-15,
                    "{number:e}: {text}"
                );
                assert_eq!(
                    text.split_once('.').map_or(0, |(_, behind)| behind.len()),
                    decimals,
                    "{number:e}: {text}"
                );
            }
        }
    }

    #[test]
    fn rounded_numbers_keep_their_decimals() {
        let table = [
            (0.0, 2, "0.00"),
            (1.5, 0, "2"),
            (0.5, 0, "1"),
            (0.49, 0, "0"),
            (9.96, 1, "10.0"),
            (0.05, 1, "0.1"),
            (0.04, 1, "0.0"),
            (0.004, 1, "0.0"),
            (99.985, 2, "99.99"),
            (-0.2, 0, "-0"),
            (12_345.0, 2, "12345.00"),
            (1e21, 1, "1000000000000000000000.0"),
        ];
        for (number, decimals, text) in table {
            assert_eq!(fixed(number, decimals), text, "{number}");
        }
    }

    #[test]
    fn thousands_stand_apart() {
        for (number, text) in
            [(0.0, "0"), (999.4, "999"), (1_000.0, "1,000"), (30_000.0, "30,000"), (1_234_567.4, "1,234,567")]
        {
            assert_eq!(grouped(number), text);
        }
    }

    #[test]
    fn digits_that_matter_are_counted() {
        for (number, count, text) in
            [(2e-7, 3, "2.00e-7"), (9.996e9, 3, "1.00e10"), (1.234_56, 2, "1.2e0"), (0.0, 3, "0e0")]
        {
            assert_eq!(significant(number, count), text, "{number}");
        }
    }
}
