//! `planner solve`: what it answers for fault trees and models, how, and what it says where it cannot.

#![cfg(not(target_arch = "wasm32"))]
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test may stop at the first surprise"
)]

use std::io::Write;
use std::process::{Command, Output, Stdio};

use serde_json::{Value, json};

const DESCRIPTION: &str = include_str!("../docs/model-format.md");

fn planner(args: &[&str], input: &str) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_planner"))
        .args(args)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    // A planner that refuses its arguments does not read its input.
    let _ = child.stdin.take().unwrap().write_all(input.as_bytes());
    child.wait_with_output().unwrap()
}

#[track_caller]
fn solved(flags: &[&str], input: &str) -> Value {
    let output = planner(&[&["solve", "-", "--json"], flags].concat(), input);
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).unwrap()
}

#[track_caller]
fn assert_close(found: &Value, expected: f64) {
    let error = (found.as_f64().unwrap() / expected - 1.0).abs();
    assert!(error <= 1e-12, "{found} instead of {expected:e}");
}

fn example(name: &str) -> String {
    let examples = DESCRIPTION.split("```json\n").skip(1);
    examples.map(|rest| rest.split("```").next().unwrap()).find(|text| text.contains(name)).unwrap().into()
}

const TREE: &str = "<?xml version=\"1.0\"?>
<opsa-mef>
  <define-fault-tree name=\"t\">
    <define-gate name=\"top\"><or><event name=\"a\"/><and><event name=\"b\"/><event name=\"c\"/></and></or></define-gate>
  </define-fault-tree>
  <model-data>
    <define-basic-event name=\"a\"><float value=\"1e-20\"/></define-basic-event>
    <define-basic-event name=\"b\"><float value=\"1e-12\"/></define-basic-event>
    <define-basic-event name=\"c\"><float value=\"1e-7\"/></define-basic-event>
  </model-data>
</opsa-mef>";

#[test]
fn a_fault_tree_has_a_probability_and_no_times() {
    let answer = solved(&["--importance"], TREE);
    assert_eq!(answer["name"], "top");
    assert_close(&answer["probability"], 1e-20 + 1e-19);
    assert_eq!(answer["frequency_per_hour"], Value::Null);
    assert_eq!(answer["mean_up_time_hours"], Value::Null);
    assert!(answer.get("availability").is_none(), "a fault tree says nothing of time");
    assert!(answer["error_bound"].as_f64().unwrap() <= 1e-12);
    let importance = answer["importance"].as_array().unwrap();
    let of = |id: &str| importance.iter().find(|entry| entry["id"] == id).unwrap();
    assert_close(&of("a")["birnbaum"], 1.0);
    assert_close(&of("a")["criticality"], 1.0 / 11.0);
    assert_close(&of("b")["birnbaum"], 1e-7);
    assert_close(&of("b")["fussell_vesely_reduction"], 10.0 / 11.0);
    assert_close(&of("b")["risk_reduction_worth"], 11.0);
    assert_close(&of("a")["risk_achievement_worth"], 1.0 / 1.1e-19);
}

#[test]
fn what_the_system_cannot_fail_without_is_worth_infinitely_much() {
    let tree = TREE.replace("<event name=\"a\"/>", "<constant value=\"false\"/>");
    let answer = solved(&["--importance"], &tree);
    for entry in answer["importance"].as_array().unwrap() {
        assert_eq!(entry["risk_reduction_worth"], "infinite");
        assert_close(&entry["criticality"], 1.0);
    }
}

#[test]
fn one_of_several_top_gates_is_chosen_by_name() {
    let tree = TREE.replace(
        "</define-fault-tree>",
        "<define-gate name=\"other\"><event name=\"c\"/></define-gate></define-fault-tree>",
    );
    let output = planner(&["solve", "-", "--json"], &tree);
    let message = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(2), "{message}");
    assert!(message.contains("top, other") && message.contains("--top NAME"), "{message}");
    assert_close(&solved(&["--top", "other"], &tree)["probability"], 1e-7);
}

#[test]
fn the_bridge_has_the_figures_of_its_formulas() {
    // Five units up 1000 h and down 10 h.
    let answer = solved(&[], &example("Bridge"));
    assert_close(&answer["unavailability"], 1.979_525_314_531_528_474_5e-4);
    assert_eq!(answer["unavailability"], answer["probability"]);
    assert_close(&answer["frequency_per_hour"], 3.977_507_160_471_256_262_1e-5);
    assert_close(&answer["mean_up_time_hours"], 25_136.398_430_772);
    let unavailability = answer["unavailability"].as_f64().unwrap();
    assert_close(&answer["availability"], 1.0 - unavailability);
    assert_close(
        &answer["mean_down_time_hours"],
        unavailability / answer["frequency_per_hour"].as_f64().unwrap(),
    );
}

#[test]
fn racks_with_shared_feeds_are_exact() {
    let answer = solved(&[], &example("Racks"));
    let unavailability = answer["unavailability"].as_f64().unwrap();
    assert!((unavailability / 2.001_764_309_288_35e-5 - 1.0).abs() < 1e-12, "{unavailability:e}");
    let capacity = &answer["capacity"];
    assert_close(&capacity["shortfall"], unavailability);
    assert_eq!(capacity["demand"], 170);
    let steps = capacity["distribution"].as_array().unwrap();
    assert_eq!((steps.len(), &steps[200]["amount"]), (201, &json!(200)));
    // A server is up and powered, and the load balancer is up.
    let up = |up: f64, down: f64| up / (up + down);
    let feed = 1.0 - up(50_000.0, 8.0);
    let mean = 200.0 * up(10_000.0, 12.0) * up(200_000.0, 4.0) * (1.0 - feed * feed) * up(100_000.0, 2.0);
    assert_close(&capacity["mean"], mean);
}

#[test]
fn a_system_in_which_a_repair_breaks_something_fails_as_often_as_it_does() {
    let answer = solved(&[], &example("xor"));
    let (a, b) = (24.0 / 1_024.0, 8.0 / 2_008.0);
    assert_close(&answer["availability"], a * (1.0 - b) + (1.0 - a) * b);
    // Every failure and every repair of one while just one is up takes the system down or brings it up; each happens half the time.
    let per_hour = |mtbf: f64, down: f64| (1.0 - down) / mtbf;
    assert_close(&answer["frequency_per_hour"], per_hour(1_000.0, a) + per_hour(2_000.0, b));
    assert_eq!(answer["importance"].as_array().unwrap().len(), 2, "the file asks for it");
}

#[test]
fn events_in_a_model_take_its_frequency_away() {
    let answer = solved(&["--importance"], &example("Database"));
    assert_eq!(answer["frequency_per_hour"], Value::Null);
    assert!(answer["unavailability"].as_f64().unwrap() > 1e-4);
    assert_eq!(answer["importance"].as_array().unwrap().len(), 4);
    assert!(answer["capacity"]["shortfall"].as_f64().unwrap() > answer["unavailability"].as_f64().unwrap());
}

/// So many overlapping conditions that a diagram takes more than a few nodes.
fn tangled() -> String {
    let gates: Vec<Value> = (1..=20)
        .map(|gate| json!({ "and": [format!("u{gate}"), { "or": [format!("u{}", gate % 20 + 1), format!("u{}", gate * 7 % 20 + 1)] }] }))
        .collect();
    json!({
        "format": "availability-planner-model", "version": 1,
        "groups": { "u{1..20}": { "unit": { "mtbf_hours": 10, "mttr_hours": 1 } } },
        "system": { "failed_when": { "not": { "or": gates } } }
    })
    .to_string()
}

#[test]
fn what_does_not_fit_the_budget_is_bounded_with_exit_code_1() {
    let exact = solved(&[], &tangled())["probability"].as_f64().unwrap();
    let output = planner(&["solve", "-", "--json", "--nodes", "5"], &tangled());
    assert_eq!(output.status.code(), Some(1));
    let answer: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!((&answer["probability"], &answer["error_bound"]), (&Value::Null, &Value::Null));
    let (least, most) = (answer["probability_least"].as_f64(), answer["probability_most"].as_f64());
    assert!(least.unwrap() <= exact && exact <= most.unwrap(), "{answer}");
    assert!(answer["notes"][0].as_str().unwrap().contains("Not all is answered"), "{answer}");
    // Time enough changes nothing.
    assert_eq!(solved(&["--seconds", "1e30"], &tangled())["probability"].as_f64(), Some(exact));
}

#[test]
fn the_tables_say_what_the_json_says() {
    let output = planner(&["solve", "-", "--importance"], &example("Racks"));
    let text = String::from_utf8(output.stdout).unwrap();
    for words in [
        "Racks with shared feeds",
        "unavailability",
        "per hour",
        "Capacity",
        "at least 170",
        "Importance",
        "balancer",
        "and 21 more",
    ] {
        assert!(text.contains(words), "“{words}” is missing in:\n{text}");
    }
    let output = planner(&["solve", "-"], TREE);
    let text = String::from_utf8(output.stdout).unwrap();
    assert!(text.contains("probability            1.1e-19"), "{text}");
}

#[test]
fn files_that_are_neither_get_one_message_and_exit_code_2() {
    let table: [(&[&str], &str, &[&str]); 7] = [
        (&["solve", "does-not-exist.xml"], "", &["does-not-exist.xml", "cannot be read"]),
        (&["solve", "-"], "", &["neither XML nor JSON", "nothing"]),
        (&["solve", "-"], "top = a + b", &["neither XML nor JSON", "“t”"]),
        (&["solve", "-"], "<opsa-mef>", &["line 1", "column"]),
        (&["solve", "-"], "{ \"format\": \"availability-plan\" }", &["not a model", "availability-plan"]),
        (&["solve", "-", "--top", "x"], "{}", &["--top is for fault trees"]),
        (&["solve", "-", "--top", "x"], TREE, &["no gate and no fault tree “x”", "top"]),
    ];
    for (args, input, words) in table {
        let output = planner(args, input);
        let message = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(2), "{args:?}: {message}");
        assert_eq!(message.lines().count(), 1, "{message}");
        assert!(output.stdout.is_empty());
        for word in words {
            assert!(message.contains(word), "{args:?}: “{word}” is missing in: {message}");
        }
    }
    let bridge = example("Bridge");
    let output = planner(&["solve", "-", "--capacity"], &bridge);
    assert_eq!(output.status.code(), Some(2));
}

#[test]
fn the_published_schema_names_every_field_of_a_solution() {
    let schema: Value = serde_json::from_slice(&planner(&["schema", "solution"], "").stdout).unwrap();
    let answer = solved(&["--importance"], &example("Racks"));
    let described = |definition: &Value, object: &Value| {
        for field in object.as_object().unwrap().keys() {
            assert!(definition["properties"].get(field).is_some(), "{field} is not in the schema");
        }
    };
    described(&schema, &answer);
    described(&schema["$defs"]["ImportanceAnswer"], &answer["importance"][0]);
    described(&schema["$defs"]["CapacityAnswer"], &answer["capacity"]);
    described(&schema["$defs"]["CapacityStep"], &answer["capacity"]["distribution"][0]);
    let model: Value = serde_json::from_slice(&planner(&["schema", "model"], "").stdout).unwrap();
    assert!(model["properties"].get("groups").is_some());
}
