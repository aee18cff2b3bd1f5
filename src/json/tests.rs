//! Texts as types.

use std::rc::Rc;

use super::{FromJson, Json, Parsed, Reading};

#[derive(Debug, Clone, Copy, PartialEq, serde::Serialize)]
#[serde(rename_all = "kebab-case")]
enum Colour {
    Red,
    DeepSkyBlue,
}

super::names!(Colour { Red, DeepSkyBlue });

#[derive(Debug, PartialEq)]
enum Fill {
    Plain(Colour),
    OfShare(f64),
}

impl FromJson for Fill {
    fn from_json(part: &Json<'_>, reading: &mut Reading) -> Self {
        match reading.one_of(part, &["Plain", "OfShare"]) {
            (0, colour) => Self::Plain(Colour::from_json(colour, reading)),
            (_, share) => Self::OfShare(f64::from_json(share, reading)),
        }
    }
}

/// A field of each kind that documents have.
#[derive(Debug, PartialEq)]
struct Thing {
    name: String,
    count: u32,
    size: f64,
    hidden: bool,
    parent: Option<String>,
    parts: Vec<Rc<Thing>>,
    colour: Option<Colour>,
    fill: Option<Fill>,
}

super::read_fields!(Thing {
    name,
    count,
    size = 0.0,
    hidden = false,
    parent = null,
    parts = [],
    colour = null,
    fill = null,
});

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
        colour: None,
        fill: None,
    }
}

#[test]
fn fields_are_found_by_their_names_in_any_order() {
    let text = r#"{"colour": "red", "fill": {"of-share": 0.5}, "parts": [{"count": 1, "name": "inner"}],
        "parent": "x\ny", "hidden": true, "size": -2e-3, "count": 7, "name": "outer"}"#;
    let expected = Thing {
        name: "outer".into(),
        count: 7,
        size: -0.002,
        hidden: true,
        parent: Some("x\ny".into()),
        parts: vec![Rc::new(named("inner"))],
        colour: Some(Colour::Red),
        fill: Some(Fill::OfShare(0.5)),
    };
    assert_eq!(thing(text), Ok(expected));
}

#[test]
fn variants_with_content_are_fields_of_an_object() {
    for (text, fill) in [
        (r#"{"plain": "red"}"#, Some(Fill::Plain(Colour::Red))),
        (r#"{"of-share": 5}"#, Some(Fill::OfShare(5.0))),
        ("null", None),
    ] {
        let text = format!(r#"{{"name": "a", "count": 1, "fill": {text}}}"#);
        assert_eq!(thing(&text), Ok(Thing { fill, ..named("a") }), "{text}");
    }
}

#[test]
fn a_variant_is_read_by_the_name_that_it_is_written_with() {
    for colour in [Colour::Red, Colour::DeepSkyBlue] {
        let text = serde_json::to_string(&colour).unwrap();
        assert_eq!(Parsed::new(&text).unwrap().read(), Ok(colour), "{text}");
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
        (r#"{"name": 7, "count": "x", "parts": 8}"#, "name (line 1, column 10): expected a string, found 7"),
        (
            r#"{"name": "a", "count": 1, "colour": "blue"}"#,
            "colour (line 1, column 37): unknown variant `blue`",
        ),
        (r#"{"name": "a", "count": 1, "colour": {"red": 1}}"#, "expected a string, found an object"),
        (
            r#"{"name": "a", "count": 1, "fill": {"of-share": "x"}}"#,
            "fill.of-share (line 1, column 48): expected a number, found \"x\"",
        ),
        (r#"{"name": "a", "count": 1, "fill": {}}"#, "expected an object with one field, found an object"),
        (
            r#"{"name": "a", "count": 1, "fill": "plain"}"#,
            "expected an object with one field, found \"plain\"",
        ),
        (
            r#"{"name": "a", "count": 1, "fill": {"full": 1}}"#,
            "unknown variant `full`, expected one of `plain`, `of-share`",
        ),
        (r#"{"name": "a", "count": 1, "colour": 7}"#, "expected a string, found 7"),
    ];
    for (text, words) in table {
        let message = thing(text).unwrap_err();
        assert!(message.contains(words), "“{words}” is missing in: {message}");
    }
}

#[test]
fn what_is_not_json_is_told_with_its_place() {
    for (text, words) in [
        ("", "line 1, column 0: the text ends in the middle of a value"),
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
        format!("{{\"name\": \"a\", \"count\": 1, \"colour\": \"{long}\"}}"),
        format!("{{\"name\": 0.{}}}", "1".repeat(100_000)),
        format!("{{\"{long}\": x"),
    ] {
        let message = thing(&text).unwrap_err();
        assert!(message.chars().count() < 700 && message.contains('…'), "{message}");
    }
}
