//! Exact functions of the levels of independent groups.

mod build;
mod diagram;
mod figures;
mod lookup;
mod outline;
mod passages;
mod resolve;
mod weights;

pub use lookup::Lookup;
pub use outline::Step;

use diagram::Diagram;

use super::{Group, ModelError};

/// How many cells (nodes, branches, remembered steps) a model may take unless told otherwise.
const USUAL_CELLS: usize = 8_000_000;

/// A group of a model, in the order of adding.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct GroupId(usize);

impl GroupId {
    /// The group's place in the order of adding, from 0.
    pub fn index(self) -> usize {
        self.0
    }
}

/// A function of the levels of a model's groups, with a real value for each combination of levels.
///
/// A handle, of use only with the model that made it. Equal functions of one model have equal handles.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Function(usize);

/// Groups that are independent of each other, and functions of their levels.
///
/// The functions are kept as one multi-valued decision diagram with real values at its ends: it asks for the
/// level of one group after the other, in the order in which the groups were added, and shares all equal parts.
/// After Arvind Srinivasan, Timothy Kam, Sharad Malik, Robert Brayton, "Algorithms for discrete function
/// manipulation", ICCAD 1990, and Iris Bahar and others, "Algebraic decision diagrams and their applications",
/// ICCAD 1993.
///
/// The order of adding does not change any figure but decides about size: add groups in the order in which a path
/// meets them, those used together next to each other.
///
/// An operation that cannot be done (too large, a value that is not a number, a level or a group that is not
/// there) gives a function whose value is nowhere a number; so is everything made with it, and every figure of
/// it. [`Model::refusal`] names the first cause. So a chain of operations can be written without a check at each,
/// and a wrong figure never comes out.
///
/// # Panics
/// Handles of another model may give wrong figures or panic.
#[derive(Clone, Debug)]
pub struct Model {
    groups: Vec<Group>,
    diagram: Diagram,
    refusal: Option<ModelError>,
}

impl Default for Model {
    fn default() -> Self {
        Self::new()
    }
}

impl Model {
    /// A model without groups, with room for 8,000,000 cells.
    pub fn new() -> Self {
        Self::with_room_for(USUAL_CELLS)
    }

    /// A model without groups whose diagram, and each operation on it, may take so many cells: nodes, branches and
    /// steps remembered, of some ten to a hundred bytes each. What once was made stays until the model is dropped.
    pub fn with_room_for(cells: usize) -> Self {
        Self { groups: Vec::new(), diagram: Diagram::new(cells), refusal: None }
    }

    /// Adds a group, independent of all others.
    pub fn add_group(&mut self, group: Group) -> GroupId {
        self.groups.push(group);
        GroupId(self.groups.len() - 1)
    }

    /// A group of this model.
    ///
    /// # Panics
    /// If the handle is of another model with more groups.
    #[allow(clippy::indexing_slicing, reason = "a group's handle is made where the group is added")]
    pub fn group(&self, id: GroupId) -> &Group {
        &self.groups[id.0]
    }

    /// All groups, in the order of adding.
    pub fn groups(&self) -> impl Iterator<Item = (GroupId, &Group)> {
        self.groups.iter().enumerate().map(|(index, group)| (GroupId(index), group))
    }

    /// Puts another group in the place of one, with the same levels but another law, for instance after a guess
    /// has changed. Functions stay as they are; their figures change.
    ///
    /// # Errors
    /// If there is no such group, or its levels are not the same.
    pub fn replace_group(&mut self, id: GroupId, group: Group) -> Result<(), ModelError> {
        let place = self.groups.get_mut(id.0).ok_or(ModelError::NoSuchGroup { group: id.0 })?;
        if place.levels() != group.levels() {
            return Err(ModelError::OtherLevels { group: id.0 });
        }
        *place = group;
        Ok(())
    }

    /// Why an operation could not be done, if one could not: the first of them.
    pub fn refusal(&self) -> Option<&ModelError> {
        self.refusal.as_ref()
    }

    /// The groups on whose level the function's value depends, in the order of adding.
    pub fn support(&self, function: Function) -> Vec<GroupId> {
        self.diagram.support(function).into_iter().map(GroupId).collect()
    }

    /// How many nodes the function takes in the diagram.
    pub fn size(&self, function: Function) -> usize {
        self.diagram.below(function).len()
    }

    fn refuse(&mut self, cause: ModelError) -> Function {
        self.refusal.get_or_insert(cause);
        Diagram::NOT_A_NUMBER
    }

    fn accept(&mut self, result: Result<Function, ModelError>) -> Function {
        result.unwrap_or_else(|cause| self.refuse(cause))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reliability::{LoadShared, Unit};

    fn servers(units: u32) -> Group {
        let unit = Unit::from_mtbf(1_000.0, 24.0).unwrap();
        let shared = LoadShared { units, unit, crews: units, common_cause_share: 0.0, planned: None };
        Group::load_shared(&shared).unwrap()
    }

    fn count(model: &mut Model, units: u32) -> Function {
        let group = model.add_group(servers(units));
        model.of_group(group, |level| f64::from(level.serving))
    }

    #[test]
    fn equal_functions_are_one() {
        let mut model = Model::new();
        let (a, b) = (count(&mut model, 2), count(&mut model, 3));
        assert_eq!(model.sum(a, b), model.sum(b, a));
        assert_eq!(model.constant(0.0), model.constant(-0.0));
        let nothing = model.combine(a, a, |a, b| a - b);
        assert_eq!(nothing, model.constant(0.0));
        let either = model.min(a, b);
        assert_eq!(model.max(a, either), a);
    }

    #[test]
    fn no_functions_at_all_are_true_together_false_as_a_choice_and_nothing_in_sum() {
        let mut model = Model::new();
        let (one, zero) = (model.constant(1.0), model.constant(0.0));
        assert_eq!([model.all([]), model.any([]), model.total([])], [one, zero, zero]);
    }

    #[test]
    fn a_function_knows_the_groups_it_depends_on() {
        let mut model = Model::new();
        let (a, _, c) = (count(&mut model, 2), count(&mut model, 2), count(&mut model, 2));
        let sum = model.sum(c, a);
        let indices = |groups: Vec<GroupId>| groups.into_iter().map(GroupId::index).collect::<Vec<_>>();
        assert_eq!(indices(model.support(sum)), [0, 2]);
        let (first, _) = model.groups().next().unwrap();
        let held = model.hold(sum, first, 1);
        assert_eq!(indices(model.support(held)), [2]);
        assert_eq!(
            model.distribution(held).iter().map(|&(value, _)| value).collect::<Vec<_>>(),
            [1.0, 2.0, 3.0]
        );
    }

    #[test]
    fn what_is_not_there_gives_no_number_and_says_why() {
        let check = |make: &dyn Fn(&mut Model, GroupId, Function) -> Function, cause: &ModelError| {
            let mut model = Model::new();
            let group = model.add_group(servers(2));
            let one = model.of_group(group, |level| f64::from(level.serving));
            assert_eq!(model.refusal(), None);
            let made = make(&mut model, group, one);
            assert_eq!(model.refusal(), Some(cause));
            let more = model.min(made, one);
            for function in [made, more] {
                assert!(model.mean(function).is_nan());
                assert!(model.probability(function, |_| true).is_nan());
                assert!(model.failure_frequency(function, |_| true).is_nan());
                assert!(model.value_at(function, &|_| 0).is_nan());
            }
            assert!(!model.mean(one).is_nan());
        };
        check(
            &|model, group, one| model.hold(one, group, 3),
            &ModelError::NoSuchLevel { group: 0, level: 3 },
        );
        check(&|model, _, one| model.hold(one, GroupId(7), 0), &ModelError::NoSuchGroup { group: 7 });
        check(&|model, _, _| model.of_group(GroupId(7), |_| 0.0), &ModelError::NoSuchGroup { group: 7 });
        check(&|model, _, _| model.constant(f64::NAN), &ModelError::NotANumber);
        check(&|model, _, one| model.map(one, |value| 0.0 / value), &ModelError::NotANumber);
        check(&|model, group, _| model.of_group(group, |_| f64::NAN), &ModelError::NotANumber);
    }

    #[test]
    fn a_model_without_room_refuses() {
        let mut model = Model::with_room_for(200);
        let sum = (0..8).map(|place| {
            let group = model.add_group(servers(1));
            model.of_group(group, |level| f64::from(level.serving) * f64::from(1_u32 << place))
        });
        let parts: Vec<Function> = sum.collect();
        let sum = parts.into_iter().reduce(|a, b| model.sum(a, b)).unwrap();
        assert!(model.mean(sum).is_nan());
        assert_eq!(model.refusal(), Some(&ModelError::TooManyCells { most: 200 }));
    }

    #[test]
    fn a_level_that_is_not_there_has_no_value() {
        let mut model = Model::new();
        let sum = count(&mut model, 2);
        assert_eq!(model.value_at(sum, &|_| 0).to_bits(), 2.0_f64.to_bits());
        assert!(model.value_at(sum, &|_| 3).is_nan());
    }

    #[test]
    fn a_group_can_be_replaced_by_one_with_the_same_levels() {
        let mut model = Model::new();
        let sum = count(&mut model, 2);
        let (group, _) = model.groups().next().unwrap();
        let unit = Unit::from_mtbf(1.0, 1.0).unwrap();
        let shared = LoadShared { units: 2, unit, crews: 2, common_cause_share: 0.0, planned: None };
        model.replace_group(group, Group::load_shared(&shared).unwrap()).unwrap();
        assert!((model.mean(sum) - 1.0).abs() < 1e-15);
        assert_eq!(model.replace_group(group, servers(3)), Err(ModelError::OtherLevels { group: 0 }));
        assert_eq!(model.replace_group(GroupId(1), servers(2)), Err(ModelError::NoSuchGroup { group: 1 }));
    }

    #[test]
    fn moved_load_counts_although_the_value_stays() {
        // Of four servers two are enough: the value falls only below two, load moves at each failure.
        let mut model = Model::new();
        let four = count(&mut model, 4);
        let enough = model.map(four, |serving| if serving >= 2.0 { 1.0 } else { 0.0 });
        let moved = model.transition_reward(enough, |_, _, displaced| displaced);
        let group = model.group(GroupId(0));
        let expected: f64 = group.flows().iter().map(|flow| flow.per_hour * flow.displaced).sum();
        assert!((moved / expected - 1.0).abs() < 1e-14);
        // As often for a second group that the value only sometimes depends on.
        let other = count(&mut model, 4);
        let other = model.map(other, |serving| if serving >= 2.0 { 1.0 } else { 0.0 });
        let either = model.max(enough, other);
        let moved = model.transition_reward(either, |_, _, displaced| displaced);
        assert!((moved / (2.0 * expected) - 1.0).abs() < 1e-13);
    }
}
