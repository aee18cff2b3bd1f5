//! How often a function's value changes, and what the changes are worth.

use super::diagram::Diagram;
use super::resolve::{Resolver, Work};
use super::weights::Weights;
use super::{Function, Model};
use crate::collected::Map;
use crate::reliability::{Flow, Group, ModelError};

impl Model {
    /// The rate, per hour in the long run, of rewards for passages of groups from one level to another.
    ///
    /// The sum, over the groups that the function depends on and over their flows from level a to level b, of the
    /// flow times the mean, over the levels of all other groups, of `reward(before, after, displaced)`: the
    /// function's value with the group at a and at b, and the flow's displaced share. The two values are taken
    /// with all other groups alike, so this is right for any function, whether or not a repair can lower it.
    ///
    /// Passages that do not change the value count too: with rewards of `displaced` alone, they are how often load
    /// moves.
    ///
    /// Not a number if the paired values take more than the model's room.
    pub fn transition_reward(&self, function: Function, reward: impl Fn(f64, f64, f64) -> f64) -> f64 {
        rate(self, function, &reward, &|flow| flow.displaced)
    }

    /// How often per hour, in the long run, the value passes from one that is `up` to one that is not.
    ///
    /// Passages within one group between states of one level are not seen, nor do they matter. With many values,
    /// [`Model::map`] the function to 0 and 1 first: the work is then less.
    pub fn failure_frequency(&self, function: Function, up: impl Fn(f64) -> bool) -> f64 {
        let failing = |before: f64, after: f64, _: f64| if up(before) && !up(after) { 1.0 } else { 0.0 };
        // The displaced share does not matter: taken as 0, so that more passages are alike.
        rate(self, function, &failing, &|_| 0.0)
    }
}

/// The long-run rate of rewards for passages; not a number if that takes too much room.
fn rate(
    model: &Model,
    function: Function,
    reward: &dyn Fn(f64, f64, f64) -> f64,
    displaced: &dyn Fn(&Flow) -> f64,
) -> f64 {
    if function == Diagram::NOT_A_NUMBER {
        return f64::NAN;
    }
    let mut means = Resolver::new(MeanReward { model, reward });
    let mut mean =
        |before, after, displaced: f64| means.of((before, after, displaced.to_bits())).unwrap_or(f64::NAN);
    // Where the diagram can stand when asked for the levels of all groups so far, and how likely it stands there.
    let mut standing = Weights::default();
    standing.add(function, 1.0);
    let mut rate = 0.0;
    for index in model.diagram.support(function) {
        let flows = model.groups.get(index).map_or(&[][..], Group::flows);
        let mut flow_by_displaced: Map<u64, f64> = Map::new();
        for flow in flows {
            *flow_by_displaced.or_default(displaced(flow).to_bits()) += flow.per_hour;
        }
        let mut next = Weights::default();
        for (node, likely) in standing {
            match model.diagram.choice_of(node) {
                Some((asked, branches)) if asked == index => {
                    for flow in flows {
                        if let (Some(&before), Some(&after)) =
                            (branches.get(flow.from), branches.get(flow.to))
                        {
                            rate += likely * flow.per_hour * mean(before, after, displaced(flow));
                        }
                    }
                    for (&branch, share) in branches.iter().zip(model.law(index)) {
                        next.add(branch, likely * share);
                    }
                }
                _ => {
                    for (&bits, per_hour) in &flow_by_displaced {
                        rate += likely * per_hour * mean(node, node, f64::from_bits(bits));
                    }
                    next.add(node, likely);
                }
            }
        }
        standing = next;
    }
    rate
}

/// The mean, over the levels of the groups still to be asked for, of the reward for a value before, a value after
/// and a displaced share.
struct MeanReward<'a> {
    model: &'a Model,
    reward: &'a dyn Fn(f64, f64, f64) -> f64,
}

impl Work for MeanReward<'_> {
    /// The function before, the function after, and the bits of the displaced share.
    type Part = (Function, Function, u64);
    type Outcome = f64;

    fn at_once(&mut self, (before, after, displaced): Self::Part) -> Result<Option<f64>, ModelError> {
        let diagram = &self.model.diagram;
        let values = diagram.value_of(before).zip(diagram.value_of(after));
        Ok(values.map(|(before, after)| (self.reward)(before, after, f64::from_bits(displaced))))
    }

    fn needed(&self, (before, after, displaced): Self::Part, place: usize) -> Option<Self::Part> {
        let (before, after) = self.model.diagram.pair(before, after, place)?;
        Some((before, after, displaced))
    }

    fn join(&mut self, (before, after, _): Self::Part, means: &[f64]) -> Result<f64, ModelError> {
        let shares = self.model.law(self.model.diagram.first_group(before, after));
        Ok(means.iter().zip(shares).map(|(mean, share)| share * mean).sum())
    }

    fn check_room(&self, outcomes: usize) -> Result<(), ModelError> {
        self.model.diagram.check_room(outcomes)
    }
}
