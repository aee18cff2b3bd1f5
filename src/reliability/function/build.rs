//! Functions made from others.

use super::diagram::Diagram;
use super::resolve::{Resolver, Work};
use super::{Function, GroupId, Model};
use crate::reliability::{Level, ModelError};

impl Model {
    /// The function with the same value everywhere.
    pub fn constant(&mut self, value: f64) -> Function {
        let made = self.diagram.value(value);
        self.accept(made)
    }

    /// A function of one group's level.
    pub fn of_group(&mut self, id: GroupId, f: impl Fn(&Level) -> f64) -> Function {
        self.of_levels(id, &f)
    }

    // Here and below the work is done behind a reference, so that it is in the program once and not once for each closure.
    fn of_levels(&mut self, id: GroupId, f: &dyn Fn(&Level) -> f64) -> Function {
        let Some(group) = self.groups.get(id.0) else {
            return self.refuse(ModelError::NoSuchGroup { group: id.0 });
        };
        let branches: Result<Vec<_>, _> =
            group.levels().iter().map(|level| self.diagram.value(f(level))).collect();
        let made = branches.and_then(|branches| self.diagram.choice(id.0, &branches));
        self.accept(made)
    }

    /// The lesser of two values: AND, if the values are 0 and 1.
    pub fn min(&mut self, a: Function, b: Function) -> Function {
        if a == b { a } else { self.combine(a, b, f64::min) }
    }

    /// The greater of two values: OR, if the values are 0 and 1.
    pub fn max(&mut self, a: Function, b: Function) -> Function {
        if a == b { a } else { self.combine(a, b, f64::max) }
    }

    /// The sum of two values.
    pub fn sum(&mut self, a: Function, b: Function) -> Function {
        self.combine(a, b, |a, b| a + b)
    }

    /// The sum of all values, 0 if there are none. The work is least if the functions come in the order of their
    /// groups.
    pub fn total(&mut self, functions: impl IntoIterator<Item = Function>) -> Function {
        // One after the other: sums of halves would meet once for each pair of values, sums so far only once for
        // each value.
        let sum = functions.into_iter().reduce(|a, b| self.sum(a, b));
        sum.unwrap_or_else(|| self.constant(0.0))
    }

    /// The least of all values, 1 if there are none: AND, if the values are 0 and 1.
    pub fn all(&mut self, functions: impl IntoIterator<Item = Function>) -> Function {
        let least = self.join(functions.into_iter().collect(), Self::min);
        least.unwrap_or_else(|| self.constant(1.0))
    }

    /// The greatest of all values, 0 if there are none: OR, if the values are 0 and 1.
    pub fn any(&mut self, functions: impl IntoIterator<Item = Function>) -> Function {
        let greatest = self.join(functions.into_iter().collect(), Self::max);
        greatest.unwrap_or_else(|| self.constant(0.0))
    }

    /// Joins neighbours, then neighbouring results, and so on: one after the other would go through all that is
    /// already joined once for each function.
    fn join(
        &mut self,
        mut joined: Vec<Function>,
        two: fn(&mut Self, Function, Function) -> Function,
    ) -> Option<Function> {
        while joined.len() > 1 {
            let pairs = joined.chunks(2);
            joined = pairs.filter_map(|pair| pair.iter().copied().reduce(|a, b| two(self, a, b))).collect();
        }
        joined.pop()
    }

    /// The function with value `f(a, b)` where the others have values `a` and `b`.
    pub fn combine(&mut self, a: Function, b: Function, f: impl Fn(f64, f64) -> f64) -> Function {
        self.combination(a, b, &f)
    }

    fn combination(&mut self, a: Function, b: Function, f: &dyn Fn(f64, f64) -> f64) -> Function {
        if [a, b].contains(&Diagram::NOT_A_NUMBER) {
            return Diagram::NOT_A_NUMBER;
        }
        let made = Resolver::new(Combination { diagram: &mut self.diagram, f }).of((a, b));
        self.accept(made)
    }

    /// The function with value `f(a)` where the other has value `a`.
    pub fn map(&mut self, a: Function, f: impl Fn(f64) -> f64) -> Function {
        self.combine(a, a, |value, _| f(value))
    }

    /// The function with one group held at a level, given as an index into the group's levels. It no longer
    /// depends on that group.
    pub fn hold(&mut self, function: Function, id: GroupId, level: usize) -> Function {
        let Some(group) = self.groups.get(id.0) else {
            return self.refuse(ModelError::NoSuchGroup { group: id.0 });
        };
        if level >= group.levels().len() {
            return self.refuse(ModelError::NoSuchLevel { group: id.0, level });
        }
        let made = Resolver::new(Hold { diagram: &mut self.diagram, group: id.0, level }).of(function);
        self.accept(made)
    }
}

/// Two functions being combined.
struct Combination<'a> {
    diagram: &'a mut Diagram,
    f: &'a dyn Fn(f64, f64) -> f64,
}

impl Work for Combination<'_> {
    type Part = (Function, Function);
    type Outcome = Function;

    fn at_once(&mut self, (a, b): Self::Part) -> Result<Option<Function>, ModelError> {
        match (self.diagram.value_of(a), self.diagram.value_of(b)) {
            (Some(a), Some(b)) => self.diagram.value((self.f)(a, b)).map(Some),
            _ => Ok(None),
        }
    }

    fn needed(&self, (a, b): Self::Part, place: usize) -> Option<Self::Part> {
        self.diagram.pair(a, b, place)
    }

    fn join(&mut self, (a, b): Self::Part, branches: &[Function]) -> Result<Function, ModelError> {
        self.diagram.choice(self.diagram.first_group(a, b), branches)
    }

    fn check_room(&self, outcomes: usize) -> Result<(), ModelError> {
        self.diagram.check_room(outcomes)
    }
}

/// A function whose dependence on one group is being taken out.
struct Hold<'a> {
    diagram: &'a mut Diagram,
    group: usize,
    level: usize,
}

impl Work for Hold<'_> {
    type Part = Function;
    type Outcome = Function;

    fn at_once(&mut self, function: Function) -> Result<Option<Function>, ModelError> {
        match self.diagram.choice_of(function) {
            Some((group, _)) if group < self.group => Ok(None),
            Some((group, branches)) if group == self.group => {
                let cause = ModelError::NoSuchLevel { group, level: self.level };
                branches.get(self.level).copied().map(Some).ok_or(cause)
            }
            _ => Ok(Some(function)),
        }
    }

    fn needed(&self, function: Function, place: usize) -> Option<Function> {
        let (_, branches) = self.diagram.choice_of(function)?;
        branches.get(place).copied()
    }

    fn join(&mut self, function: Function, branches: &[Function]) -> Result<Function, ModelError> {
        self.diagram.choice(self.diagram.first_group(function, function), branches)
    }

    fn check_room(&self, outcomes: usize) -> Result<(), ModelError> {
        self.diagram.check_room(outcomes)
    }
}
