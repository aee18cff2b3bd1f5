//! Texts as `serde_json` reads them.

#![cfg(not(target_arch = "wasm32"))]

use proptest::prelude::*;
use serde_json::Value;

use super::tree;
use crate::json::Json;

/// What `serde_json` makes of the same text.
fn same(ours: &Json<'_>, theirs: &Value) -> bool {
    match (ours, theirs) {
        (Json::Null, Value::Null) => true,
        (Json::Bool(ours), Value::Bool(theirs)) => ours == theirs,
        (Json::Number(written, value), Value::Number(theirs)) => {
            let nearest: f64 = written.parse().unwrap();
            nearest.to_bits() == value.to_bits() && ours.whole_number() == theirs.as_u64()
        }
        (Json::Text(ours), Value::String(theirs)) => ours == theirs,
        (Json::List(ours), Value::Array(theirs)) => {
            ours.len() == theirs.len() && ours.iter().zip(theirs).all(|(ours, theirs)| same(ours, theirs))
        }
        (Json::Object(ours), Value::Object(theirs)) => {
            let last = |name: &str| ours.iter().rev().find(|(key, _)| key == name);
            ours.iter().all(|(key, _)| theirs.contains_key(key))
                && theirs.iter().all(|(key, theirs)| last(key).is_some_and(|(_, ours)| same(ours, theirs)))
        }
        _ => false,
    }
}

/// Both readers take the text, as the same, or neither does.
#[track_caller]
fn check(text: &str) {
    match (tree(text), serde_json::from_str::<Value>(text)) {
        (Ok(ours), Ok(theirs)) => assert!(same(&ours, &theirs), "{text}: {ours:?}"),
        (Err(stop), Err(_)) => assert!(stop.at <= text.len(), "{text}: {stop:?}"),
        (ours, theirs) => panic!("{text}: {ours:?}, {theirs:?}"),
    }
}

#[test]
fn texts_are_read_as_others_read_them() {
    for text in [
        "",
        " ",
        "nul",
        "nulll",
        "null ",
        "\u{feff}1",
        "tru e",
        "[]",
        "[ ]",
        "[,]",
        "[1,]",
        "[1,,2]",
        "[1 2]",
        "[1}",
        "{]",
        "{\"a\"}",
        "{\"a\":}",
        "{\"a\":1,}",
        "{,}",
        "{a:1}",
        "{\"a\":1 \"b\":2}",
        "{\"a\" : 1 , \"a\" :2 }",
        "1 2",
        "-",
        "-a",
        "+1",
        "01",
        "-01",
        "00",
        "0",
        "-0",
        "0.",
        ".5",
        "0.5",
        "1e",
        "1e+",
        "1E-5",
        "1.5e+3",
        "1e5.5",
        "0x1",
        "1_000",
        "18446744073709551615",
        "18446744073709551616",
        "1e999",
        "-1e999",
        "\"",
        "\"\\",
        "\"\\x\"",
        "\"\\u12\"",
        "\"\\u00e4\\n\\\"\\\\\\/\\b\\f\\r\\t\"",
        "\"\\ud83d\\ude00\"",
        "\"\\ud83d\"",
        "\"\\ud83d\\n\"",
        "\"\\ude00\"",
        "\"\\ud83d\\u0041\"",
        "\"\\ud83dä\"",
        "\"\t\"",
        "\"\u{7f}\u{80}ß\u{1f600}\"",
        "\u{a0}1",
        "\u{c}1",
        "\r\n\t 1",
    ] {
        check(text);
    }
    for depth in [126, 127, 128] {
        check(&("[".repeat(depth) + &"]".repeat(depth)));
        check(&("{\"a\":".repeat(depth) + "1" + &"}".repeat(depth)));
    }
}

#[test]
fn what_stops_the_reader_is_named_with_the_bytes_up_to_it() {
    for (marked, problem) in [
        ("[1,]^", "trailing comma"),
        ("[1 2^]", "expected `,` or `]`"),
        ("{\"a\":1 2^}", "expected `,` or `}`"),
        ("{\"a\" 1^}", "expected `:`"),
        ("{\"a\":1,b^}", "key must be a string"),
        ("{\"a\":1,^", "the text ends in the middle of a value"),
        ("{\"a\"^", "the text ends in the middle of an object"),
        ("[1^", "the text ends in the middle of a list"),
        ("\"a^", "the text ends in the middle of a string"),
        ("\"a\n^", "control character in a string"),
        ("\"\\x^\"", "invalid escape"),
        ("\"\\ud800x^\"", "half of a pair in a hex escape"),
        ("trx^", "expected ident"),
        ("tr^", "the text ends in the middle of a value"),
        ("01^", "invalid number"),
        ("1.x^", "invalid number"),
        ("1.^", "the text ends in the middle of a value"),
        ("[1e999^]", "number out of range"),
        ("null x^", "trailing characters"),
    ] {
        let (before, after) = marked.split_once('^').unwrap();
        let stop = tree(&format!("{before}{after}")).unwrap_err();
        assert_eq!((stop.problem, stop.at), (problem, before.len()), "{marked}");
    }
}

fn values() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<u64>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        any::<String>().prop_map(Value::from),
    ];
    leaf.prop_recursive(4, 40, 6, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..6).prop_map(Value::from),
            prop::collection::vec((any::<String>(), inner), 0..6)
                .prop_map(|fields| fields.into_iter().collect()),
        ]
    })
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_value_is_read_as_others_read_it(value in values(), pretty: bool) {
        let text = if pretty { serde_json::to_string_pretty(&value) } else { serde_json::to_string(&value) };
        check(&text.unwrap());
    }

    #[test]
    fn a_text_with_other_bytes_in_it_is_read_or_refused_as_by_others(
        value in values(),
        changes in prop::collection::vec((any::<prop::sample::Index>(), "[\\[\\]{}\",:\\\\0-9eE+.utf -]{0,2}"), 1..4),
    ) {
        let mut text = value.to_string();
        for (at, other) in changes {
            let at = at.index(text.chars().count() + 1);
            text = text.chars().take(at).chain(other.chars()).chain(text.chars().skip(at + 1)).collect();
        }
        check(&text);
    }

    #[test]
    fn letters_of_the_language_in_any_order_are_read_or_refused_as_by_others(text in "[\\[\\]{}\",:\\\\0-9eE+.nul -]{0,12}") {
        check(&text);
    }
}
