//! What is known of an element of a structure: how likely each of its levels is, and how often it passes between them.

use super::{Flow, Group, ModelError, bounds};

/// How far the shares of an element's levels may sum up to something else than 1.
const SUM_TOLERANCE: f64 = 1e-9;

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

    /// An element whose law and flows are known from elsewhere: the share of time of each level, best first, and how often it passes
    /// between them, if it has times at all. In the long run it enters every level as often as it leaves it.
    ///
    /// # Errors
    /// If a share is not a number from 0 to 1, the shares do not sum to 1 within 1e-9, or a flow names a level that is not there or
    /// has a rate that is not a finite number from 0 on.
    pub fn new(law: Vec<f64>, flows: Option<Vec<Flow>>) -> Result<Self, ModelError> {
        let mut law = law;
        for share in &mut law {
            // Rounding may have carried a share of nearly all time beyond 1.
            if (1.0..=1.0 + SUM_TOLERANCE).contains(share) {
                *share = 1.0;
            }
            bounds::share("the share of time of a level", *share)?;
        }
        let total = law.iter().sum();
        if !(1.0 - SUM_TOLERANCE..=1.0 + SUM_TOLERANCE).contains(&total) {
            let (quantity, least, most) =
                ("the sum of the shares of time", 1.0 - SUM_TOLERANCE, 1.0 + SUM_TOLERANCE);
            return Err(ModelError::OutOfRange { quantity, value: total, least, most });
        }
        for flow in flows.iter().flatten() {
            if let Some(&state) = [flow.from, flow.to].iter().find(|&&level| level >= law.len()) {
                return Err(ModelError::NoSuchState { state, states: law.len() });
            }
            if !(0.0..=f64::MAX).contains(&flow.per_hour) {
                let (quantity, value) = ("the rate of a flow per hour", flow.per_hour);
                return Err(ModelError::OutOfRange { quantity, value, least: 0.0, most: f64::MAX });
            }
        }
        Ok(Self { law, flows })
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
    fn laws_and_flows_without_meaning_are_refused() {
        let flow = |from, to, per_hour| Flow { from, to, per_hour, displaced: 0.0 };
        let there_and_back = vec![flow(0, 1, 0.5), flow(1, 0, 0.5)];
        assert!(Element::new(vec![0.75, 0.25], Some(there_and_back)).is_ok());
        let rounded = Element::new(vec![1.0 + f64::EPSILON, 1e-17], None).unwrap();
        assert_eq!(rounded.law(), [1.0, 1e-17]);
        assert!(Element::new(vec![0.75, 0.75], None).is_err());
        assert!(Element::new(vec![1.5, -0.5], None).is_err());
        assert!(Element::new(vec![f64::NAN, 1.0], None).is_err());
        assert!(Element::new(vec![], None).is_err());
        for wrong in [flow(0, 2, 0.5), flow(0, 1, -0.5), flow(0, 1, f64::NAN)] {
            assert!(Element::new(vec![0.75, 0.25], Some(vec![wrong])).is_err(), "{wrong:?}");
        }
    }

    #[test]
    fn an_event_has_two_levels_and_no_flows() {
        let event = Element::event(0.25).unwrap();
        assert_eq!((event.law(), event.flows()), (&[0.75, 0.25][..], None));
        for probability in [-0.1, 1.1, f64::NAN] {
            assert!(Element::event(probability).is_err());
        }
    }
}
