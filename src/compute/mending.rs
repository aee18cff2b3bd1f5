//! A finding's fix that was asked of the worker: it belongs to the plan as it was when it was asked for.

use std::rc::Rc;

use super::errand::{Mend, Mended};
use crate::plan::Document;

/// A fix that was asked for and has not come yet.
#[derive(Debug, Clone)]
pub struct Mending {
    mend: Mend,
    plan: Rc<Document>,
    since: u32,
}

/// What became of a fix.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    /// The plan with the fix, to be put in place.
    Done(Mended),
    /// The plan is no longer the one that the fix was asked for; it is left as it is.
    Overtaken,
    /// The finding offers no fix any more.
    Gone,
}

impl Mending {
    /// A fix for a plan, asked for by the errand of that number.
    pub fn new(mend: Mend, plan: &Rc<Document>, since: u32) -> Self {
        Self { mend, plan: Rc::clone(plan), since }
    }

    /// What an errand with this plan still has to ask for.
    pub fn wanted(&self, plan: &Rc<Document>) -> Option<Mend> {
        Rc::ptr_eq(&self.plan, plan).then(|| self.mend.clone())
    }

    /// What the reply of that number makes of it while this plan is open; none if the reply is to an earlier errand.
    pub fn outcome(&self, sequence: u32, mended: Option<Mended>, open: &Rc<Document>) -> Option<Outcome> {
        if sequence < self.since {
            return None;
        }
        Some(match mended {
            _ if !Rc::ptr_eq(&self.plan, open) => Outcome::Overtaken,
            Some(mended) => Outcome::Done(mended),
            None => Outcome::Gone,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::build::PlanBuilder;

    #[test]
    fn a_fix_is_for_the_plan_it_was_asked_for_and_for_no_other() {
        let plan = Rc::new(PlanBuilder::new().standard_edition("se").document());
        let other = Rc::new((*plan).clone());
        let mend = Mend { rule: "RULE".into(), node: "se".into() };
        let mended = Mended { label: "Use two".into(), plan: "the plan".into() };
        let mending = Mending::new(mend.clone(), &plan, 5);
        assert_eq!(mending.wanted(&plan), Some(mend));
        assert_eq!(
            mending.wanted(&other),
            None,
            "equal is not enough: what was done since may have been undone by hand"
        );
        let done = Some(Outcome::Done(mended.clone()));
        let cases = [
            (4, Some(&mended), &plan, None),
            (5, Some(&mended), &plan, done.clone()),
            (6, Some(&mended), &plan, done),
            (5, Some(&mended), &other, Some(Outcome::Overtaken)),
            (6, None, &other, Some(Outcome::Overtaken)),
            (5, None, &plan, Some(Outcome::Gone)),
        ];
        for (sequence, mended, open, outcome) in cases {
            assert_eq!(mending.outcome(sequence, mended.cloned(), open), outcome, "{sequence}");
        }
    }
}
