//! A function's diagram in few arrays, to be evaluated again and again while levels change.

#![allow(clippy::indexing_slicing, reason = "all places are made while the arrays are filled")]

use std::sync::Arc;

use rustc_hash::FxHashMap;

use super::{Function, GroupId, Model};

/// The bit that tells a place among the values from one among the questions.
const VALUE: u32 = 1 << 31;

/// A function that needs its model no longer. It can be sent to other threads, and a copy shares its arrays.
#[derive(Clone, Debug, PartialEq)]
pub struct Lookup {
    root: u32,
    /// For each question the group that is asked for its level, and where its branches begin.
    questions: Arc<[(u32, u32)]>,
    branches: Arc<[u32]>,
    values: Arc<[f64]>,
    groups: Arc<[GroupId]>,
}

impl Model {
    /// The function as arrays; none where it is nowhere a number.
    pub fn lookup(&self, function: Function) -> Option<Lookup> {
        let mut places: FxHashMap<Function, u32> = FxHashMap::default();
        let (mut questions, mut branches, mut values) = (Vec::new(), Vec::new(), Vec::new());
        for node in self.diagram.below(function) {
            let place = if let Some((group, below)) = self.diagram.choice_of(node) {
                questions.push((small(group), small(branches.len())));
                branches.extend(below.iter().map(|branch| places[branch]));
                small(questions.len() - 1)
            } else {
                values.push(self.diagram.value_of(node).filter(|value| !value.is_nan())?);
                small(values.len() - 1) | VALUE
            };
            places.insert(node, place);
        }
        Some(Lookup {
            root: places[&function],
            questions: questions.into(),
            branches: branches.into(),
            values: values.into(),
            groups: self.support(function).into(),
        })
    }
}

impl Lookup {
    /// The value where each group is at this level, in the order of adding.
    ///
    /// # Panics
    /// If there are fewer levels than groups, or a group has no such level.
    #[inline]
    pub fn value(&self, levels: &[u32]) -> f64 {
        let mut place = self.root;
        while place & VALUE == 0 {
            let (group, branches) = self.questions[place as usize];
            place = self.branches[(branches + levels[group as usize]) as usize];
        }
        self.values[(place & !VALUE) as usize]
    }

    /// The groups on whose level the value depends, in the order of adding.
    pub fn groups(&self) -> &[GroupId] {
        &self.groups
    }
}

/// A place in an array, which a model's room keeps far below the highest bit.
fn small(place: usize) -> u32 {
    u32::try_from(place).unwrap_or(VALUE - 1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reliability::{Group, LoadShared, Unit};

    #[test]
    fn a_lookup_has_the_values_of_its_function() {
        let mut model = Model::new();
        let unit = Unit::from_mtbf(1_000.0, 24.0).unwrap();
        let counts: Vec<Function> = (1..=3)
            .map(|units| {
                let shared = LoadShared { units, unit, crews: units, common_cause_share: 0.0, planned: None };
                let group = model.add_group(Group::load_shared(&shared).unwrap());
                model.of_group(group, |level| f64::from(level.serving))
            })
            .collect();
        let sum = model.sum(counts[0], counts[2]);
        let mixed = model.combine(sum, counts[1], |sum, other| (sum - 2.0 * other).max(0.0));
        for function in [sum, mixed, model.constant(0.25)] {
            let lookup = model.lookup(function).unwrap();
            assert_eq!(lookup.groups(), model.support(function));
            for levels in [[0, 0, 0], [1, 0, 0], [0, 2, 1], [1, 1, 3], [0, 1, 2]] {
                let expected = model.value_at(function, &|group| levels[group.index()] as usize);
                assert_eq!(lookup.value(&levels).to_bits(), expected.to_bits(), "{levels:?}");
            }
        }
        let nowhere = model.map(sum, |_| f64::NAN);
        assert_eq!(model.lookup(nowhere), None);
    }
}
