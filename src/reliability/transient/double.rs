//! Numbers of twice the usual precision.

use std::ops::{Add, Mul};

/// The unevaluated sum of two 64-bit numbers, the second at most half a unit in the last place of the first: 106 bits or so.
///
/// Theodorus Dekker, "A floating-point technique for extending the available precision", Numerische Mathematik 18 (1971). Only for
/// numbers that are not negative, whose sums and products here have a relative error of at most 2^-100, as long as they lie between
/// 1e-280 and 1e280; smaller ones lose digits.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Double {
    high: f64,
    low: f64,
}

impl Double {
    /// What a sum or product is wrong by, at most, over itself: 2^-100.
    pub(super) const UNIT: f64 = 7.888_609_052_210_118e-31;

    pub(super) const ZERO: Self = Self { high: 0.0, low: 0.0 };
    pub(super) const ONE: Self = Self { high: 1.0, low: 0.0 };

    pub(super) fn of(value: f64) -> Self {
        Self { high: value, low: 0.0 }
    }

    pub(super) fn nearest(self) -> f64 {
        self.high
    }

    pub(super) fn is_zero(self) -> bool {
        self.high == 0.0
    }

    /// Whether the two differ by no more than a share of the other.
    pub(super) fn is_near(self, other: Self, share: f64) -> bool {
        ((self.high - other.high) + (self.low - other.low)).abs() <= share * other.high
    }

    /// 1 less this, which is at most half: no digit is lost.
    pub(super) fn complement(self) -> Self {
        Self::ONE + Self { high: -self.high, low: -self.low }
    }

    /// This over a number.
    pub(super) fn over(self, divisor: f64) -> Self {
        let first = self.high / divisor;
        let product = Self::of(first) * Self::of(divisor);
        let rest = ((self.high - product.high) - product.low) + self.low;
        quick_sum(first, rest / divisor)
    }

    /// This times a power of 2.
    pub(super) fn scaled(self, power: f64) -> Self {
        Self { high: self.high * power, low: self.low * power }
    }
}

impl Add for Double {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        let sum = self.high + other.high;
        let part = sum - self.high;
        let rest = (self.high - (sum - part)) + (other.high - part);
        quick_sum(sum, rest + (self.low + other.low))
    }
}

impl Mul for Double {
    type Output = Self;

    fn mul(self, other: Self) -> Self {
        let product = self.high * other.high;
        let ((a, b), (c, d)) = (split(self.high), split(other.high));
        let rest = ((a * c - product) + a * d + b * c) + b * d;
        quick_sum(product, rest + (self.high * other.low + self.low * other.high))
    }
}

/// The sum of two numbers of which the first is the larger.
fn quick_sum(large: f64, small: f64) -> Double {
    let high = large + small;
    Double { high, low: small - (high - large) }
}

/// Two halves of 26 bits.
fn split(value: f64) -> (f64, f64) {
    let scaled = 134_217_729.0 * value;
    let high = scaled - (scaled - value);
    (high, value - high)
}

#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
mod tests {
    use num_bigint::BigInt;
    use num_rational::BigRational;
    use num_traits::{Signed, ToPrimitive};

    use super::*;

    fn exact(value: Double) -> BigRational {
        BigRational::from_float(value.high).unwrap() + BigRational::from_float(value.low).unwrap()
    }

    #[track_caller]
    fn assert_close(found: Double, expected: &BigRational) {
        let error = ((exact(found) - expected) / expected).abs().to_f64().unwrap();
        assert!(error <= Double::UNIT, "{error:e}");
    }

    #[test]
    fn sums_products_quotients_and_complements_have_a_hundred_bits() {
        let one = BigRational::from_integer(BigInt::from(1));
        for (a, b) in [(0.1, 0.3), (1e-17, 3.7), (0.123_456_789, 1e-150), (2.0 / 3.0, 1.0 / 7.0)] {
            let (x, y) = (Double::of(a).over(3.0), Double::of(b).over(7.0));
            assert_close(x + y, &(exact(x) + exact(y)));
            assert_close(x * y, &(exact(x) * exact(y)));
            assert_close(x.over(1.1), &(exact(x) / BigRational::from_float(1.1).unwrap()));
            assert_close(x.complement(), &(one.clone() - exact(x)));
        }
    }
}
