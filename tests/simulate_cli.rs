//! `planner simulate`: its table, its JSON, its exit codes.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may stop at the first surprise")]

use std::path::PathBuf;
use std::process::{Command, Output};

use serde_json::Value;

fn planner(args: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_planner")).args(args).output().unwrap()
}

fn template(id: &str) -> String {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("static/templates").join(format!("{id}.json"));
    path.to_str().unwrap().to_string()
}

fn printed(args: &[&str]) -> String {
    let output = planner(args);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

#[test]
fn the_json_answer_has_the_exact_figures_beside_the_simulated_ones() {
    let path = template("entry-tier");
    let text = printed(&["simulate", &path, "--years", "500", "--seed", "3", "--json"]);
    assert_eq!(
        text,
        printed(&["simulate", &path, "--years", "500", "--seed", "3", "--json"]),
        "reproducible"
    );
    let answer: Value = serde_json::from_str(&text).unwrap();
    assert_eq!((&answer["seed"], &answer["years"]), (&3.into(), &500.into()));
    let evaluation: Value = serde_json::from_str(&printed(&["evaluate", &path, "--json"])).unwrap();
    let losses = &evaluation["headline"]["loss_minutes_per_user_year"];
    let lost = |cause: &str| losses[cause].as_f64().unwrap();
    let exact = lost("total") - lost("reconnect");
    let mean = &answer["result"]["lost_minutes"]["mean"];
    assert!((mean["exact"].as_f64().unwrap() - exact).abs() < 1e-9 * exact);
    let [low, value, high] = ["low", "mean", "high"].map(|name| mean[name].as_f64().unwrap());
    assert!(low < value && value < high);
    let without: Value =
        serde_json::from_str(&printed(&["simulate", &path, "--years", "50", "--no-planned-work", "--json"]))
            .unwrap();
    assert_eq!(without["planned_work"], false);
}

#[test]
fn the_table_says_what_single_years_are_like() {
    let table = printed(&["simulate", &template("small-organisation"), "--years", "200"]);
    for words in [
        "200 years of IM and presence",
        "seed 1",
        "a year meets ",
        "worst year seen",
        "longest outage",
        "Exactly",
    ] {
        assert!(table.contains(words), "{words} is not in\n{table}");
    }
    assert!(table.lines().all(|line| line == line.trim_end()));
}

#[test]
fn what_cannot_be_simulated_is_refused_with_exit_code_2() {
    let path = template("entry-tier");
    for args in [
        &["simulate", "nowhere.json"][..],
        &["simulate", &path, "--years", "0"],
        &["simulate", &path, "--years", "1000001"],
        &["simulate", &path, "--seed", "-1"],
        &["simulate", &path, "--scenario", "other"],
    ] {
        let output = planner(args);
        assert_eq!(output.status.code(), Some(2), "{args:?}");
        assert!(!output.stderr.is_empty());
    }
}
