//! Figures of whole models against values known from elsewhere.

#![cfg(not(target_arch = "wasm32"))]
#![cfg(test)]

use availability_planner::reliability::{Function, Group, LoadShared, Model, Unit};

fn group(units: u32, mtbf_hours: f64, mttr_hours: f64) -> Group {
    let unit = Unit::from_mtbf(mtbf_hours, mttr_hours).unwrap();
    let shared = LoadShared { units, unit, crews: units, common_cause_share: 0.0, planned: None };
    Group::load_shared(&shared).unwrap()
}

/// How many of a new group's units serve.
fn serving(model: &mut Model, units: u32, mtbf_hours: f64, mttr_hours: f64) -> Function {
    let id = model.add_group(group(units, mtbf_hours, mttr_hours));
    model.of_group(id, |level| f64::from(level.serving))
}

fn up(value: f64) -> bool {
    value > 0.5
}

#[track_caller]
fn assert_close(found: f64, expected: f64, relative: f64) {
    assert!((found - expected).abs() <= relative * expected.abs(), "{found:e} instead of {expected:e}");
}

#[test]
fn a_bridge_has_its_known_figures() {
    let mut model = Model::new();
    let parts: [Function; 5] = std::array::from_fn(|_| serving(&mut model, 1, 1_000.0, 10.0));
    let [left, right, across, left_end, right_end] = parts;
    let paths = [
        vec![left, left_end],
        vec![right, right_end],
        vec![left, across, right_end],
        vec![right, across, left_end],
    ]
    .map(|path| model.all(path));
    let bridge = model.any(paths);
    let (available, unavailable) =
        (model.probability(bridge, up), model.probability(bridge, |value| !up(value)));
    let frequency = model.failure_frequency(bridge, up);
    assert_close(unavailable, 1.979_525_314_531_528_5e-4, 1e-14);
    assert_close(frequency, 3.977_507_160_471_253e-5, 1e-14);
    assert_close(available / frequency, 25_136.398_430_772, 1e-13);
    assert_close(unavailable / frequency, 4.976_798_870_92, 1e-11);
}

#[test]
fn exclusive_or_counts_the_failures_that_repair_it_and_the_repairs_that_fail_it() {
    let mut model = Model::new();
    let [a, b] = [0; 2].map(|_| serving(&mut model, 1, 1_000.0, 24.0));
    let one = model.combine(a, b, |a, b| if up(a) == up(b) { 0.0 } else { 1.0 });
    // Left when the one that is up fails, and when the one that is down is repaired.
    let frequency = model.failure_frequency(one, up);
    assert_close(frequency, 1.953_1e-3, 2e-5);
    assert_close(frequency, model.failure_frequency(one, |value| !up(value)), 1e-14);
}

/// Racks that serve while one of two feeds and the rack itself do, and a balancer in front.
fn racks(racks: u32, servers: u32, needed: f64) -> f64 {
    let mut model = Model::new();
    let mut parts = Vec::new();
    for _ in 0..racks {
        let feeds = serving(&mut model, 2, 50_000.0, 8.0);
        let rack = serving(&mut model, 1, 200_000.0, 4.0);
        let count = serving(&mut model, servers, 10_000.0, 12.0);
        let powered = model.min(feeds, rack);
        let working = model.combine(powered, count, |powered, count| if up(powered) { count } else { 0.0 });
        parts.push(working);
    }
    let total = model.total(parts);
    let balancer = serving(&mut model, 1, 100_000.0, 2.0);
    let all = model.combine(total, balancer, |total, balancer| if up(balancer) { total } else { 0.0 });
    assert_eq!(model.refusal(), None);
    model.probability(all, |count| count < needed)
}

#[test]
fn racks_of_servers_have_their_known_figures() {
    assert_close(racks(3, 5, 13.0), 8.084_771_736_772_79e-5, 1e-13);
    assert_close(racks(10, 20, 170.0), 2.001_764_309_288_35e-5, 1e-13);
    assert_close(racks(20, 20, 370.0), 2.007_577_175_340_4e-5, 1e-13);
}

#[test]
fn the_capacity_of_equal_servers_has_its_known_mean() {
    let mut model = Model::new();
    let servers: Vec<Function> = (0..20).map(|_| serving(&mut model, 1, 1_000.0, 24.0)).collect();
    let count = model.total(servers);
    let capacity = model.map(count, |serving| 5.0 * serving);
    assert_close(model.mean(capacity), 97.656_25, 1e-14);
    assert_eq!(model.distribution(capacity).len(), 21);
}

#[test]
fn tiny_unavailabilities_of_many_groups_keep_their_digits() {
    let mut model = Model::new();
    let parts: Vec<Function> = (0..6).map(|_| serving(&mut model, 1, 1e5, 1.0)).collect();
    let parallel = model.any(parts);
    assert_close(model.probability(parallel, |value| !up(value)), 9.999_400_020_999_44e-31, 1e-14);
}

#[test]
fn a_thousand_groups_in_series_are_no_trouble() {
    let mut model = Model::new();
    let parts: Vec<Function> = (0..1_000).map(|_| serving(&mut model, 1, 1e6, 10.0)).collect();
    let series = model.all(parts);
    let unavailable = model.probability(series, |value| !up(value));
    // The first group down, or the first up and the second down, and so on.
    let one = Unit::from_mtbf(1e6, 10.0).unwrap();
    let expected: f64 = (0..1_000).map(|before| one.availability().powi(before) * one.unavailability()).sum();
    assert_close(unavailable, expected, 1e-12);
    let frequency = model.failure_frequency(series, up);
    assert_close(frequency, 1_000.0 * 1e-6 * (1.0 - unavailable), 1e-12);
}
