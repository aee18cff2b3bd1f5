//! The explicit laws against elimination, closed forms and the published check of the pair.

use super::elimination;
use crate::chains::{Pair, database_cluster, load_balancer_pair, load_shared, load_shared_law, single};
use crate::part::Part;
use crate::relative_error;
use crate::units::{Unit, load_balancer, planned_work_begins, server};

fn assert_close(actual: f64, expected: f64, tolerance: f64, what: &str) {
    let error = relative_error(actual, expected);
    assert!(error <= tolerance, "{what}: {actual:e} instead of {expected:e}, off by {error:e}");
}

#[test]
fn the_pair_meets_the_published_check() {
    let pair = Pair {
        node: Unit::of_hours(1_000.0, 24.0),
        covered: 0.95,
        uncovered: 0.05,
        automatic: 40.0,
        manual: 2.0,
        crews: 1.0,
        planned_begins: 0.0,
    };
    let law = pair.law();
    let switching = law.automatic + law.manual;
    assert_close(switching + law.none, 1.143_973_895_535_258_6e-3, 1e-15, "unavailability");
    assert_close(switching, 4.594_424_873_479_5e-5, 1e-14, "switching");
    let downwards = pair.node.failures * (law.both + law.one);
    assert_close(downwards, 9.988_560_261_044_64e-4, 1e-14, "frequency downwards");
    assert_close(pair.part().reconnections, downwards, 1e-14, "frequency upwards");
}

#[test]
fn explicit_laws_agree_with_elimination() {
    let rare = Unit { failures: 1e-9, repairs: 0.7 };
    let frequent = Unit { failures: 3.0, repairs: 0.2 };
    for unit in [server(), load_balancer(), rare, frequent] {
        for begins in [0.0, planned_work_begins(true), 5.0] {
            for n in 1..=8 {
                let explicit = load_shared_law(n, unit, begins);
                let solved = elimination::load_shared(n, unit, begins).law;
                let states = explicit.plain.iter().rev().chain(explicit.maintained.iter().rev());
                for (state, (&one, other)) in states.zip(solved).enumerate() {
                    assert_close(one, other, 1e-14, &format!("{n} units, {begins} begins, state {state}"));
                }
            }
            for pair in [database_cluster(unit, begins), load_balancer_pair(unit)] {
                let law = pair.law();
                let solved = elimination::pair(&pair).law;
                let states = [law.both, law.one, law.automatic, law.manual, law.none, law.planned];
                for (state, (one, other)) in states.into_iter().zip(solved).enumerate() {
                    assert_close(one, other, 1e-14, &format!("pair, state {state}"));
                }
            }
        }
    }
}

#[test]
fn without_planned_work_units_are_independent() {
    let unit = server();
    let up = unit.repairs / (unit.failures + unit.repairs);
    let down = unit.failures / (unit.failures + unit.repairs);
    let binomial = [1.0, 5.0, 10.0, 10.0, 5.0, 1.0];
    let law = load_shared_law(5, unit, 0.0);
    for (k, (&probability, ways)) in (0..=5).zip(law.plain.iter().zip(binomial)) {
        assert_close(probability, ways * up.powi(k) * down.powi(5 - k), 1e-14, "binomial");
    }
    assert!(law.maintained.iter().all(|&probability| probability == 0.0));
}

#[test]
fn integer_rates_give_the_exact_fractions() {
    // Two units, λ = 1, μ = 3, ν = 1, θ = 2, by hand: with x(2) = 1 the balance equations
    //   y(0)(3 + 2) = y(1)·1, y(1)(1 + 2) = 2 + 3·y(0), x(0)·6 = x(1), x(1)·3 = 2 + 2·y(0)
    // give y(1) = 5/6, y(0) = 1/6, x(1) = 7/9, x(0) = 7/54, in all 157/54.
    let law = load_shared_law(2, Unit { failures: 1.0, repairs: 3.0 }, 1.0);
    let expected = [7.0, 42.0, 54.0, 9.0, 45.0];
    for (&probability, weight) in law.plain.iter().chain(&law.maintained).zip(expected) {
        assert_close(probability, weight / 157.0, 1e-15, "by hand");
    }
}

#[test]
fn one_unit_is_a_group_of_one() {
    for begins in [0.0, planned_work_begins(true)] {
        let figures =
            |part: Part| [part.none, part.not_full, part.outage, part.planned, part.reconnections, part.mean];
        let alone = figures(single(server(), begins));
        let group = figures(load_shared(1, server(), begins, 1.0, 1.0));
        for (one, other) in alone.into_iter().zip(group) {
            assert_close(one, other, 1e-15, "one unit");
        }
    }
}

#[test]
fn relative_errors_are_shares_of_the_expected() {
    assert_close(relative_error(1.5, 1.0), 0.5, 0.0, "half");
    assert_close(relative_error(-1.5, -1.0), 0.5, 0.0, "half, below zero");
    assert!(relative_error(0.0, 0.0) == 0.0);
    assert!(relative_error(1e-300, 0.0).is_infinite());
    assert!(relative_error(f64::NAN, 1.0).is_nan());
}
