//! What stands on paper.

use super::*;
use crate::analysis::{Casualty, FailureSet, Options, analyse};
use crate::catalog::Catalog;
use crate::exchange::template::TEMPLATES;
use crate::plan::build::PlanBuilder;
use crate::rules::check;

fn written(document: &Document, down: &FailureSet) -> String {
    let (catalog, scenario) = (Catalog::bundled(), document.scenarios.first().unwrap());
    let findings = check(scenario, &catalog);
    write(document, &Asked::new(scenario, &catalog, down, &findings))
}

fn entry_tier() -> Document {
    TEMPLATES.iter().find(|template| template.id == "entry-tier").unwrap().open(&Catalog::bundled()).unwrap()
}

#[test]
fn a_report_has_every_figure_with_its_unit_and_every_assumption() {
    let document = entry_tier();
    let report = written(&document, &FailureSet::default());
    for words in [
        "<h1>Entry Tier, adapted, 30,000 users</h1>",
        "99.985 %",
        "1 h 21 min",
        "<svg ",
        "data-workload=\"im-presence\"",
        "7,500 users",
        "1 min 30 s",
        "50,000 h",
        "class=\"mark assumed\"",
    ] {
        assert!(report.contains(words), "“{words}” is missing in {report}");
    }
    let analysis =
        analyse(document.scenarios.first().unwrap(), &Catalog::bundled(), Options::default()).unwrap();
    for assumption in &analysis.assumptions {
        assert!(report.contains(assumption.as_str()), "{assumption}");
    }
    let findings = check(document.scenarios.first().unwrap(), &Catalog::bundled());
    assert!(!findings.is_empty());
    for finding in findings {
        assert!(report.contains(finding.title), "{}", finding.title);
    }
    for title in ["Workloads", "Findings", "If one server fails", "What the figures rest on", "Parts"] {
        assert_eq!(report.matches(&format!("<h2>{title}</h2>")).count(), 1, "{title}");
    }
}

#[test]
fn servers_that_fail_alike_are_one_line() {
    let report = written(&entry_tier(), &FailureSet::default());
    assert_eq!(report.matches("data-row=\"front-ends\"").count(), 1);
}

#[test]
fn what_is_down_stands_first() {
    let document = entry_tier();
    let mut down = FailureSet::default();
    let server = Casualty::Server { component: "front-ends".into(), server: "front-end-2".into() };
    down.kill(document.scenarios.first().unwrap(), &server);
    let report = written(&document, &down);
    let lead = report.find("class=\"lead\"").unwrap();
    assert!(lead < report.find("<dl").unwrap());
    assert!(report.contains("7,500 users reconnect"));
}

#[test]
fn an_empty_plan_and_names_of_any_kind_are_a_report_too() {
    let mut document = PlanBuilder::new().document();
    document.name = "<b>\"&".into();
    let report = written(&document, &FailureSet::default());
    assert!(report.contains("<h1>&lt;b&gt;&quot;&amp;</h1>") && report.contains("no users yet"));
}
