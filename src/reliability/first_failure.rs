//! How long a new system lasts until it fails for the first time.

mod bound;
mod coherence;
mod evaluation;
mod monotone;
mod product;
mod symmetry;

use super::chain::Watch;
use super::{Budget, Gate, Group, ModelError, Structure};
use evaluation::Evaluation;
use product::Product;

/// The mean time to first failure of a system that starts with everything up.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum FirstFailure {
    /// Solved, but for rounding.
    Exact {
        /// The mean, in hours.
        hours: f64,
        /// How many states the system passes through before it fails.
        states: usize,
    },
    /// Too large to be solved; proven to lie between two figures.
    Between {
        /// No less than this; 0 where nothing is known.
        at_least_hours: f64,
        /// No more than this; infinite where nothing is known.
        at_most_hours: f64,
    },
}

/// A system to be watched until it fails.
#[derive(Clone, Copy, Debug)]
pub struct Lifetime<'a> {
    /// Formulas over the levels of elements.
    pub structure: &'a Structure,
    /// The formula that is true while the system is down.
    pub failed: Gate,
    /// The group of each element, in the order of the elements; an element of which only a probability is known has none.
    pub groups: &'a [Option<&'a Group>],
    /// The most states of the product chain, and of each cut set's, that are solved.
    pub most_states: usize,
}

/// What a chain may take.
#[derive(Clone, Copy)]
struct Limits<'a> {
    states: usize,
    /// Nodes of decision diagrams that would fill as much memory.
    nodes: usize,
    watch: &'a Watch<'a>,
}

impl Limits<'_> {
    /// So many numbers of 8 bytes take as much memory as the nodes, of some 30 bytes.
    fn numbers(&self) -> usize {
        self.nodes.saturating_mul(3)
    }
}

impl Lifetime<'_> {
    /// The mean time to first failure.
    ///
    /// Exact if the system passes through no more than so many states before it fails: then it is the mean time to absorption of
    /// the product of the chains of all groups that the formula depends on. Made to start anew whenever it has failed, this chain
    /// has a stationary law, and the mean is the time spent up over that spent failed, times the mean time spent failed: a sum of
    /// positive terms, whose digits are good however rarely the system fails. Of equal groups in equal positions only the number in
    /// each state counts, so k of n take n states, not 2ⁿ.
    ///
    /// Beyond that it is enclosed, where this can be proven:
    ///
    /// *From below*, by the mean up time MUT = A / w of the steady state, which `mean_up_hours` gives. Let the system be coherent: a
    /// worse level of a group never makes it work. Let each group's states be so ordered that its levels only get worse, that the start
    /// is the first, and that its chain is stochastically monotone: two copies, started in different states, can be run together
    /// so that the one that began better always is no worse. This is William Massey's condition on the rates ("Stochastic
    /// orderings for Markov processes on partially ordered spaces", Mathematics of Operations Research 12 (1987)), and checked here:
    /// for any cut through the order, of two states on the same side the worse one crosses downwards at least as often and upwards at
    /// most as often. Groups are independent, so whole systems can be run together in the same way, group by group. Of two such
    /// systems the one that began no worse in any group is up whenever the other is, and its first failure comes no sooner; a new
    /// system began no worse than any. The mean up time in steady state is a mean, over the states in which the system is when it has
    /// just come up again, of the mean time from there to the next failure; none of these exceeds that of a new system.
    ///
    /// *From above*, by the mean time until all groups of one minimal cut set are down together, since the system fails then at the
    /// latest. Several cut sets are tried, the least mean is taken. This needs coherence only, to find them.
    ///
    /// States and rates take no more memory than the budget's nodes would.
    ///
    /// # Errors
    /// If the system is down at the start or cannot fail, if it depends on an element without a group, if neither bound can be
    /// proven, if the budget's time is over, or if `mean_up_hours` refuses.
    ///
    /// # Panics
    /// If `failed` is of another structure.
    pub fn mean_time_to_first_failure(
        &self,
        mean_up_hours: &mut dyn FnMut() -> Result<f64, ModelError>,
        budget: &Budget<'_>,
    ) -> Result<FirstFailure, ModelError> {
        let watch = Watch::new(budget.is_over);
        let limits = Limits { states: self.most_states, nodes: budget.nodes, watch: &watch };
        let mut evaluation = Evaluation::new(self.structure, self.failed);
        let support = evaluation.support().to_vec();
        let groups: Vec<&Group> = support
            .iter()
            .map(|element| self.groups.get(element.index()).copied().flatten())
            .collect::<Option<_>>()
            .ok_or(ModelError::NoTimes)?;
        let looks = evaluation.looks();
        let mut is_down = |levels: &[usize]| {
            watch.spend(looks)?;
            Ok(evaluation.is_true(levels))
        };
        let classes = symmetry::classes(self.structure, self.failed, &support, &groups, &watch)?;
        let all = Product { groups: &groups, classes: &classes };
        match all.mean_time(&mut is_down, &limits) {
            Ok((hours, states)) => return Ok(FirstFailure::Exact { hours, states }),
            Err(
                ModelError::TooManyStates { .. }
                | ModelError::TooManySteps { .. }
                | ModelError::RatesTooFarApart,
            ) => {}
            Err(error) => return Err(error),
        }
        if !coherence::fails_by_worse_levels(self.structure, self.failed) {
            return Err(ModelError::NoBoundOnFirstFailure { reason: "a worse level may repair the system" });
        }
        let worst: Vec<usize> = groups.iter().map(|group| group.levels().len() - 1).collect();
        if !is_down(&worst)? {
            return Err(ModelError::NeverFails);
        }
        let at_most_hours = bound::least_of_cut_sets(&all, &mut is_down, &limits)?;
        let mut is_monotone = true;
        for group in &groups {
            is_monotone = is_monotone && monotone::is_monotone(group, &watch)?;
        }
        let at_least_hours = if is_monotone { mean_up_hours()? } else { 0.0 };
        if at_least_hours <= 0.0 && at_most_hours == f64::INFINITY {
            let reason = "a group may fare better after it was worse, and no cut set is small enough";
            return Err(ModelError::NoBoundOnFirstFailure { reason });
        }
        Ok(FirstFailure::Between { at_least_hours, at_most_hours })
    }
}
