//! The shipped plans, analysed, agree with figures derived independently of the planner.

#![allow(
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test may stop at the first surprise"
)]

use std::rc::Rc;

use availability_planner::analysis::{Analysis, Measures, Options, analyse};
use availability_planner::catalog::Catalog;
use availability_planner::exchange::template::TEMPLATES;
use availability_planner::plan::build::PlanBuilder;
use availability_planner::plan::{Component, Scenario, validate_scenario};
use oracle::{Expected, relative_error};

#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;
#[cfg(target_arch = "wasm32")]
wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);

/// Twelve digits of an unavailability.
const TWELVE_DIGITS: f64 = 1e-12;

fn opened(template: &str) -> Scenario {
    let template = TEMPLATES.iter().find(|known| known.id == template).unwrap();
    let document = template.open(&Catalog::bundled());
    let document = document.unwrap_or_else(|error| panic!("{}: {error}", template.id));
    Scenario::clone(&document.scenarios[0])
}

fn analysed(scenario: &Scenario, planned_work: bool) -> Analysis {
    analyse(scenario, &Catalog::bundled(), Options { planned_work }).unwrap()
}

/// The Entry Tier with a file share in its pool.
fn with_a_file_share() -> Scenario {
    let mut scenario = opened("entry-tier");
    let pool = PlanBuilder::new().pool("pool", |pool| pool.front_ends(1).file_share()).scenario();
    let mut share = Component::clone(&pool.components[1]);
    share.site = scenario.sites[0].id.clone();
    scenario.components.push(Rc::new(share));
    validate_scenario(&scenario, &Catalog::bundled()).unwrap();
    scenario
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

fn compare(scenario: &Scenario, expected: &Expected, planned_work: bool) {
    let analysis = analysed(scenario, planned_work);
    assert_eq!(analysis.workloads.len(), expected.rows.len(), "{}", expected.template);
    for (row, listed) in analysis.workloads.iter().zip(&expected.rows) {
        let key = &row.key;
        let place = format!("{} {} {}", expected.template, key.workload.id(), key.users());
        let wanted = expected.row(key.workload.id(), key.location.id()).unwrap_or_else(|| panic!("{place}"));
        assert_eq!((listed.workload, listed.location), (key.workload.id(), key.location.id()));
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
        compare(&opened(expected.template), &expected, true);
    }
}

#[test]
fn without_planned_work_they_agree_too() {
    for expected in oracle::all(false) {
        compare(&opened(expected.template), &expected, false);
    }
}

#[test]
fn with_a_file_share_content_is_lost_with_it_and_nothing_else() {
    for planned_work in [true, false] {
        compare(&with_a_file_share(), &oracle::entry_tier_with_a_file_share(planned_work), planned_work);
    }
}

#[test]
fn the_shipped_plans_raise_no_note() {
    for template in TEMPLATES {
        assert_eq!(analysed(&opened(template.id), true).notes, [], "{}", template.id);
    }
}
