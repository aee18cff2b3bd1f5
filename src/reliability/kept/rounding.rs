//! How far rounding may have carried an answer from the truth.

use super::counted;
use super::diagram::Diagram;
use super::{Kept, Part, Source};
use crate::reliability::Element;

/// Half the last digit of a number near 1: what one rounding adds to a relative error at the most.
const UNIT: f64 = f64::EPSILON / 2.0;

impl Kept {
    /// The relative error that rounding can have brought into the probability, at the most: sums of positive terms add nothing to the
    /// errors of their terms but that of the addition, so counting the roundings on the longest way is enough. The laws of the elements
    /// are taken as given, each share of time rounded once. None where something was refused.
    ///
    /// Nicholas Higham, "Accuracy and Stability of Numerical Algorithms" (2002), lemma 3.1.
    pub fn error_bound(&self, elements: &[Element]) -> Option<f64> {
        let truths = self.truths(elements);
        let mut roundings: Vec<f64> = Vec::with_capacity(self.parts.len());
        for part in &self.parts {
            let of_sources: f64 = part
                .sources()
                .iter()
                .map(|source| match source {
                    Source::Element(_) => 0.0,
                    Source::Part(part) => roundings.get(*part).copied().unwrap_or(0.0),
                })
                .sum();
            let own = match part {
                Part::Diagram(diagram) => diagram.roundings(),
                Part::Counted(tally) => {
                    let laws = self.laws(part, elements, &truths)?;
                    let laws: Vec<&[f64]> = laws.iter().map(Vec::as_slice).collect();
                    counted::last_law(&tally.slots, &laws, tally.least).roundings + 2.0
                }
                Part::Refused => return None,
            };
            roundings.push(of_sources + own);
        }
        let product = roundings.last()? * UNIT;
        (product < 1.0).then(|| product / (1.0 - product))
    }
}

impl Diagram {
    /// A product and a sum for each variable on the longest way; the shares of its levels, each rounded once and added up.
    fn roundings(&self) -> f64 {
        let variables = f64::from(u32::try_from(self.rungs().len()).unwrap_or(u32::MAX));
        let sources = f64::from(u32::try_from(self.sources().len()).unwrap_or(u32::MAX));
        2.0 * variables + (variables + 2.0 * sources)
    }
}
