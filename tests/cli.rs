//! The command line: its answers, its exit codes and its messages.

#![cfg(not(target_arch = "wasm32"))]
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test may stop at the first surprise"
)]

use std::io::Write;
use std::path::PathBuf;
use std::process::{Command, Output, Stdio};

use oracle::relative_error;
use serde_json::{Value, json};

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

fn template(id: &str) -> String {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("static/templates").join(format!("{id}.json"));
    path.to_str().unwrap().to_string()
}

fn evaluated(args: &[&str]) -> Value {
    let output = planner(args, "");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).unwrap()
}

#[test]
fn the_json_answer_agrees_with_the_oracle() {
    for (planned_work, flags) in [(true, &["--json"][..]), (false, &["--json", "--no-planned-work"][..])] {
        for expected in oracle::all(planned_work) {
            let path = template(expected.template);
            let answer = evaluated(&[&["evaluate", &path], flags].concat());
            let headline = &answer["headline"];
            let close = |place: &str, actual: &Value, wanted: f64| {
                let error = relative_error(actual.as_f64().unwrap(), wanted);
                assert!(error <= 1e-12, "{} {place}: {actual} instead of {wanted:e}", expected.template);
            };
            close(
                "headline",
                &headline["unavailability_user_weighted"],
                expected.headline.unavailability_user_weighted,
            );
            close("headline any", &headline["unavailability_any"], expected.headline.unavailability_any);
            let rows = answer["workloads"].as_array().unwrap();
            assert_eq!(rows.len(), expected.rows.len());
            for row in rows {
                let (id, location) = (row["id"].as_str().unwrap(), row["location"].as_str().unwrap());
                assert_eq!(row["population"], format!("users/{location}"));
                let wanted = expected.row(id, location).unwrap();
                close(id, &row["unavailability_any"], wanted.unavailability_any);
                close(id, &row["unavailability_full"], wanted.unavailability_full);
                let loss = &row["loss_minutes_per_user_year"];
                close("outage", &loss["outage"], wanted.outage * 525_600.0);
                close("over capacity", &loss["over_capacity"], wanted.over_capacity * 525_600.0);
                close("planned", &loss["planned"], wanted.planned * 525_600.0);
                close("reconnect", &loss["reconnect"], wanted.reconnect_minutes);
            }
        }
    }
}

#[test]
fn a_front_end_that_dies_moves_its_users_within_ninety_seconds() {
    let answer = evaluated(&["evaluate", &template("entry-tier"), "--json"]);
    let failures = answer["failures"].as_array().unwrap();
    let front_end = failures.iter().find(|failure| failure["server"] == "front-end-2").unwrap();
    assert_eq!(front_end["component"], "front-ends");
    let figures = ["users_cut_off", "users_over_capacity", "users_reconnecting", "reconnect_seconds"];
    let values = figures.map(|figure| front_end[figure].as_f64().unwrap());
    for (figure, (value, wanted)) in figures.iter().zip(values.into_iter().zip([0.0, 0.0, 7_500.0, 90.0])) {
        assert!((value - wanted).abs() < 1e-6, "{figure}: {value} instead of {wanted}");
    }
    assert_eq!(front_end["workloads_down"].as_array().unwrap().len(), 0);
}

/// What the plan does with servers killed.
fn killed(args: &[&str]) -> Value {
    let path = template("entry-tier");
    evaluated(&[&["evaluate", &path, "--json"], args].concat())["now"].clone()
}

#[test]
fn killed_servers_are_answered_for_beside_the_plan_itself() {
    assert_eq!(killed(&[]), Value::Null);
    let now = killed(&["--kill", "front-ends/front-end-2"]);
    assert_eq!(now["down"], "Front End 2");
    assert!(now["sentence"].as_str().unwrap().contains("each now carries 10,000 of 12,500"), "{now}");
    let expected = oracle::entry_tier_without_a_front_end(true);
    let close = |actual: &Value, wanted: f64| {
        assert!(relative_error(actual.as_f64().unwrap(), wanted) <= 1e-12, "{actual} instead of {wanted:e}");
    };
    let headline = &now["headline"];
    close(&headline["users_served"], 30_000.0);
    close(
        &headline["held_down"]["unavailability_user_weighted"],
        expected.headline.unavailability_user_weighted,
    );
    close(&now["users_reconnecting"], 7_500.0);
    close(&now["loads"][0]["users_each"], 10_000.0);
    let two = killed(&["--kill", "edge", "--kill", "front-ends/front-end-1"]);
    close(&two["headline"]["users_served"], 27_000.0);
    close(&two["users_cut_off"], 3_000.0);
    let path = template("entry-tier");
    let plain = evaluated(&["evaluate", &path, "--json"]);
    let mut hurt = evaluated(&["evaluate", &path, "--json", "--kill", "pool"]);
    hurt["now"] = Value::Null;
    assert_eq!(plain, hurt, "what is killed now changes nothing in the plan's own figures");
}

#[test]
fn sites_and_lines_are_killed_by_their_names() {
    let mut plan: Value =
        serde_json::from_str(&std::fs::read_to_string(template("entry-tier")).unwrap()).unwrap();
    let scenario = &mut plan["scenarios"][0];
    let first = scenario["sites"][0]["id"].as_str().unwrap().to_owned();
    let line = json!([{ "to": "branch", "availability": 0.999, "mean_down_time_hours": 4.0 }]);
    scenario["sites"][0]["wan_links"] = line;
    scenario["sites"].as_array_mut().unwrap().push(json!({ "id": "branch", "name": "Branch" }));
    scenario["populations"][0]["site"] = json!("branch");
    let plan = plan.to_string();
    let killed = |what: &str| planner(&["evaluate", "-", "--json", "--kill", what], &plan);
    for (what, users) in [
        (format!("site:{first}"), 30_000.0),
        ("site:branch".into(), 27_000.0),
        (format!("line:{first}/branch"), 27_000.0),
        (format!("line:branch/{first}"), 27_000.0),
    ] {
        let answer: Value = serde_json::from_slice(&killed(&what).stdout).unwrap();
        let cut_off = answer["now"]["users_cut_off"].as_f64().unwrap();
        assert!((cut_off - users).abs() < 1e-6, "{what}: {cut_off}");
    }
    for (what, words) in [
        ("site:nowhere", ["no site “nowhere”", "branch"]),
        ("line:branch", ["no line “branch”", "/branch."]),
        ("line:branch/branch", ["no line “branch/branch”", "/branch."]),
    ] {
        let output = killed(what);
        let message = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(2), "{what}: {message}");
        assert!(words.iter().all(|word| message.contains(word)), "{what}: {message}");
    }
}

#[test]
fn the_sentence_stands_above_the_figures_of_the_moment() {
    let output = planner(&["evaluate", &template("entry-tier"), "--kill", "back-end/back-end-1"], "");
    let text = String::from_utf8(output.stdout).unwrap();
    for words in [
        "Back-End database 2 takes over, 30,000 users reconnect within 3 min 30 s",
        "Served",
        "[derived 1]",
        "What to do, in this order",
    ] {
        assert!(text.contains(words), "“{words}” is missing in:\n{text}");
    }
}

#[test]
fn the_table_names_every_workload_and_every_server() {
    let output = planner(&["evaluate", &template("group-chat-maximum")], "");
    let text = String::from_utf8(output.stdout).unwrap();
    for words in
        ["99.9850 %", "group-chat", "users/office", "chat-server-5", "chat-database-1", "meets the target"]
    {
        assert!(text.contains(words), "“{words}” is missing in:\n{text}");
    }
}

/// The Entry Tier without its pool's load balancers.
fn unsupported() -> String {
    let plan = std::fs::read_to_string(template("entry-tier")).unwrap();
    let mut plan: Value = serde_json::from_str(&plan).unwrap();
    plan["scenarios"][0]["components"].as_array_mut().unwrap().remove(0);
    plan.to_string()
}

#[test]
fn a_plan_without_errors_passes_the_check() {
    for id in ["small-organisation", "entry-tier", "group-chat-maximum"] {
        let output = planner(&["check", &template(id)], "");
        let text = String::from_utf8(output.stdout).unwrap();
        assert_eq!(output.status.code(), Some(0), "{id}: {text}");
        assert!(!text.contains("Errors"), "{id}: {text}");
    }
}

#[test]
fn a_plan_with_an_error_is_listed_with_place_reason_source_and_fix_and_exit_code_1() {
    let output = planner(&["check", "-"], &unsupported());
    let text = String::from_utf8(output.stdout).unwrap();
    assert_eq!((output.status.code(), output.stderr.as_slice()), (Some(1), &[][..]), "{text}");
    for words in [
        "Errors (1)",
        "Several Front Ends need a load balancer [HLB-REQ-POOL]",
        "“Enterprise pool” has 4 Front Ends and no load balancer",
        "Front Ends (front-ends), Enterprise pool (pool)",
        "(dd572362), http://",
        "(documented)",
        "Add a load-balancer pair",
        "Warnings (",
    ] {
        assert!(text.contains(words), "“{words}” is missing in:\n{text}");
    }
}

#[test]
fn the_findings_as_json_say_the_same_as_the_list() {
    let output = planner(&["check", "-", "--json"], &unsupported());
    assert_eq!(output.status.code(), Some(1));
    let answer: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(
        (&answer["plan"], &answer["scenario"]),
        (&json!("Entry Tier, adapted, 30,000 users"), &json!("as-planned"))
    );
    let error = &answer["findings"][0];
    assert_eq!(error["rule"], "HLB-REQ-POOL");
    assert_eq!((&error["severity"], &error["mark"]), (&json!("error"), &json!("documented")));
    assert_eq!(error["nodes"], json!(["front-ends", "pool"]));
    assert_eq!(error["fix"], "Add a load-balancer pair");
    assert!(error["source"]["url"].as_str().unwrap().starts_with("http"));
    let severities: Vec<&str> = answer["findings"]
        .as_array()
        .unwrap()
        .iter()
        .map(|finding| finding["severity"].as_str().unwrap())
        .collect();
    let weight = |severity: &&str| ["error", "warning", "info"].iter().position(|known| known == severity);
    assert!(severities.is_sorted_by_key(weight) && severities.iter().all(|one| weight(one).is_some()));
    assert_eq!(severities.iter().filter(|severity| **severity == "error").count(), 1);
    assert!(severities.contains(&"warning"), "{severities:?}");
}

/// A supported plan with these items of its checklist ticked.
fn ticked(ticks: &Value) -> String {
    let plan = std::fs::read_to_string(template("one-armed-pool")).unwrap();
    let mut plan: Value = serde_json::from_str(&plan).unwrap();
    plan["scenarios"][0]["checklist"] = ticks.clone();
    plan.to_string()
}

#[test]
fn open_items_of_the_checklist_follow_the_findings_and_never_change_the_exit_code() {
    let text = |ticks: Value| {
        let output = planner(&["check", "-"], &ticked(&ticks));
        assert_eq!(output.status.code(), Some(0));
        String::from_utf8(output.stdout).unwrap()
    };
    let open = text(json!({}));
    for words in ["No rule has anything to say", "To be checked by hand (", "[HLB-SNAT-IPS, warning if not]"]
    {
        assert!(open.contains(words), "“{words}” is missing in:\n{open}");
    }
    // One that weighs as an error leaves the plan supported too.
    assert!(open.contains(", error if not]"), "{open}");
    assert!(open.contains("“Enterprise pool” 1 address for 10,000 users"), "{open}");
    let done = text(json!({ "HLB-SNAT-IPS": "done", "HLB-ARMS": "not-applicable" }));
    assert!(!done.contains("[HLB-SNAT-IPS") && !done.contains("[HLB-ARMS"), "{done}");
}

#[test]
fn the_checklist_as_json_has_all_items_with_their_state() {
    let output = planner(
        &["check", "-", "--json"],
        &ticked(&json!({ "HLB-SNAT-IPS": "done", "HLB-ARMS": "not-applicable" })),
    );
    assert_eq!(output.status.code(), Some(0));
    let answer: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(answer["findings"], json!([]));
    let checks = answer["checklist"].as_array().unwrap();
    let item = |id: &str| checks.iter().find(|check| check["item"] == id).unwrap();
    let addresses = item("HLB-SNAT-IPS");
    assert_eq!((&addresses["state"], &addresses["severity"]), (&json!("done"), &json!("warning")));
    assert_eq!(addresses["nodes"], json!(["pool-balancer"]));
    assert!(addresses["detail"].as_str().unwrap().contains("10,000 users"), "{addresses}");
    assert!(addresses["source"]["url"].as_str().unwrap().starts_with("http"));
    assert!(["statement", "reason", "mark"].iter().all(|field| addresses[field].is_string()), "{addresses}");
    let arms = item("HLB-ARMS");
    assert_eq!((&arms["state"], &arms["detail"]), (&json!("not-applicable"), &Value::Null));
    assert!(checks.iter().any(|check| check["state"] == "open"));
}

#[test]
fn a_finding_that_no_edit_mends_has_no_fix() {
    let plan = std::fs::read_to_string(template("small-organisation")).unwrap();
    let mut plan: Value = serde_json::from_str(&plan).unwrap();
    let scenario = plan["scenarios"][0].as_object_mut().unwrap();
    scenario.insert("components".into(), json!([]));
    scenario.insert("links".into(), json!([]));
    scenario["populations"][0].as_object_mut().unwrap().remove("home");
    let output = planner(&["check", "-", "--json"], &plan.to_string());
    let answer: Value = serde_json::from_slice(&output.stdout).unwrap();
    let findings = answer["findings"].as_array().unwrap();
    let homeless = findings.iter().find(|finding| finding["nodes"] == json!(["users"])).unwrap();
    assert_eq!(homeless["fix"], Value::Null);
}

#[test]
fn bad_input_gets_one_message_and_exit_code_2() {
    let plan = std::fs::read_to_string(template("small-organisation")).unwrap();
    let table: [(&[&str], String, &[&str]); 13] = [
        (&["evaluate", "does-not-exist.json"], String::new(), &["does-not-exist.json", "cannot be read"]),
        (&["evaluate", "-"], String::new(), &["not a plan", "line 1"]),
        (&["evaluate", "-"], "{".into(), &["not a plan", "line 1", "column"]),
        (&["evaluate", "-"], "{\"format\":\"other\"}".into(), &["“format”", "availability-plan"]),
        (
            &["evaluate", "-"],
            plan.replace("\"version\": 1", "\"version\": 2"),
            &["version 2", "newer planner"],
        ),
        (
            &["evaluate", "-"],
            plan.replace("\"users\": 4000", "\"users\": -1"),
            &["scenarios[0].populations[0].users", "0 or more"],
        ),
        (&["chart", "-", "--kind", "losses"], "{".into(), &["not a plan", "line 1"]),
        (
            &["chart", "-", "--kind", "served", "--scenario", "other"],
            plan.clone(),
            &["no scenario “other”", "as-planned"],
        ),
        (
            &["evaluate", "-", "--kill", "nobody/edge-1"],
            plan.clone(),
            &["no component or pool “nobody”", "standard-edition"],
        ),
        (
            &["evaluate", "-", "--kill", "edge", "--kill", "edge/edge-9"],
            plan.clone(),
            &["“edge” has no server “edge-9”", "edge-1"],
        ),
        (&["evaluate", "-", "--scenario", "other"], plan.clone(), &["no scenario “other”", "as-planned"]),
        (&["check", "-"], "{".into(), &["not a plan", "line 1", "column"]),
        (&["check", "-", "--scenario", "other"], plan.clone(), &["no scenario “other”", "as-planned"]),
    ];
    for (args, input, words) in table {
        let output = planner(args, &input);
        let message = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(2), "{args:?}: {message}");
        assert_eq!(message.lines().count(), 1, "{message}");
        assert!(output.stdout.is_empty());
        for word in words {
            assert!(message.contains(word), "{args:?}: “{word}” is missing in: {message}");
        }
    }
}

#[test]
fn charts_are_whole_svg_files_of_the_width_asked_for() {
    for (kind, words) in [
        ("availability", "99.985 %"),
        ("served", "demand 30,000"),
        ("failures", "Front Ends (each of 4)"),
        ("losses", "reconnecting"),
    ] {
        let output = planner(&["chart", &template("entry-tier"), "--kind", kind, "--width", "600"], "");
        let svg = String::from_utf8(output.stdout).unwrap();
        assert!(output.status.success(), "{kind}");
        for part in ["<svg xmlns", " width=\"632\"", "<style>", "<title>", "</svg>", words] {
            assert!(svg.contains(part), "{kind}: “{part}” is missing in {svg}");
        }
    }
}

#[test]
fn a_chart_that_cannot_be_asked_for_gets_exit_code_2() {
    let path = template("entry-tier");
    for args in [
        &["chart", &path][..],
        &["chart", &path, "--kind", "pie"],
        &["chart", &path, "--kind", "served", "--width", "100"],
    ] {
        let output = planner(args, "");
        assert_eq!(output.status.code(), Some(2), "{args:?}");
        assert!(output.stdout.is_empty() && !output.stderr.is_empty());
    }
}

#[test]
fn the_published_schemas_name_every_field_of_the_answer() {
    let schema: Value = serde_json::from_slice(&planner(&["schema", "evaluation"], "").stdout).unwrap();
    let answer = evaluated(&["evaluate", &template("entry-tier"), "--json"]);
    let described = |definition: &Value, object: &Value| {
        for field in object.as_object().unwrap().keys() {
            assert!(definition["properties"].get(field).is_some(), "{field} is not in the schema");
        }
    };
    described(&schema, &answer);
    described(&schema["$defs"]["WorkloadAnswer"], &answer["workloads"][0]);
    described(&schema["$defs"]["FailureAnswer"], &answer["failures"][0]);
    described(&schema["$defs"]["HeadlineAnswer"], &answer["headline"]);
    let now = killed(&["--kill", "front-ends/front-end-2"]);
    described(&schema["$defs"]["NowAnswer"], &now);
    described(&schema["$defs"]["HeadlineNowAnswer"], &now["headline"]);
    described(&schema["$defs"]["WorkloadNowAnswer"], &now["workloads"][0]);
    described(&schema["$defs"]["LoadAnswer"], &now["loads"][0]);
    let account = &now["account"];
    described(&schema["$defs"]["AccountAnswer"], account);
    for (definition, list) in [
        ("LostAnswer", "lost"),
        ("InterruptionAnswer", "interrupted"),
        ("TimingAnswer", "timing"),
        ("KeptDataAnswer", "data"),
        ("RecoveryAnswer", "recovery"),
        ("RestorationAnswer", "restoration"),
    ] {
        described(&schema["$defs"][definition], &account[list][0]);
    }
    let loss = &account["recovery"][0];
    described(&schema["$defs"]["RecoveryPointAnswer"], &loss["recovery_point"][0]);
    described(&schema["$defs"]["RecoveryTimeAnswer"], &loss["recovery_time"][0]);
    described(&schema["$defs"]["FactAnswer"], &loss["recovery_point"][0]["fact"]);
    let schema: Value = serde_json::from_slice(&planner(&["schema", "findings"], "").stdout).unwrap();
    let answer = evaluated(&["check", &template("entry-tier"), "--json"]);
    described(&schema, &answer);
    described(&schema["$defs"]["FindingAnswer"], &answer["findings"][0]);
    described(&schema["$defs"]["CheckAnswer"], &answer["checklist"][0]);
    described(&schema["$defs"]["SourceAnswer"], &answer["findings"][0]["source"]);
    let plan: Value = serde_json::from_slice(&planner(&["schema", "plan"], "").stdout).unwrap();
    assert!(plan["$defs"]["Component"]["properties"].get("servers").is_some());
}
