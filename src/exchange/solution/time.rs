//! The first hours of a system that starts with everything up.

use serde::Serialize;

use crate::exchange::model::{DescribedGroup, Wanted};
use crate::reliability::{
    Element, FirstFailure, Gate, Group, Kept, Lifetime, ModelError, Structure, Transients, interval_mean,
};

/// Steps that a group's law at a time may take.
const STEPS: usize = 10_000_000;

/// How far a mean over time may be off, as a share of it.
const TOLERANCE: f64 = 1e-10;

/// States that are passed through to the first failure, at the most.
const STATES: usize = 100_000;

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
}

/// What changes with time.
pub(super) struct Clock<'c> {
    kept: &'c Kept,
    groups: Vec<Option<Transients<'c>>>,
    elements: &'c [Element],
}

/// The groups of a model, solved; an event has none.
pub(super) fn solved(groups: &[DescribedGroup]) -> Result<Vec<Option<Group>>, ModelError> {
    groups.iter().map(DescribedGroup::group).collect()
}

impl<'c> Clock<'c> {
    pub fn new(kept: &'c Kept, groups: &'c [Option<Group>], elements: &'c [Element]) -> Self {
        let groups =
            groups.iter().map(|group| group.as_ref().map(|group| Transients::new(group, STEPS))).collect();
        Self { kept, groups, elements }
    }

    /// All that is asked of the first hours: at times, and over spans.
    pub fn answers(&mut self, wanted: &Wanted) -> Result<(Vec<AtHours>, Vec<AtHours>), ModelError> {
        let mut at = Vec::new();
        for hours in &wanted.at_hours {
            at.push(self.at(hours.get())?);
        }
        let mut over = Vec::new();
        for hours in &wanted.over_hours {
            let hours = hours.get();
            let down = interval_mean(hours, &mut |hours| Ok(self.at(hours)?.unavailability), TOLERANCE)?;
            let up = interval_mean(hours, &mut |hours| Ok(self.at(hours)?.availability), TOLERANCE)?;
            over.push(AtHours { hours, unavailability: down.mean, availability: up.mean });
        }
        Ok((at, over))
    }

    fn at(&mut self, hours: f64) -> Result<AtHours, ModelError> {
        let mut elements = Vec::with_capacity(self.elements.len());
        for (group, element) in self.groups.iter_mut().zip(self.elements) {
            elements.push(match group {
                Some(group) => Element::new(group.law_after(hours)?.law, None)?,
                None => element.clone(),
            });
        }
        let truth = self.kept.probability(&elements).ok_or(ModelError::NotANumber)?;
        Ok(AtHours { hours, unavailability: truth.is_true, availability: truth.is_false })
    }
}

/// The mean time to the first failure; `mean_up_hours` is that of the steady state, if there is one.
pub(super) fn first_failure(
    structure: &Structure,
    failed: Gate,
    groups: &[Option<Group>],
    mean_up_hours: Option<f64>,
) -> Result<FirstFailureAnswer, ModelError> {
    let groups: Vec<Option<&Group>> = groups.iter().map(Option::as_ref).collect();
    let lifetime = Lifetime { structure, failed, groups: &groups, most_states: STATES };
    let found = lifetime.mean_time_to_first_failure(&mut || mean_up_hours.ok_or(ModelError::NoTimes))?;
    Ok(match found {
        FirstFailure::Exact { hours, .. } => {
            FirstFailureAnswer { hours: Some(hours), at_least_hours: hours, at_most_hours: Some(hours) }
        }
        FirstFailure::Between { at_least_hours, at_most_hours } => FirstFailureAnswer {
            hours: None,
            at_least_hours,
            at_most_hours: Some(at_most_hours).filter(|hours| hours.is_finite()),
        },
    })
}
