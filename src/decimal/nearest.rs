//! The number that is nearest to a decimal one.
//!
//! The standard library finds it in less time, with tables and code that would be a hundredth of the page.

#[cfg(test)]
mod tests;

use super::binary;
use super::large::Large;

/// Up to which power of ten an `f64` is exact.
const EXACT: i32 = 22;
/// More digits than the middle between two neighbouring numbers can have.
const DIGITS: usize = 800;

/// The number nearest to what is written as JSON writes numbers: of two equally near the one with an even last bit, and infinite
/// where it is too large.
pub fn nearest(written: &str) -> f64 {
    let size = Decimal::new(written).nearest();
    if written.as_bytes().first() == Some(&b'-') { -size } else { size }
}

/// A whole number times a power of ten.
struct Decimal {
    /// Digits, from 0 to 9, the highest first and not 0.
    digits: Vec<u8>,
    power: i32,
}

impl Decimal {
    fn new(written: &str) -> Self {
        let mut digits: Vec<u8> = Vec::new();
        let (mut behind_point, mut power) = (false, 0_i32);
        let mut bytes = written.as_bytes().iter();
        while let Some(&byte) = bytes.next() {
            match byte {
                b'e' | b'E' => {
                    power = power.saturating_add(exponent(bytes.as_slice()));
                    break;
                }
                b'.' => behind_point = true,
                b'0'..=b'9' => {
                    power = power.saturating_sub(behind_point.into());
                    if digits.len() < DIGITS {
                        if byte > b'0' || !digits.is_empty() {
                            digits.push(byte - b'0');
                        }
                    } else {
                        power = power.saturating_add(1);
                        // What is left out is more than nothing: that alone can matter.
                        if let Some(last) = digits.last_mut().filter(|last| byte > b'0' && **last == 0) {
                            *last += 1;
                        }
                    }
                }
                _ => {}
            }
        }
        Self { digits, power }
    }

    /// The number that is nearest to it.
    fn nearest(&self) -> f64 {
        let length = i32::try_from(self.digits.len()).unwrap_or(i32::MAX);
        // Powers that no digits can make up for.
        let highest = self.power.saturating_add(length);
        if length == 0 || highest < -330 {
            return 0.0;
        }
        if highest > 310 {
            return f64::INFINITY;
        }
        let whole = self.digits.iter().take(17).fold(0.0, |whole, digit| whole * 10.0 + f64::from(*digit));
        let found = scaled(whole, highest - length.min(17)).min(f64::MAX);
        if length <= 15 && (-EXACT..=EXACT).contains(&self.power) {
            // That was one exact step.
            return found;
        }
        // The bits of neighbouring numbers are neighbouring whole numbers.
        let mut bits = found.to_bits();
        while bits > 0 && !self.is_beyond(bits - 1) {
            bits -= 1;
        }
        while bits < f64::INFINITY.to_bits() && self.is_beyond(bits) {
            bits += 1;
        }
        f64::from_bits(bits)
    }

    /// Whether the number of these bits, not negative, is too small to be the nearest: whether this is more than the middle between it and
    /// the next, or that middle itself and the next is even.
    fn is_beyond(&self, bits: u64) -> bool {
        let (whole, twos) = binary(bits);
        // The middle, in halves of the last place.
        let (mut this, mut that) = (Large::new(0), Large::new(2 * whole + 1));
        for digit in &self.digits {
            this.grow(10, (*digit).into());
        }
        if self.power > 0 { &mut this } else { &mut that }.grow_by(5, self.power.unsigned_abs());
        let twos = twos - 1 - self.power;
        if twos < 0 { &mut this } else { &mut that }.grow_by(2, twos.unsigned_abs());
        that.is_below(&this, whole % 2 == 1)
    }
}

/// The power behind an `e`; one of more digits than matter is only as large as that.
fn exponent(written: &[u8]) -> i32 {
    let size = written
        .iter()
        .filter(|byte| byte.is_ascii_digit())
        .fold(0_i32, |whole, digit| whole.saturating_mul(10).saturating_add(i32::from(digit - b'0')));
    if written.first() == Some(&b'-') { -size } else { size }
}

/// A number times a power of ten, exact for small powers.
fn scaled(mut number: f64, power: i32) -> f64 {
    let mut left = power.unsigned_abs();
    while left > 0 {
        let step = left.min(EXACT.unsigned_abs());
        let factor = (0..step).fold(1.0, |factor, _| factor * 10.0);
        number = if power < 0 { number / factor } else { number * factor };
        left -= step;
    }
    number
}
