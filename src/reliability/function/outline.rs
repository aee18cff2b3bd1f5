//! A function's diagram as plain data, to be written in another form.

use std::collections::BTreeMap;

use super::{Function, GroupId, Model};

/// A step of an outline.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Step {
    /// The condition holds, or not.
    Ends(bool),
    /// A group's level decides how to go on.
    Asks {
        /// Which group.
        group: GroupId,
        /// For each of its levels the place of the step that follows; before this one's place.
        branches: Vec<usize>,
        /// Whether the condition holds at a level wherever it holds at the one before: a worse level never ends it.
        rises: bool,
    },
}

impl Model {
    /// When a function's value satisfies a condition: steps, each after those that follow it; the last is where to begin. None
    /// where the function is nowhere a number.
    pub fn outline(&mut self, function: Function, condition: impl Fn(f64) -> bool) -> Option<Vec<Step>> {
        let holds = self.map(function, |value| if condition(value) { 1.0 } else { 0.0 });
        let never = self.constant(0.0);
        let mut places = BTreeMap::new();
        let mut steps = Vec::new();
        for node in self.diagram.below(holds) {
            let asked = self.diagram.choice_of(node).map(|(group, nodes)| (group, nodes.to_vec()));
            let step = match asked {
                None => Step::Ends(self.diagram.value_of(node).filter(|value| !value.is_nan())? > 0.0),
                Some((group, nodes)) => {
                    let mut rises = true;
                    for (better, worse) in nodes.iter().zip(nodes.iter().skip(1)) {
                        let ended = self
                            .combine(*better, *worse, |better, worse| f64::from(u8::from(better > worse)));
                        rises &= ended == never;
                    }
                    let branches: Option<Vec<usize>> =
                        nodes.iter().map(|node| places.get(node).copied()).collect();
                    Step::Asks { group: GroupId(group), branches: branches?, rises }
                }
            };
            places.insert(node, steps.len());
            steps.push(step);
        }
        Some(steps)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reliability::{Group, LoadShared, Unit};

    #[test]
    fn an_outline_says_when_the_condition_holds_and_whether_it_rises() {
        let mut model = Model::new();
        let unit = Unit::from_mtbf(1_000.0, 24.0).unwrap();
        let mut count = || {
            let shared = LoadShared { units: 2, unit, crews: 2, common_cause_share: 0.0, planned: None };
            let group = model.add_group(Group::load_shared(&shared).unwrap());
            model.of_group(group, |level| f64::from(level.serving))
        };
        let (a, b) = (count(), count());
        let sum = model.sum(a, b);
        let (first, second) = (GroupId(0), GroupId(1));
        let few = model.outline(sum, |serving| serving < 2.0).unwrap();
        assert_eq!(
            few[few.len() - 1],
            Step::Asks { group: first, branches: vec![1, 2, 3], rises: true },
            "{few:?}"
        );
        assert_eq!(few[2], Step::Asks { group: second, branches: vec![1, 1, 0], rises: true });
        let odd = model.outline(sum, |serving| serving % 2.0 > 0.0).unwrap();
        assert!(matches!(odd[odd.len() - 1], Step::Asks { rises: false, .. }));
        let always = model.outline(sum, |_| true).unwrap();
        assert_eq!(always, [Step::Ends(true)]);
        let nowhere = model.map(sum, |_| f64::NAN);
        assert_eq!(model.outline(nowhere, |_| true), None);
    }
}
