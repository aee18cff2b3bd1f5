//! What each part of a deployment takes along when it fails, workload by workload: the letters that the product's documents lead to,
//! beside those that the model gives. Where the two differ, the table says why.
//!
//! `cargo test --test impact_table -- --nocapture` prints the table.

#![cfg(not(target_arch = "wasm32"))]
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may stop at the first surprise"
)]

mod letters;
mod plans;
mod rows;

use availability_planner::analysis::{Casualty, FailureSet, Now, Options, under_failure};
use availability_planner::catalog::Catalog;
use availability_planner::plan::{Scenario, validate_scenario};

use letters::{COLUMNS, letters};
use rows::{Row, rows};

/// A server, a component, a pool, a site or a line between two sites, by its name.
fn casualty(scenario: &Scenario, name: &str) -> Casualty {
    if let Some((a, b)) = name.split_once('/') {
        return Casualty::Line(a.into(), b.into());
    }
    if scenario.site(&name.into()).is_some() {
        return Casualty::Site(name.into());
    }
    match scenario.servers().find(|(_, server)| server.id.as_str() == name) {
        Some((component, server)) => {
            Casualty::Server { component: component.id.clone(), server: server.id.clone() }
        }
        None => Casualty::Node(name.into()),
    }
}

/// What an answer says with everything down that is named, several things with `+` between them.
fn with_down(scenario: &Scenario, names: &str) -> Now {
    let mut down = FailureSet::default();
    for name in names.split('+').filter(|name| !name.is_empty()) {
        let casualty = casualty(scenario, name);
        assert!(casualty.exists(scenario), "{name}");
        down.kill(scenario, &casualty);
    }
    under_failure(scenario, &Catalog::bundled(), Options::default(), &down).unwrap()
}

/// The model's letters of a row, which all of its ways to fail have to share.
fn modelled(row: &Row) -> [String; 8] {
    let scenario = (row.plan)().scenario();
    validate_scenario(&scenario, &Catalog::bundled()).unwrap();
    let whole = with_down(&scenario, "");
    let mut all = row.kills.iter().map(|kill| letters(&whole, &with_down(&scenario, kill), row.of));
    let first = all.next().unwrap();
    for (other, kill) in all.zip(&row.kills[1..]) {
        assert_eq!(other, first, "{}: {kill} is not like {}", row.failed, row.kills[0]);
    }
    first
}

#[test]
fn every_part_takes_along_what_the_documents_say_or_the_table_says_why_not() {
    let (mut table, mut reasons, mut problems) = (vec![heading()], Vec::new(), Vec::new());
    for row in rows() {
        let modelled = modelled(&row);
        let mut line = vec![row.failed.to_owned()];
        for ((cell, found), (column, _)) in row.cells.iter().zip(&modelled).zip(COLUMNS) {
            let place = format!("{}, {column}", row.failed);
            if cell.model != found {
                problems.push(format!("{place}: {found} in place of {}", cell.model));
            }
            if cell.said_otherwise() == cell.why.is_empty() {
                problems.push(format!("{place}: only a difference has a reason"));
            }
            line.push(match (cell.fact, cell.why) {
                ("", _) => found.clone(),
                (fact, "") => format!("{fact} = {found}"),
                (fact, why) => {
                    reasons.push(format!("{}. {place}: {why}", reasons.len() + 1));
                    format!("{fact} → {found} ({})", reasons.len())
                }
            });
        }
        table.push(format!("| {} |", line.join(" | ")));
    }
    println!("{}\n\n{}", table.join("\n"), reasons.join("\n"));
    assert!(problems.is_empty(), "{problems:#?}");
}

fn heading() -> String {
    let columns: Vec<&str> = COLUMNS.iter().map(|(column, _)| *column).collect();
    format!("| Fails | {} |\n|{}", columns.join(" | "), "---|".repeat(COLUMNS.len() + 1))
}
