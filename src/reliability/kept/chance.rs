//! Probabilities of parts, from the elements up to the top.

use super::counted;
use super::{Kept, Part, Source};
use crate::reliability::Element;

/// The probability that something is true and the probability that it is false, each summed up by itself, so that the small one keeps
/// its digits.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Truth {
    /// That it is true.
    pub is_true: f64,
    /// That it is false.
    pub is_false: f64,
}

/// Between which two numbers something certainly lies.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Interval {
    /// Not below this.
    pub least: f64,
    /// Not above this.
    pub most: f64,
}

/// The top, given that one element is at one of its levels.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Conditional {
    /// For each level, the probability that the top is true.
    pub is_true: Vec<f64>,
    /// For each level, the probability that it is false.
    pub is_false: Vec<f64>,
}

impl Kept {
    /// How likely the top is, exactly but for rounding; none where something was refused.
    ///
    /// Elements that are not given are at their best level.
    pub fn probability(&self, elements: &[Element]) -> Option<Truth> {
        let Truth { is_true, is_false } = self.truths(elements).last().copied().flatten()?;
        // Rounding may carry a sum of all that is possible beyond 1.
        Some(Truth { is_true: is_true.min(1.0), is_false: is_false.min(1.0) })
    }

    /// The probability of each part, or none where it cannot be had.
    pub(super) fn truths(&self, elements: &[Element]) -> Vec<Option<Truth>> {
        let mut truths: Vec<Option<Truth>> = Vec::with_capacity(self.parts.len());
        for part in &self.parts {
            truths.push(self.laws(part, elements, &truths).and_then(|laws| {
                let laws: Vec<&[f64]> = laws.iter().map(Vec::as_slice).collect();
                match part {
                    Part::Diagram(diagram) => Some(diagram.truth(&laws)),
                    Part::Counted(tally) => {
                        Some(counted::last_law(&tally.slots, &laws, tally.least).truth(tally.least))
                    }
                    Part::Refused => None,
                }
            }));
        }
        truths
    }

    /// The laws of what a part reads; none if one of them cannot be had.
    pub(super) fn laws(
        &self,
        part: &Part,
        elements: &[Element],
        truths: &[Option<Truth>],
    ) -> Option<Vec<Vec<f64>>> {
        let law = |source: &Source| match *source {
            Source::Element(element) => {
                let mut law =
                    elements.get(element.index()).map_or_else(|| vec![1.0], |element| element.law().to_vec());
                law.resize(self.structure.levels(element), 0.0);
                Some(law)
            }
            Source::Part(part) => {
                let truth = truths.get(part).copied().flatten()?;
                Some(vec![truth.is_false, truth.is_true])
            }
        };
        part.sources().iter().map(law).collect()
    }
}
