//! The first hours of groups against closed forms.

#![cfg(not(target_arch = "wasm32"))]
#![cfg(test)]

use std::cell::Cell;

use availability_planner::reliability::{
    ActivePassive, Group, LoadShared, ModelError, Transients, Unit, interval_mean,
};

const MOST_STEPS: usize = 10_000_000;

fn servers(units: u32, mtbf: f64, mttr: f64) -> Group {
    let unit = Unit::from_mtbf(mtbf, mttr).unwrap();
    let shared = LoadShared { units, unit, crews: units, common_cause_share: 0.0, planned: None };
    Group::load_shared(&shared).unwrap()
}

/// λ / (λ + μ) · (1 − e^−(λ+μ)t).
fn down(mtbf: f64, mttr: f64, hours: f64) -> f64 {
    let (failures, repairs) = (1.0 / mtbf, 1.0 / mttr);
    failures / (failures + repairs) * -(-(failures + repairs) * hours).exp_m1()
}

#[track_caller]
fn assert_close(found: f64, expected: f64, relative: f64) {
    assert!((found - expected).abs() <= relative * expected.abs(), "{found:e} instead of {expected:e}");
}

#[test]
fn one_unit_has_its_known_availability() {
    let law = servers(1, 1_000.0, 24.0).law_after(10.0, MOST_STEPS).unwrap().law;
    assert_close(law[0], 0.991_859_712_726_499_5, 1e-15);
    for (mtbf, mttr) in [(1_000.0, 24.0), (1e12, 1e-6), (3.0, 400.0)] {
        let group = servers(1, mtbf, mttr);
        let mut transients = Transients::new(&group, MOST_STEPS);
        for hours in [1e-9, 1e-3, 1.0, 24.0, 1e3, 1e6] {
            let found = transients.law_after(hours).unwrap();
            assert!(found.error_bound < 1e-10, "{:e}", found.error_bound);
            assert_close(found.law[1], down(mtbf, mttr, hours), 4e-15);
            let (failures, repairs) = (1.0 / mtbf, 1.0 / mttr);
            let rate = failures + repairs;
            let up = repairs / rate + failures / rate * (-rate * hours).exp();
            assert_close(found.law[0], up, 4e-15);
        }
    }
}

#[test]
fn units_with_their_own_crews_are_independent_at_any_time() {
    // Few units are solved by doubling, many step by step.
    for units in [2, 6, 40] {
        let group = servers(units, 1_000.0, 24.0);
        let mut transients = Transients::new(&group, MOST_STEPS);
        for hours in [1e-3, 0.1, 10.0, 100.0, 10_000.0] {
            let found = transients.law_after(hours).unwrap();
            let (down, mut ways) = (down(1_000.0, 24.0, hours), 1.0);
            for (failed, share) in found.law.iter().enumerate() {
                let failed = u32::try_from(failed).unwrap();
                let exact = ways
                    * down.powi(i32::try_from(failed).unwrap())
                    * (1.0 - down).powi(i32::try_from(units - failed).unwrap());
                if exact > 1e-280 {
                    assert_close(*share, exact, found.error_bound + 1e-13);
                }
                ways *= f64::from(units - failed) / f64::from(failed + 1);
            }
            assert!(found.error_bound < 1e-10, "{:e}", found.error_bound);
        }
    }
}

#[test]
fn after_a_long_time_the_law_is_the_stationary_one() {
    for group in [servers(3, 1_000.0, 24.0), servers(100, 1_000.0, 24.0)] {
        let found = group.law_after(1e9, MOST_STEPS).unwrap();
        for (found, stationary) in found.law.iter().zip(group.law()) {
            assert_close(*found, *stationary, 1e-12);
        }
    }
}

#[test]
fn a_switch_of_seconds_and_years_of_service_go_together() {
    let cluster = ActivePassive {
        nodes: 2,
        unit: Unit::from_mtbf(50_000.0, 200.0).unwrap(),
        crews: 2,
        failover_hours: 1.0 / 3_600.0,
        coverage: 0.99,
        manual_switch_hours: 1.0,
        dormancy: 1.0,
        planned: None,
    };
    let group = Group::active_passive(&cluster).unwrap();
    let mut transients = Transients::new(&group, 0);
    let mut before = 0.0;
    for years in [1.0, 10.0, 1_000.0] {
        let found = transients.law_after(8_760.0 * years).unwrap();
        assert!(found.error_bound < 1e-14, "{:e}", found.error_bound);
        assert!(found.law[1] >= before);
        before = found.law[1];
    }
    assert_close(before, group.law()[1], 1e-14);
}

#[test]
fn interval_availability_has_its_closed_form() {
    let (failures, repairs) = (1.0 / 1_000.0, 1.0 / 24.0);
    let rate = failures + repairs;
    let group = servers(1, 1_000.0, 24.0);
    let mut transients = Transients::new(&group, MOST_STEPS);
    for hours in [1.0, 24.0, 720.0, 8_760.0] {
        let mut value_at = |hours| Ok::<_, ModelError>(transients.law_after(hours)?.law[1]);
        let found = interval_mean(hours, &mut value_at, 1e-11).unwrap();
        // The mean of λ/(λ+μ)·(1 − e^−(λ+μ)t).
        let exact = failures / rate * (1.0 + (-rate * hours).exp_m1() / (rate * hours));
        assert_close(found.mean, exact, 1e-12);
    }
}

#[test]
fn interval_unavailability_of_a_pair_has_its_closed_form() {
    // The square of u·(1 − e^−rt) has the mean u²·(1 − 2·(1 − e^−rT)/rT + (1 − e^−2rT)/2rT).
    let (failures, repairs, hours) = (1.0 / 1_000.0, 1.0 / 24.0, 100.0);
    let rate: f64 = failures + repairs;
    let group = servers(2, 1_000.0, 24.0);
    let mut transients = Transients::new(&group, MOST_STEPS);
    let mut value_at = |hours| Ok::<_, ModelError>(transients.law_after(hours)?.law[2]);
    let found = interval_mean(hours, &mut value_at, 1e-11).unwrap();
    let span = rate * hours;
    let mean = 1.0 + 2.0 * (-span).exp_m1() / span - (-2.0 * span).exp_m1() / (2.0 * span);
    assert_close(found.mean, (failures / rate).powi(2) * mean, 1e-12);
}

#[test]
fn uniformization_ends_at_the_look_at_which_the_time_is_over() {
    let group = servers(200, 1_000.0, 24.0);
    let stopped_at = |last_look: usize| {
        let looks = Cell::new(0);
        let is_over = || {
            looks.set(looks.get() + 1);
            looks.get() >= last_look
        };
        let found = Transients::new(&group, MOST_STEPS).law_after_within(10_000.0, &is_over);
        (looks.get(), found)
    };
    let (looks, found) = stopped_at(usize::MAX);
    assert!(looks > 10 && found.is_ok(), "{looks} looks");
    for last_look in [1, 2, looks / 2, looks] {
        assert_eq!(stopped_at(last_look), (last_look, Err(ModelError::TimeOver)));
    }
}

#[test]
fn times_without_meaning_and_too_much_work_are_refused() {
    let group = servers(40, 1_000.0, 24.0);
    assert!(group.law_after(-1.0, MOST_STEPS).is_err());
    assert!(group.law_after(f64::NAN, MOST_STEPS).is_err());
    assert_eq!(group.law_after(1_000.0, 10), Err(ModelError::TooManySteps { most: 10 }));
    let start = group.law_after(0.0, 0).unwrap();
    assert_eq!((start.law[0], start.law[1]), (1.0, 0.0));
}
