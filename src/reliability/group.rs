//! A group of units of one kind, solved as one Markov chain.

mod active_passive;
mod load_shared;
mod outlasting;
mod state;

pub use active_passive::{ActivePassive, PlannedStarts};
pub use load_shared::{LoadShared, PlannedWork};
pub use outlasting::Outlasting;
pub use state::{Level, State, StateKind};

use super::chain::stationary_law_in_order;
use super::sort::sorted;
use super::{ModelError, Transition, Unit, bounds, stationary_law};

/// The largest number of units in one group.
pub const MAX_UNITS: u32 = 10_000;

/// How often a group passes from one level to another.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Flow {
    /// The level left, as an index into [`Group::levels`].
    pub from: usize,
    /// The level entered.
    pub to: usize,
    /// Passages per hour in the long run: Σ π(s)·q(s,s') over the chain's states s and s' of the two levels.
    pub per_hour: f64,
    /// Of the load carried in `from`, the share that sat on units that stop serving while others go on serving:
    /// (k − k') / k where k units served and k' do, 1 ≤ k' < k; otherwise 0.
    pub displaced: f64,
}

/// A group of units, solved: its levels, how likely each is, and how often it passes between them.
#[derive(Clone, Debug, PartialEq)]
pub struct Group {
    levels: Vec<Level>,
    law: Vec<f64>,
    flows: Vec<Flow>,
    states: Vec<State>,
    transitions: Vec<Transition>,
    start: usize,
}

impl Group {
    /// Solves a group of units that share a load.
    ///
    /// # Errors
    /// If a number of the description is outside its range, or the chain cannot be solved.
    pub fn load_shared(description: &LoadShared) -> Result<Self, ModelError> {
        description.chain().and_then(|chain| Self::solve(chain, stationary_law_in_order))
    }

    /// Solves a group of which one unit serves and the others stand by.
    ///
    /// # Errors
    /// If a number of the description is outside its range, or the chain cannot be solved.
    pub fn active_passive(description: &ActivePassive) -> Result<Self, ModelError> {
        description.chain().and_then(|chain| Self::solve(chain, stationary_law_in_order))
    }

    /// Solves a group whose chain is given: what the outside sees in each state, and the transitions. It starts in state 0, the
    /// best one; only that matters for which states it is found in at the end.
    ///
    /// # Errors
    /// If there is no state or there are too many, a level has fewer units serving without planned work than with it, a
    /// transition is not one of [`stationary_law`], or the chain cannot be solved.
    pub fn of_chain(levels: &[Level], transitions: &[Transition]) -> Result<Self, ModelError> {
        for level in levels {
            bounds::count(
                "the units serving without planned work",
                level.serving_without_planned,
                level.serving,
                u32::MAX,
            )?;
        }
        let kinds = levels.iter().map(|&level| StateKind::Given { level }).collect();
        Self::solve(Chain { kinds, transitions: transitions.to_vec(), start: 0 }, stationary_law)
    }

    /// What the outside can see of the group, best first; no two are equal.
    pub fn levels(&self) -> &[Level] {
        &self.levels
    }

    /// The share of time at each level, in the order of [`Group::levels`].
    pub fn law(&self) -> &[f64] {
        &self.law
    }

    /// How often the group passes from one level to another, ordered by `from`, then `to`.
    pub fn flows(&self) -> &[Flow] {
        &self.flows
    }

    /// The states of the underlying chain, in its own order.
    pub fn states(&self) -> &[State] {
        &self.states
    }

    /// The transitions of the underlying chain between [`Group::states`]; several may join the same two states.
    pub fn transitions(&self) -> &[Transition] {
        &self.transitions
    }

    /// The state of the underlying chain with everything up: where a new group starts.
    pub fn start(&self) -> usize {
        self.start
    }

    /// The share of time in chain states of some kinds, for instance while an automatic switch runs.
    pub fn share_of_time(&self, wanted: impl Fn(StateKind) -> bool) -> f64 {
        self.states.iter().filter(|state| wanted(state.kind)).map(|state| state.probability).sum()
    }

    /// The group as one of several that share a load, of which it carries `share`, 0 to 1, with everything up: its
    /// displaced shares become shares of the whole load. A share below 1 also means that others go on when the last
    /// of its units stops.
    #[must_use]
    pub fn carrying(mut self, share: f64) -> Self {
        let serving = |level: usize| self.levels.get(level).map_or(0, |level| level.serving);
        for flow in &mut self.flows {
            let (before, after) = (serving(flow.from), serving(flow.to));
            if after < before && (after > 0 || share < 1.0) {
                flow.displaced = share * f64::from(before - after) / f64::from(before);
            }
        }
        self
    }

    fn solve(
        chain: Chain,
        law: fn(usize, &[Transition]) -> Result<Vec<f64>, ModelError>,
    ) -> Result<Self, ModelError> {
        let Chain { kinds, transitions, start } = chain;
        let probabilities = law(kinds.len(), &transitions)?;
        let levels = levels_of(&kinds);
        let mut law = vec![0.0; levels.len()];
        let mut states = Vec::with_capacity(kinds.len());
        for (kind, probability) in kinds.into_iter().zip(probabilities) {
            let seen = kind.level();
            // Levels are sorted best first and hold that of each state.
            let level = levels.partition_point(|other| *other > seen);
            if let Some(share) = law.get_mut(level) {
                *share += probability;
            }
            states.push(State { kind, level, probability });
        }
        let flows = flows_between(&levels, &states, &transitions);
        Ok(Self { levels, law, flows, states, transitions, start })
    }
}

/// A group as a chain, not yet solved.
struct Chain {
    kinds: Vec<StateKind>,
    transitions: Vec<Transition>,
    /// The state with everything up.
    start: usize,
}

impl Chain {
    /// Adds a transition unless its rate is 0.
    fn join(&mut self, from: usize, to: usize, per_hour: f64) {
        if per_hour > 0.0 {
            self.transitions.push(Transition { from, to, per_hour });
        }
    }
}

/// Repairs per hour with `failed` units and so many crews, one crew to a unit.
fn repairs_per_hour(unit: &Unit, crews: u32, failed: u32) -> f64 {
    f64::from(crews.min(failed)) * unit.repairs_per_hour()
}

fn checked_crews(crews: u32) -> Result<u32, ModelError> {
    bounds::count("the number of repair crews", crews, 1, u32::MAX)
}

fn levels_of(kinds: &[StateKind]) -> Vec<Level> {
    let known: Vec<Level> = kinds.iter().map(|kind| kind.level()).collect();
    let mut levels = sorted(&known, &|a, b| a > b);
    levels.dedup();
    levels
}

fn flows_between(levels: &[Level], states: &[State], transitions: &[Transition]) -> Vec<Flow> {
    let rates: Vec<((usize, usize), f64)> = transitions
        .iter()
        .filter_map(|transition| {
            let (from, to) = (states.get(transition.from)?, states.get(transition.to)?);
            (from.level != to.level)
                .then_some(((from.level, to.level), from.probability * transition.per_hour))
        })
        .collect();
    // Stable, so that rates of one pair are added in the order of the transitions.
    let rates = sorted(&rates, &|(a, _), (b, _)| a < b);
    let displaced = |from: usize, to: usize| match (levels.get(from), levels.get(to)) {
        (Some(before), Some(after)) if (1..before.serving).contains(&after.serving) => {
            f64::from(before.serving - after.serving) / f64::from(before.serving)
        }
        _ => 0.0,
    };
    let mut flows: Vec<Flow> = Vec::with_capacity(rates.len());
    for ((from, to), per_hour) in rates {
        match flows.last_mut() {
            Some(last) if (last.from, last.to) == (from, to) => last.per_hour += per_hour,
            _ => flows.push(Flow { from, to, per_hour, displaced: displaced(from, to) }),
        }
    }
    flows
}

#[cfg(test)]
mod tests {
    use super::*;

    fn level(serving: u32) -> Level {
        Level { serving, serving_without_planned: serving }
    }

    fn join(from: usize, to: usize, per_hour: f64) -> Transition {
        Transition { from, to, per_hour }
    }

    #[test]
    fn a_given_chain_is_the_group_that_it_describes() {
        let unit = Unit::from_mtbf(1_000.0, 24.0).unwrap();
        let shared = LoadShared { units: 2, unit, crews: 1, common_cause_share: 0.0, planned: None };
        let (known, repair) = (Group::load_shared(&shared).unwrap(), 1.0 / 24.0);
        let transitions =
            [join(0, 1, 2.0 / 1_000.0), join(1, 2, 1.0 / 1_000.0), join(1, 0, repair), join(2, 1, repair)];
        let given = Group::of_chain(&[level(2), level(1), level(0)], &transitions).unwrap();
        assert_eq!(given.levels(), known.levels());
        assert_eq!((given.start(), known.start()), (0, 2));
        for (given, known) in given.law().iter().zip(known.law()) {
            assert!((given / known - 1.0).abs() < 1e-14);
        }
        assert_eq!(given.states()[1].kind, StateKind::Given { level: level(1) });
    }

    #[test]
    fn states_of_a_given_chain_may_look_alike() {
        // Up, down and noticed, down and not noticed.
        let transitions = [join(0, 1, 0.5), join(0, 2, 0.5), join(1, 0, 1.0), join(2, 1, 0.5)];
        let group = Group::of_chain(&[level(1), level(0), level(0)], &transitions).unwrap();
        assert_eq!(group.levels(), [level(1), level(0)]);
        assert_eq!(group.law(), [1.0 / 3.0, 2.0 / 3.0]);
        assert_eq!(group.flows().len(), 2);
    }

    #[test]
    fn given_chains_without_meaning_are_refused() {
        let planned = |serving, serving_without_planned| Level { serving, serving_without_planned };
        assert!(Group::of_chain(&[], &[]).is_err());
        assert!(Group::of_chain(&[planned(1, 0)], &[]).is_err());
        assert!(Group::of_chain(&[level(1), level(0)], &[join(0, 2, 1.0)]).is_err());
        assert!(Group::of_chain(&[level(1), level(0)], &[join(0, 1, 0.0)]).is_err());
        let ends = [join(0, 1, 1.0), join(0, 2, 1.0)];
        assert_eq!(Group::of_chain(&[level(2), level(1), level(0)], &ends), Err(ModelError::SeveralEnds));
    }
}
