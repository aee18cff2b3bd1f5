//! Every case can be run, and gives the same answer each time it is prepared.

#![cfg(not(target_arch = "wasm32"))]

use std::collections::BTreeSet;

use engine_cases::{Goal, cases};

#[test]
fn every_case_gives_one_answer() {
    for case in cases() {
        // What is not optimised takes minutes for the large ones.
        if case.is_large && cfg!(debug_assertions) {
            continue;
        }
        let (first, again) = ((case.prepare)().check(), (case.prepare)().check());
        assert_eq!(first, again, "{}", case.name);
    }
}

#[test]
fn cases_are_told_apart_and_measured_against_each_other_by_name() {
    let cases = cases();
    let names: BTreeSet<&str> = cases.iter().map(|case| &*case.name).collect();
    assert_eq!(names.len(), cases.len());
    for case in &cases {
        if let Some(Goal::Times(_, other)) = case.goal {
            assert!(names.contains(other), "{other}");
        }
    }
}
