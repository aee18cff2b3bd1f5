//! The curve at the resolution of a drawing.

use crate::analysis::ServedUsers;
use crate::chart::nines::nines;

/// Treads that can be pointed at, at the most.
const MOST_TREADS: usize = 24;

/// A level part of the curve: for every number of users up to `users`, at least so many are served but for the share `fewer`
/// of time.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Tread {
    /// Users at its left end, where the tread before it ends.
    pub from: f64,
    /// Users at its right end.
    pub users: f64,
    /// Share of time in which fewer are served.
    pub fewer: f64,
}

impl Tread {
    /// Its height.
    pub fn nines(&self) -> f64 {
        nines(self.fewer)
    }
}

/// The treads from the first user to the demand.
pub(super) fn treads(served: &ServedUsers) -> Vec<Tread> {
    let demand = served.demand_users.value;
    let mut treads = Vec::new();
    let mut from = 0.0;
    for step in served.steps.iter().filter(|step| step.users > 0.0) {
        treads.push(Tread { from, users: step.users, fewer: step.fewer });
        from = step.users;
    }
    // What is never served.
    if demand - from > 1e-9 * demand {
        treads.push(Tread { from, users: demand, fewer: 1.0 });
    }
    treads
}

/// Nines above which only those who serve less than that still care.
const ENOUGH: f64 = 6.0;

/// The nines of the scale: whole ones around what the curve reaches, up to six or a little above the least. What lies higher is
/// drawn at its upper end.
pub(super) fn scale(treads: &[Tread]) -> (f64, f64) {
    let reached = treads.iter().map(Tread::nines);
    let (least, most) = reached.fold((f64::INFINITY, 0.0_f64), |(a, b), nines| (a.min(nines), b.max(nines)));
    let least = least.min(15.0).floor();
    (least, most.min(ENOUGH.max(least + 2.0)).ceil().max(least + 1.0))
}

/// The first tread, the last one, and those between them that `seen`, by where they end, can tell apart: at most two dozen, the
/// steepest. What is left says of its right end what is true there.
pub(super) fn told_apart(treads: &[Tread], seen: &dyn Fn(&Tread) -> (i32, i32)) -> Vec<Tread> {
    let [first, between @ .., last] = treads else { return treads.to_vec() };
    let mut kept: Vec<Tread> = Vec::new();
    for tread in between {
        let (x, y) = seen(tread);
        match kept.last_mut().map(|before| (seen(before), before)) {
            Some(((before_x, before_y), before)) if before_x == x || before_y == y => {
                *before = Tread { from: before.from, ..*tread };
            }
            _ => kept.push(*tread),
        }
    }
    while kept.len() + 2 > MOST_TREADS {
        let falls = kept.iter().zip(kept.iter().skip(1)).map(|(a, b)| seen(b).1 - seen(a).1);
        let slightest = falls.enumerate().min_by_key(|(_, fall)| *fall).map_or(0, |(index, _)| index);
        let gone = kept.remove(slightest);
        if let Some(next) = kept.get_mut(slightest) {
            next.from = gone.from;
        }
    }
    kept.insert(0, *first);
    kept.push(*last);
    kept
}
