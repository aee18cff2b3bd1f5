//! The published schema of a plan and the reader of plans state the fields apart from each other; they have to agree.

#![cfg(feature = "schema")]
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may stop at the first surprise")]

use availability_planner::catalog::Catalog;
use availability_planner::exchange::file::read;
use availability_planner::plan::Document;
use serde_json::Value;

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
