//! Whole numbers that no machine holds as one.

use std::cmp::Ordering;
use std::iter;

/// A whole number of any size, its lowest 32 bits first.
#[derive(Clone)]
pub(super) struct Large(Vec<u32>);

impl Large {
    pub(super) fn new(number: u64) -> Self {
        let mut large = Self(vec![low(number), low(number >> 32)]);
        large.trim();
        large
    }

    /// Takes zeros away that stand before the number.
    fn trim(&mut self) {
        while self.0.last() == Some(&0) {
            self.0.pop();
        }
    }

    /// Multiplies, and adds.
    #[inline(never)]
    pub(super) fn grow(&mut self, factor: u32, summand: u32) {
        let mut carried = u64::from(summand);
        for part in &mut self.0 {
            carried += u64::from(*part) * u64::from(factor);
            *part = low(carried);
            carried >>= 32;
        }
        if carried > 0 {
            self.0.push(low(carried));
        }
    }

    /// Multiplies so many times.
    #[inline(never)]
    pub(super) fn grow_by(&mut self, factor: u32, mut times: u32) {
        while times > 0 {
            let step = times.min(u32::MAX.ilog(factor));
            self.grow(factor.pow(step), 0);
            times -= step;
        }
    }

    /// Whether it is less than the other, or as much where that counts too.
    #[inline(never)]
    pub(super) fn is_below(&self, other: &Self, or_equal: bool) -> bool {
        let (this, that) = (self.0.iter().rev(), other.0.iter().rev());
        match self.0.len().cmp(&other.0.len()).then_with(|| this.cmp(that)) {
            Ordering::Less => true,
            Ordering::Equal => or_equal,
            Ordering::Greater => false,
        }
    }

    /// Takes away a number that is not larger.
    #[inline(never)]
    pub(super) fn shrink(&mut self, by: &Self) {
        let mut lent = false;
        let others = by.0.iter().copied().chain(iter::repeat(0));
        for (part, other) in self.0.iter_mut().zip(others) {
            let (less, under) = part.overflowing_sub(other);
            let (less, under_too) = less.overflowing_sub(lent.into());
            (*part, lent) = (less, under || under_too);
        }
        self.trim();
    }
}

#[allow(clippy::cast_possible_truncation, reason = "the lower half is what is meant")]
const fn low(bits: u64) -> u32 {
    bits as u32
}
