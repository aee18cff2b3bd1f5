//! What counting and ranking sets takes of a budget.

use super::NoCutSets;
use crate::reliability::Budget;

/// Steps of a few instructions between two looks at the clock.
const STEPS_A_LOOK: usize = 1 << 15;

/// What has been spent of a budget, all that is kept being measured in nodes.
pub(super) struct Spending<'a> {
    budget: Budget<'a>,
    /// Steps since the last look at the clock.
    steps: usize,
    /// Nodes that what is kept takes as much room as.
    kept: usize,
}

impl<'a> Spending<'a> {
    pub fn new(budget: &Budget<'a>) -> Self {
        // The first step looks at the clock, so that no work is begun once the time is over.
        Self { budget: *budget, steps: STEPS_A_LOOK, kept: 0 }
    }

    /// So many steps more have been taken.
    pub fn work(&mut self, steps: usize) -> Result<(), NoCutSets> {
        self.steps = self.steps.saturating_add(steps);
        if self.steps >= STEPS_A_LOOK {
            self.steps = 0;
            if (self.budget.is_over)() {
                return Err(NoCutSets::TimeOver);
            }
        }
        Ok(())
    }

    /// As much more is kept as so many nodes.
    pub fn keep(&mut self, nodes: usize) -> Result<(), NoCutSets> {
        self.kept = self.kept.saturating_add(nodes);
        if self.kept > self.budget.nodes {
            return Err(NoCutSets::TooManyNodes { nodes: self.budget.nodes });
        }
        Ok(())
    }

    /// As much is kept no longer as so many nodes.
    pub fn release(&mut self, nodes: usize) {
        self.kept = self.kept.saturating_sub(nodes);
    }
}
