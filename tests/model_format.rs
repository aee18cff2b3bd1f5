//! Reliability models as files: what is read, what it is worth, and what is refused where.

#![cfg(not(target_arch = "wasm32"))]
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::too_many_lines,
    reason = "a test may stop at the first surprise"
)]

mod enumeration;

use availability_planner::exchange::model::{
    Description, FILE_BYTES, ModelFileError, ModelProblem, ReliabilityModel, read,
};
use serde_json::{Value, json};

const DESCRIPTION: &str = include_str!("../docs/model-format.md");

fn examples() -> Vec<String> {
    DESCRIPTION.split("```json\n").skip(1).map(|rest| rest.split("```").next().unwrap().to_string()).collect()
}

fn example(name: &str) -> ReliabilityModel {
    let text = examples().into_iter().find(|text| text.contains(name)).unwrap();
    read(&text).unwrap()
}

/// A model with these groups that is up while this is true.
fn model(groups: &Value, up_when: &Value) -> Value {
    json!({ "format": "availability-planner-model", "version": 1, "groups": groups, "system": { "up_when": up_when } })
}

fn units() -> Value {
    json!({
        "a": { "event": { "probability": 0.5 } },
        "b": { "event": { "probability": 0.25 } },
        "c": { "event": { "probability": 0.125 } },
        "pair": { "load_shared": { "units": 2, "mtbf_hours": 3, "mttr_hours": 1 } },
        "steps": { "chain": {
            "states": [{ "name": "good", "level": 0 }, { "name": "fair", "level": 1 }, { "name": "bad", "level": 2 }],
            "transitions": [
                { "from": "good", "to": "fair", "per_hour": 1 },
                { "from": "fair", "to": "bad", "per_hour": 1 },
                { "from": "bad", "to": "good", "per_hour": 2 }
            ]
        } }
    })
}

fn probability_up(model: &ReliabilityModel) -> f64 {
    let mut structure = model.structure.clone();
    let up = structure.not(model.failed);
    enumeration::probability(&structure, up, &model.elements)
}

#[track_caller]
fn assert_close(found: f64, expected: f64, relative: f64) {
    assert!((found - expected).abs() <= relative * expected.abs(), "{found:e} instead of {expected:e}");
}

#[test]
fn every_form_of_a_gate_is_worth_what_it_says() {
    // The law of the chain is 0.4, 0.4, 0.2; of the pair 9/16, 6/16, 1/16.
    let table = [
        (json!("a"), 0.5),
        (json!(true), 1.0),
        (json!(false), 0.0),
        (json!({ "and": ["a", "b", "c"] }), 0.5 * 0.75 * 0.875),
        (json!({ "or": ["a", "b"] }), 1.0 - 0.5 * 0.25),
        (json!({ "xor": ["a", "b"] }), 0.5 * 0.25 + 0.5 * 0.75),
        (json!({ "not": "b" }), 0.25),
        (json!({ "happens": "c" }), 0.125),
        (json!({ "at_least": 2, "of": ["a", "b", "b"] }), 0.75),
        (json!("pair"), 15.0 / 16.0),
        (json!({ "group": "pair" }), 15.0 / 16.0),
        (json!({ "group": "pair", "serving_at_least": 2 }), 9.0 / 16.0),
        (json!("steps"), 0.4),
        (json!({ "group": "steps", "level_at_most": 1 }), 0.8),
        (json!({ "group": "a", "level_at_most": 0 }), 0.5),
        (json!({ "capacity_at_least": 1, "of": { "units_of": "pair" } }), 15.0 / 16.0),
        (
            json!({ "capacity_at_least": 7, "of": { "sum": [{ "units_of": "pair", "each": 3 }, 1] } }),
            9.0 / 16.0,
        ),
        (
            json!({ "capacity_at_least": 10, "of": { "least": [{ "levels_of": "steps", "values": [20, 10, 0] }, 15] } }),
            0.8,
        ),
        (
            json!({ "capacity_at_least": 4, "of": { "while": { "happens": "a" }, "amount": { "levels_of": "b", "values": [5, 3] } } }),
            0.5 * 0.75,
        ),
    ];
    for (gate, expected) in table {
        let read = read(&model(&units(), &gate).to_string()).unwrap();
        assert_close(probability_up(&read), expected, 1e-14);
        let mut failed = model(&units(), &gate);
        failed["system"] = json!({ "failed_when": { "not": gate } });
        let failed = availability_planner::exchange::model::read(&failed.to_string()).unwrap();
        assert_close(probability_up(&failed), expected, 1e-14);
    }
}

#[test]
fn named_gates_and_amounts_are_read_in_any_order() {
    let mut text = model(&units(), &json!("top"));
    text["gates"] = json!({ "top": { "and": ["enough", "left"] }, "left": { "or": ["a", "b"] },
        "enough": { "capacity_at_least": 2, "of": "all" } });
    text["amounts"] = json!({ "all": { "sum": ["one", "one"] }, "one": { "while": "left", "amount": { "units_of": "pair" } } });
    assert_close(probability_up(&read(&text.to_string()).unwrap()), 0.875 * 15.0 / 16.0, 1e-14);
}

#[test]
fn a_range_of_ids_is_a_definition_for_each_number() {
    let mut text = model(
        &json!({ "e{1..3}": { "event": { "probability": 0.5 } }, "f{1..3}/x": { "event": { "probability": 0.25 } } }),
        &json!({ "at_least": 3, "of": ["both{1..2}", "e3", "f3/x"] }),
    );
    text["gates"] = json!({ "both{1..2}": { "and": ["e{}", "f{}/x"] } });
    let read = read(&text.to_string()).unwrap();
    assert_eq!(read.names(), ["e1", "e2", "e3", "f1/x", "f2/x", "f3/x"]);
    let (both, e, f) = (0.375_f64, 0.5, 0.75);
    let two = 2.0 * both * (1.0 - both) * e * f;
    let three = both * both * (e * (1.0 - f) + (1.0 - e) * f) + both * both * e * f;
    assert_close(probability_up(&read), two + three, 1e-14);
}

#[test]
fn the_examples_of_the_description_are_models() {
    assert_eq!(examples().len(), 5);
    let bridge = example("Bridge");
    let mut structure = bridge.structure.clone();
    assert_close(
        enumeration::probability(&structure, bridge.failed, &bridge.elements),
        1.979_525_314_531_528e-4,
        1e-13,
    );
    let up = structure.not(bridge.failed);
    assert!(enumeration::truth(&structure, up, &[0, 1, 1, 0, 0]));
    assert!(!enumeration::truth(&structure, up, &[0, 1, 1, 0, 1]));

    let racks = example("Racks");
    let names = racks.names();
    let place = |id: &str| names.iter().position(|name| name == id).unwrap();
    let is_down = |changes: &[(&str, usize)]| {
        let mut levels = vec![0; names.len()];
        for (id, level) in changes {
            levels[place(id)] = *level;
        }
        enumeration::truth(&racks.structure, racks.failed, &levels)
    };
    assert_eq!((names.len(), racks.capacity.unwrap().1, racks.wanted.capacity), (41, 170, true));
    assert!(!is_down(&[("feed3-a", 1), ("feed4-b", 1)]));
    assert!(!is_down(&[("feed3-a", 1), ("feed3-b", 1), ("servers1", 10)]), "170 are left");
    assert!(is_down(&[("feed3-a", 1), ("feed3-b", 1), ("servers1", 11)]), "169 are left");
    assert!(!is_down(&[("rack3", 1), ("servers3", 20)]));
    assert!(is_down(&[("rack3", 1), ("rack4", 1)]));
    assert!(is_down(&[("balancer", 1)]));

    let database = example("Database");
    let figures = |id: &str| {
        let group = database.groups.iter().find(|group| group.id == id).unwrap();
        group
            .uncertain
            .iter()
            .map(|uncertain| (uncertain.figure.name(), uncertain.error_factor))
            .collect::<Vec<_>>()
    };
    assert_eq!(figures("cluster"), [("mtbf_hours".into(), 3.0), ("failover_hours".into(), 2.0)]);
    assert_eq!(figures("cooling"), [("transitions[2].per_hour".into(), 2.0)]);
    assert_eq!(figures("misconfigured"), [("probability".into(), 10.0)]);
    let cooling = &database.elements[2];
    assert_close(cooling.law()[2], 0.0004 * cooling.law()[1] / 0.05, 1e-13);
    assert_eq!(cooling.flows().unwrap().len(), 4);
    let flow = |from, to| {
        cooling.flows().unwrap().iter().find(|flow| (flow.from, flow.to) == (from, to)).unwrap().per_hour
    };
    assert_close(flow(0, 1), flow(1, 0) + flow(2, 0), 1e-13);

    let pumps = example("Pumps").groups.remove(0);
    let window = pumps.window.unwrap();
    assert!(!pumps.is_exponential() && !window.takes_all);
    // Each window takes out one of the two pumps in turn, so each of them every other time.
    let Description::LoadShared(shared) = pumps.description else { panic!("a group of two pumps") };
    assert_close(1.0 / shared.planned.unwrap().starts_per_hour, 2.0 * window.every_hours, 1e-13);
}

#[test]
fn uncertain_figures_are_varied_in_their_order() {
    let database = example("Database");
    let group = |id: &str| database.groups.iter().find(|group| group.id == id).unwrap();
    let varied = group("cluster").varied(&[2.0, 3.0]).unwrap();
    let (Description::ActivePassive(was), Description::ActivePassive(now)) =
        (&group("cluster").description, &varied.description)
    else {
        panic!("{varied:?}")
    };
    assert_close(now.unit.mtbf_hours(), 2.0 * was.unit.mtbf_hours(), 1e-15);
    assert_close(now.unit.mttr_hours(), was.unit.mttr_hours(), 1e-15);
    assert_close(now.failover_hours, 3.0 * was.failover_hours, 1e-15);
    let varied = group("cooling").varied(&[0.5]).unwrap();
    let Description::Chain(chain) = varied.description else { panic!("{varied:?}") };
    assert_close(chain.transitions[2].per_hour, 0.0002, 1e-15);
    assert_close(group("misconfigured").varied(&[2.0]).unwrap().element().unwrap().law()[1], 0.0002, 1e-15);
    assert_close(group("misconfigured").varied(&[1e9]).unwrap().element().unwrap().law()[1], 1.0, 1e-15);
}

#[test]
fn what_is_wanted_is_read_with_its_defaults() {
    let wanted = |measures: Value| {
        let mut text = model(&units(), &json!("a"));
        text["measures"] = measures;
        text["capacity"] = json!({ "amount": { "units_of": "pair" }, "demand": 1 });
        read(&text.to_string()).unwrap().wanted
    };
    let none = wanted(json!({}));
    assert_eq!(none, read(&model(&units(), &json!("a")).to_string()).unwrap().wanted);
    assert!(none.frequency && !none.importance && none.cut_sets.is_none() && none.at_hours.is_empty());
    let all = wanted(json!({
        "frequency": false, "importance": true, "cut_sets": {}, "capacity": true, "first_failure": true, "at_hours": [0, 24],
        "over_hours": [8760], "uncertainty": { "samples": 10 }, "simulation": { "years": 5 }
    }));
    assert!(!all.frequency && all.importance && all.capacity && all.first_failure);
    assert_eq!((all.cut_sets.unwrap().top, all.cut_sets.unwrap().max_order), (20, None));
    assert_eq!((all.at_hours.len(), all.over_hours.len()), (2, 1));
    assert_eq!((all.uncertainty.unwrap().samples, all.uncertainty.unwrap().seed), (10, 1));
    assert_eq!((all.simulation.unwrap().years, all.simulation.unwrap().seed), (5, 1));
}

#[test]
fn no_more_cut_sets_can_be_wanted_than_can_be_listed() {
    let wanted =
        |cut_sets: &str| read(&written("\"a\"", &format!(",\n\"measures\": {{ \"cut_sets\": {cut_sets} }}")));
    for (cut_sets, top, max_order) in
        [("{ \"top\": 100000 }", 100_000, None), ("{ \"max_order\": 4294967295 }", 20, Some(u32::MAX))]
    {
        let read = wanted(cut_sets).unwrap().wanted.cut_sets.unwrap();
        assert_eq!((read.top, read.max_order), (top, max_order));
    }
    for top in ["100001", "4000000000", "5000000000", "-1", "1.5", "null"] {
        let message = wanted(&format!("{{ \"top\": {top} }}")).unwrap_err().to_string();
        for word in ["measures.cut_sets.top", "from 0 to 100000", top] {
            assert!(message.contains(word), "“{word}” is missing in: {message}");
        }
    }
}

/// A model over the usual groups, on lines of its own so that places can be told.
fn written(up_when: &str, more: &str) -> String {
    let groups = units().to_string();
    format!(
        "{{\n\"format\": \"availability-planner-model\", \"version\": 1,\n\"groups\": {groups},\n\"system\": {{ \"up_when\":\n{up_when} }}{more}\n}}"
    )
}

#[test]
fn what_does_not_go_together_is_refused_with_its_place() {
    let of_group = |group: &str| {
        format!(
            "{{\n\"format\": \"availability-planner-model\", \"version\": 1,\n\"groups\": {{\n\"x\": {group} }},\n\"system\": {{ \"up_when\": \"x\" }} }}"
        )
    };
    let gates = |gates: &str| written("\"top\"", &format!(",\n\"gates\": {{\n{gates} }}"));
    let table: Vec<(String, usize, &[&str])> = vec![
        (written("\"z\"", ""), 5, &["system.up_when", "“z”", "no gate and no group"]),
        (
            of_group(
                "{ \"unit\": { \"mtbf_hours\": 9, \"mttr_hours\": 1, \"times\": { \"life\": { \"fixed\": true, \"weibull_shape\": 2 } } } }",
            ),
            4,
            &["just one of", "Keep one"],
        ),
        (
            of_group(
                "{ \"unit\": { \"mtbf_hours\": 9, \"mttr_hours\": 1, \"times\": { \"failover\": { \"fixed\": true } } } }",
            ),
            4,
            &["does not have", "Remove it"],
        ),
        (
            of_group(
                "{ \"unit\": { \"mtbf_hours\": 9, \"mttr_hours\": 1, \"planned_work\": { \"every_hours\": 9, \"duration_hours\": 1 }, \"maintenance_window\": { \"every_hours\": 9, \"hours\": 1 } } }",
            ),
            4,
            &["`maintenance_window`", "Keep one"],
        ),
        (written("{ \"happens\": \"pair\" }", ""), 5, &["“pair” is a group of units", "an event"]),
        (written("{ \"capacity_at_least\": 1, \"of\": \"a\" }", ""), 5, &["“a” is an event", "an amount"]),
        (
            written("{ \"group\": \"pair\", \"serving_at_least\": 3 }", ""),
            5,
            &["serving_at_least", "between 1 and 2", "3"],
        ),
        (written("{ \"group\": \"pair\", \"level_at_most\": 1 }", ""), 5, &["“pair”", "a chain or an event"]),
        (written("{ \"group\": \"steps\", \"level_at_most\": 3 }", ""), 5, &["between 0 and 2", "3"]),
        (
            written("{ \"group\": \"steps\", \"serving_at_least\": 1 }", ""),
            5,
            &["“steps” is a chain", "a group of units"],
        ),
        (written("{ \"at_least\": 4, \"of\": [\"a\", \"b\"] }", ""), 5, &["at_least", "between 1 and 2"]),
        (written("{ \"and\": [] }", ""), 5, &["empty"]),
        (written("{ \"not\": \"x{1..2}\" }", ""), 5, &["“x1”", "no gate"]),
        (written("\"a{}\"", ""), 5, &["“a{}”", "{}"]),
        (written("\"a{2..1}\"", ""), 5, &["“a{2..1}”", "{1..10}"]),
        (
            written(
                "{ \"capacity_at_least\": 1, \"of\": { \"levels_of\": \"steps\", \"values\": [1, 2] } }",
                "",
            ),
            5,
            &["number of values", "3"],
        ),
        (gates("\"top\": \"a\",\n\"a\": true"), 8, &["“a” is defined a second time"]),
        (
            gates("\"top\": \"one\",\n\"one\": { \"not\": \"two\" }, \"two\": { \"or\": [\"a\", \"one\"] }"),
            8,
            &["cycle", "one → two → one"],
        ),
        (gates("\"top\": \"top\""), 7, &["cycle", "top → top"]),
        (written("\"a\"", ",\n\"measures\": { \"capacity\": true }"), 4, &["capacity", "Add it"]),
        (written("\"a\", \"failed_when\": \"b\"", ""), 4, &["either `up_when` or `failed_when`"]),
        (
            of_group("{ \"unit\": { \"mtbf_hours\": 1 } }"),
            4,
            &["either `mtbf_hours` and `mttr_hours` or `failure_modes`"],
        ),
        (
            of_group("{ \"load_shared\": { \"units\": 0, \"mtbf_hours\": 1, \"mttr_hours\": 1 } }"),
            4,
            &["“x”", "number of units"],
        ),
        (
            of_group("{ \"load_shared\": { \"units\": 10001, \"mtbf_hours\": 1, \"mttr_hours\": 1 } }"),
            4,
            &["“x”", "10000"],
        ),
        (
            of_group(
                "{ \"active_passive\": { \"mtbf_hours\": 1, \"mttr_hours\": 1, \"failover_hours\": 1, \"coverage\": 0.5 } }",
            ),
            4,
            &["manual_switch_hours"],
        ),
        (
            of_group("{ \"event\": { \"probability\": 0.5, \"error_factors\": { \"mtbf_hours\": 2 } } }"),
            4,
            &["error_factors", "Remove it"],
        ),
        (of_group("{ \"chain\": { \"states\": [], \"transitions\": [] } }"), 4, &["one state or more"]),
        (
            of_group(
                "{ \"chain\": { \"states\": [{ \"name\": \"s\", \"level\": 1 }], \"transitions\": [] } }",
            ),
            4,
            &["without a gap"],
        ),
        (
            of_group(
                "{ \"chain\": { \"states\": [{ \"name\": \"s\", \"level\": 0 }, { \"name\": \"s\", \"level\": 0 }], \"transitions\": [] } }",
            ),
            4,
            &["“s”", "second time"],
        ),
        (
            of_group(
                "{ \"chain\": { \"states\": [{ \"name\": \"s\", \"level\": 0 }],\n\"transitions\": [{ \"from\": \"s\", \"to\": \"t\", \"per_hour\": 1 }] } }",
            ),
            5,
            &["no state “t”"],
        ),
    ];
    for (text, line, words) in table {
        let error = read(&text).unwrap_err();
        let message = error.to_string();
        assert!(matches!(error, ModelFileError::Wrong { .. }), "{message} in {text}");
        assert!(message.contains(&format!("line {line}, column ")), "line {line}: {message} in {text}");
        for word in words {
            assert!(message.contains(word), "“{word}” is missing in: {message}");
        }
    }
}

#[test]
fn numbers_and_fields_that_make_no_sense_are_refused_with_their_place() {
    let of_group = |group: &str| {
        format!(
            "{{\"format\": \"availability-planner-model\", \"version\": 1, \"groups\": {{\n\"x\": {group} }}, \"system\": {{ \"up_when\": \"x\" }} }}"
        )
    };
    let table: [(String, &[&str]); 12] = [
        (
            of_group("{ \"unit\": { \"mtbf_hours\": 0, \"mttr_hours\": 1 } }"),
            &["groups.x.unit.mtbf_hours", "line 2", "found 0"],
        ),
        (
            of_group("{ \"unit\": { \"mtbf_hours\": 1, \"mttr_hours\": 1e300 } }"),
            &["mttr_hours", "found 1e300"],
        ),
        (of_group("{ \"unit\": { \"mtbf\": 1 } }"), &["unknown field `mtbf`", "`mtbf_hours`"]),
        (of_group("{ \"units\": {} }"), &["groups.x", "`load_shared`"]),
        (of_group("{ \"unit\": { \"mtbf_hours\": 1, \"mttr_hours\": 1 }, \"event\": {} }"), &["one field"]),
        (of_group("{ \"event\": { \"probability\": 1.5 } }"), &["probability", "from 0 to 1"]),
        (
            of_group("{ \"event\": { \"probability\": 0.5, \"error_factors\": { \"probability\": 0.5 } } }"),
            &["from 1 to 1000"],
        ),
        (of_group("{ \"event\": { \"probability\": 0.5, \"probability\": 0.5 } }"), &["duplicate field"]),
        (written("{ \"nand\": [] }", ""), &["line 5", "`and`"]),
        (written("7", ""), &["line 5", "found 7"]),
        (written("{ \"at_least\": 1.5, \"of\": [] }", ""), &["line 5", "whole number"]),
        (written("\"a\"", ", \"more\": 1"), &["unknown field `more`"]),
    ];
    for (text, words) in table {
        let error = read(&text).unwrap_err();
        let message = error.to_string();
        assert!(matches!(error, ModelFileError::Shape { .. }), "{message} in {text}");
        for word in words {
            assert!(message.contains(word), "“{word}” is missing in: {message}");
        }
    }
}

#[test]
fn what_is_no_model_at_all_is_refused() {
    let table: [(&str, &[&str]); 6] = [
        ("", &["not a model", "line 1"]),
        ("{ \"format\": ", &["not a model", "line 1"]),
        ("{ \"format\": \"availability-plan\" }", &["“format”", "availability-plan"]),
        ("{ \"format\": \"availability-planner-model\", \"version\": 2 }", &["version 2", "newer"]),
        ("{ \"format\": \"availability-planner-model\", \"version\": \"1\" }", &["“version”"]),
        ("{ \"format\": \"availability-planner-model\", \"version\": 1 }", &["missing field `groups`"]),
    ];
    for (text, words) in table {
        let message = read(text).unwrap_err().to_string();
        for word in words {
            assert!(message.contains(word), "“{word}” is missing in: {message}");
        }
    }
    let large = " ".repeat(FILE_BYTES + 1);
    assert!(matches!(read(&large), Err(ModelFileError::TooLarge { .. })));
}

#[test]
fn what_would_become_too_large_is_refused_before_it_is_made() {
    let event = json!({ "event": { "probability": 0.5 } });
    let many = model(&json!({ "a{1..100000}": event, "b{1..100000}": event, "c": event }), &json!("c"));
    let error = read(&many.to_string()).unwrap_err();
    let too_many = |error: &ModelFileError| {
        matches!(error, ModelFileError::Wrong { problem: ModelProblem::TooMany { .. }, .. })
    };
    assert!(too_many(&error), "{error}");
    let mut parts = model(&json!({ "a{1..100000}": event }), &json!("a1"));
    parts["gates"] = json!({ "g{1..100}": { "or": ["a{1..100000}"] } });
    let error = read(&parts.to_string()).unwrap_err();
    assert!(too_many(&error), "{error}");
    let states = json!({ "load_shared": { "units": 10000, "mtbf_hours": 1, "mttr_hours": 1 } });
    let error = read(&model(&json!({ "a{1..300}": states }), &json!("a1")).to_string()).unwrap_err();
    assert!(too_many(&error), "{error}");
}

#[test]
fn long_chains_of_names_do_not_overflow_the_stack() {
    let mut text = model(&units(), &json!("g50000"));
    let gates = text["gates"].as_object_mut();
    assert!(gates.is_none());
    let mut gates = serde_json::Map::new();
    gates.insert("g0".into(), json!("a"));
    for gate in 1..=50_000 {
        gates.insert(format!("g{gate}"), json!({ "not": format!("g{}", gate - 1) }));
    }
    text["gates"] = Value::Object(gates);
    assert_close(probability_up(&read(&text.to_string()).unwrap()), 0.5, 1e-15);
}

#[test]
fn levels_of_units_say_how_many_do_not_serve() {
    let work = json!({ "every_hours": 100, "duration_hours": 1 });
    let groups = [
        json!({ "unit": { "mtbf_hours": 9, "mttr_hours": 1, "planned_work": work } }),
        json!({ "load_shared": { "units": 4, "mtbf_hours": 9, "mttr_hours": 1 } }),
        json!({ "load_shared": { "units": 4, "mtbf_hours": 9, "mttr_hours": 1, "planned_work": work } }),
        json!({ "active_passive": { "nodes": 3, "mtbf_hours": 9, "mttr_hours": 1, "failover_hours": 0.1 } }),
        json!({ "active_passive": {
            "nodes": 3, "mtbf_hours": 9, "mttr_hours": 1, "failover_hours": 0.1, "planned_switch_every_hours": 50
        } }),
    ];
    for group in groups {
        let model = read(&model(&json!({ "x": group }), &json!("x")).to_string()).unwrap();
        let described = &model.groups[0];
        let solved = described.group().unwrap().unwrap();
        let most = solved.levels()[0].serving;
        for (level, of) in solved.levels().iter().enumerate() {
            assert_eq!(described.missing_at(level), (most - of.serving) as usize, "{group} {level}");
        }
    }
}
