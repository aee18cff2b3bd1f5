//! What leaves the planner of any plan: files that come back the same, tables, fault trees, answers, panels and charts.

use std::rc::Rc;

use availability_planner::analysis::{
    Casualty, FailureSet, Options, analyse, fault_trees, served_users, sizing, under_failure,
};
use availability_planner::catalog::Catalog;
use availability_planner::chart::{self, Chart, Frame};
use availability_planner::exchange::capacity::Capacity;
use availability_planner::exchange::evaluation::Evaluation;
use availability_planner::exchange::file;
use availability_planner::exchange::findings::Findings;
use availability_planner::exchange::link;
use availability_planner::exchange::open_psa;
use availability_planner::exchange::parts_list::{Group, PartsList};
use availability_planner::panel::{self, Asked, Order, PanelKind, order};
use availability_planner::picture::{self, Theme};
use availability_planner::plan::{Document, Scenario};
use availability_planner::report;
use availability_planner::rules::{check, checklist};
use proptest::prelude::*;
use serde_json::Value;

use crate::answers::answered;
use crate::plan::plan;

/// Words that stand where a number was none.
const NO_NUMBERS: [&str; 3] = ["NaN", "inf", "Infinity"];

/// A number of an answer that is none is written as null, as is what is left out.
fn is_whole(answer: &Value, optional: &[&str]) -> Result<(), String> {
    match answer {
        Value::Object(fields) => fields.iter().try_for_each(|(name, value)| match value {
            Value::Null if !optional.contains(&name.as_str()) => Err(format!("{name} is null in {answer}")),
            _ => is_whole(value, optional),
        }),
        Value::Array(values) => values.iter().try_for_each(|value| is_whole(value, optional)),
        _ => Ok(()),
    }
}

fn says_numbers(what: &str, text: &str) -> Result<(), String> {
    let words = text.split(|sign: char| !sign.is_ascii_alphabetic());
    let wrong: Vec<&str> = words.filter(|word| NO_NUMBERS.contains(word)).collect();
    if wrong.is_empty() { Ok(()) } else { Err(format!("{what} says {wrong:?}: {text}")) }
}

fn answers(document: &Document, scenario: &Scenario, down: &FailureSet) -> Result<(), String> {
    let (catalog, options) = (Catalog::bundled(), Options::default());
    if let Some(analysis) = answered(analyse(scenario, &catalog, options)) {
        let answer = Evaluation::new(document, scenario, options, &analysis);
        let answer = match answered(under_failure(scenario, &catalog, options, down)) {
            Some(now) if !down.is_empty() => answer.with_now(&now),
            _ => answer,
        };
        let optional = [
            "headline",
            "now",
            "target",
            "node",
            "scope",
            "seconds",
            "low_seconds",
            "high_seconds",
            "hours",
            "url",
        ];
        is_whole(&serde_json::to_value(&answer).unwrap(), &optional)?;
        for frame in [Frame::of_width(300), Frame::held_to(900, 200)] {
            charts(&analysis, scenario, frame)?;
        }
    }
    if let Some(sizing) = answered(sizing(scenario, &catalog)) {
        let answer = Capacity::new(document, scenario, &catalog, &sizing);
        serde_json::to_value(&answer).unwrap();
    }
    let findings = check(scenario, &catalog);
    serde_json::to_value(Findings::new(document, scenario, &findings, &checklist(scenario, &catalog)))
        .unwrap();
    Ok(())
}

fn charts(
    analysis: &availability_planner::analysis::Analysis,
    scenario: &Scenario,
    frame: Frame,
) -> Result<(), String> {
    let mut drawn: Vec<Chart> = vec![
        chart::availability(&analysis.workloads, frame).unwrap(),
        chart::failures(&analysis.failures, frame).unwrap(),
        chart::losses(analysis.headline.as_ref(), &analysis.workloads, frame).unwrap(),
    ];
    if let Some(served) = answered(served_users(scenario, &Catalog::bundled(), Options::default())) {
        drawn.push(chart::served(&served, frame).unwrap());
    }
    drawn.iter().try_for_each(|chart| {
        says_numbers("a chart", &chart.text)?;
        says_numbers("a drawing", &chart.svg)?;
        let svg = chart.standalone();
        roxmltree::Document::parse(&svg).map(|_| ()).map_err(|error| format!("{error}: {svg}"))
    })
}

/// All panels, and every change that they offer made for itself.
fn panels(scenario: &Rc<Scenario>, down: &FailureSet) -> Result<(), String> {
    let catalog = Catalog::bundled();
    let findings = check(scenario, &catalog);
    let asked = Asked::new(scenario, &catalog, down, &findings);
    let mut orders: Vec<String> = Vec::new();
    for kind in PanelKind::ALL {
        let panel = panel::write(kind, &asked);
        for figure in &panel.figures {
            let value = figure.number.value;
            if !value.is_finite() {
                return Err(format!("{}: {value}", figure.id));
            }
        }
        says_numbers(kind.id(), &panel.html)?;
        let offered = panel.html.split("data-order=\"").skip(1);
        orders.extend(offered.filter_map(|rest| rest.split('"').next()).map(str::to_owned));
    }
    for name in orders {
        for value in [None, Some("true"), Some("1"), Some("default"), Some("")] {
            let order = Order { name: name.clone(), value: value.map(str::to_owned) };
            if let Ok((label, edits)) = order::carry_out(scenario, &catalog, &findings, &order) {
                let changed = scenario.edited(&catalog, &edits);
                changed.map_err(|error| format!("{name} = {value:?} ({label}): {error}"))?;
            }
        }
    }
    Ok(())
}

fn tables(scenario: &Scenario) -> Result<(), String> {
    let list = PartsList::of(scenario, &Catalog::bundled());
    let total: usize = Group::ALL.into_iter().map(|group| list.total(group)).sum();
    let lines = list.csv(scenario).lines().count();
    if lines <= list.entries.len() { Err(format!("{lines} lines for {total} parts")) } else { Ok(()) }
}

fn trees(scenario: &Scenario) -> Result<(), String> {
    let Some(trees) = answered(fault_trees(scenario, &Catalog::bundled(), Options::default())) else {
        return Ok(());
    };
    for group in &trees.groups {
        let sum: f64 = group.law.iter().sum();
        let shares = group.law.iter().all(|share| (0.0..=1.0 + 1e-12).contains(share));
        if !shares || (sum - 1.0).abs() > 1e-12 {
            return Err(format!("{}: {:?}", group.id, group.law));
        }
    }
    let text = open_psa::write("plan", &trees, |_, _| true);
    roxmltree::Document::parse(&text).map(|_| ()).map_err(|error| error.to_string())?;
    match open_psa::read(&text, None) {
        Ok(_) | Err(open_psa::OpenPsaError::SeveralTops { .. }) => Ok(()),
        Err(_) if trees.trees.is_empty() => Ok(()),
        Err(error) => Err(error.to_string()),
    }
}

/// A server and a site of the plan, as far as there are any.
fn down(scenario: &Scenario, number: usize) -> FailureSet {
    let mut down = FailureSet::default();
    let servers: Vec<_> = scenario.servers().collect();
    if let Some((component, server)) = servers.get(number % (servers.len() + 1)) {
        let (component, server) = (component.id.clone(), server.id.clone());
        down.kill(scenario, &Casualty::Server { component, server });
    }
    if number.is_multiple_of(5)
        && let Some(site) = scenario.sites.last()
    {
        down.kill(scenario, &Casualty::Site(site.id.clone()));
    }
    down
}

/// Pictures in both themes, the link and the report: from all but the last the same plan comes back.
fn parcels(document: &Document, scenario: &Rc<Scenario>, down: &FailureSet) -> Result<(), String> {
    let catalog = Catalog::bundled();
    let findings = check(scenario, &catalog);
    let asked = Asked::new(scenario, &catalog, down, &findings);
    let is_same = |what: &str, read: Document| {
        if read == *document { Ok(()) } else { Err(format!("another plan comes back from {what}")) }
    };
    for theme in [Theme::Light, Theme::Dark] {
        let svg = picture::draw(document, &asked, theme);
        let drawing = roxmltree::Document::parse(&svg).map_err(|error| format!("{error}: {svg}"))?;
        let metadata = drawing.descendants().find(|node| node.tag_name().name() == "metadata");
        let plan = metadata.and_then(|node| node.text()).unwrap_or_default();
        says_numbers("a picture", &svg.replace(plan, ""))?;
        is_same("the picture", file::read(&svg, &catalog).map_err(|error| error.to_string())?)?;
    }
    let link = link::write(document);
    is_same("the link", link::read(&link, &catalog).map_err(|error| error.to_string())?)?;
    says_numbers("the report", &report::write(document, &asked))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn everything_that_leaves_a_plan_can_be_read(plan in plan(), number in 0..997_usize) {
        let document = Document::new("Plan", plan);
        let catalog = Catalog::bundled();
        let text = file::write(&document).unwrap();
        prop_assert_eq!(&file::read(&text, &catalog).unwrap(), &document);
        let scenario = &document.scenarios[0];
        let down = down(scenario, number);
        let checked = answers(&document, scenario, &down)
            .and_then(|()| panels(scenario, &down))
            .and_then(|()| tables(scenario))
            .and_then(|()| trees(scenario))
            .and_then(|()| parcels(&document, scenario, &down));
        prop_assert_eq!(checked, Ok(()));
    }
}
