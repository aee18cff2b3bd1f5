//! The door for files: what is let in comes out unchanged, and what is refused is told where it is wrong and what to
//! do about it.

#![cfg(not(target_arch = "wasm32"))]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may stop at the first surprise"
)]

use availability_planner::analysis::{Analysis, Options, analyse};
use availability_planner::catalog::Catalog;
use availability_planner::exchange::file::{ReadError, read, read_bytes, write};
use availability_planner::exchange::template::TEMPLATES;
use availability_planner::plan::build::PlanBuilder;
use availability_planner::plan::{Document, Limits, validate};
use proptest::prelude::*;
use serde_json::{Map, Value, json};

/// Everything that a document of version 1 can say. It has to load for ever.
const VERSION_1: &str = include_str!("fixtures/plan-v1.json");

const SHIPPED: [&str; 3] = [
    include_str!("../static/templates/small-organisation.json"),
    include_str!("../static/templates/entry-tier.json"),
    include_str!("../static/templates/group-chat-maximum.json"),
];

fn loaded(text: &str) -> Document {
    read(text, &Catalog::bundled()).unwrap_or_else(|error| panic!("{error}"))
}

/// The message of a refusal, which stays short enough to be shown.
#[track_caller]
fn refused(result: Result<Document, ReadError>) -> String {
    let message = result.expect_err("refused").to_string();
    assert!(message.len() < 1_500, "{} bytes of message", message.len());
    assert!(message.ends_with('.') && !message.contains("  "), "{message}");
    message
}

#[track_caller]
fn says(text: &str, words: &[&str]) {
    let message = refused(read(text, &Catalog::bundled()));
    for word in words {
        assert!(message.contains(word), "“{word}” is missing in: {message}");
    }
}

fn fixture() -> Value {
    serde_json::from_str(VERSION_1).unwrap()
}

/// The fixture with the value at a pointer put in place.
fn with(pointer: &str, value: Value) -> String {
    let mut document = fixture();
    *document.pointer_mut(pointer).unwrap_or_else(|| panic!("{pointer}")) = value;
    document.to_string()
}

/// The fixture with one more field in the object at a pointer.
fn added(pointer: &str, field: &str, value: Value) -> String {
    let mut document = fixture();
    document.pointer_mut(pointer).unwrap()[field] = value;
    document.to_string()
}

/// The fixture without a field of the object at a pointer.
fn without(pointer: &str, field: &str) -> String {
    let mut document = fixture();
    let object = document.pointer_mut(pointer).unwrap().as_object_mut().unwrap();
    object.remove(field).unwrap_or_else(|| panic!("{pointer}/{field}"));
    document.to_string()
}

const FIRST: &str = "/scenarios/0";

/// Fields of what is written that the file does not have, each with its value; all that the file has is there alike.
#[track_caller]
fn besides(file: &Value, written: &Value, found: &mut Map<String, Value>) {
    match (file, written) {
        (Value::Object(file), Value::Object(written)) => {
            assert!(
                file.keys().all(|field| written.contains_key(field)),
                "{file:?} is not all of {written:?}"
            );
            for (field, value) in written {
                if let Some(known) = file.get(field) {
                    besides(known, value, found);
                    continue;
                }
                let before = found.insert(field.clone(), value.clone());
                assert!(before.is_none_or(|before| before == *value), "{field} is not the same everywhere");
            }
        }
        (Value::Array(file), Value::Array(written)) => {
            assert_eq!(file.len(), written.len());
            file.iter().zip(written).for_each(|(file, written)| besides(file, written, found));
        }
        _ => assert_eq!(file, written),
    }
}

#[test]
fn the_first_version_loads_and_nothing_of_it_is_lost() {
    let document = loaded(VERSION_1);
    let written: Value = serde_json::from_str(&write(&document).unwrap()).unwrap();
    let mut added = Map::new();
    besides(&fixture(), &written, &mut added);
    // What came into the format later stands there as if nobody had asked for it.
    let none = json!({
        "virtualised": false,
        "director": false,
        "dial_in_share": 0.0,
        "federation_share": 0.0,
        "public_im_share": 0.0,
        "archiving_required": false,
        "archiving_critical": false,
        "compliance_required": false,
        "external_conferencing": true,
        "site_resiliency": false,
    });
    assert_eq!(Value::Object(added), none);
    assert_eq!(document.scenarios.len(), 2);
    let catalog = Catalog::bundled();
    for scenario in &document.scenarios {
        check(&analyse(scenario, &catalog, Options::default()).unwrap());
    }
}

#[test]
fn what_is_written_reads_as_the_same_document() {
    let built = PlanBuilder::new()
        .pool("pool", |pool| pool.front_ends(2).balancers(1).back_ends(1))
        .users("users", 100, "pool")
        .document();
    let shipped = TEMPLATES.map(|template| template.open(&Catalog::bundled()).unwrap());
    for document in shipped.into_iter().chain([loaded(VERSION_1), built]) {
        let text = write(&document).unwrap();
        let again = loaded(&text);
        assert_eq!(again, document);
        assert_eq!(write(&again).unwrap(), text);
    }
}

#[test]
fn what_is_not_json_is_told_so() {
    let table = [
        ("nothing", "", ["not a plan", "line 1, column 0", "Choose a plan's JSON file"]),
        ("spaces", " \n ", ["not a plan", "line 2", "Choose a plan's JSON file"]),
        ("words", "Dear all,", ["not a plan", "line 1, column 1", "expected value"]),
        ("half a file", &VERSION_1[..VERSION_1.len() / 2], ["not a plan", "column", "the text ends"]),
        ("a number that is none", r#"{"format":NaN}"#, ["line 1, column 11", "expected", "Choose"]),
        ("an endless number", r#"{"format":Infinity}"#, ["line 1, column 11", "expected", "Choose"]),
        ("something behind it", &format!("{VERSION_1}x"), ["not a plan", "trailing", "Choose"]),
        ("a list", "[]", ["not a plan", "line 1", "Choose a plan's JSON file"]),
        ("a number", "1", ["not a plan", "expected an object", "Choose"]),
        ("nothing as JSON", "null", ["not a plan", "expected an object", "Choose"]),
    ];
    for (case, text, words) in table {
        let message = refused(read(text, &Catalog::bundled()));
        for word in words {
            assert!(message.contains(word), "{case}: “{word}” is missing in: {message}");
        }
    }
}

#[test]
fn bytes_that_are_no_text_are_told_so() {
    let catalog = Catalog::bundled();
    let utf_16: Vec<u8> =
        [0xff, 0xfe].into_iter().chain(VERSION_1.encode_utf16().flat_map(u16::to_le_bytes)).collect();
    let mut broken = VERSION_1.as_bytes().to_vec();
    broken[20] = 0x80;
    for (bytes, place) in [(utf_16, "byte 0"), (broken, "byte 20"), (vec![0x1f, 0x8b, 8, 0], "byte 1")] {
        let message = refused(read_bytes(&bytes, &catalog));
        assert!(message.contains("not UTF-8 text") && message.contains(place), "{message}");
    }
    let marked: Vec<u8> = [0xef, 0xbb, 0xbf].into_iter().chain(VERSION_1.bytes()).collect();
    assert_eq!(read_bytes(&marked, &catalog).unwrap(), loaded(VERSION_1));
}

#[test]
fn what_is_not_this_version_of_a_plan_is_told_so() {
    let table = [
        (with("/format", json!("excalidraw")), "its “format” is \"excalidraw\", not “availability-plan”"),
        (with("/format", json!(7)), "its “format” is 7"),
        (without("", "format"), "its “format” is missing"),
        (json!({ "type": "FeatureCollection" }).to_string(), "its “format” is missing"),
        (
            with("/version", json!(2)),
            "version 2; this planner reads versions up to 1. Open it with a newer planner",
        ),
        (with("/version", json!(u64::MAX)), "newer planner"),
        (with("/version", json!(0)), "“version” is 0; this planner reads version 1"),
        (with("/version", json!(-1)), "“version” is -1"),
        (with("/version", json!(1.5)), "“version” is 1.5"),
        (with("/version", json!("1")), "“version” is \"1\""),
        (with("/version", json!(null)), "“version” is "),
        (without("", "version"), "“version” is missing"),
    ];
    for (text, words) in table {
        says(&text, &[words]);
    }
}

#[test]
fn a_reference_to_nothing_is_told_where_and_to_what() {
    let table = [
        ("/sites/0/wan_links/0/to", "sites[0].wan_links[0].to", "no site"),
        ("/pools/0/site", "pools[0].site", "no site"),
        ("/components/1/site", "components[1].site", "no site"),
        ("/components/1/role", "components[1].role", "no role in the catalog"),
        ("/components/1/pool", "components[1].pool", "no pool"),
        ("/links/0/from", "links[0].from", "no component or pool"),
        ("/links/0/to", "links[0].to", "no component or pool"),
        ("/populations/0/home", "populations[0].home", "no pool or Standard Edition server"),
    ];
    for (pointer, place, what) in table {
        let text = with(&format!("{FIRST}{pointer}"), json!("gone"));
        says(&text, &[&format!("scenarios[0].{place}: there is {what} with the id “gone”"), "Correct"]);
    }
    let text = added(&format!("{FIRST}/components/1/overrides"), "gone", json!(1));
    says(&text, &["scenarios[0].components[1].overrides.gone", "no figure of this role"]);
    // A figure that there is, but not for this role.
    let text = added(&format!("{FIRST}/components/1/overrides"), "users-per-edge", json!(5_000));
    says(&text, &["scenarios[0].components[1].overrides.users-per-edge", "no figure of this role"]);
}

#[test]
fn a_reference_of_any_length_gives_a_short_message() {
    let long = "x".repeat(100_000);
    for pointer in ["/components/1/role", "/components/1/site", "/links/0/to", "/populations/0/home"] {
        says(&with(&format!("{FIRST}{pointer}"), json!(long)), &["there is no"]);
    }
    says(&added(&format!("{FIRST}/components/1/overrides"), &long, json!(1)), &["there is no"]);
    says(&added("", &long, json!(1)), &["unknown field"]);
    says(&with("/format", json!(long)), &["its “format” is"]);
}

#[test]
fn an_id_used_twice_is_told() {
    let table = [
        ("/sites/1/id", "sites[1].id", "headquarters"),
        ("/components/1/id", "components[1].id", "pool-balancers"),
        ("/components/1/servers/1/id", "components[1].servers[1].id", "front-ends-1"),
        ("/components/2/servers/0/id", "components[2].servers[0].id", "front-ends-1"),
        ("/links/1/id", "links[1].id", "link-1"),
        ("/populations/1/id", "populations[1].id", "staff"),
        ("/populations/1/id", "populations[1].id", "pool"),
        ("/populations/1/id", "populations[1].id", "edge"),
        ("/components/4/id", "components[4].id", "pool"),
    ];
    for (pointer, place, id) in table {
        let text = with(&format!("{FIRST}{pointer}"), json!(id));
        says(&text, &[&format!("scenarios[0].{place}: the id “{id}” is used more than once. Give")]);
    }
    says(&with("/scenarios/1/id", json!("as-planned")), &["scenarios[1].id", "“as-planned” is used more"]);
    let twice = with(&format!("{FIRST}/links/5/to"), json!("pool"));
    says(&twice, &["scenarios[0].links[5]", "linked already"]);
    let mut document = fixture();
    let line = document.pointer("/scenarios/0/sites/0/wan_links/0").unwrap().clone();
    document["scenarios"][0]["sites"][0]["wan_links"].as_array_mut().unwrap().push(line);
    says(&document.to_string(), &["scenarios[0].sites[0].wan_links[1].to", "“branch” is used more"]);
}

#[test]
fn a_key_given_twice_is_told() {
    let table = [
        ("\"name\": \"Branch\"", "\"name\": \"Branch\", \"name\": \"Other\"", "duplicate field `name`"),
        ("\"version\": 1", "\"version\": 1, \"version\": 1", "duplicate field `version`"),
        ("\"repair_crews\": 1", "\"repair_crews\": 1, \"repair_crews\": 2", "duplicate field `repair_crews`"),
        ("\"days_per_week\": 5", "\"days_per_week\": 5, \"days_per_week\": 5", "duplicate field"),
        (
            "\"hardware-mtbf\": 60000.0",
            "\"hardware-mtbf\": 60000.0, \"hardware-mtbf\": 7.0",
            "duplicate field \"hardware-mtbf\"",
        ),
        (
            "\"group-chat\": 0.99",
            "\"group-chat\": 0.99, \"group-chat\": 0.5",
            "duplicate field \"group-chat\"",
        ),
    ];
    for (once, twice, words) in table {
        let text = VERSION_1.replacen(once, twice, 1);
        assert_ne!(text, VERSION_1, "{once}");
        says(&text, &[words]);
    }
}

#[test]
fn an_unknown_field_is_told_at_every_level() {
    let table = [
        ("", ""),
        ("/scenarios/0", "scenarios[0]"),
        ("/scenarios/0/sites/0", "scenarios[0].sites[0]"),
        ("/scenarios/0/sites/0/common_mode", "scenarios[0].sites[0].common_mode"),
        ("/scenarios/0/sites/0/wan_links/0", "scenarios[0].sites[0].wan_links[0]"),
        ("/scenarios/0/pools/0", "scenarios[0].pools[0]"),
        ("/scenarios/0/pools/0/position", "scenarios[0].pools[0].position"),
        ("/scenarios/0/components/1", "scenarios[0].components[1]"),
        ("/scenarios/0/components/1/position", "scenarios[0].components[1].position"),
        ("/scenarios/0/components/1/servers/2", "scenarios[0].components[1].servers[2]"),
        ("/scenarios/0/links/3", "scenarios[0].links[3]"),
        ("/scenarios/0/populations/0", "scenarios[0].populations[0]"),
        ("/scenarios/0/populations/0/remote_position", "scenarios[0].populations[0].remote_position"),
        ("/scenarios/0/targets", "scenarios[0].targets"),
        ("/scenarios/0/targets/service_hours", "scenarios[0].targets.service_hours"),
        ("/scenarios/1", "scenarios[1]"),
    ];
    for (pointer, place) in table {
        says(
            &added(pointer, "colour", json!("red")),
            &[place, "unknown field `colour`", "Correct that place"],
        );
    }
    let text = added("/scenarios/0/targets/availability", "telepathy", json!(0.9));
    says(&text, &["scenarios[0].targets.availability", "telepathy"]);
}

#[test]
fn a_field_that_is_missing_or_of_another_kind_is_told() {
    for (pointer, field, place) in [
        ("", "name", ""),
        ("", "scenarios", ""),
        (FIRST, "id", "scenarios[0]"),
        (FIRST, "sites", "scenarios[0]"),
        ("/scenarios/0/components/0", "servers", "scenarios[0].components[0]"),
        ("/scenarios/0/links/0", "kind", "scenarios[0].links[0]"),
        ("/scenarios/0/populations/0", "users", "scenarios[0].populations[0]"),
        ("/scenarios/0/pools/0/position", "x", "scenarios[0].pools[0].position"),
    ] {
        says(&without(pointer, field), &[place, &format!("missing field `{field}`")]);
    }
    for (pointer, value, place, words) in [
        ("/name", json!(1), "name", "expected a string"),
        ("/scenarios", json!({}), "scenarios", "expected a list"),
        ("/scenarios/0", json!("plan"), "scenarios[0]", "expected an object"),
        (
            "/scenarios/0/links/0/kind",
            json!("friend"),
            "scenarios[0].links[0].kind",
            "unknown variant `friend`",
        ),
        (
            "/scenarios/0/populations/0/users",
            json!("many"),
            "populations[0].users",
            "a whole number, 0 or more",
        ),
        (
            "/scenarios/0/populations/0/users",
            json!(null),
            "populations[0].users",
            "a whole number, 0 or more",
        ),
        ("/scenarios/0/targets/spare_server", json!(1), "targets.spare_server", "expected a boolean"),
        ("/scenarios/0/pools/0/position/x", json!("left"), "pools[0].position.x", "expected a number"),
    ] {
        says(&with(pointer, value), &[place, words, "Correct that place"]);
    }
}

#[test]
fn a_number_out_of_range_is_told_with_the_range() {
    let table = [
        ("/populations/0/users", json!(-1), "populations[0].users", "a whole number"),
        ("/populations/0/users", json!(1.5), "populations[0].users", "a whole number"),
        ("/populations/0/users", json!(4_294_967_296_u64), "populations[0].users", "a whole number"),
        (
            "/populations/0/users",
            json!(10_000_001),
            "populations[0].users",
            "outside the range from 0 to 10000000",
        ),
        ("/populations/0/remote_share", json!(1.01), "populations[0].remote_share", "from 0 to 1"),
        ("/populations/0/connected_share", json!(-0.1), "populations[0].connected_share", "from 0 to 1"),
        ("/populations/0/group_chat_share", json!(2), "populations[0].group_chat_share", "from 0 to 1"),
        ("/populations/0/voice_share", json!(2), "populations[0].voice_share", "from 0 to 1"),
        ("/populations/0/web_access_share", json!(2), "populations[0].web_access_share", "from 0 to 1"),
        ("/populations/0/position/x", json!(1e300), "populations[0].position.x", "from -1000000 to 1000000"),
        ("/populations/0/remote_position/y", json!(1e7), "populations[0].remote_position.y", "1000000"),
        ("/components/1/position/y", json!(-1e7), "components[1].position.y", "1000000"),
        ("/components/1/repair_crews", json!(0), "components[1].repair_crews", "from 1 to 1000"),
        ("/components/1/repair_crews", json!(1_001), "components[1].repair_crews", "from 1 to 1000"),
        (
            "/components/1/overrides/hardware-mtbf",
            json!(0),
            "overrides.hardware-mtbf",
            "from 1 to 1000000000",
        ),
        ("/components/1/overrides/hardware-mtbf", json!(1e10), "overrides.hardware-mtbf", "from 1 to"),
        ("/components/1/overrides/common-cause-share", json!(1), "overrides.common-cause-share", "to 0.999"),
        ("/sites/0/common_mode/availability", json!(1), "sites[0].common_mode.availability", "range"),
        ("/sites/0/common_mode/availability", json!(0), "sites[0].common_mode.availability", "range"),
        (
            "/sites/0/common_mode/mean_down_time_hours",
            json!(0),
            "common_mode.mean_down_time_hours",
            "to 87600",
        ),
        ("/sites/0/wan_links/0/availability", json!(1.5), "sites[0].wan_links[0].availability", "range"),
        (
            "/sites/0/wan_links/0/mean_down_time_hours",
            json!(-1),
            "wan_links[0].mean_down_time_hours",
            "range",
        ),
        ("/targets/availability/im-presence", json!(1), "targets.availability.im-presence", "range"),
        (
            "/targets/service_hours/days_per_week",
            json!(8),
            "targets.service_hours.days_per_week",
            "from 1 to 7",
        ),
        ("/targets/service_hours/hours_per_day", json!(25), "targets.service_hours.hours_per_day", "to 24"),
    ];
    for (pointer, value, place, words) in table {
        let text = with(&format!("{FIRST}{pointer}"), value);
        says(&text, &["The plan is wrong at scenarios[0].", place, words]);
    }
    let endless = VERSION_1.replacen("60000.0", "1e999", 1);
    says(&endless, &["number out of range"]);
    let endless = VERSION_1.replacen("60000.0", "-1e999", 1);
    says(&endless, &["number out of range"]);
    for zero in ["1e-999", "-0", "-0.0"] {
        loaded(&VERSION_1.replacen("\"voice_share\": 0.5", &format!("\"voice_share\": {zero}"), 1));
    }
}

#[test]
fn too_many_and_too_long_are_told_with_the_limit() {
    let repeated = |pointer: &str, count: usize| {
        let mut document = fixture();
        let list = document.pointer_mut(pointer).unwrap().as_array_mut().unwrap();
        let pattern = list[0].clone();
        for number in list.len()..count {
            let mut item = pattern.clone();
            item["id"] = json!(format!("more-{number}"));
            list.push(item);
        }
        document.to_string()
    };
    let table = [
        ("/scenarios", Limits::SCENARIOS, "scenarios"),
        ("/scenarios/0/sites", Limits::SITES, "sites"),
        ("/scenarios/0/pools", Limits::NODES, "pools"),
        ("/scenarios/0/components", Limits::NODES, "components"),
        ("/scenarios/0/populations", Limits::NODES, "populations"),
        ("/scenarios/0/links", Limits::LINKS, "links"),
        ("/scenarios/0/components/1/servers", Limits::SERVERS, "servers"),
    ];
    for (pointer, limit, what) in table {
        let text = repeated(pointer, limit + 1);
        let words = format!("there are {} {what}; at most {limit} are allowed", limit + 1);
        says(&text, &[what, &words, "Split the plan or remove some"]);
    }
    loaded(&repeated("/scenarios/0/components/1/servers", Limits::SERVERS));

    for pointer in ["/name", "/scenarios/0/name", "/scenarios/0/sites/0/name", "/scenarios/0/pools/0/name"] {
        loaded(&with(pointer, json!("ß".repeat(Limits::NAME_CHARACTERS))));
        let text = with(pointer, json!("ß".repeat(Limits::NAME_CHARACTERS + 1)));
        says(&text, &["the text has 201 characters; it must have 1 to 200"]);
        says(&with(pointer, json!("")), &["the text has 0 characters"]);
    }
    for pointer in
        ["/scenarios/0/id", "/scenarios/0/links/0/id", "/scenarios/0/components/1/servers/0/computer"]
    {
        says(&with(pointer, json!("i".repeat(101))), &["the text has 101 characters; it must have 1 to 100"]);
        says(&with(pointer, json!("")), &["the text has 0 characters"]);
    }
    for (pointer, what) in [
        ("/scenarios", "scenario"),
        ("/scenarios/0/sites", "site"),
        ("/scenarios/0/components/1/servers", "server"),
    ] {
        says(&with(pointer, json!([])), &[&format!("at least one {what}. Add one")]);
    }
}

#[test]
fn several_faults_are_told_together_each_with_its_place_and_remedy() {
    let mut document = fixture();
    let shares: Vec<String> = (0..document["scenarios"][0]["populations"].as_array().unwrap().len())
        .map(|number| format!("/scenarios/0/populations/{number}/remote_share"))
        .collect();
    for pointer in &shares {
        *document.pointer_mut(pointer).unwrap() = json!(2.0);
    }
    document["scenarios"][0]["components"][0]["site"] = json!("nowhere");
    let error = read(&document.to_string(), &Catalog::bundled()).unwrap_err();
    let ReadError::Plan(faults) = &error else { panic!("{error}") };
    assert_eq!(faults.all().len(), shares.len() + 1);
    let message = refused(Err(error));
    for word in ["components[0].site", "“nowhere”", "populations[0].remote_share", "Enter a value"] {
        assert!(message.contains(word), "“{word}” is missing in: {message}");
    }
}

#[test]
fn of_very_many_faults_a_few_are_told_and_the_others_counted() {
    let mut document = fixture();
    let link = document["scenarios"][0]["links"][0].clone();
    let links = document["scenarios"][0]["links"].as_array_mut().unwrap();
    links.extend(vec![link; 1_000]);
    let message = refused(read(&document.to_string(), &Catalog::bundled()));
    assert!(message.contains("more places."), "{message}");
}

#[test]
fn a_file_too_large_is_not_even_read() {
    let catalog = Catalog::bundled();
    let text = " ".repeat(Limits::FILE_BYTES + 1);
    let expected =
        "The file has 8000001 bytes; a plan may have at most 8000000. Split it into smaller plans.";
    assert_eq!(refused(read(&text, &catalog)), expected);
    assert_eq!(refused(read_bytes(text.as_bytes(), &catalog)), expected);
    assert_eq!(refused(read_bytes(&vec![0xff; Limits::FILE_BYTES + 1], &catalog)), expected);
    // A file of just the size allowed is read.
    let padding = Limits::FILE_BYTES - VERSION_1.len();
    assert_eq!(loaded(&format!("{VERSION_1}{}", " ".repeat(padding))), loaded(VERSION_1));
}

#[test]
fn nesting_without_end_is_refused_and_does_no_harm() {
    let depth = 100_000;
    let lists = format!("{}{}", "[".repeat(depth), "]".repeat(depth));
    let objects = format!("{}1{}", "{\"a\":".repeat(depth), "}".repeat(depth));
    for deep in [&lists, &objects, &"[".repeat(depth), &"{\"a\":".repeat(depth)] {
        says(deep, &["not a plan"]);
        says(&format!("{{\"format\":{deep}}}"), &["not a plan"]);
        for once in ["60000.0", "\"Branch\"", "\"as-planned\"", "0.9998"] {
            says(&VERSION_1.replacen(once, deep, 1), &["The"]);
        }
        says(
            &VERSION_1.replacen("\"version\": 1", &format!("\"version\": 1, \"deep\": {deep}"), 1),
            &["The"],
        );
    }
}

#[test]
fn what_the_product_has_no_meaning_for_is_told() {
    let place = |pointer: &str| format!("{FIRST}{pointer}");
    let table = [
        (
            with(&place("/links/0/kind"), json!("balances")),
            "links[0].kind",
            "a link between these two is of the kind",
        ),
        (with(&place("/links/0/to"), json!("front-ends")), "links[0]", "link to the pool as a whole"),
        (with(&place("/links/0/to"), json!("edge")), "links[0]", "no dependency between these two"),
        (with(&place("/links/0/to"), json!("staff")), "links[0]", "users are homed, not linked"),
        (with(&place("/links/1/to"), json!("pool")), "links[1]", "load balancer stands inside the pool"),
        (
            with(&place("/populations/0/home"), json!("back-end")),
            "populations[0].home",
            "“back-end” cannot be a home",
        ),
        (
            with(&place("/populations/0/home"), json!("guests")),
            "populations[0].home",
            "“guests” cannot be a home",
        ),
        (
            added(&place("/components/5"), "pool", json!("pool")),
            "components[5].pool",
            "Edge Server cannot be a part",
        ),
        (
            added(&place("/components/4"), "pool", json!("pool")),
            "components[4].pool",
            "cannot be a part of a pool",
        ),
    ];
    for (text, place, words) in table {
        says(&text, &[&format!("scenarios[0].{place}: "), words]);
    }
}

#[test]
fn names_are_texts_of_any_kind_and_come_back_as_they_were() {
    for name in ["🏢 Zürich – «Süd»", "<script>alert(1)</script>", "\u{202e}turned", "\"\\"] {
        let document = loaded(&with("/scenarios/0/components/1/name", json!(name)));
        let again = loaded(&write(&document).unwrap());
        assert_eq!(again.scenarios[0].components[1].name, name);
    }
    for name in ["a\u{0}b", "line\nbreak", "   "] {
        says(
            &with("/scenarios/0/components/1/name", json!(name)),
            &["components[1].name", "cannot be shown"],
        );
    }
    let half = VERSION_1.replacen("\"Branch\"", "\"\\ud83c\"", 1);
    says(&half, &["sites[1].name", "hex escape"]);
}

/// No figure of an analysis is negative or no number.
fn check(analysis: &Analysis) {
    let rows = analysis.workloads.iter().map(|row| &row.measures);
    let headline = analysis.headline.iter().map(|headline| &headline.measures);
    for measures in rows.chain(headline) {
        let losses = &measures.losses;
        for figure in [
            &measures.demand_users,
            &measures.capacity_users,
            &measures.unavailability_any,
            &measures.unavailability_full,
            &measures.unavailability_user_weighted,
            &measures.outages_per_year,
            &measures.mean_down_time,
            &losses.outage,
            &losses.over_capacity,
            &losses.reconnect,
            &losses.planned,
            &losses.total,
        ] {
            assert!(figure.value.is_finite() && figure.value >= 0.0, "{}: {}", figure.name, figure.value);
        }
    }
    for figures in analysis.components.values() {
        for figure in [&figures.unavailability, &figures.mtbf, &figures.mttr] {
            assert!(figure.value.is_finite() && figure.value >= 0.0, "{}: {}", figure.name, figure.value);
        }
    }
    for failure in &analysis.failures {
        let impact = &failure.impact;
        for figure in [&impact.users_cut_off, &impact.users_over_capacity, &impact.users_reconnecting] {
            assert!(figure.value.is_finite() && figure.value >= 0.0, "{}: {}", figure.name, figure.value);
        }
    }
}

/// Reads whatever it is: either a document that can be used, or a message.
fn survives(bytes: &[u8]) {
    let catalog = Catalog::bundled();
    match read_bytes(bytes, &catalog) {
        Ok(document) => {
            validate(&document, &catalog).unwrap();
            assert_eq!(loaded(&write(&document).unwrap()), document);
            for scenario in &document.scenarios {
                match analyse(scenario, &catalog, Options::default()) {
                    Ok(analysis) => check(&analysis),
                    Err(error) => assert!(!error.to_string().is_empty()),
                }
            }
        }
        Err(error) => {
            let message = error.to_string();
            assert!(!message.is_empty() && message.len() < 1_500, "{} bytes of message", message.len());
        }
    }
}

fn texts() -> impl Strategy<Value = &'static str> {
    prop::sample::select([&SHIPPED[..], &[VERSION_1]].concat())
}

/// Values that fit nowhere, somewhere, or nearly.
fn values() -> impl Strategy<Value = Value> {
    prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        (0..20_u32).prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        (0.0..=1.0_f64).prop_map(Value::from),
        prop::sample::select(vec![0.0, 1.0, 1e-6, 1e-300, 5e-324, 0.999_999_999_999_999, 1e9, 87_600.0])
            .prop_map(Value::from),
        ".{0,12}".prop_map(Value::from),
        prop::sample::select(vec![
            "pool",
            "edge",
            "users",
            "front-ends",
            "headquarters",
            "back-end",
            "standard-edition",
            "chat-host",
            "edge-1",
            "front-end-1-computer",
            "load-balancer",
        ])
        .prop_map(Value::from),
        Just(json!([])),
        Just(json!({})),
        Just(json!({ "x": 1, "y": 2 })),
    ]
}

/// Pointers to everything in a value.
fn places(value: &Value, at: &str, all: &mut Vec<String>) {
    all.push(at.into());
    match value {
        Value::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                places(item, &format!("{at}/{index}"), all);
            }
        }
        Value::Object(fields) => {
            for (field, item) in fields {
                places(item, &format!("{at}/{}", field.replace('~', "~0").replace('/', "~1")), all);
            }
        }
        _ => {}
    }
}

/// A change of a JSON document.
#[derive(Debug, Clone)]
enum Change {
    Put(prop::sample::Index, Value),
    /// Puts a copy of one part in place of another.
    Copy(prop::sample::Index, prop::sample::Index),
    Remove(prop::sample::Index),
    /// Repeats an item of a list.
    Repeat(prop::sample::Index),
}

fn changes() -> impl Strategy<Value = Change> {
    let index = any::<prop::sample::Index>;
    prop_oneof![
        4 => (index(), values()).prop_map(|(at, value)| Change::Put(at, value)),
        2 => (index(), index()).prop_map(|(from, to)| Change::Copy(from, to)),
        1 => index().prop_map(Change::Remove),
        1 => index().prop_map(Change::Repeat),
    ]
}

fn changed(document: &mut Value, change: &Change) {
    let mut all = Vec::new();
    places(document, "", &mut all);
    match change {
        Change::Put(at, value) => *document.pointer_mut(at.get::<String>(&all)).unwrap() = value.clone(),
        Change::Copy(from, to) => {
            let copy = document.pointer(from.get::<String>(&all)).unwrap().clone();
            *document.pointer_mut(to.get::<String>(&all)).unwrap() = copy;
        }
        Change::Remove(at) | Change::Repeat(at) => {
            let Some((parent, last)) = at.get::<String>(&all).rsplit_once('/') else { return };
            match document.pointer_mut(parent).unwrap() {
                Value::Array(items) => {
                    let item = items.remove(last.parse().unwrap());
                    if matches!(change, Change::Repeat(_)) {
                        items.extend([item.clone(), item]);
                    }
                }
                Value::Object(fields) => {
                    fields.remove(last);
                }
                _ => {}
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn flipped_bytes_do_no_harm(
        text in texts(),
        flips in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..4),
    ) {
        let mut bytes = text.as_bytes().to_vec();
        for (at, byte) in flips {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        survives(&bytes);
    }

    #[test]
    fn missing_bytes_do_no_harm(
        text in texts(),
        from in any::<prop::sample::Index>(),
        length in 1..200_usize,
    ) {
        let mut bytes = text.as_bytes().to_vec();
        let from = from.index(bytes.len());
        bytes.drain(from..(from + length).min(text.len()));
        survives(&bytes);
    }

    #[test]
    fn other_values_do_no_harm(text in texts(), changes in prop::collection::vec(changes(), 1..4)) {
        let mut document: Value = serde_json::from_str(text).unwrap();
        for change in &changes {
            changed(&mut document, change);
        }
        survives(document.to_string().as_bytes());
    }

    #[test]
    fn any_bytes_do_no_harm(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        survives(&bytes);
    }
}
