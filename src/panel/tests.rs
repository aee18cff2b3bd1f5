//! What panels hold, and what orders do.

use std::rc::Rc;

use super::order::carry_out;
use super::*;
use crate::analysis::{Casualty, FailureSet};
use crate::catalog::Catalog;
use crate::exchange::template::TEMPLATES;
use crate::plan::Scenario;
use crate::plan::build::PlanBuilder;
use crate::rules::check;

/// A plan that holds something of everything.
fn entry_tier() -> Rc<Scenario> {
    let template = TEMPLATES.iter().find(|template| template.id == "entry-tier").unwrap();
    Rc::clone(template.open(&Catalog::bundled()).unwrap().scenarios.first().unwrap())
}

fn written(scenario: &Rc<Scenario>, down: &FailureSet, kind: PanelKind) -> Panel {
    let catalog = Catalog::bundled();
    let findings = check(scenario, &catalog);
    write(kind, &Asked::new(scenario, &catalog, down, &findings))
}

fn order(name: &str, value: Option<&str>) -> Order {
    Order { name: name.into(), value: value.map(Into::into) }
}

#[test]
fn every_panel_says_what_will_appear_where_there_is_nothing_yet() {
    let empty = Rc::new(PlanBuilder::new().scenario());
    for kind in PanelKind::ALL {
        let panel = written(&empty, &FailureSet::default(), kind);
        assert_eq!(panel.kind, kind);
        assert!(panel.html.contains("class=\"empty\""), "{kind:?}: {}", panel.html);
        assert!(panel.figures.is_empty());
    }
}

#[test]
fn figures_of_a_panel_are_those_that_its_buttons_name() {
    let scenario = entry_tier();
    let mut down = FailureSet::default();
    down.kill(&scenario, &Casualty::Server { component: "front-ends".into(), server: "front-end-2".into() });
    for kind in PanelKind::ALL {
        let panel = written(&scenario, &down, kind);
        assert!(!panel.html.contains("class=\"empty"), "{kind:?}");
        assert_eq!(panel.html.matches("data-told=\"\"").count(), panel.figures.len(), "{kind:?}");
        for (place, figure) in panel.figures.iter().enumerate() {
            assert!(panel.html.contains(&format!("data-figure=\"{}\"", figure.id)), "{}", figure.id);
            assert!(panel.figures.iter().skip(place + 1).all(|other| other.id != figure.id), "{}", figure.id);
        }
    }
    assert!(!written(&scenario, &down, PanelKind::Failure).figures.is_empty());
}

#[test]
fn every_workload_has_a_row_and_a_figure_of_this_moment_where_something_is_down() {
    let scenario = entry_tier();
    let whole = written(&scenario, &FailureSet::default(), PanelKind::Workloads).html;
    assert!(whole.contains("data-workload=\"im-presence\"") && !whole.contains("now.users"));
    let mut down = FailureSet::default();
    down.kill(&scenario, &Casualty::Server { component: "front-ends".into(), server: "front-end-2".into() });
    let killed = written(&scenario, &down, PanelKind::Workloads).html;
    assert_eq!(killed.matches("now.users").count(), killed.matches("data-workload=").count());
}

#[test]
fn names_of_a_plan_are_text_in_every_panel() {
    let name = "<img src=x>";
    let plan = PlanBuilder::new().standard_edition("se").users("users", 100, "se");
    let plan = plan.with("se", |home| home.name = name.into());
    let scenario = Rc::new(plan.scenario());
    for kind in PanelKind::ALL {
        assert!(!written(&scenario, &FailureSet::default(), kind).html.contains(name), "{kind:?}");
    }
    assert!(written(&scenario, &FailureSet::default(), PanelKind::Bill).html.contains("&lt;img"));
}

#[test]
fn every_fix_that_is_offered_can_be_ordered() {
    let (scenario, catalog) = (entry_tier(), Catalog::bundled());
    let findings = check(&scenario, &catalog);
    let html = written(&scenario, &FailureSet::default(), PanelKind::Findings).html;
    let mut any = false;
    for finding in &findings {
        let (Some(fix), Some(node)) = (&finding.fix, finding.nodes.first()) else { continue };
        let name = format!("fix/{}/{node}", finding.rule);
        assert!(html.contains(&format!("data-order=\"{name}\"")), "{name}");
        let done = carry_out(&scenario, &catalog, &findings, &order(&name, None));
        assert_eq!(done, Ok((fix.label.clone(), fix.edits.clone())));
        any = true;
    }
    assert!(any);
}

#[test]
fn an_order_that_cannot_be_carried_out_says_what_is_wrong() {
    let (scenario, catalog) = (entry_tier(), Catalog::bundled());
    let done = |name: &str, value| carry_out(&scenario, &catalog, &[], &order(name, value));
    for (name, value, says) in [
        ("fix/EDGE-RP-HA/reverse-proxy", None, "nothing left to mend"),
        ("servers/front-ends", Some("many"), "“many”"),
        ("servers/front-ends", Some("0"), "takes 1 to "),
        ("servers/nowhere", Some("2"), "no longer in the plan"),
        ("check/NOTHING", Some("done"), "no item “NOTHING”"),
        ("colour", Some("red"), "no way to change “colour”"),
    ] {
        let told = done(name, value).unwrap_err();
        assert!(told.contains(says), "{name}: {told}");
    }
    assert_eq!(done("servers/front-ends", Some(" 3 ")).unwrap().0, "Give Front Ends 3 servers");
}

#[test]
fn an_item_of_the_checklist_is_marked_and_opened_again() {
    let (scenario, catalog) = (entry_tier(), Catalog::bundled());
    let checks = crate::rules::checklist(&scenario, &catalog);
    let item = checks.first().unwrap().item;
    let name = format!("check/{item}");
    let mut scenario = scenario;
    for value in ["done", "not-applicable", "open"] {
        let (_, edits) = carry_out(&scenario, &catalog, &[], &order(&name, Some(value))).unwrap();
        scenario = Rc::new(scenario.edited(&catalog, &edits).unwrap());
        let html = written(&scenario, &FailureSet::default(), PanelKind::Checklist).html;
        let entry = html.split("data-item=").find(|entry| entry.starts_with(&format!("\"{item}\""))).unwrap();
        assert!(entry.contains(&format!("value=\"{value}\" selected")), "{entry}");
    }
    assert!(carry_out(&scenario, &catalog, &[], &order(&name, Some("maybe"))).is_err());
}

#[test]
fn a_tab_counts_what_its_panel_lists() {
    let (scenario, catalog, down) = (entry_tier(), Catalog::bundled(), FailureSet::default());
    let findings = check(&scenario, &catalog);
    let counts = counts(&Asked::new(&scenario, &catalog, &down, &findings));
    let count = counts.iter().find(|count| count.kind == PanelKind::Findings).unwrap().count;
    assert_eq!(usize::try_from(count).unwrap(), findings.len());
    let listed = written(&scenario, &down, PanelKind::Findings).html.matches("data-finding=").count();
    assert_eq!(listed, findings.len());
}
