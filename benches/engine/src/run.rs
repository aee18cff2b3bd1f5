//! Work that can be done again and again, and a number that all bits of its answer go into.

use std::fmt::{Debug, Write};
use std::hint::black_box;

/// Prepared work.
pub trait Run {
    /// Does it once.
    fn run(&mut self);

    /// Does it once, and says of the answer what is the same if and only if all its bits are, but for chance.
    fn check(&mut self) -> u64;
}

struct Work<F>(F);

impl<T: Debug, F: FnMut() -> T> Run for Work<F> {
    fn run(&mut self) {
        black_box((self.0)());
    }

    fn check(&mut self) -> u64 {
        let mut print = Fingerprint::default();
        // Writing to it does not fail.
        let _ = write!(print, "{:?}", (self.0)());
        print.0
    }
}

/// Work whose answer can be written down: numbers are written with all the digits that tell them from any other.
pub(crate) fn run<T: Debug>(work: impl FnMut() -> T + 'static) -> Box<dyn Run> {
    Box::new(Work(work))
}

/// FNV-1a of 64 bits: Glenn Fowler, Landon Curt Noll, Kiem-Phong Vo.
struct Fingerprint(u64);

impl Default for Fingerprint {
    fn default() -> Self {
        Self(0xcbf2_9ce4_8422_2325)
    }
}

impl Write for Fingerprint {
    fn write_str(&mut self, text: &str) -> std::fmt::Result {
        for byte in text.bytes() {
            self.0 = (self.0 ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_bit_more_is_another_check() {
        let check = |value: f64| run(move || vec![0.5, value]).check();
        assert_eq!(check(0.1), check(0.1));
        assert_ne!(check(0.1), check(f64::from_bits(0.1_f64.to_bits() + 1)));
    }

    #[test]
    fn the_fingerprint_is_the_published_one() {
        let mut print = Fingerprint::default();
        print.write_str("foobar").unwrap();
        assert_eq!(print.0, 0x8594_4171_f739_67e8);
    }
}
