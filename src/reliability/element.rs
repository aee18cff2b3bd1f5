//! What is known of an element of a structure: how likely each of its levels is, and how often it passes between them.

use super::{Flow, Group, ModelError, bounds};

/// An element with its law: independent of all others, level 0 the best.
#[derive(Clone, Debug, PartialEq)]
pub struct Element {
    law: Vec<f64>,
    flows: Option<Vec<Flow>>,
}

impl Element {
    /// A group of units.
    pub fn of_group(group: &Group) -> Self {
        Self { law: group.law().to_vec(), flows: Some(group.flows().to_vec()) }
    }

    /// Something that happens with a probability and has no times: level 0, it does not, and level 1, it does.
    ///
    /// # Errors
    /// If the probability is not a number from 0 to 1.
    pub fn event(probability: f64) -> Result<Self, ModelError> {
        let happens = bounds::share("the probability of an event", probability)?;
        Ok(Self { law: vec![1.0 - happens, happens], flows: None })
    }

    /// An element whose law and flows are known.
    pub(crate) fn known(law: Vec<f64>, flows: Option<Vec<Flow>>) -> Self {
        Self { law, flows }
    }

    /// The share of time, or the probability, of each level, best first.
    pub fn law(&self) -> &[f64] {
        &self.law
    }

    /// How often per hour it passes from one level to another; none where it only has a probability.
    pub fn flows(&self) -> Option<&[Flow]> {
        self.flows.as_deref()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_event_has_two_levels_and_no_flows() {
        let event = Element::event(0.25).unwrap();
        assert_eq!((event.law(), event.flows()), (&[0.75, 0.25][..], None));
        for probability in [-0.1, 1.1, f64::NAN] {
            assert!(Element::event(probability).is_err());
        }
    }
}
