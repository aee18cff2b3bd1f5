//! Whatever a file holds, it is read or refused with a message; nothing else happens.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may stop at the first surprise")]

use availability_planner::exchange::{model, open_psa};
use proptest::prelude::*;
use proptest::sample::Index;

const DESCRIPTION: &str = include_str!("../docs/model-format.md");

const TREE: &str = "<opsa-mef><define-fault-tree name=\"t\"><define-gate name=\"top\"><atleast min=\"2\"><event name=\"a\"/>\
    <gate name=\"g\"/><not><event name=\"m\"/></not><house-event name=\"h\"/></atleast></define-gate>\
    <define-component name=\"c\" role=\"private\"><define-gate name=\"g\" role=\"public\"><cardinality min=\"1\" max=\"2\">\
    <event name=\"n\"/><event name=\"x\"/></cardinality></define-gate><define-basic-event name=\"x\"><float value=\"0.5\"/>\
    </define-basic-event></define-component><define-CCF-group name=\"k\" model=\"MGL\"><members><basic-event name=\"m\"/>\
    <basic-event name=\"n\"/></members><distribution><parameter name=\"p\"/></distribution><factors><factor level=\"2\">\
    <float value=\"0.1\"/></factor></factors></define-CCF-group></define-fault-tree><model-data><define-house-event name=\"h\">\
    <constant value=\"true\"/></define-house-event><define-basic-event name=\"a\"><exponential><float value=\"1e-5\"/>\
    <system-mission-time/></exponential></define-basic-event><define-parameter name=\"p\" unit=\"float\"><histogram>\
    <float value=\"0\"/><bin><float value=\"0.1\"/><float value=\"1\"/></bin></histogram></define-parameter></model-data></opsa-mef>";

fn models() -> Vec<String> {
    DESCRIPTION.split("```json\n").skip(1).map(|rest| rest.split("```").next().unwrap().to_string()).collect()
}

/// A text in which some parts, as long as a word or so, are taken out, repeated or swapped for others of it.
fn garbled(text: &str, changes: &[(Index, Index, usize, u8)]) -> String {
    let mut characters: Vec<char> = text.chars().collect();
    for (at, from, length, kind) in changes {
        let (at, from) = (at.index(characters.len()), from.index(characters.len()));
        let part: Vec<char> = characters[from..(from + length).min(characters.len())].to_vec();
        let end = (at + length).min(characters.len());
        match kind {
            0 => drop(characters.drain(at..end)),
            1 => drop(characters.splice(at..at, part)),
            _ => drop(characters.splice(at..end, part)),
        }
        if characters.is_empty() {
            characters.push('<');
        }
    }
    characters.into_iter().collect()
}

fn changes() -> impl Strategy<Value = Vec<(Index, Index, usize, u8)>> {
    prop::collection::vec((any::<Index>(), any::<Index>(), 1..24_usize, 0..3_u8), 1..4)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_garbled_fault_tree_is_read_or_refused(changes in changes()) {
        if let Err(error) = open_psa::read(&garbled(TREE, &changes), None) {
            prop_assert!(!error.to_string().is_empty());
        }
    }

    #[test]
    fn a_garbled_model_is_read_or_refused(number in any::<Index>(), changes in changes()) {
        let models = models();
        if let Err(error) = model::read(&garbled(&models[number.index(models.len())], &changes)) {
            prop_assert!(!error.to_string().is_empty());
        }
    }
}

#[test]
fn what_is_garbled_is_right_before() {
    assert!(open_psa::read(TREE, None).is_ok());
    assert!(models().iter().all(|text| model::read(text).is_ok()));
}
