//! What sets are worth, and which of them come first.

use std::cmp::Ordering;

/// What counts first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Ranking {
    ByProbability,
    ByOrder,
}

/// What a set, or part of one, is worth.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Worth {
    pub order: usize,
    pub probability: f64,
}

impl Worth {
    pub const NONE: Self = Self { order: 0, probability: 1.0 };

    pub fn with(self, other: Self) -> Self {
        Self { order: self.order + other.order, probability: self.probability * other.probability }
    }
}

impl Ranking {
    /// Less is better.
    pub fn compare(self, a: Worth, b: Worth) -> Ordering {
        let (order, probability) = (a.order.cmp(&b.order), b.probability.total_cmp(&a.probability));
        match self {
            Self::ByProbability => probability.then(order),
            Self::ByOrder => order.then(probability),
        }
    }

    pub fn better(self, a: Worth, b: Worth) -> Worth {
        if self.compare(b, a).is_lt() { b } else { a }
    }
}
