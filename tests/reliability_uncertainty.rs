//! Bands around figures whose inputs are guesses.

#![cfg(not(target_arch = "wasm32"))]
#![cfg(test)]
#![allow(clippy::float_cmp, reason = "the same to the bit is meant")]

use std::cell::Cell;

use availability_planner::reliability::{
    self, Group, Guess, LoadShared, ModelError, Sampling, Scale, Uncertainty, Unit,
};

const GUESSES: [Guess; 3] = [
    Guess { median: 1e-5, error_factor: 3.0 },
    Guess { median: 20.0, error_factor: 2.0 },
    Guess { median: 7.0, error_factor: 10.0 },
];

/// With all the time that it takes.
fn uncertainty(
    inputs: &[Guess],
    sampling: &Sampling<'_>,
    value_of: &mut dyn FnMut(&[f64]) -> f64,
) -> Result<Uncertainty, ModelError> {
    reliability::uncertainty(inputs, sampling, value_of, &|| false)
}

fn sampling(samples: usize) -> Sampling<'static> {
    Sampling { samples, seed: 2_026, percents: &[], shares: Some(Scale::Logarithm) }
}

fn percentile(found: &Uncertainty, percent: f64) -> f64 {
    found.percentiles.iter().find(|each| each.percent == percent).unwrap().value
}

#[track_caller]
fn assert_close(found: f64, expected: f64, relative: f64) {
    assert!((found - expected).abs() <= relative * expected.abs(), "{found:e} instead of {expected:e}");
}

#[test]
fn a_product_has_its_known_percentiles_moments_and_shares() {
    let mut product = |values: &[f64]| values.iter().product();
    let asked = Sampling { percents: &[10.0, 95.0], ..sampling(20_000) };
    let found = uncertainty(&GUESSES, &asked, &mut product).unwrap();
    // Logarithms add up, and so do their variances.
    let quantile_of_95 = 1.644_853_626_951_472_2;
    let variances = GUESSES.map(|guess| (guess.error_factor.ln() / quantile_of_95).powi(2));
    let variance: f64 = variances.iter().sum();
    let median: f64 = GUESSES.iter().map(|guess| guess.median).product();
    for (percent, quantile) in [
        (5.0, -quantile_of_95),
        (10.0, -1.281_551_565_544_600_4),
        (25.0, -0.674_489_750_196_081_7),
        (50.0, 0.0),
        (95.0, quantile_of_95),
    ] {
        assert_close(percentile(&found, percent), median * (quantile * variance.sqrt()).exp(), 0.03);
    }
    assert_eq!(found.percentiles.iter().filter(|each| each.percent == 95.0).count(), 1);
    let mean = median * (variance / 2.0).exp();
    assert_close(found.mean, mean, 0.05);
    assert_close(found.standard_deviation, mean * variance.exp_m1().sqrt(), 0.3);
    for (share, own) in found.shares.iter().zip(variances) {
        assert!((share.first_order - own / variance).abs() < 0.02, "{share:?}");
        assert!((share.total - own / variance).abs() < 0.02, "{share:?}");
    }
}

#[test]
fn an_input_that_does_not_matter_or_is_certain_has_no_share() {
    let guesses = [GUESSES[0], GUESSES[1], Guess { median: 5.0, error_factor: 1.0 }];
    let found = uncertainty(&guesses, &sampling(500), &mut |values| values[0] * values[2]).unwrap();
    for share in &found.shares[1..] {
        assert_eq!((share.first_order, share.total), (0.0, 0.0));
    }
    assert_close(found.shares[0].total, 1.0, 0.1);
    let certain = uncertainty(&guesses[2..], &sampling(10), &mut |values| values[0]).unwrap();
    assert_eq!((certain.mean, certain.standard_deviation), (5.0, 0.0));
    assert_eq!((certain.shares[0].first_order, certain.shares[0].total), (0.0, 0.0));
}

#[test]
fn what_inputs_do_together_is_in_the_total_share_only() {
    // Of x·y with logarithms' signs only: neither alone says anything.
    let guesses = [Guess { median: 1.0, error_factor: 3.0 }; 2];
    let mut sign = |values: &[f64]| if (values[0] > 1.0) == (values[1] > 1.0) { 1.0 } else { -1.0 };
    let found = uncertainty(&guesses, &Sampling { shares: Some(Scale::Plain), ..sampling(5_000) }, &mut sign)
        .unwrap();
    for share in &found.shares {
        assert!(share.first_order.abs() < 0.06, "{share:?}");
        assert_close(share.total, 1.0, 0.06);
    }
}

#[test]
fn the_unavailability_of_a_pair_is_twice_as_uncertain_as_that_of_one() {
    let mut of_pair = |values: &[f64]| {
        let unit = Unit::from_mtbf(values[0], values[1]).unwrap();
        let shared = LoadShared { units: 2, unit, crews: 2, common_cause_share: 0.0, planned: None };
        *Group::load_shared(&shared).unwrap().law().last().unwrap()
    };
    let guesses = [Guess { median: 1e5, error_factor: 3.0 }, Guess { median: 4.0, error_factor: 3.0 }];
    let found = uncertainty(&guesses, &sampling(4_000), &mut of_pair).unwrap();
    // Nearly (MTTR / MTBF)²: the logarithm's deviation is 2·√2 times that of each.
    let factor = (2.0 * 2.0_f64.sqrt() * 3.0_f64.ln()).exp();
    assert_close(percentile(&found, 95.0) / percentile(&found, 50.0), factor, 0.1);
    assert_close(percentile(&found, 50.0), 1.6e-9, 0.05);
    assert_close(found.shares[0].first_order, 0.5, 0.1);
}

#[test]
fn the_same_seed_gives_the_same_bits_and_another_does_not() {
    let mut sum = |values: &[f64]| values.iter().sum();
    let one = uncertainty(&GUESSES, &sampling(300), &mut sum).unwrap();
    assert_eq!(one, uncertainty(&GUESSES, &sampling(300), &mut sum).unwrap());
    let other = uncertainty(&GUESSES, &Sampling { seed: 7, ..sampling(300) }, &mut sum).unwrap();
    assert_ne!(one.mean, other.mean);
    // The same on every platform.
    assert_eq!(one.mean.to_bits(), MEAN_BITS, "{:#x}", one.mean.to_bits());
}

/// The mean of the test above.
const MEAN_BITS: u64 = 0x4044_14cb_b2ac_4181;

#[test]
fn without_shares_the_figure_is_asked_for_twice_a_sample() {
    let mut calls = 0;
    let plain = Sampling { shares: None, ..sampling(100) };
    let found = uncertainty(&GUESSES, &plain, &mut |values| {
        calls += 1;
        values[0] - 1.0
    });
    assert!(found.unwrap().shares.is_empty());
    assert_eq!(calls, 200);
}

#[test]
fn what_makes_no_sense_is_refused() {
    let mut first = |values: &[f64]| values[0];
    let guess = GUESSES[0];
    for guess in [
        Guess { median: 0.0, ..guess },
        Guess { median: f64::NAN, ..guess },
        Guess { error_factor: 0.9, ..guess },
        Guess { error_factor: f64::INFINITY, ..guess },
    ] {
        assert!(uncertainty(&[guess], &sampling(10), &mut first).is_err(), "{guess:?}");
    }
    assert!(uncertainty(&GUESSES, &sampling(1), &mut first).is_err());
    assert!(uncertainty(&GUESSES, &Sampling { percents: &[101.0], ..sampling(10) }, &mut first).is_err());
    assert_eq!(uncertainty(&GUESSES, &sampling(10), &mut |_| f64::NAN), Err(ModelError::NotANumber));
    let negative = uncertainty(&GUESSES, &sampling(10), &mut |_| -1.0);
    assert!(matches!(negative, Err(ModelError::OutOfRange { .. })));
}

#[test]
fn sampling_ends_at_the_look_at_which_the_time_is_over() {
    let guesses = vec![Guess { median: 1.0, error_factor: 2.0 }; 50];
    let stopped_at = |last_look: usize, samples: usize| {
        let (looks, values) = (Cell::new(0), Cell::new(0));
        let is_over = || {
            looks.set(looks.get() + 1);
            looks.get() >= last_look
        };
        let mut value_of = |_: &[f64]| {
            values.set(values.get() + 1);
            1.0
        };
        let plain = Sampling { shares: None, ..sampling(samples) };
        let found = reliability::uncertainty(&guesses, &plain, &mut value_of, &is_over);
        (found, looks.get(), values.get())
    };
    for last_look in [1, 2, 10] {
        assert_eq!(stopped_at(last_look, 2_000), (Err(ModelError::TimeOver), last_look, 0), "while sampling");
    }
    let (found, looks, values) = stopped_at(usize::MAX, 20);
    assert!(found.is_ok() && values == 40 && looks > 40, "{looks} looks");
    assert_eq!(stopped_at(looks, 20), (Err(ModelError::TimeOver), looks, 39), "at the last value");
}

#[test]
fn samples_that_fill_the_memory_are_refused_with_the_limit() {
    let guesses = vec![Guess { median: 1.0, error_factor: 2.0 }; 200];
    let found = uncertainty(&guesses, &sampling(10_000_000), &mut |_| panic!("sampled"));
    let Err(error @ ModelError::CountOutOfRange { count: 2_000_000_000, most: 10_000_000, .. }) = found
    else {
        panic!("{found:?}");
    };
    assert!(error.to_string().contains("10000000"), "{error}");
}
