//! Fault trees in the Open-PSA format: what is read, what it is worth, and what is refused where.

#![cfg(not(target_arch = "wasm32"))]
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::format_collect,
    reason = "a test may stop at the first surprise"
)]

mod enumeration;

use availability_planner::exchange::open_psa::{FILE_BYTES, FaultTree, OpenPsaError, Problem, read, read_at};

fn tree(body: &str, data: &str) -> String {
    format!(
        "<?xml version=\"1.0\"?>\n<opsa-mef>\n<define-fault-tree name=\"t\">\n{body}\n</define-fault-tree>\n<model-data>\n{data}\n</model-data>\n</opsa-mef>\n"
    )
}

/// Basic events a to f with the probabilities 0.5, 0.25 and so on.
fn events() -> String {
    let one = |(name, power)| {
        let probability = 0.5_f64.powi(power);
        format!("<define-basic-event name=\"{name}\"><float value=\"{probability}\"/></define-basic-event>\n")
    };
    ["a", "b", "c", "d", "e", "f"].into_iter().zip(1..).map(one).collect()
}

fn probability(tree: &FaultTree) -> f64 {
    enumeration::probability(&tree.structure, tree.top, &tree.elements)
}

#[track_caller]
fn assert_close(found: f64, expected: f64) {
    assert!((found - expected).abs() <= 1e-14 * expected.abs(), "{found:e} instead of {expected:e}");
}

#[track_caller]
fn problem(text: &str) -> (u32, u32, Problem) {
    match read(text, None) {
        Err(OpenPsaError::Wrong { line, column, problem }) => (line, column, problem),
        other => panic!("{other:?}"),
    }
}

/// The probability of a basic event with this expression.
fn worth(expression: &str) -> f64 {
    let gate = "<define-gate name=\"top\"><or><event name=\"x\"/></or></define-gate>";
    let event = format!("<define-basic-event name=\"x\">{expression}</define-basic-event>");
    read(&tree(gate, &event), None).unwrap().elements[0].law()[1]
}

fn float(value: f64) -> String {
    format!("<float value=\"{value:e}\"/>")
}

type Truth = fn(bool, bool, bool) -> bool;

#[test]
fn every_connective_has_its_truth_table() {
    let (a, b, c) =
        ("<basic-event name=\"a\"/>", "<event name=\"b\"/>", "<event name=\"c\" type=\"basic-event\"/>");
    let table: [(String, Truth); 15] = [
        (format!("<and>{a}{b}{c}</and>"), |a, b, c| a && b && c),
        (format!("<or>{a}{b}{c}</or>"), |a, b, c| a || b || c),
        (format!("<not>{a}</not>"), |a, _, _| !a),
        (format!("<xor>{a}{b}{c}</xor>"), |a, b, c| a ^ b ^ c),
        (format!("<iff>{a}{b}</iff>"), |a, b, _| a == b),
        (format!("<nand>{a}{b}{c}</nand>"), |a, b, c| !(a && b && c)),
        (format!("<nor>{a}{b}{c}</nor>"), |a, b, c| !(a || b || c)),
        (format!("<imply>{a}{b}</imply>"), |a, b, _| !a || b),
        (format!("<atleast min=\"2\">{a}{b}{c}</atleast>"), |a, b, c| {
            u8::from(a) + u8::from(b) + u8::from(c) >= 2
        }),
        (format!("<cardinality min=\"1\" max=\"2\">{a}{b}{c}</cardinality>"), |a, b, c| {
            (1..=2).contains(&(u8::from(a) + u8::from(b) + u8::from(c)))
        }),
        (format!("<cardinality min=\"0\" max=\"0\">{a}{b}</cardinality>"), |a, b, _| !a && !b),
        (format!("<and>{a}<constant value=\"true\"/></and>"), |a, _, _| a),
        (format!("<or>{a}<house-event name=\"on\"/></or>"), |_, _, _| true),
        (format!("<or>{a}<house-event name=\"off\"/></or>"), |a, _, _| a),
        (
            format!("<and><or>{a}<not>{b}</not></or><xor>{b}<not><and>{a}{c}</and></not></xor></and>"),
            |a, b, c| (a || !b) && (b ^ !(a && c)),
        ),
    ];
    let house = "<define-house-event name=\"on\"><constant value=\"true\"/></define-house-event><define-house-event name=\"off\"/>";
    for (formula, truth) in table {
        let gate = format!("<define-gate name=\"top\"><label>any</label>{formula}</define-gate>{house}");
        let read = read(&tree(&gate, &events()), None).unwrap();
        for combination in 0..8_usize {
            let holds = |place: usize| combination >> place & 1 == 1;
            let level = |name: &String| {
                usize::from(holds(["a", "b", "c"].iter().position(|known| known == name).unwrap()))
            };
            let levels: Vec<usize> = read.names.iter().map(level).collect();
            let found = enumeration::truth(&read.structure, read.top, &levels);
            assert_eq!(found, truth(holds(0), holds(1), holds(2)), "{formula} at {combination:03b}");
        }
    }
}

#[test]
fn gates_are_read_in_any_order_and_events_once() {
    let body =
        "<define-gate name=\"top\"><and><gate name=\"left\"/><gate name=\"right\"/></and></define-gate>
        <define-gate name=\"right\"><or><event name=\"b\"/><event name=\"a\"/></or></define-gate>
        <define-gate name=\"left\"><or><event name=\"a\"/><event name=\"c\"/></or></define-gate>";
    let read = read(&tree(body, &events()), None).unwrap();
    assert_eq!((read.top_name.as_str(), read.names.len()), ("top", 3));
    // a, or b and c.
    assert_close(probability(&read), 0.5 + 0.5 * 0.25 * 0.125);
    assert_eq!(read.notes.len(), 1, "d, e and f are left out: {:?}", read.notes);
}

#[test]
fn a_top_gate_is_chosen_by_name_where_there_are_several() {
    let body = "<define-gate name=\"one\"><or><event name=\"a\"/><gate name=\"below\"/></or></define-gate>
        <define-gate name=\"below\"><event name=\"c\"/></define-gate>
        <define-gate name=\"two\"><event name=\"b\"/></define-gate>";
    let text = tree(body, &events()).replace(
        "<model-data>",
        "<define-fault-tree name=\"u\"><define-gate name=\"three\"><event name=\"d\"/></define-gate></define-fault-tree><model-data>",
    );
    let names: Vec<String> = ["one", "two", "three"].map(String::from).into();
    assert_eq!(read(&text, None).unwrap_err(), OpenPsaError::SeveralTops { names: names.clone() });
    for (top, expected) in [("two", 0.25), ("below", 0.125), ("one", 0.5 + 0.5 * 0.125), ("u", 0.0625)] {
        assert_close(probability(&read(&text, Some(top)).unwrap()), expected);
    }
    for wanted in ["four", "a", "t"] {
        let error = read(&text, Some(wanted)).unwrap_err();
        assert_eq!(error, OpenPsaError::NoSuchTop { wanted: wanted.into(), known: names.clone() });
    }
    assert_eq!(read(&tree("", ""), None).unwrap_err(), OpenPsaError::NoGate);
}

#[test]
fn private_names_are_of_their_component() {
    let body = "<define-gate name=\"top\"><and><gate name=\"t.left.g\"/><gate name=\"t.right.g\"/><event name=\"shown\"/></and></define-gate>
        <define-component name=\"left\" role=\"private\">
            <define-gate name=\"g\"><or><event name=\"x\"/></or></define-gate>
            <define-basic-event name=\"x\"><float value=\"0.5\"/></define-basic-event>
        </define-component>
        <define-component name=\"right\" role=\"private\">
            <define-component name=\"inner\"><define-basic-event name=\"y\"><parameter name=\"p\"/></define-basic-event></define-component>
            <define-gate name=\"g\"><or><event name=\"x\"/><event name=\"t.right.inner.y\"/></or></define-gate>
            <define-basic-event name=\"x\"><float value=\"0.25\"/></define-basic-event>
            <define-basic-event name=\"shown\" role=\"public\"><float value=\"0.125\"/></define-basic-event>
            <define-parameter name=\"p\"><float value=\"0\"/></define-parameter>
        </define-component>";
    let found = read(&tree(body, ""), None).unwrap();
    assert_close(probability(&found), 0.5 * 0.25 * 0.125);
    assert_eq!(found.names, ["t.left.x", "t.right.x", "t.right.inner.y", "shown"]);
    let (line, _, found) = problem(&tree(&body.replace("t.left.g", "g"), ""));
    assert_eq!((line, found), (4, Problem::Undefined { kind: "gate", name: "g".into() }));
}

#[test]
fn expressions_are_worked_out() {
    let (small, large) = (float(1e-9), float(10.0));
    let table = [
        ("<int value=\"1\"/>".to_string(), 1.0),
        ("<bool value=\"false\"/>".into(), 0.0),
        (format!("<sub>{}{}<neg>{}</neg></sub>", float(0.5), float(0.25), float(0.125)), 0.375),
        (format!("<div><mul>{}{}</mul>{}</div>", float(3.0), float(0.5), float(4.0)), 0.375),
        (format!("<pow>{}<int value=\"3\"/></pow>", float(0.5)), 0.125),
        (format!("<sqrt>{}</sqrt>", float(0.0625)), 0.25),
        (format!("<exp><log>{}</log></exp>", float(0.5)), 0.5),
        (format!("<min>{}<max>{}{}</max></min>", float(0.7), float(0.1), float(0.2)), 0.2),
        (format!("<mean>{}{}{}</mean>", float(0.1), float(0.2), float(0.6)), 0.9 / 3.0),
        ("<abs><sin><div><neg><pi/></neg><int value=\"2\"/></div></sin></abs>".into(), 1.0),
        (format!("<mod>{}{}</mod>", float(1.25), float(0.5)), 0.25),
        (format!("<ite><lt>{small}{large}</lt>{}{}</ite>", float(0.25), float(0.75)), 0.25),
        (
            format!(
                "<switch><case><gt>{small}{large}</gt>{}</case><case><and><bool value=\"true\"/><not><eq>{small}{large}</eq></not></and>{}</case>{}</switch>",
                float(0.1),
                float(0.2),
                float(0.3)
            ),
            0.2,
        ),
        // 1 − e^(−x) = x − x²/2 for a small x.
        (format!("<exponential>{}{large}</exponential>", float(1e-10)), 1e-9 - 5e-19),
        (
            format!("<Weibull>{}<int value=\"2\"/>{large}{}</Weibull>", float(100.0), float(20.0)),
            -(-0.01_f64).exp_m1(),
        ),
        (format!("<Weibull>{}<int value=\"2\"/>{large}{}</Weibull>", float(100.0), float(5.0)), 0.0),
        // Long since in steady state.
        (format!("<GLM>{}{}{}{}</GLM>", float(0.5), float(0.001), float(0.1), float(1e6)), 0.001 / 0.101),
        (format!("<GLM>{}{small}{}{}</GLM>", float(0.5), float(0.0), float(0.0)), 0.5),
        // The last test was 5 hours ago, as good as new.
        (
            format!(
                "<periodic-test>{}{}{}{}</periodic-test>",
                float(1e-4),
                float(100.0),
                float(10.0),
                float(215.0)
            ),
            -(-5e-4_f64).exp_m1(),
        ),
        (format!("<uniform-deviate>{}{}</uniform-deviate>", float(0.25), float(0.75)), 0.5),
        (format!("<normal-deviate>{}{}</normal-deviate>", float(0.25), float(0.1)), 0.25),
        (
            format!("<lognormal-deviate>{}{}{}</lognormal-deviate>", float(0.01), float(3.0), float(0.95)),
            0.01,
        ),
        (format!("<lognormal-deviate>{}{}</lognormal-deviate>", float(-3.0), float(2.0)), (-1.0_f64).exp()),
        (format!("<gamma-deviate>{}{}</gamma-deviate>", float(2.0), float(0.125)), 0.25),
        (format!("<beta-deviate>{}{}</beta-deviate>", float(1.0), float(3.0)), 0.25),
        (
            format!(
                "<histogram>{}<bin>{}{}</bin><bin>{}{}</bin></histogram>",
                float(0.0),
                float(0.25),
                float(3.0),
                float(0.75),
                float(1.0)
            ),
            (0.125 * 3.0 + 0.5) / 4.0,
        ),
    ];
    for (expression, expected) in table {
        let found = worth(&expression);
        assert!(
            (found - expected).abs() <= 2e-15 * expected,
            "{expression}: {found:e} instead of {expected:e}"
        );
    }
}

#[test]
fn repairs_after_tests_come_near_the_two_limits() {
    let tested = |repairs: &str| {
        let first = format!("{}{repairs}{}{}{}", float(1e-4), float(100.0), float(100.0), float(1_070.0));
        worth(&format!("<periodic-test>{first}</periodic-test>"))
    };
    let at_once = tested("");
    assert!((tested(&float(1e6)) / at_once - 1.0).abs() < 1e-4);
    // Without repairs the tests change nothing.
    let never = -(-0.107_f64).exp_m1();
    assert!((tested(&float(0.0)) / never - 1.0).abs() < 1e-12, "{} {never}", tested(&float(0.0)));
    // Repairs at the rate of failures are no exception.
    let (near, same) = (tested(&float(1.000_001e-4)), tested(&float(1e-4)));
    assert!((near / same - 1.0).abs() < 1e-6 && at_once < same && same < never, "{near} {same}");
}

#[test]
fn parameters_and_the_mission_time_reach_into_expressions() {
    let gate = "<define-gate name=\"top\"><event name=\"x\"/></define-gate>
        <define-parameter name=\"rate\" unit=\"hours-1\"><mul><parameter name=\"base\"/><int value=\"2\"/></mul></define-parameter>";
    let data = "<define-basic-event name=\"x\"><exponential><parameter name=\"rate\"/><system-mission-time/></exponential></define-basic-event>
        <define-parameter name=\"base\"><float value=\"1e-5\"/></define-parameter>";
    let text = tree(gate, data);
    let of_year = read(&text, None).unwrap();
    assert_close(of_year.elements[0].law()[1], -(-0.1752_f64).exp_m1());
    assert_close(read_at(&text, None, 100.0).unwrap().elements[0].law()[1], -(-0.002_f64).exp_m1());
    assert!(of_year.notes.iter().any(|note| note.contains("mission time, 8760 h")));
}

#[test]
fn common_cause_groups_follow_their_models() {
    // Two of three members, each with Q = 0.01, from the probabilities of single, double and triple events.
    let two_of_three = |single: f64, double: f64, triple: f64| {
        let mut sum = 0.0;
        for combination in 0..128_u32 {
            let happens = |event: u32| combination >> event & 1 == 1;
            let probabilities = [single, single, single, double, double, double, triple];
            let weight: f64 = (0..7)
                .map(|event| {
                    let probability = probabilities[event as usize];
                    if happens(event) { probability } else { 1.0 - probability }
                })
                .product();
            // Event 3 is of members 0 and 1, event 4 of 0 and 2, event 5 of 1 and 2.
            let members = [[0, 3, 4], [1, 3, 5], [2, 4, 5]];
            let down =
                members.iter().filter(|of| happens(6) || of.iter().any(|event| happens(*event))).count();
            sum += if down >= 2 { weight } else { 0.0 };
        }
        sum
    };
    let table = [
        ("beta-factor", "<factor level=\"3\"><float value=\"0.1\"/></factor>", (0.009, 0.0, 0.001)),
        (
            "MGL",
            "<factors><factor level=\"2\"><float value=\"0.1\"/></factor><factor level=\"3\"><float value=\"0.2\"/></factor></factors>",
            (0.009, 0.01 * 0.1 * 0.8 / 2.0, 0.01 * 0.1 * 0.2),
        ),
        ("MGL", "<factors><factor><float value=\"0.1\"/></factor></factors>", (0.009, 0.001 / 2.0, 0.0)),
        (
            "alpha-factor",
            "<factors><factor level=\"1\"><float value=\"0.9\"/></factor><factor level=\"2\"><float value=\"0.06\"/></factor><factor level=\"3\"><float value=\"0.04\"/></factor></factors>",
            (0.009, 0.0006 / 2.0, 0.0004),
        ),
        (
            "phi-factor",
            "<factors><factor level=\"1\"><float value=\"0.7\"/></factor><factor level=\"2\"><float value=\"0.2\"/></factor><factor level=\"3\"><float value=\"0.1\"/></factor></factors>",
            (0.007, 0.002, 0.001),
        ),
    ];
    for (model, factors, (single, double, triple)) in table {
        let body = format!(
            "<define-gate name=\"top\"><atleast min=\"2\"><event name=\"a\"/><event name=\"b\"/><event name=\"c\"/></atleast></define-gate>
            <define-CCF-group name=\"pumps\" model=\"{model}\">
            <members><basic-event name=\"a\"/><basic-event name=\"b\"/><basic-event name=\"c\"/></members>
            <distribution><float value=\"0.01\"/></distribution>{factors}</define-CCF-group>"
        );
        let found = read(
            &tree(&body, "<define-basic-event name=\"c\"><label>a pump</label></define-basic-event>"),
            None,
        )
        .unwrap();
        let (found_value, expected) = (probability(&found), two_of_three(single, double, triple));
        assert!(
            (found_value / expected - 1.0).abs() < 1e-12,
            "{model}: {found_value:e} instead of {expected:e}"
        );
        assert!(found.names.contains(&"[a b c]".to_string()) || model == "MGL", "{:?}", found.names);
    }
}

#[test]
fn what_makes_no_fault_tree_is_refused_with_its_place() {
    let gate = |formula: &str| tree(&format!("<define-gate name=\"top\">{formula}</define-gate>"), &events());
    let event = |expression: &str| {
        let data = format!("<define-basic-event name=\"x\">{expression}</define-basic-event>");
        tree("<define-gate name=\"top\"><event name=\"x\"/></define-gate>", &data)
    };
    let a = "<event name=\"a\"/>";
    let group = |inside: &str| {
        tree(
            &format!(
                "<define-gate name=\"top\"><event name=\"m\"/></define-gate>\n<define-CCF-group name=\"g\" model=\"MGL\">{inside}</define-CCF-group>"
            ),
            "",
        )
    };
    let members = "<members><basic-event name=\"m\"/><basic-event name=\"n\"/></members>";
    let table: Vec<(String, u32, &[&str])> = vec![
        ("<html/>".into(), 1, &["<html>", "<opsa-mef>"]),
        (gate("<exclusive/>"), 4, &["<exclusive>", "<define-gate>", "atleast"]),
        (gate("<and>text</and>"), 4, &["text", "<and>"]),
        (gate(&format!("<and min=\"2\">{a}</and>")), 4, &["<and>", "“min”"]),
        (gate(&format!("<atleast>{a}</atleast>")), 4, &["<atleast>", "lacks", "“min”"]),
        (gate(&format!("<atleast min=\"two\">{a}</atleast>")), 4, &["“two”", "whole number"]),
        (gate(&format!("<atleast min=\"3\">{a}{a}</atleast>")), 4, &["2 arguments", "3 or more"]),
        (gate(&format!("<cardinality min=\"1\" max=\"3\">{a}{a}</cardinality>")), 4, &["“max”", "“3”"]),
        (gate("<and/>"), 4, &["0 arguments", "1 or more"]),
        (gate(&format!("<not>{a}{a}</not>")), 4, &["2 arguments", "it takes 1"]),
        (gate(""), 4, &["<define-gate>", "0 arguments"]),
        (gate("<constant value=\"maybe\"/>"), 4, &["“maybe”", "true or false"]),
        (gate("<event name=\"\"/>"), 4, &["“name”", "1 to 1000"]),
        (gate("<event name=\"z\"/>"), 4, &["“z”", "no gate and no event"]),
        (gate("<gate name=\"a\"/>"), 4, &["“a” is a basic event, not a gate"]),
        (gate("<house-event name=\"a\"/>"), 4, &["“a” is a basic event, not a house event"]),
        (gate("<gate name=\"top\"/>"), 4, &["cycle", "top → top"]),
        (gate(a).replace("<model-data>", "<include file=\"x\"/><model-data>"), 6, &["<include>", "not supported"]),
        (gate(a).replace("<model-data>", "<define-event-tree name=\"x\"/><model-data>"), 6, &["not event trees"]),
        (gate(a).replace("<model-data>", "<define-thing/><model-data>"), 6, &["<define-thing>", "<opsa-mef>"]),
        (gate(a).replace("name=\"b\"", "name=\"a\""), 8, &["“a”", "second time"]),
        (gate(a).replace("name=\"b\"", "name=\"b\" role=\"hidden\""), 8, &["“hidden”", "private or public"]),
        (event(""), 7, &["“x”", "no probability"]),
        (event("<float value=\"1.5\"/>"), 7, &["the probability of “x”", "from 0 to 1"]),
        (event("<float value=\"NaN\"/>"), 7, &["“NaN”", "a number"]),
        (event("<div><int value=\"1\"/><int value=\"0\"/></div>"), 7, &["no finite value"]),
        (event("<parameter name=\"p\"/>"), 7, &["no parameter", "“p”"]),
        (event("<exponential><float value=\"1\"/></exponential>"), 7, &["1 arguments", "it takes 2"]),
        (event("<exponential><float value=\"-1\"/><int value=\"1\"/></exponential>"), 7, &["the failure rate", "0 or more"]),
        (event("<extern-function name=\"f\"/>"), 7, &["<extern-function>", "not supported"]),
        (event("<system-mission-time unit=\"weeks\"/>"), 7, &["“weeks”", "hours"]),
        (event("<lognormal-deviate><float value=\"0.1\"/><int value=\"1\"/><float value=\"0.95\"/></lognormal-deviate>"), 7, &["the error factor", "above 1"]),
        (
            event("<parameter name=\"p\"/>").replace(
                "</model-data>",
                "<define-parameter name=\"p\"><parameter name=\"q\"/></define-parameter><define-parameter name=\"q\"><parameter name=\"p\"/></define-parameter></model-data>",
            ),
            8,
            &["parameters", "cycle", "p → q → p"],
        ),
        (group(members), 5, &["“g”", "no distribution"]),
        (group("<distribution><float value=\"0.1\"/></distribution>"), 5, &["two members"]),
        (group(&format!("{members}<distribution><float value=\"0.1\"/></distribution>")), 5, &["number of factors"]),
        (
            group(&format!("{members}<distribution><float value=\"0.1\"/></distribution><factor level=\"1\"><float value=\"0.1\"/></factor>")),
            5,
            &["“level”", "from 2 for MGL"],
        ),
        (
            group(&format!("{members}<distribution><float value=\"0.1\"/></distribution><factor><float value=\"2\"/></factor>")),
            5,
            &["“g”", "from 0 to 1"],
        ),
    ];
    for (text, expected_line, words) in table {
        let (line, column, found) = problem(&text);
        let message = found.to_string();
        assert_eq!(line, expected_line, "{message} in {text}");
        assert!(column >= 1);
        for word in words {
            assert!(message.contains(word), "“{word}” is missing in: {message}");
        }
        let remedies =
            ["Correct", "Choose", "Remove", "remove", "Define", "Rename", "Add", "Break", "Give", "put"];
        assert!(remedies.iter().any(|remedy| message.contains(remedy)), "no remedy: {message}");
    }
}

#[test]
fn a_cycle_is_reported_with_the_names_along_it() {
    let body = "<define-gate name=\"top\"><gate name=\"g1\"/></define-gate>
        <define-gate name=\"g1\"><or><gate name=\"g2\"/><event name=\"a\"/></or></define-gate>
        <define-gate name=\"g2\"><not><gate name=\"g3\"/></not></define-gate>
        <define-gate name=\"g3\"><gate name=\"g1\"/></define-gate>";
    let (line, _, found) = problem(&tree(body, &events()));
    let names = ["g1", "g2", "g3"].map(String::from).into();
    assert_eq!((line, found), (5, Problem::Cycle { kind: "gates", names }));
}

#[test]
fn what_is_not_plain_xml_is_refused_with_its_place() {
    for (text, expected_line) in [
        ("", 1),
        ("<opsa-mef>\n<define-fault-tree name=\"t\">\n</opsa-mef>", 3),
        ("<!DOCTYPE opsa-mef [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;&a;\">]>\n<opsa-mef/>", 1),
        ("<opsa-mef>\n<model-data>&unknown;</model-data></opsa-mef>", 2),
    ] {
        match read(text, None) {
            Err(OpenPsaError::Xml { line, .. }) => assert_eq!(line, expected_line, "{text}"),
            other => panic!("{text}: {other:?}"),
        }
    }
    let large = " ".repeat(FILE_BYTES + 1);
    assert_eq!(
        read(&large, None).unwrap_err(),
        OpenPsaError::TooLarge { found: FILE_BYTES + 1, limit: FILE_BYTES }
    );
}

#[test]
fn no_depth_of_the_file_overflows_the_stack() {
    let (open, close) = ("<not>".repeat(200_000), "</not>".repeat(200_000));
    let formula = format!("<define-gate name=\"top\">{open}<event name=\"a\"/>{close}</define-gate>");
    assert_close(probability(&read(&tree(&formula, &events()), None).unwrap()), 0.5);
    let chain: String = (0..100_000)
        .map(|gate| {
            format!("<define-gate name=\"g{gate}\"><not><gate name=\"g{}\"/></not></define-gate>", gate + 1)
        })
        .collect();
    let chain = chain + "<define-gate name=\"g100000\"><event name=\"b\"/></define-gate>";
    assert_close(probability(&read(&tree(&chain, &events()), None).unwrap()), 0.25);
    let sum = format!("{}<float value=\"0.25\"/>{}", "<neg>".repeat(100_000), "</neg>".repeat(100_000));
    assert_close(worth(&sum), 0.25);
    let components =
        format!("{}{}", "<define-component name=\"c\">".repeat(1_000), "</define-component>".repeat(1_000));
    assert!(matches!(problem(&tree(&components, "")).2, Problem::TooMuch { limit: 64, .. }));
}

#[test]
fn common_cause_groups_that_would_become_too_much_are_refused() {
    let members: String = (0..60).map(|member| format!("<basic-event name=\"m{member}\"/>")).collect();
    let factors: String = (0..30).map(|_| "<factor><float value=\"0.1\"/></factor>").collect();
    let body = format!(
        "<define-gate name=\"top\"><event name=\"m0\"/></define-gate><define-CCF-group name=\"g\" model=\"MGL\"><members>{members}</members><distribution><float value=\"0.1\"/></distribution><factors>{factors}</factors></define-CCF-group>"
    );
    assert!(matches!(problem(&tree(&body, "")).2, Problem::TooMuch { limit: 100_000, .. }));
}

#[test]
fn a_file_that_breaks_off_is_missing_something_at_its_end() {
    for text in [
        "<opsa-mef>\n<define-fault-tree name=\"a\">",
        "<opsa-mef>\n<define-fault-tree name=\"a\"/>",
        "<opsa-mef>\n<define",
    ] {
        let message = read(text, None).unwrap_err().to_string();
        assert!(message.contains("line 2"), "{message}");
    }
}
