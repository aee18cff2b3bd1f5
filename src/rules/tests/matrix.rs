//! Every pair of roles on one computer, cell by cell, against the documented matrix.

use crate::catalog::Catalog;
use crate::plan::build::PlanBuilder;
use crate::rules::check;

/// What a letter stands for.
const LETTERS: &[(char, &str)] = &[
    ('x', "COLLOC-MATRIX"),
    ('b', "BE-SEPARATE"),
    ('t', "BE-TWO-POOLS"),
    ('i', "BE-INSTANCE-OCSDB"),
    ('c', "GC-DB-SEPARATE"),
    ('g', "GC-COMPLIANCE-SEP"),
    ('e', "COLLOC-EDGE-RP"),
    ('n', "HLB-NO-NLB"),
    ('f', "FILE-SHARE-SEPARATE"),
    ('d', "COLLOC-DC"),
    ('a', "COLLOC-SE-ARCH"),
    ('m', "COLLOC-SE-MON"),
    ('?', "COLLOC-ARCH-MON"),
];

/// Each role with those of the lines so far, itself last: the finding where they share a computer, a dot where there is none.
#[rustfmt::skip]
const MATRIX: &[(&str, &str)] = &[
    ("standard-edition", "x"),
    ("front-end", "xx"),
    ("web-conferencing", "xxx"),
    ("av-conferencing", "xxxx"),
    ("web-components", "xxxxx"),
    ("director", "xxxxxx"),
    ("web-access", "xxxxxxx"),
    ("edge", "xxxxxxxx"),
    ("mediation", "xxxxxxxxx"),
    ("chat-server", "xxxxxxxxxx"),
    ("compliance", "xxxxxxxxxgx"),
    ("archiving", "axxxxxxxxxxx"),
    ("monitoring", "mxxxxxxxxxx?x"),
    ("back-end", "bbbbbbbbbbbbbt"),
    ("chat-database", "xxxxxxxxxcxxxi."),
    ("archiving-database", "axxxxxxxxxx.?i.."),
    ("monitoring-database", "mxxxxxxxxxx?.i..."),
    ("compliance-database", "xxxxxxxxxxxxxi...."),
    ("file-share", ".fxxxxxxxxxxx......"),
    ("reverse-proxy", "xxxxxxxexxxxx......."),
    ("gateway", "xxxxxxxxxxxxx........"),
    ("load-balancer", "nnnnnnnnnnnnnnnnnnnnn."),
    ("directory", "dddddddddddddddddd....."),
    ("sip-trunk", "........................"),
    ("switch", "........................."),
    ("wan-link", ".........................."),
    ("internet-link", "..........................."),
    ("pstn-link", "............................"),
    ("custom", "............................."),
];

#[test]
fn every_pair_of_roles_on_one_computer_is_judged_as_documented() {
    let catalog = Catalog::bundled();
    assert_eq!(MATRIX.len(), catalog.roles().len());
    for (line, (role, cells)) in MATRIX.iter().enumerate() {
        assert_eq!(cells.chars().count(), line + 1, "{role}");
        for ((other, _), cell) in MATRIX.iter().zip(cells.chars()) {
            for (first, second) in [(role, other), (other, role)] {
                assert_eq!(found(&catalog, first, second, false), expected(cell), "{first} and {second}");
            }
        }
    }
}

#[test]
fn virtual_machines_on_one_computer_share_nothing_but_the_computer() {
    let catalog = Catalog::bundled();
    for (role, cells) in MATRIX {
        for ((other, _), cell) in MATRIX.iter().zip(cells.chars()) {
            let left = if matches!(cell, 'b' | 'n') { expected(cell) } else { Vec::new() };
            assert_eq!(found(&catalog, role, other, true), left, "{role} and {other}");
        }
    }
}

fn expected(cell: char) -> Vec<&'static str> {
    LETTERS.iter().filter(|(letter, _)| *letter == cell).map(|(_, rule)| *rule).collect()
}

/// What is said of two servers on one computer that is said of no others.
fn found(catalog: &Catalog, first: &str, second: &str, virtualised: bool) -> Vec<&'static str> {
    let plan = PlanBuilder::new().placed("first", first, 1).placed("second", second, 1);
    let plan = plan.with("second", |component| component.servers[0].computer = "first-1-computer".into());
    let plan = ["first", "second"]
        .into_iter()
        .fold(plan, |plan, id| plan.with(id, |component| component.virtualised = virtualised));
    let findings = check(&plan.scenario(), catalog);
    let named = |rule: &str| LETTERS.iter().any(|(_, known)| *known == rule);
    findings.iter().map(|finding| finding.rule).filter(|rule| named(rule)).collect()
}
