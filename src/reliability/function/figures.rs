//! Figures of a function: mean, probabilities, distribution.

use std::cmp::Reverse;

use super::weights::Weights;
use super::{Function, GroupId, Model};

impl Model {
    /// The long-run mean of the function: the sum of π·f over all combinations of levels, without subtraction, so
    /// exact to rounding where no value is negative.
    pub fn mean(&self, function: Function) -> f64 {
        self.expectation(function, &|value| value)
    }

    /// The share of time during which the function's value satisfies a condition, a sum of positive terms. So ask
    /// for the share of failure itself rather than for 1 less the share of success.
    pub fn probability(&self, function: Function, condition: impl Fn(f64) -> bool) -> f64 {
        self.expectation(function, &|value| match value {
            value if value.is_nan() => f64::NAN,
            value if condition(value) => 1.0,
            _ => 0.0,
        })
    }

    /// Every value that the function takes for some combination of levels, ascending, with its share of time, a
    /// sum of positive terms.
    pub fn distribution(&self, function: Function) -> Vec<(f64, f64)> {
        // From the top down. A node's number is above those of its branches, so the highest number waiting has
        // got all its weight.
        let mut waiting = Weights::default();
        waiting.add(Reverse(function), 1.0);
        let mut values = Vec::new();
        while let Some((Reverse(node), weight)) = waiting.next() {
            match self.diagram.choice_of(node) {
                None => values.extend(self.diagram.value_of(node).map(|value| (value, weight))),
                Some((group, branches)) => {
                    for (&branch, share) in branches.iter().zip(self.law(group)) {
                        waiting.add(Reverse(branch), weight * share);
                    }
                }
            }
        }
        values.sort_by(|(a, _), (b, _)| a.total_cmp(b));
        values
    }

    /// The function's value with each group at a level, given as an index into the group's levels; not a number if
    /// a group asked for has no such level.
    pub fn value_at(&self, function: Function, levels: &dyn Fn(GroupId) -> usize) -> f64 {
        let mut node = function;
        while let Some((group, branches)) = self.diagram.choice_of(node) {
            match branches.get(levels(GroupId(group))) {
                Some(&branch) => node = branch,
                None => return f64::NAN,
            }
        }
        self.diagram.value_of(node).unwrap_or(f64::NAN)
    }

    /// The shares of time of a group's levels.
    pub(super) fn law(&self, group: usize) -> &[f64] {
        self.groups.get(group).map_or(&[], |group| group.law())
    }

    /// The mean of a function of the value.
    fn expectation(&self, function: Function, of_value: &dyn Fn(f64) -> f64) -> f64 {
        let nodes = self.diagram.below(function);
        let mut means: Vec<f64> = Vec::with_capacity(nodes.len());
        // Each node comes after its branches, and the function itself is the last.
        for &node in &nodes {
            let mean_of = |branch| means.get(nodes.binary_search(branch).ok()?);
            let mean = match self.diagram.choice_of(node) {
                None => self.diagram.value_of(node).map_or(f64::NAN, of_value),
                Some((group, branches)) => branches
                    .iter()
                    .zip(self.law(group))
                    .map(|(branch, share)| mean_of(branch).map_or(f64::NAN, |mean| share * mean))
                    .sum(),
            };
            means.push(mean);
        }
        means.last().copied().unwrap_or(f64::NAN)
    }
}
