//! The shipped plans, analysed, agree with figures derived independently of the planner.

#![allow(
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test may stop at the first surprise"
)]

use availability_planner::analysis::{Analysis, Measures, Options, analyse};
use availability_planner::catalog::Catalog;
use availability_planner::exchange::template::TEMPLATES;
use oracle::{Expected, relative_error};

#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;
#[cfg(target_arch = "wasm32")]
wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);

/// Twelve digits of an unavailability.
const TWELVE_DIGITS: f64 = 1e-12;

fn analysed(template: &str, planned_work: bool) -> Analysis {
    let catalog = Catalog::bundled();
    let template = TEMPLATES.iter().find(|known| known.id == template).unwrap();
    let document = template.open(&catalog).unwrap_or_else(|error| panic!("{}: {error}", template.id));
    analyse(&document.scenarios[0], &catalog, Options { planned_work }).unwrap()
}

#[track_caller]
fn agrees(place: &str, measures: &Measures, expected: &[(&str, f64); 7]) {
    let minutes = 525_600.0;
    let actual = [
        measures.unavailability_any.value,
        measures.unavailability_full.value,
        measures.unavailability_user_weighted.value,
        measures.losses.outage.value / minutes,
        measures.losses.over_capacity.value / minutes,
        measures.losses.planned.value / minutes,
        measures.losses.reconnect.value,
    ];
    for (actual, (figure, expected)) in actual.into_iter().zip(expected) {
        let error = relative_error(actual, *expected);
        assert!(
            error <= TWELVE_DIGITS,
            "{place}, {figure}: {actual:e} instead of {expected:e} (error {error:e})"
        );
    }
}

fn compare(expected: &Expected, planned_work: bool) {
    let analysis = analysed(expected.template, planned_work);
    assert_eq!(analysis.workloads.len(), expected.rows.len(), "{}", expected.template);
    for row in &analysis.workloads {
        let key = &row.key;
        let place = format!("{} {} {}", expected.template, key.workload.id(), key.users());
        let wanted = expected.row(key.workload.id(), key.location.id()).unwrap_or_else(|| panic!("{place}"));
        assert!(
            relative_error(row.measures.demand_users.value, wanted.demand_users) < TWELVE_DIGITS,
            "{place}"
        );
        agrees(
            &place,
            &row.measures,
            &[
                ("any", wanted.unavailability_any),
                ("full", wanted.unavailability_full),
                ("user-weighted", wanted.unavailability_user_weighted),
                ("outage", wanted.outage),
                ("over capacity", wanted.over_capacity),
                ("planned", wanted.planned),
                ("reconnect", wanted.reconnect_minutes),
            ],
        );
    }
    let headline = analysis.headline.unwrap();
    let wanted = &expected.headline;
    agrees(
        &format!("{} headline", expected.template),
        &headline.measures,
        &[
            ("any", wanted.unavailability_any),
            ("full", wanted.unavailability_full),
            ("user-weighted", wanted.unavailability_user_weighted),
            ("outage", wanted.outage),
            ("over capacity", wanted.over_capacity),
            ("planned", wanted.planned),
            ("reconnect", wanted.reconnect_minutes),
        ],
    );
}

#[test]
fn every_row_of_every_shipped_plan_agrees_with_the_oracle() {
    for expected in oracle::all(true) {
        compare(&expected, true);
    }
}

#[test]
fn without_planned_work_they_agree_too() {
    for expected in oracle::all(false) {
        compare(&expected, false);
    }
}

#[test]
fn the_shipped_plans_raise_no_note() {
    for template in TEMPLATES {
        assert_eq!(analysed(template.id, true).notes, [], "{}", template.id);
    }
}
