//! Repair crews and who waits for them.

use std::collections::VecDeque;

/// Crews that repair one unit at a time each; units wait in the order of their failures.
#[derive(Clone, Debug)]
pub(super) struct Crews {
    free: u32,
    all: u32,
    waiting: VecDeque<u32>,
}

impl Crews {
    /// So many crews for so many units. Room for all who may wait is taken at once.
    pub(super) fn new(crews: u32, units: u32) -> Self {
        let waiting = VecDeque::with_capacity(units.saturating_sub(crews) as usize);
        Self { free: crews, all: crews, waiting }
    }

    /// All crews are free.
    pub(super) fn reset(&mut self) {
        self.free = self.all;
        self.waiting.clear();
    }

    /// A unit has failed; whether its repair begins at once, else it waits.
    #[inline]
    pub(super) fn begins(&mut self, unit: u32) -> bool {
        if self.free > 0 {
            self.free -= 1;
            true
        } else {
            self.waiting.push_back(unit);
            false
        }
    }

    /// A repair has ended; the unit whose repair begins then, if one waits.
    #[inline]
    pub(super) fn next(&mut self) -> Option<u32> {
        let unit = self.waiting.pop_front();
        if unit.is_none() {
            self.free += 1;
        }
        unit
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn units_wait_in_the_order_of_their_failures() {
        let mut crews = Crews::new(2, 5);
        assert_eq!([4, 0, 3, 1].map(|unit| crews.begins(unit)), [true, true, false, false]);
        assert_eq!([crews.next(), crews.next(), crews.next()], [Some(3), Some(1), None]);
        assert!(crews.begins(2));
        assert!(!crews.begins(0));
        crews.reset();
        assert!(crews.begins(0) && crews.begins(1) && !crews.begins(2));
    }
}
