//! Whatever a plan looks like, its rules can be asked, and every fix that they offer can be made and taken back.

use std::collections::BTreeSet;
use std::rc::Rc;

use availability_planner::catalog::Catalog;
use availability_planner::editor::{Action, State};
use availability_planner::plan::{Document, validate};
use availability_planner::rules::{Finding, check};
use proptest::prelude::*;

use crate::plan::plan;

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_fix_of_any_plan_is_one_step_that_removes_its_finding_and_can_be_taken_back(plan in plan()) {
        let catalog = Catalog::bundled();
        let before = Rc::new(Document::new("Plan", plan));
        prop_assert_eq!(validate(&before, &catalog), Ok(()));
        let open = State::new("key", Rc::clone(&before));
        let findings = check(open.scenario(), &catalog);
        let named: BTreeSet<_> = findings.iter().map(|finding| (finding.rule, finding.nodes.first())).collect();
        prop_assert_eq!(named.len(), findings.len(), "{:#?}", findings);
        for finding in findings {
            prop_assert!(finding.nodes.iter().all(|node| open.scenario().node(node).is_some()), "{:?}", finding);
            let Some(fix) = &finding.fix else { continue };
            let fixed = open.reduce(&catalog, Action::fix(fix));
            prop_assert_eq!(&fixed.notice, &None, "{:?}", finding);
            prop_assert_eq!(fixed.history.past().len(), 1, "{:?}", finding);
            let left = check(fixed.scenario(), &catalog);
            prop_assert!(!left.iter().any(|other| same_finding(other, &finding)), "still {:?}", finding);
            prop_assert_eq!(&fixed.reduce(&catalog, Action::Undo).document, &before);
        }
    }
}

fn same_finding(a: &Finding, b: &Finding) -> bool {
    (a.rule, a.severity, &a.nodes, &a.text) == (b.rule, b.severity, &b.nodes, &b.text)
}
