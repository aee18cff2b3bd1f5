//! Every rule has a plan that breaks it and one that just passes, and every fix does what it says.

#![allow(clippy::float_cmp, reason = "shares that are written here come back as they are")]

mod cases;
mod items;
mod matrix;

use std::collections::BTreeSet;

use super::{Finding, Severity, check, rules};
use crate::catalog::Catalog;
use crate::plan::Scenario;
use cases::{Case, cases};

fn of<'a>(findings: &'a [Finding], rule: &str) -> Vec<&'a Finding> {
    findings.iter().filter(|finding| finding.rule == rule).collect()
}

fn checked(scenario: &Scenario) -> Vec<Finding> {
    crate::plan::validate_scenario(scenario, &Catalog::bundled()).unwrap();
    check(scenario, &Catalog::bundled())
}

/// A plan for each rule and severity that breaks it, with the rule's name.
pub(crate) fn broken_plans() -> impl Iterator<Item = (&'static str, Scenario)> {
    cases().map(|case| (case.rule, (case.breaks)()))
}

#[test]
fn every_rule_has_a_plan_that_breaks_it_and_one_that_just_passes() {
    for Case { rule, severity, breaks, passes, .. } in cases() {
        let findings = checked(&breaks());
        let found = of(&findings, rule);
        assert_eq!(found.len(), 1, "{rule} finds {found:#?}");
        assert_eq!(found[0].severity, *severity, "{rule}");
        assert!(!found[0].nodes.is_empty() && !found[0].text.is_empty(), "{rule}");
        assert_eq!(of(&checked(&passes()), rule), [] as [&Finding; 0], "{rule} does not pass");
    }
    let covered: BTreeSet<&str> = cases().map(|case| case.rule).collect();
    assert_eq!(covered, rules().map(|rule| rule.id).collect());
}

#[test]
fn a_fix_removes_its_finding_and_brings_no_error() {
    let catalog = Catalog::bundled();
    for Case { rule, breaks, fixable, .. } in cases() {
        let scenario = breaks();
        let before = checked(&scenario);
        let found = of(&before, rule)[0];
        assert_eq!(found.fix.is_some(), *fixable, "{rule}");
        let Some(fix) = &found.fix else { continue };
        assert!(!fix.label.is_empty() && !fix.edits.is_empty(), "{rule}");
        let after = scenario.edited(&catalog, &fix.edits).unwrap();
        let after = checked(&after);
        let left = of(&after, rule).into_iter().find(|left| left.nodes == found.nodes);
        assert!(left.is_none_or(|left| left.severity > found.severity), "{rule} is still there: {left:?}");
        for error in after.iter().filter(|finding| finding.severity == Severity::Error) {
            assert!(!of(&before, error.rule).is_empty(), "the fix of {rule} brings {error:?}");
        }
    }
}

#[test]
fn findings_stand_in_the_order_of_severity_and_of_the_tables() {
    let position = |id: &str| rules().position(|rule| rule.id == id);
    for case in cases() {
        let findings = checked(&(case.breaks)());
        let keys: Vec<_> =
            findings.iter().map(|finding| (finding.severity, position(finding.rule))).collect();
        assert!(keys.is_sorted(), "{keys:?}");
    }
}

#[test]
fn every_rule_says_why_and_where() {
    let mut ids = BTreeSet::new();
    for rule in rules() {
        assert!(ids.insert(rule.id), "{} stands in the tables twice", rule.id);
        assert!(rule.reason.ends_with('.') && !rule.reason.contains("  "), "{}", rule.id);
        assert!(rule.source.url.starts_with("http") && !rule.source.title.is_empty(), "{}", rule.id);
        assert_eq!(super::rule(rule.id).map(|found| found.id), Some(rule.id));
    }
}

#[test]
fn nodes_of_findings_stand_in_the_plan() {
    for case in cases() {
        let scenario = (case.breaks)();
        for finding in checked(&scenario) {
            for node in &finding.nodes {
                assert!(scenario.node(node).is_some(), "{}: {node}", finding.rule);
            }
        }
    }
}

#[test]
fn a_rule_names_no_node_in_two_findings_of_its_own() {
    for case in cases() {
        let findings = checked(&(case.breaks)());
        let mut named = BTreeSet::new();
        for finding in &findings {
            assert!(named.insert((finding.rule, &finding.nodes[0])), "{}: {}", finding.rule, finding.text);
        }
    }
}

#[test]
fn an_empty_plan_has_no_findings() {
    assert_eq!(checked(&Scenario::empty("plan", "As planned")), []);
}
