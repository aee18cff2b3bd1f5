//! The first hours of a system that starts with everything up.

use serde::Serialize;

use crate::exchange::model::{DescribedGroup, Wanted};
use crate::reliability::{
    Budget, Element, FirstFailure, Gate, Group, Kept, Lifetime, ModelError, Structure, Transients,
    interval_means,
};

/// Steps that a group's law at a time may take.
const STEPS: usize = 10_000_000;

/// How far a mean over time may be off, as a share of it.
const TOLERANCE: f64 = 1e-10;

/// States that are passed through to the first failure, at the most.
const STATES: usize = 100_000;

/// What rounding may add to the relative error of the rest.
const ROUNDING: f64 = 1e-12;

/// What each state of a chain may add to the relative error of a mean time: some roundings of sums in which it stands.
const ROUNDING_OF_STATE: f64 = 1e-15;

/// The system after so many hours, or over so many first hours.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct AtHours {
    /// The hours.
    pub hours: f64,
    /// How likely the system is down then; over the hours, a mean.
    pub unavailability: f64,
    /// How likely it is up then; over the hours, a mean.
    pub availability: f64,
    /// How both were found, in words.
    pub method: &'static str,
    /// How far each of the two may be off, as a share of it.
    pub error_bound: f64,
}

/// The mean time to the first failure, or between which two times it is proven to lie.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct FirstFailureAnswer {
    /// The mean; null where only bounds can be had.
    pub hours: Option<f64>,
    /// Not below this.
    pub at_least_hours: f64,
    /// Not above this; null where nothing is known.
    pub at_most_hours: Option<f64>,
    /// How it was found, in words.
    pub method: &'static str,
    /// How far the mean may be off, as a share of it: rounding alone; null where only bounds can be had.
    pub error_bound: Option<f64>,
}

/// Why not all is said of the first hours.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub(super) enum NotAllHours {
    #[error(transparent)]
    Model(#[from] ModelError),
    #[error(
        "the mean over the first {hours} hours may be off by {error_bound:e} of itself, which is too much"
    )]
    Imprecise { hours: f64, error_bound: f64 },
}

/// What changes with time.
pub(super) struct Clock<'c> {
    kept: &'c Kept,
    groups: Vec<Option<Transients<'c>>>,
    elements: &'c [Element],
    /// How far a mean over time may be off, as a share of it.
    tolerance: f64,
    is_over: &'c dyn Fn() -> bool,
}

/// The groups of a model, solved; an event has none.
pub(super) fn solved(
    groups: &[DescribedGroup],
    is_over: &dyn Fn() -> bool,
) -> Result<Vec<Option<Group>>, ModelError> {
    let group = |group: &DescribedGroup| if is_over() { Err(ModelError::TimeOver) } else { group.group() };
    groups.iter().map(group).collect()
}

impl<'c> Clock<'c> {
    pub fn new(
        kept: &'c Kept,
        groups: &'c [Option<Group>],
        elements: &'c [Element],
        is_over: &'c dyn Fn() -> bool,
    ) -> Self {
        let groups =
            groups.iter().map(|group| group.as_ref().map(|group| Transients::new(group, STEPS))).collect();
        Self { kept, groups, elements, tolerance: TOLERANCE, is_over }
    }

    /// All that is asked of the first hours: at times, and over spans. What was found before the time was over is kept.
    pub fn answer(
        &mut self,
        wanted: &Wanted,
        at: &mut Vec<AtHours>,
        over: &mut Vec<AtHours>,
    ) -> Result<(), NotAllHours> {
        for hours in &wanted.at_hours {
            at.push(self.at(hours.get())?);
        }
        let mut imprecise = None;
        for hours in &wanted.over_hours {
            let (answer, has_converged) = self.over(hours.get())?;
            over.push(answer);
            if !has_converged {
                let AtHours { hours, error_bound, .. } = answer;
                imprecise.get_or_insert(NotAllHours::Imprecise { hours, error_bound });
            }
        }
        imprecise.map_or(Ok(()), Err)
    }

    fn at(&mut self, hours: f64) -> Result<AtHours, ModelError> {
        let mut elements = Vec::with_capacity(self.elements.len());
        // Each term of the two sums has one factor of each group.
        let mut error_bound = self.kept.error_bound(self.elements).unwrap_or(ROUNDING);
        for (group, element) in self.groups.iter_mut().zip(self.elements) {
            if (self.is_over)() {
                return Err(ModelError::TimeOver);
            }
            elements.push(match group {
                Some(group) => {
                    let transient = group.law_after_within(hours, self.is_over)?;
                    error_bound += transient.error_bound * (1.0 + error_bound);
                    Element::new(transient.law, None)?
                }
                None => element.clone(),
            });
        }
        let truth = self.kept.probability(&elements).ok_or(ModelError::NotANumber)?;
        let (unavailability, availability) = (truth.is_true, truth.is_false);
        Ok(AtHours { hours, unavailability, availability, method: self.method(false), error_bound })
    }

    /// The means over so many first hours, and whether they are within the tolerance.
    fn over(&mut self, hours: f64) -> Result<(AtHours, bool), ModelError> {
        let tolerance = self.tolerance;
        let mut of_values = 0.0_f64;
        let mut both_at = |hours| {
            let AtHours { unavailability, availability, error_bound, .. } = self.at(hours)?;
            of_values = of_values.max(error_bound);
            Ok([unavailability, availability])
        };
        let both = interval_means(hours, &mut both_at, tolerance)?;
        let of_rule = |mean: f64, error: f64| if error > 0.0 { error / mean } else { 0.0 };
        let of_rules = both.iter().map(|figure| of_rule(figure.mean, figure.error_bound)).fold(0.0, f64::max);
        let [down, up] = both;
        let answer = AtHours {
            hours,
            unavailability: down.mean,
            availability: up.mean,
            method: self.method(true),
            error_bound: of_rules + of_values * (1.0 + of_rules),
        };
        Ok((answer, down.converged && up.converged))
    }

    fn method(&self, is_mean: bool) -> &'static str {
        let groups = || self.groups.iter().flatten();
        let (some, all) =
            (groups().any(Transients::is_uniformized), groups().all(Transients::is_uniformized));
        match (is_mean, some, all) {
            (false, false, _) => "exact: repeated squaring",
            (false, true, false) => "exact: repeated squaring and uniformization",
            (false, true, true) => "exact: uniformization",
            (true, false, _) => "Gauss-Kronrod quadrature, repeated squaring",
            (true, true, false) => "Gauss-Kronrod quadrature, repeated squaring and uniformization",
            (true, true, true) => "Gauss-Kronrod quadrature, uniformization",
        }
    }
}

/// The mean time to the first failure; `mean_up_hours` is that of the steady state, if there is one.
pub(super) fn first_failure(
    structure: &Structure,
    failed: Gate,
    groups: &[Option<Group>],
    mean_up_hours: Option<f64>,
    budget: &Budget<'_>,
) -> Result<FirstFailureAnswer, ModelError> {
    let groups: Vec<Option<&Group>> = groups.iter().map(Option::as_ref).collect();
    let lifetime = Lifetime { structure, failed, groups: &groups, most_states: STATES };
    let mut mean_up = || mean_up_hours.ok_or(ModelError::NoTimes);
    let found = lifetime.mean_time_to_first_failure(&mut mean_up, budget)?;
    Ok(match found {
        FirstFailure::Exact { hours, states } => FirstFailureAnswer {
            hours: Some(hours),
            at_least_hours: hours,
            at_most_hours: Some(hours),
            method: "exact: the chain of all groups until it fails",
            #[allow(clippy::cast_precision_loss, reason = "100,000 states at most")]
            error_bound: Some(ROUNDING + ROUNDING_OF_STATE * states as f64),
        },
        FirstFailure::Between { at_least_hours, at_most_hours } => FirstFailureAnswer {
            hours: None,
            at_least_hours,
            at_most_hours: Some(at_most_hours).filter(|hours| hours.is_finite()),
            method: "bounds: the mean up time and single cut sets",
            error_bound: None,
        },
    })
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;

    use super::*;
    use crate::exchange::model::Hours;
    use crate::reliability::{LoadShared, Method, Unit};

    /// What is said of 100 and of 1,000 hours of thirty servers of which two may fail, one look at the clock being the last.
    fn over(tolerance: f64, last_look: usize) -> (Result<(), NotAllHours>, Vec<AtHours>, usize) {
        let unit = Unit::from_mtbf(1_000.0, 24.0).unwrap();
        let shared = LoadShared { units: 30, unit, crews: 30, common_cause_share: 0.0, planned: None };
        let group = Group::load_shared(&shared).unwrap();
        let mut structure = Structure::new();
        let element = structure.element(group.levels().len());
        let failed = structure.at(element, |level| level > 2);
        let kept = Kept::new(&structure, failed, Method::Counting, &Budget::default());
        let elements = [Element::of_group(&group)];
        let groups = [Some(group)];
        let looks = Cell::new(0);
        let is_over = || {
            looks.set(looks.get() + 1);
            looks.get() >= last_look
        };
        let hours = [100.0, 1_000.0].map(|hours| Hours::new(hours).unwrap());
        let wanted = Wanted { over_hours: hours.into(), ..Wanted::default() };
        let mut found = Vec::new();
        let mut clock = Clock { tolerance, ..Clock::new(&kept, &groups, &elements, &is_over) };
        let result = clock.answer(&wanted, &mut Vec::new(), &mut found);
        (result, found, looks.get())
    }

    #[test]
    fn work_ends_at_whichever_look_the_time_is_over_and_keeps_what_was_found() {
        let (result, found, looks) = over(TOLERANCE, usize::MAX);
        assert_eq!((result, found.len()), (Ok(()), 2));
        assert!(looks > 100, "{looks} looks");
        for (last_look, answered) in [(1, 0), (2, 0), (looks, 1)] {
            let (result, found, looked) = over(TOLERANCE, last_look);
            assert_eq!(result, Err(NotAllHours::Model(ModelError::TimeOver)));
            assert_eq!((found.len(), looked), (answered, last_look));
        }
    }

    #[test]
    fn a_mean_that_stays_outside_its_tolerance_is_given_but_not_taken_for_one_within() {
        let (_, within, _) = over(TOLERANCE, usize::MAX);
        let (result, beyond, _) = over(0.0, usize::MAX);
        assert!(matches!(result, Err(NotAllHours::Imprecise { hours: 100.0, .. })), "{result:?}");
        for (within, beyond) in within.iter().zip(&beyond) {
            assert!(beyond.error_bound > 0.0, "{beyond:?}");
            let apart = (within.unavailability / beyond.unavailability - 1.0).abs();
            assert!(apart <= within.error_bound + beyond.error_bound, "{within:?} {beyond:?}");
        }
        assert_eq!(beyond.len(), 2);
    }
}
