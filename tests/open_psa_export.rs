//! Plans as fault trees: what is written is read back with the plan's own figures, and is what SCRAM's schema takes.

#![cfg(not(target_arch = "wasm32"))]
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test may stop at the first surprise"
)]

use std::collections::BTreeSet;
use std::process::{Command, Output};

use availability_planner::analysis::{Options, View, analyse, fault_trees};
use availability_planner::catalog::Catalog;
use availability_planner::exchange::file;
use availability_planner::exchange::open_psa::{OpenPsaError, read, write};
use availability_planner::exchange::template::TEMPLATES;
use availability_planner::plan::Document;
use availability_planner::reliability::{Budget, Kept, Method};
use roxmltree::Node;

/// The templates, and a plan with a site of its own power, a line and shared computers.
fn plans() -> Vec<Document> {
    let catalog = Catalog::bundled();
    let fixture = file::read(include_str!("fixtures/plan-v1.json"), &catalog).unwrap();
    TEMPLATES.iter().map(|template| template.open(&catalog).unwrap()).chain([fixture]).collect()
}

fn probability(text: &str, top: &str) -> f64 {
    let tree = read(text, Some(top)).unwrap();
    let kept = Kept::new(&tree.structure, tree.top, Method::Counting, &Budget::default());
    kept.probability(&tree.elements).unwrap().is_true
}

#[test]
fn every_row_is_read_back_with_its_figures() {
    let catalog = Catalog::bundled();
    let mut compared = 0;
    for document in plans() {
        for (scenario, planned_work) in document.scenarios.iter().flat_map(|one| [(one, true), (one, false)])
        {
            let options = Options { planned_work };
            let analysis = analyse(scenario, &catalog, options).unwrap();
            let trees = fault_trees(scenario, &catalog, options).unwrap();
            let text = write(&document.name, &trees, |_, _| true);
            for row in &analysis.workloads {
                let measures = &row.measures;
                for (view, figure) in
                    [("any", &measures.unavailability_any), ("full", &measures.unavailability_full)]
                {
                    let key = &row.key;
                    let top =
                        format!("{}-{}-{}-{view}", key.workload.id(), key.population, key.location.id());
                    let (found, expected) = (probability(&text, &top), figure.value);
                    let close = (found - expected).abs() <= 1e-12 * expected.abs();
                    assert!(close, "{} {top}: {found:e} instead of {expected:e}", document.name);
                    compared += 1;
                }
            }
        }
    }
    assert!(compared >= 50, "only {compared} figures");
}

#[test]
fn only_what_is_wanted_is_written() {
    let catalog = Catalog::bundled();
    let document = TEMPLATES
        .iter()
        .find(|template| template.id == "group-chat-maximum")
        .unwrap()
        .open(&catalog)
        .unwrap();
    let scenario = &document.scenarios[0];
    let trees = fault_trees(scenario, &catalog, Options::default()).unwrap();
    let chat = |text: &str| match read(text, None) {
        Ok(tree) => vec![tree.top_name],
        Err(OpenPsaError::SeveralTops { names }) => names,
        Err(other) => panic!("{other}"),
    };
    let all = chat(&write("plan", &trees, |_, _| true));
    assert_eq!(all.len(), trees.trees.len(), "each tree has one top gate: {all:?}");
    let full =
        chat(&write("plan", &trees, |workload, view| workload.id() == "group-chat" && view == View::Full));
    assert!(
        full.iter().all(|name| name.starts_with("group-chat-") && name.ends_with("-full-fails")),
        "{full:?}"
    );
    assert!(!full.is_empty() && full.len() < all.len());
    let none = write("plan", &trees, |_, _| false);
    assert_eq!(read(&none, None).unwrap_err(), OpenPsaError::NoGate);
}

/// What a gate's formula is made of, as the schema has it.
fn check_formula(node: Node<'_, '_>) {
    let children = node.children().filter(Node::is_element).count();
    match node.tag_name().name() {
        "and" | "or" => assert!(children >= 2, "{node:?}"),
        "not" => assert_eq!(children, 1, "{node:?}"),
        "gate" | "basic-event" => assert!(children == 0 && node.attribute("name").is_some(), "{node:?}"),
        "constant" => assert!(matches!(node.attribute("value"), Some("true" | "false")), "{node:?}"),
        other => panic!("<{other}> in a formula"),
    }
    for child in node.children().filter(Node::is_element) {
        check_formula(child);
    }
}

fn elements<'a>(node: Node<'a, 'a>) -> Vec<Node<'a, 'a>> {
    node.children().filter(Node::is_element).collect()
}

#[test]
fn the_order_the_names_and_the_formulas_are_those_of_the_schema() {
    let catalog = Catalog::bundled();
    for document in plans() {
        let trees = fault_trees(&document.scenarios[0], &catalog, Options::default()).unwrap();
        let text = write("<a> & \"plan\"", &trees, |_, _| true);
        let xml = roxmltree::Document::parse(&text).unwrap();
        let root = elements(xml.root_element());
        let tags: Vec<&str> = root.iter().map(|node| node.tag_name().name()).collect();
        assert_eq!((tags[0], tags[tags.len() - 1]), ("label", "model-data"));
        assert!(tags[1..tags.len() - 1].iter().all(|tag| *tag == "define-fault-tree"));
        assert_eq!(root[0].text(), Some("<a> & \"plan\""));
        let mut names = BTreeSet::new();
        for container in &root[1..] {
            let inside = elements(*container);
            for node in &inside {
                let parts = elements(*node);
                match node.tag_name().name() {
                    "label" => assert_eq!(*node, inside[0]),
                    "define-gate" => {
                        assert_eq!(parts.len(), 1);
                        check_formula(parts[0]);
                    }
                    "define-basic-event" => {
                        let tags: Vec<&str> = parts.iter().map(|part| part.tag_name().name()).collect();
                        assert_eq!(tags, ["label", "float"]);
                    }
                    other => panic!("<{other}>"),
                }
                let Some(name) = node.attribute("name") else { continue };
                let mut characters = name.chars();
                assert!(characters.next().unwrap().is_ascii_alphabetic(), "{name}");
                assert!(characters.all(|one| one.is_ascii_alphanumeric() || "_-".contains(one)), "{name}");
                assert!(!name.contains("--") && !name.ends_with('-'), "{name}");
                assert!(names.insert(name), "{name} is there twice");
            }
        }
    }
}

fn planner(args: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_planner")).args(args).output().unwrap()
}

#[test]
fn the_command_line_exports_what_it_can_solve() {
    let template = concat!(env!("CARGO_MANIFEST_DIR"), "/static/templates/entry-tier.json");
    let plain = planner(&["export", template, "--to", "open-psa"]);
    assert_eq!(plain.status.code(), Some(0), "{}", String::from_utf8_lossy(&plain.stderr));
    let all = String::from_utf8(plain.stdout).unwrap();
    assert!(read(&all, Some("conferencing-users-remote-any")).is_ok());
    let args = [
        "export",
        template,
        "--to",
        "open-psa",
        "--workload",
        "im-presence",
        "--view",
        "any",
        "--no-planned-work",
    ];
    let some = String::from_utf8(planner(&args).stdout).unwrap();
    assert!(read(&some, Some("im-presence-users-office-any")).is_ok());
    assert!(!some.contains("conferencing-") && !some.contains("-full"));
    for wrong in [
        &["export", template][..],
        &["export", template, "--to", "galileo"],
        &["export", template, "--to", "open-psa", "--workload", "chess"],
        &["export", template, "--to", "open-psa", "--scenario", "other"],
    ] {
        let output = planner(wrong);
        assert_eq!(output.status.code(), Some(2), "{wrong:?}");
        assert!(output.stdout.is_empty() && !output.stderr.is_empty());
    }
}
