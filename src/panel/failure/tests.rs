//! What the panel tells before and after something is killed.

use std::rc::Rc;

use crate::analysis::{Casualty, FailureSet};
use crate::catalog::Catalog;
use crate::panel::{Asked, PanelKind, write};
use crate::plan::Scenario;
use crate::plan::build::PlanBuilder;

fn plan() -> PlanBuilder {
    PlanBuilder::new()
        .pool("pool", |pool| pool.front_ends(3).balancers(2).back_ends(2).file_share())
        .edge("edge", 1, "pool")
        .users_with("users", 10_000, "pool", |users| users.remote_share = 0.1)
}

fn html(scenario: &Rc<Scenario>, down: &FailureSet) -> String {
    let catalog = Catalog::bundled();
    write(PanelKind::Failure, &Asked::new(scenario, &catalog, down, &[])).html
}

fn killed(ids: &[&str]) -> String {
    let scenario = Rc::new(plan().scenario());
    let mut down = FailureSet::default();
    for id in ids {
        let server = scenario.servers().find(|(_, server)| server.id.as_str() == *id);
        let casualty = server.map_or(Casualty::Node((*id).into()), |(component, server)| Casualty::Server {
            component: component.id.clone(),
            server: server.id.clone(),
        });
        assert!(casualty.exists(&scenario), "{id}");
        down.kill(&scenario, &casualty);
    }
    html(&scenario, &down)
}

/// The text from one mark on to the next.
fn between<'h>(html: &'h str, from: &str, to: &str) -> &'h str {
    let (_, rest) = html.split_once(from).unwrap_or_else(|| panic!("{from} is not in {html}"));
    rest.split_once(to).map_or(rest, |(part, _)| part)
}

#[test]
fn before_anything_fails_every_drawn_part_has_rows_with_seven_workloads() {
    let html = html(&Rc::new(plan().scenario()), &FailureSet::default());
    assert!(html.contains("Click a server’s dot to kill it"));
    for (row, effects) in [
        ("front-end/one-lost", ["brief degraded", "brief", "brief", "brief", "brief", "brief", "brief"]),
        ("edge/last-lost", ["none", "outage", "outage", "outage", "outage", "outage", "none"]),
        ("stand-by/lost", ["none"; 7]),
    ] {
        let cells = between(&html, &format!("data-row=\"{row}\""), "</tr>");
        let found: Vec<&str> =
            cells.split("data-effect=\"").skip(1).map(|cell| between(cell, "", "\"")).collect();
        assert_eq!(found, effects, "{row}");
    }
    assert!(html.contains("data-shows=\"pool-front-ends\""), "a click shows the part");
    assert!(!html.contains("data-row=\"director"), "nothing of what is not drawn");
}

#[test]
fn what_is_down_is_told_in_sections_each_line_with_its_mark_and_its_document() {
    let html = killed(&["pool-front-ends-1", "edge"]);
    let heads = [
        "Interrupted now",
        "Who is back, and when",
        "What to do, in this order",
        "What survives, and where",
        "Recovery point and time",
    ];
    let places: Vec<usize> = heads
        .iter()
        .map(|head| html.find(&format!("<h3>{head}</h3>")).unwrap_or_else(|| panic!("{head}")))
        .collect();
    assert!(places.is_sorted(), "{places:?}");
    for line in html.split("data-fact=\"").skip(1) {
        let line = line.split("data-fact=\"").next().unwrap_or_default();
        assert!(line.contains("data-mark=\""), "{line}");
        let has_document = line.contains("href=\"http");
        assert!(has_document || line.contains("default") || line.contains("unverified"), "{line}");
    }
    let stages: Vec<&str> =
        html.split("data-stage=\"").skip(1).map(|stage| between(stage, "", "\"")).collect();
    assert_eq!(stages, ["front-end", "edge"]);
}

#[test]
fn only_those_whom_the_model_leaves_unserved_stand_in_the_table() {
    let edge = killed(&["edge"]);
    assert!(edge.contains("data-row=\"im-presence.users/remote\""));
    assert!(!edge.contains("data-row=\"im-presence.users/office\""));
    assert!(!killed(&["pool-front-ends-1"]).contains("data-row=\"im-presence"), "all are served");
}

#[test]
fn a_stand_by_that_is_lost_interrupts_nothing_and_still_asks_for_work() {
    let html = killed(&["pool-back-end-2"]);
    assert!(!html.contains("data-group="), "nothing is interrupted");
    assert!(html.contains("data-fact=\"3.4/stand-by/step/1\""));
}
