//! Looks at the clock in long work.

use std::cell::Cell;

use crate::reliability::ModelError;

/// So many steps of work, each of a few nanoseconds, between two looks.
const STEPS: usize = 50_000;

/// Asks whether the time is over: at the first step of the work and then once in some ten thousand.
pub(in crate::reliability) struct Watch<'a> {
    is_over: &'a dyn Fn() -> bool,
    /// How many steps are left until the next look.
    left: Cell<usize>,
}

impl<'a> Watch<'a> {
    pub(in crate::reliability) fn new(is_over: &'a dyn Fn() -> bool) -> Self {
        Self { is_over, left: Cell::new(0) }
    }

    /// Accounts for so many steps.
    ///
    /// # Errors
    /// If the time was over at a look.
    pub(in crate::reliability) fn spend(&self, steps: usize) -> Result<(), ModelError> {
        match self.left.get().checked_sub(steps) {
            Some(left) if left > 0 => self.left.set(left),
            _ if (self.is_over)() => {
                self.left.set(0);
                return Err(ModelError::TimeOver);
            }
            _ => self.left.set(STEPS),
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_clock_is_looked_at_first_and_then_once_in_many_steps() {
        let looks = Cell::new(0);
        let is_over = || {
            looks.set(looks.get() + 1);
            looks.get() >= 3
        };
        let watch = Watch::new(&is_over);
        let steps = (1..4 * STEPS).find(|_| watch.spend(1).is_err());
        assert_eq!(steps, Some(1 + 2 * STEPS));
        assert_eq!(watch.spend(1), Err(ModelError::TimeOver), "over stays over");
    }
}
