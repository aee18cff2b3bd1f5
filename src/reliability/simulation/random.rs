//! Random numbers: one generator, split into streams that never meet.

use rand_xoshiro::Xoshiro256PlusPlus;
use rand_xoshiro::rand_core::{Rng, SeedableRng};

/// 2⁻⁵³, the distance of the numbers drawn.
const STEP: f64 = 1.0 / 9_007_199_254_740_992.0;

/// xoshiro256++ of David Blackman and Sebastiano Vigna, "Scrambled linear pseudorandom number generators", ACM Transactions on
/// Mathematical Software 47 (2021), seeded by `SplitMix64`.
#[derive(Clone, Debug)]
pub(super) struct Random(Xoshiro256PlusPlus);

impl Random {
    /// Stream number `stream` of a seed: so many jumps of 2¹²⁸ numbers from the start.
    pub(super) fn of_stream(seed: u64, stream: u32) -> Self {
        let mut generator = Xoshiro256PlusPlus::seed_from_u64(seed);
        for _ in 0..stream {
            generator.jump();
        }
        Self(generator)
    }

    /// Uniform, above 0, up to and with 1.
    #[inline]
    #[allow(clippy::cast_precision_loss, reason = "a number of 53 bits fits exactly")]
    fn above_zero(&mut self) -> f64 {
        ((self.0.next_u64() >> 11) + 1) as f64 * STEP
    }

    /// Uniform, from 0, below 1: below `share` with a probability of `share`, both 0 and 1 included.
    #[inline]
    #[allow(clippy::cast_precision_loss, reason = "a number of 53 bits fits exactly")]
    pub(super) fn below_one(&mut self) -> f64 {
        (self.0.next_u64() >> 11) as f64 * STEP
    }

    /// Exponential with mean 1.
    #[inline]
    pub(super) fn exponential(&mut self) -> f64 {
        -libm::log(self.above_zero())
    }

    /// Standard normal, by the polar method of George Marsaglia and Thomas Bray, "A convenient method for generating normal
    /// variables", SIAM Review 6 (1964). The second number of each pair is left, so that nothing outlives a call.
    #[inline]
    pub(super) fn normal(&mut self) -> f64 {
        loop {
            let (x, y) = (2.0 * self.below_one() - 1.0, 2.0 * self.below_one() - 1.0);
            let square = x * x + y * y;
            if square > 0.0 && square < 1.0 {
                return x * libm::sqrt(-2.0 * libm::log(square) / square);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn streams_are_jumps_apart_and_the_same_each_time() {
        let mut first = Random::of_stream(42, 0);
        let mut jumped = Random::of_stream(42, 0);
        jumped.0.jump();
        jumped.0.jump();
        let mut third = Random::of_stream(42, 2);
        for _ in 0..10 {
            let number = third.0.next_u64();
            assert_eq!(number, jumped.0.next_u64());
            assert_ne!(number, first.0.next_u64());
        }
    }

    #[test]
    fn certain_and_impossible_shares_are_kept() {
        let mut random = Random::of_stream(1, 0);
        assert!((0..10_000).all(|_| {
            let number = random.below_one();
            (0.0..1.0).contains(&number)
        }));
        assert!((0..10_000).all(|_| random.exponential().is_finite()));
    }
}
