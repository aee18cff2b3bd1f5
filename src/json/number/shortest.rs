//! The shortest decimal number that a number is nearest to, by the method of Steele and White, “How to Print Floating-Point Numbers
//! Accurately”, 1990.

use std::cmp::Ordering;
use std::slice;

use super::binary;
use super::large::Large;

/// Adds a finite number to a text: `-12.5`, `1.0`, `1e-7`.
pub(in crate::json) fn push_shortest(text: &mut String, number: f64) {
    if number.is_sign_negative() {
        text.push('-');
    }
    let (digits, whole) = shortest(number.abs());
    let length = i32::try_from(digits.len()).unwrap_or(0);
    let is_plain = (-4..=16).contains(&whole);
    let (point, end) = if is_plain { (whole, length.max(whole + 1)) } else { (1, length) };
    for place in (point - 1).min(0)..end {
        if place == point {
            text.push('.');
        }
        let digit = usize::try_from(place).ok().and_then(|place| digits.get(place));
        text.push(char::from(b'0' + digit.copied().unwrap_or(0)));
    }
    if !is_plain {
        text.push_str(if whole > 0 { "e+" } else { "e" });
        text.push_str(&(whole - 1).to_string());
    }
}

/// The digits, from 0 to 9, of the shortest decimal number that is read as this one, of several as short the nearest, and how many
/// of them stand before the point. 0 has no digits.
fn shortest(number: f64) -> (Vec<u8>, i32) {
    let (whole, twos) = binary(number);
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
    while parts[0].compare(&one) != Ordering::Less {
        one.grow(10, 0);
        point += 1;
    }
    loop {
        for large in &mut parts {
            large.grow(10, 0);
        }
        let [rest, above, below] = &mut parts;
        let mut digit = 0;
        while rest.compare(&one) != Ordering::Less {
            rest.shrink(&one);
            digit += 1;
        }
        let mut missing = one.clone();
        missing.shrink(rest);
        let within = |way: &Large, bound: &Large| match way.compare(bound) {
            Ordering::Less => true,
            Ordering::Equal => is_even,
            Ordering::Greater => false,
        };
        let (is_down, is_up) = (within(rest, below), within(&missing, above));
        if !is_down && !is_up {
            if digit > 0 || !digits.is_empty() {
                digits.push(digit);
            } else {
                point -= 1;
            }
            continue;
        }
        let is_nearer_up = match missing.compare(rest) {
            Ordering::Less => true,
            Ordering::Equal => digit % 2 == 1,
            Ordering::Greater => false,
        };
        digit += u8::from(is_up && (is_nearer_up || !is_down));
        // The first digit alone can come to ten: behind a 9 the number would have ended before.
        digits.push(if digit < 10 { digit } else { 1 });
        return (digits, point + i32::from(digit == 10));
    }
}
