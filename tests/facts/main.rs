//! Every fact about the product has its place in the program, or a reason why not; and whatever the program holds goes by a fact, or
//! says why not. The facts stand in `docs/facts.md`.
//!
//! `cargo test --test facts -- --nocapture` prints how many are used, and those that are left out.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may stop at the first surprise")]

mod faults;
mod ledger;
mod program;
mod read_figures;

use availability_planner::catalog::Catalog;

use faults::faults;
use ledger::{Ledger, read};
use program::Program;
use read_figures::readers;

const LEDGER: &str = include_str!("../../docs/facts.md");

fn counts(ledger: &Ledger) -> String {
    let all = ledger.facts.len();
    let left_out = ledger.facts.iter().filter(|fact| fact.reason().is_some()).count();
    format!("{all} facts: {} are used, {left_out} are left out", all - left_out)
}

#[test]
fn facts_and_program_name_each_other() {
    let found = faults(&read(LEDGER).unwrap(), &Program::read());
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn the_ledger_says_how_many_facts_are_used() {
    let ledger = read(LEDGER).unwrap();
    let counts = counts(&ledger);
    println!("{counts}");
    for fact in &ledger.facts {
        if let Some(reason) = fact.reason() {
            println!("- {}: {reason}", fact.id);
        }
    }
    assert!(LEDGER.contains(&counts), "the head of the ledger has to say: {counts}");
}

/// A figure that is only listed would be shown, and could be changed, without any effect.
#[test]
fn every_figure_is_read_by_something() {
    let readers = readers();
    for figure in Catalog::bundled().figure_specs() {
        let name = format!("\"{}\"", figure.id);
        assert!(readers.iter().any(|text| text.contains(&name)), "nothing reads the figure {name}");
    }
}

#[test]
fn a_mistake_in_the_ledger_is_found() {
    let program = Program::read();
    let table = [
        ("| rule `EE-MIN-FE` |", "| rule `EE-MIN` |", "the program has no rule EE-MIN"),
        ("| rule `EE-MIN-FE` |", "| rule `EE-N1` |", "no fact is named for rule EE-MIN-FE"),
        ("| `EE-MIN-FE` |", "| `EE-MIN` |", "rule EE-MIN-FE states EE-MIN-FE, and no row says so"),
        ("| `EE-MIN-FE` |", "| `EE-NEEDS-BE` |", "EE-NEEDS-BE stands twice"),
        (
            "| D | rule `EE-MIN-FE` |",
            "| D07 | rule `EE-MIN-FE` |",
            "rule EE-MIN-FE is shown as documented, and no fact is",
        ),
        ("| D | rule `EE-MIN-FE` |", "| E | rule `EE-MIN-FE` |", "EE-MIN-FE has marks [\"E\"]"),
        ("| item `EMERGENCY` |", "| left out: |", "EMERGENCY is left out without a reason"),
        ("template `largest-pool`", "template `larger-pool`", "no fact is named for template largest-pool"),
        ("workload `public-im`", "workload `im`", "no fact is named for workload public-im"),
        ("figure `endpoints`", "figure `devices`", "the program has no figure devices"),
        ("| `3.3/services-hang` |", "| `3.3/hanging` |", "timing services-hang states 3.3/services-hang"),
        ("| `3.4/order` |", "| `3.4/sequence` |", "stage site states 3.4/order/1"),
        ("file `src/plan/link.rs`", "file `src/plan/lines.rs`", "the program has no file src/plan/lines.rs"),
        (
            "| role `custom` | – | a part that the catalog does not know |",
            "| role `custom` | – | – |",
            "stems from nothing",
        ),
        (
            "| rule `USERS-HOME` | `3.4/moving-users` |",
            "| rule `USERS-HOME` | `3.4/moves` |",
            "stems from 3.4/moves, which is no fact",
        ),
    ];
    for (text, mistaken, says) in table {
        assert!(LEDGER.contains(text), "{text} is not in the ledger");
        let found = faults(&read(&LEDGER.replace(text, mistaken)).unwrap(), &program);
        assert!(found.iter().any(|fault| fault.contains(says)), "{text} as {mistaken}: {found:#?}");
    }
}

#[test]
fn a_row_that_cannot_be_read_is_refused() {
    let table = [
        ("| `EE-MIN-FE` |", "| EE-MIN-FE |", "“EE-MIN-FE” is no name between backticks"),
        ("| rule `EE-MIN-FE` |", "| rule |", "EE-MIN-FE: “rule” names nothing"),
        ("| D | rule `EE-MIN-FE` |", "| rule `EE-MIN-FE` |", "“A pool without"),
        ("\n## 1.1 ", "\n## 0.1 ", "the ledger has no section 1.1"),
    ];
    for (text, mistaken, says) in table {
        let error = read(&LEDGER.replace(text, mistaken)).unwrap_err();
        assert!(error.contains(says), "{mistaken}: {error}");
    }
}
