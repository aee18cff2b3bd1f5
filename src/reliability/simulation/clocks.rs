//! What happens next: a tournament over the times of all clocks.

#![allow(clippy::indexing_slicing, reason = "places are computed from the number of clocks")]

/// A clock that does not run.
pub(super) const NEVER: f64 = f64::INFINITY;

/// One time for each clock, and the earliest of all.
///
/// A winner tree after Donald Knuth, "The art of computer programming", volume 3, section 5.4.1: setting a clock plays again only the
/// matches above it. Of clocks at the same time the one with the lower number comes first.
#[derive(Clone, Debug)]
pub(super) struct Clocks {
    /// The root at 1, the matches below it; the clocks themselves from `leaves` on.
    nodes: Vec<Entry>,
    leaves: usize,
}

#[derive(Clone, Copy, Debug)]
struct Entry {
    hours: f64,
    clock: u32,
}

impl Clocks {
    /// So many clocks, none of which runs.
    pub(super) fn new(count: u32) -> Self {
        let leaves = (count.max(2) as usize).next_power_of_two();
        let mut nodes = vec![Entry { hours: NEVER, clock: 0 }; 2 * leaves];
        for (entry, clock) in nodes[leaves..].iter_mut().zip(0..) {
            entry.clock = clock;
        }
        let mut clocks = Self { nodes, leaves };
        for place in (1..leaves).rev() {
            clocks.play(place);
        }
        clocks
    }

    /// The clock that strikes next, and when: at [`NEVER`] if none runs.
    #[inline]
    pub(super) fn next(&self) -> (u32, f64) {
        let Entry { hours, clock } = self.nodes[1];
        (clock, hours)
    }

    /// When a clock strikes.
    #[inline]
    pub(super) fn at(&self, clock: u32) -> f64 {
        self.nodes[self.leaves + clock as usize].hours
    }

    /// Sets a clock.
    #[inline]
    pub(super) fn set(&mut self, clock: u32, hours: f64) {
        let mut place = self.leaves + clock as usize;
        self.nodes[place].hours = hours;
        place /= 2;
        while place > 0 {
            self.play(place);
            place /= 2;
        }
    }

    #[inline]
    fn play(&mut self, place: usize) {
        let (left, right) = (self.nodes[2 * place], self.nodes[2 * place + 1]);
        self.nodes[place] = if right.hours < left.hours { right } else { left };
    }
}

#[cfg(test)]
mod tests {
    use super::super::Random;
    use super::*;

    #[test]
    fn the_earliest_comes_first_and_the_lower_number_of_equals() {
        for count in [1, 2, 3, 20, 33] {
            let mut clocks = Clocks::new(count);
            assert!(clocks.next().1 >= NEVER);
            let mut random = Random::of_stream(u64::from(count), 0);
            let mut times = vec![NEVER; count as usize];
            for round in 0..500_u32 {
                let clock = round.wrapping_mul(7919) % count;
                // Few different times, so that equal ones are met.
                times[clock as usize] = libm::floor(10.0 * random.below_one());
                clocks.set(clock, times[clock as usize]);
                let earliest = times.iter().copied().fold(NEVER, f64::min);
                let expected = times.iter().position(|time| *time <= earliest).unwrap();
                assert_eq!(clocks.next(), (u32::try_from(expected).unwrap(), earliest));
                assert!((clocks.at(clock) - times[clock as usize]).abs() < f64::EPSILON);
            }
        }
    }
}
