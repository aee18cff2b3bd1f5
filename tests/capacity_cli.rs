//! `planner capacity`: its tables, its JSON, its schema and its messages.

#![cfg(not(target_arch = "wasm32"))]
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test may stop at the first surprise"
)]

use std::path::PathBuf;
use std::process::{Command, Output};

use serde_json::{Value, json};

fn planner(args: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_planner")).args(args).output().unwrap()
}

fn template(id: &str) -> String {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("static/templates").join(format!("{id}.json"));
    path.to_str().unwrap().to_string()
}

#[track_caller]
fn answered(args: &[&str]) -> Value {
    let output = planner(args);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).unwrap()
}

#[test]
fn the_table_says_needed_drawn_and_headroom_with_a_sign_and_words() {
    let output = planner(&["capacity", &template("entry-tier")]);
    let text = String::from_utf8(output.stdout).unwrap();
    assert!(output.status.success(), "{text}");
    let row = text.lines().find(|line| line.starts_with("Front Ends of")).unwrap();
    let cells: Vec<&str> = row.split("  ").map(str::trim).filter(|cell| !cell.is_empty()).collect();
    assert_eq!(
        cells,
        [
            "Front Ends of Enterprise pool",
            "30,000",
            "12,500",
            "3",
            "4",
            "4",
            "1.67",
            "1.25",
            "0.833",
            "✓ fits with one lost"
        ]
    );
}

#[test]
fn the_pages_that_disagree_on_group_chat_are_printed_with_what_follows() {
    let output = planner(&["capacity", &template("group-chat-maximum")]);
    let text = String::from_utf8(output.stdout).unwrap();
    for words in [
        "8,000 users are the most that survive the loss of one",
        "add capacity 5, as here: most users that survive the loss of one server 8,000 [Microsoft TechNet",
        "add capacity 3: most users that survive the loss of one server 4,000 [Microsoft TechNet",
        "▲ fits, none to spare",
    ] {
        assert!(text.contains(words), "“{words}” is missing in:\n{text}");
    }
}

#[test]
fn the_json_has_the_same_figures_each_with_mark_and_source() {
    let answer = answered(&["capacity", &template("entry-tier"), "--json"]);
    assert_eq!((&answer["scenario"], &answer["family"]), (&json!("as-planned"), &Value::Null));
    let homes = &answer["sections"][0];
    assert_eq!(homes["id"], "homes");
    let need = &homes["needs"][0];
    assert_eq!((&need["needed"]["value"], &need["verdict"]), (&json!(3.0), &json!("spare")));
    assert_eq!(need["headroom"].as_array().unwrap().len(), 5);
    assert_eq!(need["each"]["mark"], "derived");
    assert!(need["each"]["source"]["url"].as_str().unwrap().starts_with("http"));
    let meeting = answer["profile"].as_array().unwrap().iter().find(|figure| figure["id"] == "meeting-size");
    assert_eq!(meeting.unwrap()["figure"]["mark"], "assumed");
    assert_eq!(meeting.unwrap()["default"], json!(250.0));
}

#[test]
fn the_schema_names_every_field_of_the_answer() {
    let schema: Value = answered(&["schema", "capacity"]);
    let answer = answered(&["capacity", &template("group-chat-maximum"), "--json"]);
    let described = |definition: &Value, object: &Value| {
        for field in object.as_object().unwrap().keys() {
            assert!(definition["properties"].get(field).is_some(), "{field} is not in the schema");
        }
    };
    let sections = answer["sections"].as_array().unwrap();
    let section = |id: &str| sections.iter().find(|section| section["id"] == id).unwrap();
    let need = &section("group-chat")["needs"][0];
    let definitions = &schema["$defs"];
    described(&schema, &answer);
    described(&definitions["SectionAnswer"], &sections[0]);
    described(&definitions["NeedAnswer"], need);
    described(&definitions["FigureAnswer"], &need["demand"]);
    described(&definitions["HintAnswer"], &need["hints"][0]);
    described(&definitions["AlternativeAnswer"], &need["alternatives"][0]);
    described(&definitions["DocumentAnswer"], &need["alternatives"][0]["figure"]["source"]);
    described(&definitions["LoadAnswer"], &section("conferences")["loads"][0]);
    described(&definitions["ProfileAnswer"], &answer["profile"][0]);
}

#[test]
fn what_cannot_be_read_gets_one_message_and_exit_code_2() {
    let path = template("entry-tier");
    for (args, words) in [
        (&["capacity", "does-not-exist.json"][..], "cannot be read"),
        (&["capacity", &path, "--scenario", "other"], "no scenario “other”"),
    ] {
        let output = planner(args);
        let message = String::from_utf8(output.stderr).unwrap();
        assert_eq!((output.status.code(), message.lines().count()), (Some(2), 1), "{message}");
        assert!(output.stdout.is_empty() && message.contains(words), "{message}");
    }
}
