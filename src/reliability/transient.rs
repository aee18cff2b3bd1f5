//! How a group fares in the first hours: the law of its levels at a time after it started with everything up.

mod double;
mod doubling;
mod steps;

use super::chain::Watch;
use super::{Group, ModelError, bounds};
use double::Double;
use doubling::Doubling;
use steps::Steps;

/// Up to so many states, powers of the whole transition matrix are kept.
const FEW_STATES: usize = 24;

/// The law of a group's levels at a time.
#[derive(Clone, Debug, PartialEq)]
pub struct Transient {
    /// The probability of each level, in the order of [`Group::levels`].
    pub law: Vec<f64>,
    /// What no probability above 1e-280 is wrong by, over itself. It covers rounding and what was left out; the rates of the chain,
    /// and its stationary law once that is reached,
    /// are taken as exact.
    pub error_bound: f64,
}

/// The laws of a group's levels at any number of times, after it started in [`Group::start`].
///
/// What is worked out for one time is kept and used for others.
///
/// With few states, the transition matrix over a short step is squared until it reaches far enough, in numbers of twice the usual
/// precision, so that a switch of seconds and a life of years go together. With more, the law is taken from one time to the next by
/// uniformization: Arne Jensen, "Markoff chains as an aid in the study of Markoff processes", Skandinavisk Aktuarietidskrift 36
/// (1953). Either way only positive numbers are added, so small probabilities keep their digits.
#[derive(Debug)]
pub struct Transients<'a> {
    group: &'a Group,
    method: Method,
}

#[derive(Debug)]
enum Method {
    Doubling(Doubling),
    Steps(Steps),
}

impl Group {
    /// The law of the group's levels so many hours after it started with everything up.
    ///
    /// # Errors
    /// Those of [`Transients::law_after`].
    pub fn law_after(&self, hours: f64, most_steps: usize) -> Result<Transient, ModelError> {
        Transients::new(self, most_steps).law_after(hours)
    }
}

impl<'a> Transients<'a> {
    /// The laws of a group, taking no more than so many steps in all: one step is a passage from one time to the next by a single
    /// event, and costs as much as the chain has transitions. Groups of few states take no steps.
    pub fn new(group: &'a Group, most_steps: usize) -> Self {
        let method = if group.states().len() <= FEW_STATES {
            Method::Doubling(Doubling::new(group))
        } else {
            Method::Steps(Steps::new(group, most_steps))
        };
        Self { group, method }
    }

    /// Whether the laws are taken by uniformization, as those of groups of more than a few states, rather than by repeated squaring.
    pub fn is_uniformized(&self) -> bool {
        matches!(self.method, Method::Steps(_))
    }

    /// The law so many hours after the start.
    ///
    /// # Errors
    /// If the time is not a number from 0 to 1e30, the steps are spent, or the rates lie too far apart.
    pub fn law_after(&mut self, hours: f64) -> Result<Transient, ModelError> {
        self.law_after_within(hours, &|| false)
    }

    /// The law so many hours after the start, unless the time for the work is over before: `is_over` is asked now and then.
    ///
    /// # Errors
    /// Those of [`Transients::law_after`], and if the time is over.
    pub fn law_after_within(
        &mut self,
        hours: f64,
        is_over: &dyn Fn() -> bool,
    ) -> Result<Transient, ModelError> {
        let hours = bounds::positive_or_zero("the time in hours", hours)?;
        let (states, error_bound) = match &mut self.method {
            Method::Doubling(doubling) => doubling.law_after(hours)?,
            Method::Steps(steps) => steps.law_after(hours, &Watch::new(is_over))?,
        };
        let mut law = vec![0.0; self.group.levels().len()];
        for (state, probability) in self.group.states().iter().zip(&states) {
            if let Some(share) = law.get_mut(state.level) {
                *share += probability;
            }
        }
        #[allow(clippy::cast_precision_loss, reason = "a chain has far fewer states")]
        let additions = (states.len() + 1) as f64 * f64::EPSILON;
        Ok(Transient { law, error_bound: error_bound + additions })
    }
}
