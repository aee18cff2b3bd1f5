//! A change of the plan that was asked of the worker: it belongs to the plan as it was when it was asked for.

use std::rc::Rc;

use super::errand::Done;
use crate::panel::Order;
use crate::plan::Document;

/// A change that was asked for and has not come yet.
#[derive(Debug, Clone)]
pub struct Ordering {
    order: Order,
    plan: Rc<Document>,
    since: u32,
}

/// What became of an order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    /// The plan with the change, to be put in place.
    Done(Done),
    /// What is to leave the page.
    Parcel(String),
    /// The plan is no longer the one that the order was given for; it is left as it is.
    Overtaken,
    /// Why the plan was not changed.
    Refused(String),
}

impl Ordering {
    /// An order for a plan, given with the errand of that number.
    pub fn new(order: Order, plan: &Rc<Document>, since: u32) -> Self {
        Self { order, plan: Rc::clone(plan), since }
    }

    /// What an errand with this plan still has to ask for.
    pub fn wanted(&self, plan: &Rc<Document>) -> Option<Order> {
        Rc::ptr_eq(&self.plan, plan).then(|| self.order.clone())
    }

    /// What the reply of that number makes of it while this plan is open; none if the reply is to an earlier errand.
    pub fn outcome(
        &self,
        sequence: u32,
        (done, parcel, refused): (Option<Done>, Option<String>, Option<String>),
        open: &Rc<Document>,
    ) -> Option<Outcome> {
        if sequence < self.since {
            return None;
        }
        Some(match (done, parcel) {
            _ if !Rc::ptr_eq(&self.plan, open) => Outcome::Overtaken,
            (Some(done), _) => Outcome::Done(done),
            (_, Some(parcel)) => Outcome::Parcel(parcel),
            _ => Outcome::Refused(refused.unwrap_or_default()),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::build::PlanBuilder;

    #[test]
    fn an_order_is_for_the_plan_it_was_given_for_and_for_no_other() {
        let plan = Rc::new(PlanBuilder::new().standard_edition("se").document());
        let other = Rc::new((*plan).clone());
        let order = Order { name: "fix/RULE/se".into(), value: None };
        let done = Done { label: "Use two".into(), plan: "the plan".into() };
        let asked = Ordering::new(order.clone(), &plan, 5);
        assert_eq!(asked.wanted(&plan), Some(order));
        assert_eq!(
            asked.wanted(&other),
            None,
            "equal is not enough: what was done since may have been undone by hand"
        );
        let refused = Some(Outcome::Refused("no room".into()));
        let made = Some(Outcome::Done(done.clone()));
        let cases = [
            (4, Some(&done), &plan, None),
            (5, Some(&done), &plan, made.clone()),
            (6, Some(&done), &plan, made),
            (5, Some(&done), &other, Some(Outcome::Overtaken)),
            (6, None, &other, Some(Outcome::Overtaken)),
            (5, None, &plan, refused),
        ];
        for (sequence, done, open, outcome) in cases {
            let told = done.is_none().then(|| "no room".to_string());
            let reply = (done.cloned(), None, told);
            assert_eq!(asked.outcome(sequence, reply, open), outcome, "{sequence}");
        }
        let parcel = (None, Some("a picture".to_owned()), None);
        let gone = Some(Outcome::Parcel("a picture".into()));
        assert_eq!(asked.outcome(5, parcel.clone(), &plan), gone);
        assert_eq!(asked.outcome(5, parcel, &other), Some(Outcome::Overtaken), "it shows another plan");
    }
}
