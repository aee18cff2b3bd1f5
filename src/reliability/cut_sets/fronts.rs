//! What the best sets are worth where not all may be taken.
//!
//! Of sets that may have so many elements and no more, the likeliest is not the one to begin with everywhere: a likelier beginning may
//! leave too few elements for the rest. So of the sets below a node those have to be known that are likelier than all of lower order: the
//! Pareto front of order and probability. Where the order is not bounded, or comes first, one set is the best for any beginning.

use super::worth::{Ranking, Worth};

/// Which sets are looked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Goal {
    pub ranking: Ranking,
    /// How many elements they may have; none where that is not bounded.
    pub up_to_order: Option<usize>,
}

impl Goal {
    fn most_order(self) -> usize {
        self.up_to_order.unwrap_or(usize::MAX)
    }

    fn has_one_best(self) -> bool {
        self.ranking == Ranking::ByOrder || self.up_to_order.is_none()
    }

    /// The front of all sets of two fronts.
    pub fn join(self, a: &[Worth], b: &[Worth], joined: &mut Vec<Worth>) {
        joined.clear();
        if self.has_one_best() {
            let best = a.iter().chain(b).copied().reduce(|a, b| self.ranking.better(a, b));
            joined.extend(best.filter(|best| best.order <= self.most_order()));
            return;
        }
        let (mut a, mut b) = (a.iter().peekable(), b.iter().peekable());
        loop {
            let next = match (a.peek(), b.peek()) {
                (Some(of_a), Some(of_b)) if Ranking::ByOrder.compare(**of_b, **of_a).is_lt() => b.next(),
                (Some(_), _) => a.next(),
                (None, _) => b.next(),
            };
            let Some(next) = next.filter(|next| next.order <= self.most_order()) else { return };
            if joined.last().is_none_or(|last| next.probability > last.probability) {
                joined.push(*next);
            }
        }
    }

    /// The front of all sets that are one of the first front and one of the second together; how many steps it took.
    pub fn combine(self, a: &[Worth], b: &[Worth], combined: &mut Vec<Worth>) -> usize {
        combined.clear();
        let (short, long) = if a.len() < b.len() { (a, b) } else { (b, a) };
        let (mut row, mut joined, mut steps) = (Vec::new(), Vec::new(), 1);
        for one in short {
            row.clear();
            row.extend(long.iter().map(|other| one.with(*other)));
            self.join(combined, &row, &mut joined);
            steps += combined.len() + row.len();
            std::mem::swap(combined, &mut joined);
        }
        steps
    }

    /// What the best set is worth that begins like this, goes on with a set of the first front and, where there is a second, ends with
    /// one of that.
    pub fn best(self, so_far: Worth, here: &[Worth], after: Option<&[Worth]>) -> Option<Worth> {
        let last = |so_far: Worth, front: &[Worth]| {
            let left = self.most_order().checked_sub(so_far.order)?;
            let within = front.partition_point(|worth| worth.order <= left).checked_sub(1)?;
            front.get(within).map(|worth| so_far.with(*worth))
        };
        match after {
            None => last(so_far, here),
            Some(after) => here
                .iter()
                .filter_map(|worth| last(so_far.with(*worth), after))
                .reduce(|a, b| self.ranking.better(a, b)),
        }
    }
}

/// Fronts one after the other. Each goes from low order to high, and from unlikely to likely; one without any set is empty.
#[derive(Debug, Default)]
pub(super) struct Fronts {
    worths: Vec<Worth>,
    /// For each front where it ends.
    ends: Vec<usize>,
}

impl Fronts {
    pub fn push(&mut self, front: &[Worth]) {
        self.worths.extend_from_slice(front);
        self.ends.push(self.worths.len());
    }

    pub fn get(&self, place: usize) -> &[Worth] {
        let begins = place.checked_sub(1).and_then(|before| self.ends.get(before)).copied().unwrap_or(0);
        let ends = self.ends.get(place).copied().unwrap_or(begins);
        self.worths.get(begins..ends).unwrap_or_default()
    }
}
