//! The shortest decimal number that a number is nearest to, by the method of Steele and White, “How to Print Floating-Point Numbers
//! Accurately”, 1990.

use std::slice;

use super::binary;
use super::large::Large;

/// Digits behind the point that are looked for by ordinary arithmetic.
const MOST_BEHIND: i32 = 4;
/// The least number with that many digits.
const SIXTEEN_DIGITS: u64 = 1_000_000_000_000_000;

/// The digits, from 0 to 9, of the shortest decimal number that is read as this one, which is finite and not negative, of several as
/// short the nearest; and how many of them stand before the point.
#[inline(never)]
pub fn shortest(number: f64) -> (Vec<u8>, i32) {
    short(number).unwrap_or_else(|| exact(number))
}

/// The same for most that has few digits behind the point and at most fifteen altogether, by ordinary arithmetic: no two decimals of so
/// many digits are read as one number, so the first that is read as this one is the shortest and the only one.
fn short(number: f64) -> Option<(Vec<u8>, i32)> {
    if number == 0.0 {
        return Some((vec![0], 0));
    }
    let mut tens = 1.0;
    for behind in 0..=MOST_BEHIND {
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "what does not fit is too long"
        )]
        let mut whole = (number * tens) as u64;
        #[expect(clippy::cast_precision_loss, reason = "so few digits are exact")]
        let quotient = whole as f64 / tens;
        // Both being exact, their quotient is the number nearest to the decimal.
        if whole < SIXTEEN_DIGITS && quotient.to_bits() == number.to_bits() && whole > 0 {
            let mut digits = Vec::new();
            while whole > 0 {
                digits.insert(0, (whole % 10) as u8);
                whole /= 10;
            }
            let point = i32::try_from(digits.len()).unwrap_or_default() - behind;
            while digits.last() == Some(&0) {
                digits.pop();
            }
            return Some((digits, point));
        }
        tens *= 10.0;
    }
    None
}

fn exact(number: f64) -> (Vec<u8>, i32) {
    let (whole, twos) = binary(number.to_bits());
    let is_even = whole.is_multiple_of(2);
    // Below a power of two the next number is half as far away as above it.
    let is_lopsided = whole == 1 << 52 && twos > -1074;
    // The number is `rest / one`. What lies up to `above / one` over it and up to `below / one` under it is read as the number.
    let mut one = Large::new(1);
    let mut parts = [4 * whole, 2, if is_lopsided { 1 } else { 2 }].map(Large::new);
    let larger = if twos < 2 { slice::from_mut(&mut one) } else { &mut parts };
    for large in larger {
        large.grow_by(2, (twos - 2).unsigned_abs());
    }
    let (mut digits, mut point) = (Vec::new(), 0);
    while !parts[0].is_below(&one, false) {
        one.grow(10, 0);
        point += 1;
    }
    loop {
        for large in &mut parts {
            large.grow(10, 0);
        }
        let [rest, above, below] = &mut parts;
        let mut digit = 0;
        while !rest.is_below(&one, false) {
            rest.shrink(&one);
            digit += 1;
        }
        let mut missing = one.clone();
        missing.shrink(rest);
        let is_down = rest.is_below(below, is_even);
        let is_up = missing.is_below(above, is_even);
        if !is_down && !is_up {
            if digit > 0 || !digits.is_empty() {
                digits.push(digit);
            } else {
                point -= 1;
            }
            continue;
        }
        digit += u8::from(is_up && (!is_down || missing.is_below(rest, digit % 2 == 1)));
        // The first digit alone can come to ten: behind a 9 the number would have ended before.
        digits.push(if digit < 10 { digit } else { 1 });
        return (digits, point + i32::from(digit == 10));
    }
}
