//! The published schema of a plan and the reader of plans state the fields apart from each other; they have to agree.

#![cfg(feature = "schema")]
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may stop at the first surprise")]

use availability_planner::catalog::Catalog;
use availability_planner::exchange::file::read;
use availability_planner::exchange::model;
use availability_planner::plan::Document;
use serde_json::{Value, json};

/// Has a value in every field.
const VERSION_1: &str = include_str!("fixtures/plan-v1.json");

/// The definition that a schema refers to, also where it allows nothing in its place.
fn definition<'s>(whole: &'s Value, schema: &'s Value) -> &'s Value {
    let schema = schema["anyOf"].as_array().map_or(schema, |choices| &choices[0]);
    match schema["$ref"].as_str() {
        Some(name) => whole.pointer(name.trim_start_matches('#')).unwrap(),
        None => schema,
    }
}

/// The fields below a part of the plan: where they stand, their names and whether the schema asks for them.
fn fields(whole: &Value, schema: &Value, part: &Value, at: &str, found: &mut Vec<(String, String, bool)>) {
    let schema = definition(whole, schema);
    for (index, item) in part.as_array().into_iter().flatten().enumerate() {
        fields(whole, &schema["items"], item, &format!("{at}/{index}"), found);
    }
    // A map has no properties.
    let properties = schema["properties"].as_object();
    for (name, property) in properties.into_iter().flatten() {
        let required =
            schema["required"].as_array().is_some_and(|required| required.contains(&name.as_str().into()));
        if let Some(value) = part.get(name) {
            found.push((at.into(), name.clone(), required));
            fields(whole, property, value, &format!("{at}/{name}"), found);
        }
    }
}

/// Has a value in every field of a model, of its groups, gates and amounts.
fn whole_model() -> Value {
    let times = json!({ "mtbf_hours": 10.0, "mttr_hours": 1.0, "planned_work": { "every_hours": 5, "duration_hours": 1 },
        "error_factors": { "mtbf_hours": 2.0, "mttr_hours": 2.0 } });
    let with = |more: Value| {
        let mut whole = times.clone();
        whole.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        whole
    };
    let mut standby = with(json!({ "nodes": 2, "crews": 1, "failover_hours": 0.1, "coverage": 1.0,
        "manual_switch_hours": 1, "dormancy": 1, "planned_switch_every_hours": 100 }));
    standby.as_object_mut().unwrap().remove("planned_work");
    json!({
        "format": "availability-planner-model", "version": 1, "name": "whole",
        "groups": {
            "Unit": { "unit": times },
            "LoadShared": { "load_shared": with(json!({ "units": 2, "crews": 1, "common_cause_share": 0.1 })) },
            "ActivePassive": { "active_passive": standby },
            "Event": { "event": { "probability": 0.5, "error_factors": { "probability": 2.0 } } },
            "Chain": { "chain": { "states": [{ "name": "s", "level": 0 }],
                "transitions": [{ "from": "s", "to": "s", "per_hour": 1, "error_factor": 2.0 }] } }
        },
        "gates": { "g": { "at_least": 1, "of": [{ "group": "LoadShared", "serving_at_least": 1 }] } },
        "amounts": { "a": { "while": "g", "amount": { "units_of": "Unit", "each": 2 } } },
        "system": { "up_when": "g" },
        "capacity": { "amount": "a", "demand": 1 },
        "measures": { "frequency": true, "importance": true, "cut_sets": { "max_order": 2, "top": 5 }, "capacity": true,
            "first_failure": true, "at_hours": [1.0], "over_hours": [1.0], "uncertainty": { "samples": 5, "seed": 1 },
            "simulation": { "years": 5, "seed": 1 } }
    })
}

/// The places of all objects of a model with the definitions that they follow; those of forms are found by their field.
const DEFINITIONS: [(&str, &str); 14] = [
    ("", ""),
    ("/groups/Unit/unit", "OneUnit"),
    ("/groups/Unit/unit/planned_work", "Work"),
    ("/groups/LoadShared/load_shared", "SharedLoad"),
    ("/groups/ActivePassive/active_passive", "Standby"),
    ("/groups/Event/event", "Event"),
    ("/groups/Chain/chain", "Chain"),
    ("/groups/Chain/chain/states/0", "State"),
    ("/groups/Chain/chain/transitions/0", "Transition"),
    ("/gates/g", "AtLeast"),
    ("/amounts/a", "While"),
    ("/amounts/a/amount", "UnitsOf"),
    ("/capacity", "Capacity"),
    ("/measures/simulation", "Simulation"),
];

#[test]
fn a_field_of_a_model_may_be_left_out_where_the_schema_says_so_and_only_there() {
    let schema = Value::from(schemars::schema_for!(model::Document));
    let whole = whole_model();
    model::read(&whole.to_string()).unwrap();
    for (at, name) in DEFINITIONS {
        let definition = if name.is_empty() { &schema } else { &schema["$defs"][name] };
        let present = whole.pointer(at).unwrap().as_object().unwrap();
        for field in present.keys() {
            assert!(definition["properties"].get(field).is_some(), "{name} has no {field} in the schema");
            let required =
                definition["required"].as_array().is_some_and(|all| all.contains(&field.as_str().into()));
            let mut text = whole.clone();
            text.pointer_mut(at).unwrap().as_object_mut().unwrap().remove(field);
            // What says which form an object has is missed in other words.
            let message = model::read(&text.to_string()).err().map(|error| error.to_string());
            let missed = message.is_some_and(|message| {
                ["missing field", "“format” is missing", "“version” is missing", "with one of the fields"]
                    .iter()
                    .any(|words| message.contains(words))
            });
            assert_eq!(missed, required, "{name}: {field}");
        }
    }
}

#[test]
fn a_field_may_be_left_out_where_the_schema_says_so_and_only_there() {
    let schema = Value::from(schemars::schema_for!(Document));
    let plan: Value = serde_json::from_str(VERSION_1).unwrap();
    let mut found = Vec::new();
    fields(&schema, &schema, &plan, "", &mut found);
    for optional in
        ["pools", "common_mode", "wan_links", "overrides", "connected_share", "planned_work_counts"]
    {
        assert!(found.iter().any(|(_, name, required)| name == optional && !required), "{optional}");
    }
    for (at, name, required) in found {
        let mut plan = plan.clone();
        plan.pointer_mut(&at).unwrap().as_object_mut().unwrap().remove(&name);
        let message = read(&plan.to_string(), &Catalog::bundled()).err().map(|error| error.to_string());
        let missed = message.is_some_and(|message| message.contains("missing"));
        assert_eq!(missed, required, "{at}/{name}");
    }
}
