//! What is watched while levels change: a structure's formulas, or the losses of an exact model.

use super::evaluator::Evaluator;
use super::losses::Losses;

#[derive(Clone, Debug)]
pub(super) enum Watch {
    Formulas {
        evaluator: Box<Evaluator>,
        /// The value of the top gate that means failure.
        failed_when: bool,
        /// The amount with everything good.
        full: u64,
    },
    Losses(Losses),
}

impl Watch {
    /// An element has changed; these are the levels of all now.
    #[inline]
    #[allow(clippy::indexing_slicing, reason = "elements are numbered when the stream is made")]
    pub(super) fn change(&mut self, element: usize, levels: &[u32]) {
        match self {
            Self::Formulas { evaluator, .. } => evaluator.change(element, levels[element]),
            Self::Losses(losses) => losses.change(element, levels),
        }
    }

    #[inline]
    pub(super) fn failed(&self) -> bool {
        match self {
            Self::Formulas { evaluator, failed_when, .. } => evaluator.top() == *failed_when,
            Self::Losses(losses) => losses.failed(),
        }
    }

    #[inline]
    #[allow(clippy::cast_precision_loss, reason = "amounts beyond 2^53 need not be kept to the last digit")]
    pub(super) fn shortfall(&self) -> f64 {
        match self {
            Self::Formulas { evaluator, full, .. } => full.saturating_sub(evaluator.amount()) as f64,
            Self::Losses(losses) => losses.shortfall(),
        }
    }
}
