//! Texts as types.

use std::collections::BTreeMap;
use std::rc::Rc;

use serde::Deserialize;

use super::{Json, Parsed};

#[derive(Debug, PartialEq, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Colour {
    Red,
    Of(u32),
    Mixed { red: f64, green: f64 },
}

/// A field of each kind that documents have.
#[derive(Debug, PartialEq, Deserialize)]
struct Thing {
    name: String,
    count: u32,
    #[serde(default)]
    size: f64,
    #[serde(default)]
    hidden: bool,
    #[serde(default)]
    parent: Option<Rc<str>>,
    #[serde(default)]
    parts: Vec<Rc<Thing>>,
    #[serde(default)]
    shares: BTreeMap<String, f64>,
    #[serde(default)]
    colour: Option<Colour>,
}

fn thing(text: &str) -> Result<Thing, String> {
    let parsed = Parsed::new(text).map_err(|error| error.to_string())?;
    parsed.read().map_err(|error| error.to_string())
}

fn named(name: &str) -> Thing {
    Thing {
        name: name.into(),
        count: 1,
        size: 0.0,
        hidden: false,
        parent: None,
        parts: Vec::new(),
        shares: BTreeMap::new(),
        colour: None,
    }
}

#[test]
fn fields_are_found_by_their_names_in_any_order() {
    let text = r#"{"colour": "red", "shares": {"b": 2, "a": 0.5}, "parts": [{"count": 1, "name": "inner"}],
        "parent": "x\ny", "hidden": true, "size": -2e-3, "count": 7, "name": "outer"}"#;
    let expected = Thing {
        name: "outer".into(),
        count: 7,
        size: -0.002,
        hidden: true,
        parent: Some("x\ny".into()),
        parts: vec![Rc::new(named("inner"))],
        shares: [("a".into(), 0.5), ("b".into(), 2.0)].into(),
        colour: Some(Colour::Red),
    };
    assert_eq!(thing(text), Ok(expected));
}

#[test]
fn variants_with_content_are_fields_of_an_object() {
    for (text, colour) in [
        ("\"red\"", Some(Colour::Red)),
        ("{\"red\": null}", Some(Colour::Red)),
        ("{\"of\": 5}", Some(Colour::Of(5))),
        (r#"{"mixed": {"green": 1, "red": 2}}"#, Some(Colour::Mixed { red: 2.0, green: 1.0 })),
        ("null", None),
    ] {
        let text = format!(r#"{{"name": "a", "count": 1, "colour": {text}}}"#);
        assert_eq!(thing(&text), Ok(Thing { colour, ..named("a") }), "{text}");
    }
}

#[test]
fn what_does_not_fit_is_told_with_its_place() {
    let table = [
        ("[]", "line 1, column 1: expected an object, found a list"),
        (r#"{"name": "a"}"#, "line 1, column 1: missing field `count`"),
        (r#"{"name": "a", "name": "b"}"#, "name (line 1, column 23): duplicate field `name`"),
        (r#"{"nam": "a"}"#, "nam (line 1, column 9): unknown field `nam`, expected one of `name`, `count`,"),
        (r#"{"name": 1, "count": 1}"#, "name (line 1, column 10): expected a string, found 1"),
        (
            r#"{"name": "a", "count": -1}"#,
            "count (line 1, column 24): expected a whole number, 0 or more, found -1",
        ),
        (r#"{"name": "a", "count": 1.0}"#, "expected a whole number, 0 or more, found 1.0"),
        (r#"{"name": "a", "count": 4294967296}"#, "expected a whole number, 0 or more, found 4294967296"),
        (r#"{"name": "a", "count": 1, "size": "1"}"#, "expected a number, found \"1\""),
        (r#"{"name": "a", "count": 1, "size": null}"#, "expected a number, found null"),
        (r#"{"name": "a", "count": 1, "hidden": 0}"#, "expected a boolean, found 0"),
        (r#"{"name": "a", "count": 1, "parent": {}}"#, "expected a string, found an object"),
        (r#"{"name": "a", "count": 1, "parts": {}}"#, "expected a list, found an object"),
        (
            "{\"name\": \"a\", \"count\": 1, \"parts\": [\n{\"name\": \"b\"}]}",
            "parts[0] (line 2, column 1): missing",
        ),
        (
            r#"{"name": "a", "count": 1, "shares": {"a": 1, "b": true}}"#,
            "shares.b (line 1, column 51): expected a num",
        ),
        (
            r#"{"name": "a", "count": 1, "colour": "blue"}"#,
            "colour (line 1, column 37): unknown variant `blue`",
        ),
        (r#"{"name": "a", "count": 1, "colour": "of"}"#, "expected a whole number, 0 or more, found null"),
        (r#"{"name": "a", "count": 1, "colour": {"red": 1}}"#, "expected nothing, found 1"),
        (
            r#"{"name": "a", "count": 1, "colour": {"of": -1}}"#,
            "colour.of (line 1, column 44): expected a whole",
        ),
        (r#"{"name": "a", "count": 1, "colour": {}}"#, "expected an object with one field, found an object"),
        (r#"{"name": "a", "count": 1, "colour": 7}"#, "expected a string, found 7"),
        (r#"{"name": "a", "count": 1, "colour": {"mixed": {"red": 1}}}"#, "missing field `green`"),
    ];
    for (text, words) in table {
        let message = thing(text).unwrap_err();
        assert!(message.contains(words), "“{words}” is missing in: {message}");
    }
}

#[test]
fn what_is_not_json_is_told_with_its_place() {
    for (text, words) in [
        ("", "line 1, column 0: EOF while parsing a value"),
        ("{\"a\": [1,\n 2 3]}", "a[1] (line 2, column 4): expected `,` or `]`"),
        ("{\"a\": 1e400}", "a (line 1, column 11): number out of range"),
        ("[\"\\ud800\"]", "[0] (line 1, column 9): "),
        ("1 1", "line 1, column 3: trailing characters"),
    ] {
        let message = Parsed::new(text).unwrap_err().to_string();
        assert!(message.starts_with(words), "“{words}” does not begin: {message}");
    }
}

#[test]
fn a_field_at_the_top_can_be_looked_at_alone() {
    let parsed = Parsed::new(r#"{"a": 1, "b": "x", "a": 2}"#).unwrap();
    assert_eq!(parsed.field("b"), Ok(Some(&Json::Text("x".into()))));
    assert_eq!(parsed.field("a").unwrap().and_then(Json::whole_number), Some(1));
    assert_eq!(parsed.field("c"), Ok(None));
    let message = Parsed::new("[1]").unwrap().field("a").unwrap_err().to_string();
    assert_eq!(message, "line 1, column 1: expected an object, found a list");
}

#[test]
fn messages_stay_short_whatever_the_text() {
    let long = "ß".repeat(100_000);
    for text in [
        format!("{{\"{long}\": 1}}"),
        format!("{{\"name\": \"a\", \"count\": \"{long}\"}}"),
        format!("{{\"name\": \"a\", \"count\": 1, \"shares\": {{\"{long}\": null}}}}"),
        format!("{{\"{long}\": x"),
    ] {
        let message = thing(&text).unwrap_err();
        assert!(message.chars().count() < 700 && message.contains('…'), "{message}");
    }
}
