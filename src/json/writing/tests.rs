//! Texts as `serde_json` writes them.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::excessive_precision, reason = "numbers between two shorter ones are what is tried")]

use std::rc::Rc;

use proptest::prelude::*;
use serde::Serialize;

use super::{ToJson, line, lines};

/// A field of each kind that documents have.
#[derive(Debug, Clone, Serialize)]
struct Thing {
    name: String,
    count: u32,
    size: f64,
    is_hidden: bool,
    parent: Option<Rc<Thing>>,
    parts: Vec<Thing>,
    colour: Colour,
    pairs: Vec<(String, f64)>,
    #[serde(skip_serializing_if = "Option::is_none")]
    rest: Option<u32>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    more: Vec<String>,
}

crate::json::fields!(Thing {
    name,
    count,
    size,
    is_hidden,
    parent = null,
    parts = [],
    colour,
    pairs,
    rest if filled = null,
    more if filled = [],
});

#[derive(Debug, Clone, Copy, Serialize)]
#[serde(rename_all = "kebab-case")]
enum Colour {
    Red,
    DeepSkyBlue,
}

crate::json::names!(Colour { Red, DeepSkyBlue });

#[track_caller]
fn check(value: &(impl ToJson + Serialize)) {
    assert_eq!(line(value), serde_json::to_string(value).unwrap());
    assert_eq!(lines(value), serde_json::to_string_pretty(value).unwrap());
}

fn things() -> impl Strategy<Value = Thing> {
    let leaf = (
        any::<(String, u32, f64, bool, bool)>(),
        any::<Option<u32>>(),
        prop::collection::vec(any::<String>(), 0..3),
        prop::collection::vec(any::<(String, f64)>(), 0..3),
    );
    let leaf = leaf.prop_map(|((name, count, size, is_hidden, is_red), rest, more, pairs)| Thing {
        name,
        count,
        size,
        is_hidden,
        parent: None,
        parts: Vec::new(),
        colour: if is_red { Colour::Red } else { Colour::DeepSkyBlue },
        pairs,
        rest,
        more,
    });
    leaf.prop_recursive(3, 12, 3, |inner| {
        (inner.clone(), prop::collection::vec(inner.clone(), 0..3), prop::option::of(inner))
            .prop_map(|(thing, parts, parent)| Thing { parts, parent: parent.map(Rc::new), ..thing })
    })
}

#[test]
fn every_character_stands_as_others_write_it() {
    let all: String = ('\0'..'\u{100}').collect();
    check(&(all + "\u{2028}\u{fffd}\u{1f600}"));
}

#[test]
fn numbers_at_the_borders_stand_as_others_write_them() {
    for number in [
        0.0,
        1.0,
        0.1,
        1e9,
        123_456.789,
        1e15,
        1.5e15,
        9_999_999_999_999_998.0,
        1e16,
        1.5e16,
        1.234_567_890_123_456_7e19,
        1e21,
        1e22,
        1e23,
        0.001,
        1e-4,
        1.5e-5,
        1e-5,
        9.99e-6,
        1e-6,
        1e-7,
        1.5e-7,
        1e-10,
        1e100,
        // The middle between two that are as short: the even one.
        2.0_f64.powi(50) + 0.25,
        2.0_f64.powi(50) + 0.75,
        2.0_f64.powi(49) + 0.125,
        9_007_199_254_740_992.0,
        9_007_199_254_740_993.0,
        5e-324,
        1.5e-323,
        f64::MIN_POSITIVE,
        f64::MAX,
        f64::EPSILON,
        f64::INFINITY,
        f64::NAN,
    ] {
        check(&number);
        check(&-number);
        check(&number.next_up());
        check(&number.next_down());
    }
}

#[test]
fn powers_of_two_and_of_ten_with_their_neighbours_stand_as_others_write_them() {
    for power in -1074..1024 {
        let power = if power < -1022 { f64::from_bits(1 << (power + 1074)) } else { 2.0_f64.powi(power) };
        for number in [power, power.next_up(), power.next_down()] {
            check(&number);
        }
    }
    for power in -324..309 {
        for number in [1, 2, 5, 9] {
            check(&format!("{number}e{power}").parse::<f64>().unwrap());
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_value_stands_as_others_write_it(thing in things()) {
        check(&thing);
    }

    #[test]
    fn any_number_stands_as_others_write_it(bits: u64, small in -1_000_000_i32..1_000_000, places in 0..9) {
        check(&f64::from_bits(bits));
        check(&(f64::from(small) / 10_f64.powi(places)));
    }
}
