//! The long-run laws of the groups, each as an explicit formula in sums, products and quotients of positive
//! numbers.
#![allow(clippy::indexing_slicing, reason = "the loops run over the states that the vectors were made for")]

use crate::part::{Collector, Part};
use crate::units::{PLANNED_WORK_ENDS, Unit};

/// A unit on its own: up, failed, or under planned work. The two ways down are leaves of the chain, so each
/// weighs its rate in over its rate out.
pub(crate) fn single(unit: Unit, planned_begins: f64) -> Part {
    let failed = unit.failures / unit.repairs;
    let maintained = planned_begins / PLANNED_WORK_ENDS;
    let total = 1.0 + failed + maintained;
    let mut group = Collector::new(1.0);
    group.state(1.0 / total, 1.0, 1.0);
    group.state(failed / total, 0.0, 0.0);
    group.state(maintained / total, 0.0, 1.0);
    group.move_of(failed / total * unit.repairs, 0.0, 1.0, 0.0);
    group.move_of(maintained / total * PLANNED_WORK_ENDS, 0.0, 1.0, 0.0);
    group.finish()
}

/// The law of a load-shared group: probabilities by the number of units up.
pub(crate) struct LoadSharedLaw {
    /// With no unit under planned work: 0 to n up.
    pub(crate) plain: Vec<f64>,
    /// With one unit under planned work: 0 to n − 1 up.
    pub(crate) maintained: Vec<f64>,
}

/// The long-run law of n load-shared units with a crew for each.
///
/// Let x(k) be the weight of k up, none under planned work, with x(n) = 1, and y(k) that of k up, one under
/// planned work (which begins in state n at rate nν and ends anywhere at rate θ).
///
/// - Below k up, the y states are left for good at rate e(k) seen from k: e(0) = θ, and e(k) = θ + kλ · (chance
///   of leaving from k − 1 before coming back to k) = θ + kλ · e(k−1) / (e(k−1) + u(k−1)), where u(k) =
///   (n−1−k)μ are the repairs.
/// - So y(n−1) = nν / e(n−1), and y(k−1) = y(k) · kλ / (e(k−1) + u(k−1)).
/// - What crosses into "at most k up, none under planned work" must cross out again: (k+1)λ · x(k+1) +
///   θ · (y(0) + … + y(k−1)) = (n−k)μ · x(k), which gives x from n downwards.
pub(crate) fn load_shared_law(n: u8, unit: Unit, planned_begins: f64) -> LoadSharedLaw {
    let Unit { failures, repairs } = unit;
    let size = usize::from(n);

    let mut leaves = vec![PLANNED_WORK_ENDS; size];
    let mut steps_out = vec![0.0; size];
    for k in 0..n {
        let at = usize::from(k);
        if k > 0 {
            leaves[at] += f64::from(k) * failures * (leaves[at - 1] / steps_out[at - 1]);
        }
        steps_out[at] = leaves[at] + f64::from(n - 1 - k) * repairs;
    }

    let mut maintained = vec![0.0; size];
    maintained[size - 1] = f64::from(n) * planned_begins / leaves[size - 1];
    for k in (1..n).rev() {
        let at = usize::from(k);
        maintained[at - 1] = maintained[at] * (f64::from(k) * failures / steps_out[at - 1]);
    }

    let mut plain = vec![1.0; size + 1];
    for k in (0..n).rev() {
        let at = usize::from(k);
        let below: f64 = maintained[..at].iter().sum();
        let inward = f64::from(k + 1) * failures * plain[at + 1] + PLANNED_WORK_ENDS * below;
        plain[at] = inward / (f64::from(n - k) * repairs);
    }

    let total = plain.iter().sum::<f64>() + maintained.iter().sum::<f64>();
    for weight in plain.iter_mut().chain(&mut maintained) {
        *weight /= total;
    }
    LoadSharedLaw { plain, maintained }
}

/// A load-shared group of n units that `demand` users need, each unit serving up to `capacity` of them.
pub(crate) fn load_shared(n: u8, unit: Unit, planned_begins: f64, demand: f64, capacity: f64) -> Part {
    let law = load_shared_law(n, unit, planned_begins);
    let served = |up: u8| demand.min(f64::from(up) * capacity);
    let mut group = Collector::new(demand);

    for (up, &probability) in (0..=n).zip(&law.plain) {
        group.state(probability, served(up), served(up));
        if up > 0 {
            let falls = f64::from(up) * unit.failures;
            group.move_of(probability * falls, served(up), served(up - 1), moved_by_loss(up));
        }
        if up < n {
            let rises = f64::from(n - up) * unit.repairs;
            group.move_of(probability * rises, served(up), served(up + 1), 0.0);
        } else {
            let begins = f64::from(n) * planned_begins;
            group.move_of(probability * begins, served(n), served(n - 1), moved_by_loss(n));
        }
    }
    for (up, &probability) in (0..n).zip(&law.maintained) {
        group.state(probability, served(up), served(up + 1));
        if up > 0 {
            let falls = f64::from(up) * unit.failures;
            group.move_of(probability * falls, served(up), served(up - 1), moved_by_loss(up));
        }
        let rises = f64::from(n - 1 - up) * unit.repairs + PLANNED_WORK_ENDS;
        group.move_of(probability * rises, served(up), served(up + 1), 0.0);
    }
    group.finish()
}

/// The share of users that moves to another unit when one of `up` units goes: none when it was the last.
fn moved_by_loss(up: u8) -> f64 {
    if up > 1 { 1.0 / f64::from(up) } else { 0.0 }
}

/// Two nodes, one serving, one standing by and failing like the other.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Pair {
    /// Either node.
    pub(crate) node: Unit,
    /// Share of the serving node's failures after which the other takes over by itself.
    pub(crate) covered: f64,
    /// The other failures, which need an operator.
    pub(crate) uncovered: f64,
    /// Automatic switches per hour.
    pub(crate) automatic: f64,
    /// Manual switches per hour.
    pub(crate) manual: f64,
    /// Repair crews.
    pub(crate) crews: f64,
    /// Planned switches per hour.
    pub(crate) planned_begins: f64,
}

/// The law of a pair.
pub(crate) struct PairLaw {
    /// Serving, both nodes good.
    pub(crate) both: f64,
    /// Serving, one node good.
    pub(crate) one: f64,
    /// Down while an automatic switch runs.
    pub(crate) automatic: f64,
    /// Down while a manual switch runs.
    pub(crate) manual: f64,
    /// Down, no node good.
    pub(crate) none: f64,
    /// Down, switching for planned work.
    pub(crate) planned: f64,
}

impl Pair {
    /// The long-run law.
    ///
    /// With the weight of "both" at 1: each switching state is entered from "both" only, which gives its weight
    /// at once. "None" balances at crews·μ·none = λ·(one + automatic + manual); put into the balance of "one",
    /// λ·one drops out on both sides, and μ·one = λ + (φ+λ)·automatic + (m+λ)·manual. The planned switch is a
    /// leaf of "both".
    pub(crate) fn law(&self) -> PairLaw {
        let Unit { failures, repairs } = self.node;
        let automatic = failures * self.covered / (self.automatic + repairs + failures);
        let manual = failures * self.uncovered / (self.manual + repairs + failures);
        let one = (failures + (self.automatic + failures) * automatic + (self.manual + failures) * manual)
            / repairs;
        let none = failures * (one + automatic + manual) / (self.crews * repairs);
        let planned = self.planned_begins / self.automatic;
        let total = 1.0 + one + automatic + manual + none + planned;
        PairLaw {
            both: 1.0 / total,
            one: one / total,
            automatic: automatic / total,
            manual: manual / total,
            none: none / total,
            planned: planned / total,
        }
    }

    /// What the pair does to its users: only states without service lose them, and they come back together.
    pub(crate) fn part(&self) -> Part {
        let law = self.law();
        let repairs = self.node.repairs;
        let mut group = Collector::new(1.0);
        group.state(law.both, 1.0, 1.0);
        group.state(law.one, 1.0, 1.0);
        group.state(law.automatic, 0.0, 0.0);
        group.state(law.manual, 0.0, 0.0);
        group.state(law.none, 0.0, 0.0);
        group.state(law.planned, 0.0, 1.0);
        group.move_of(law.automatic * (self.automatic + repairs), 0.0, 1.0, 0.0);
        group.move_of(law.manual * (self.manual + repairs), 0.0, 1.0, 0.0);
        group.move_of(law.none * self.crews * repairs, 0.0, 1.0, 0.0);
        group.move_of(law.planned * self.automatic, 0.0, 1.0, 0.0);
        group.finish()
    }
}

/// Two nodes of a database cluster, without the storage they share.
pub(crate) fn database_cluster(node: Unit, planned_begins: f64) -> Pair {
    Pair {
        node,
        covered: 0.95,
        uncovered: 0.05,
        automatic: 3_600.0 / 120.0,
        manual: 1.0,
        crews: 2.0,
        planned_begins,
    }
}

/// Two load-balancer appliances.
pub(crate) fn load_balancer_pair(node: Unit) -> Pair {
    Pair {
        node,
        covered: 0.98,
        uncovered: 0.02,
        automatic: 3_600.0 / 10.0,
        manual: 1.0,
        crews: 2.0,
        planned_begins: 0.0,
    }
}
