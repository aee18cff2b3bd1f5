//! What expressions are worth.

mod arithmetic;
mod distributions;

use super::common_cause::{self, Levels};
use super::definitions::{Definitions, Kind};
use super::error::Problem;
use super::expression::Operation;
use super::terms::Term;
use super::xml::{Fault, fault_at, shortened};
use crate::exchange::precedence::sorted;

/// Probabilities of all events, and what was taken for granted on the way.
#[derive(Debug)]
pub(super) struct Values {
    /// For each event its probability, if it is a basic one that has an expression.
    pub probabilities: Vec<Option<f64>>,
    /// For each common-cause group the probabilities of its events.
    pub groups: Vec<Levels>,
    /// How many random deviates stand for their means.
    pub deviates: usize,
    /// The mission time, if some expression reads it.
    pub mission_time_hours: Option<f64>,
}

/// Works all expressions out.
pub(super) fn of(definitions: &Definitions<'_>, mission_time_hours: f64) -> Result<Values, Fault> {
    let parameters = &definitions.parameters;
    let mut targets = vec![usize::MAX; definitions.expressions.len()];
    let mut resolve = |container, range, reads: &mut Vec<usize>| {
        for (place, term, at) in definitions.expressions.of(range) {
            let Term::Reference(reference) = term else { continue };
            let found = definitions.parameter_names.find(&definitions.containers, container, reference.name);
            let (Some(target), Some(slot)) = (found, targets.get_mut(place)) else {
                return fault_at(
                    at,
                    Problem::Undefined { kind: "parameter", name: shortened(reference.name) },
                );
            };
            *slot = target;
            reads.push(target);
        }
        Ok(())
    };
    let mut reads = vec![Vec::new(); parameters.len()];
    for (parameter, reads) in parameters.iter().zip(&mut reads) {
        resolve(parameter.container, parameter.expression.clone(), reads)?;
    }
    for event in &definitions.events {
        if let Kind::Basic(Some(range)) = &event.kind {
            resolve(event.container, range.clone(), &mut Vec::new())?;
        }
    }
    for group in &definitions.groups {
        for range in group.factors.iter().chain([&group.distribution]) {
            resolve(group.container, range.clone(), &mut Vec::new())?;
        }
    }
    let order = match sorted(&reads) {
        Ok(order) => order,
        Err(cycle) => {
            let of_cycle = || cycle.iter().filter_map(|place| parameters.get(*place));
            let first = of_cycle().next().map_or(0, |parameter| parameter.expression.start);
            let at = definitions.expressions.of(first..first + 1).next().map_or(0, |(_, _, at)| at);
            let names = of_cycle().map(|parameter| parameter.name.clone()).collect();
            return fault_at(at, Problem::Cycle { kind: "parameters", names });
        }
    };
    let mut work = Work {
        definitions,
        targets,
        mission_time_hours,
        terms: vec![f64::NAN; definitions.expressions.len()],
        parameters: vec![f64::NAN; parameters.len()],
        deviates: 0,
        reads_mission_time: false,
    };
    for place in order {
        let Some(parameter) = parameters.get(place) else { continue };
        let value = work.value(parameter.expression.clone())?;
        if let Some(slot) = work.parameters.get_mut(place) {
            *slot = value;
        }
    }
    work.probabilities()
}

/// Expressions being worked out.
struct Work<'w, 'd> {
    definitions: &'w Definitions<'d>,
    /// For each term that is a reference the parameter that it leads to.
    targets: Vec<usize>,
    mission_time_hours: f64,
    terms: Vec<f64>,
    parameters: Vec<f64>,
    deviates: usize,
    reads_mission_time: bool,
}

impl Work<'_, '_> {
    fn probabilities(mut self) -> Result<Values, Fault> {
        let definitions = self.definitions;
        let mut probabilities = Vec::with_capacity(definitions.events.len());
        for event in &definitions.events {
            probabilities.push(match &event.kind {
                Kind::Basic(Some(range)) => {
                    let value = self.value(range.clone())?;
                    let quantity = || format!("the probability of “{}”", event.name);
                    Some(self.share(value, range.end, &quantity)?)
                }
                _ => None,
            });
        }
        let mut groups = Vec::with_capacity(definitions.groups.len());
        for group in &definitions.groups {
            let value = self.value(group.distribution.clone())?;
            let quantity = || format!("the probability of the members of “{}”", group.name);
            let probability = self.share(value, group.distribution.end, &quantity)?;
            let mut factors = Vec::new();
            for range in &group.factors {
                factors.push(self.value(range.clone())?);
            }
            groups.push(group.levels(probability, &factors)?);
        }
        common_cause::check_size(&definitions.groups, &groups)?;
        let mission_time_hours = self.reads_mission_time.then_some(self.mission_time_hours);
        Ok(Values { probabilities, groups, deviates: self.deviates, mission_time_hours })
    }

    fn share(&self, value: f64, end: usize, quantity: &dyn Fn() -> String) -> Result<f64, Fault> {
        if (0.0..=1.0).contains(&value) {
            return Ok(value);
        }
        let last = end.saturating_sub(1);
        let at = self.definitions.expressions.of(last..end).next().map_or(0, |(_, _, at)| at);
        fault_at(at, Problem::OutOfRange { quantity: quantity(), value, expected: "from 0 to 1" })
    }

    /// The value of the expression whose terms are these.
    fn value(&mut self, range: std::ops::Range<usize>) -> Result<f64, Fault> {
        let mut value = f64::NAN;
        for (place, term, at) in self.definitions.expressions.of(range) {
            value = match term {
                Term::Reference(_) => {
                    let target = self.targets.get(place).and_then(|target| self.parameters.get(*target));
                    target.copied().unwrap_or(f64::NAN)
                }
                Term::Operation(operation, range) => {
                    let arguments = self.definitions.expressions.arguments(range).iter();
                    let arguments: Vec<f64> =
                        arguments.map(|place| self.terms.get(*place).copied().unwrap_or(f64::NAN)).collect();
                    self.reads_mission_time |= *operation == Operation::MissionTime;
                    self.deviates += usize::from(matches!(operation, Operation::Deviate(_)));
                    self.result(*operation, &arguments, at)?
                }
            };
            if let Some(slot) = self.terms.get_mut(place) {
                *slot = value;
            }
        }
        Ok(value)
    }

    fn result(&self, operation: Operation, arguments: &[f64], at: usize) -> Result<f64, Fault> {
        let (element, value) = match operation {
            Operation::Number(value) => return Ok(value),
            Operation::MissionTime => return Ok(self.mission_time_hours),
            Operation::Arithmetic(arithmetic) => ("arithmetic", arithmetic::value(arithmetic, arguments)),
            Operation::Logic(logic) => ("condition", arithmetic::truth(logic, arguments)),
            Operation::IfThenElse | Operation::Switch => ("switch", arithmetic::chosen(arguments)),
            other => match distributions::value(other, arguments) {
                Ok((element, value)) => (element, value),
                Err(distributions::Wrong { quantity, value, expected }) => {
                    return fault_at(at, Problem::OutOfRange { quantity: quantity.into(), value, expected });
                }
            },
        };
        if value.is_finite() { Ok(value) } else { fault_at(at, Problem::NoValue { element: element.into() }) }
    }
}
