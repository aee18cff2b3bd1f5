//! Single years of a plan: simulated and exact figures agree, and every figure says where it comes from.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may stop at the first surprise")]

use std::rc::Rc;

use availability_planner::analysis::{Options, SingleYears, YearFigures, YearSettings, analyse};
use availability_planner::catalog::Catalog;
use availability_planner::catalog::figure::{Derivation, Mark, Unit};
use availability_planner::catalog::workload::Workload;
use availability_planner::exchange::template::TEMPLATES;
use availability_planner::plan::{Document, Scenario};
use availability_planner::reliability::{Confidence, ConfidenceInterval};

fn template(id: &str) -> Document {
    let template = TEMPLATES.iter().find(|known| known.id == id).unwrap();
    template.open(&Catalog::bundled()).unwrap()
}

fn years(scenario: &Scenario, options: Options, settings: YearSettings) -> SingleYears {
    SingleYears::new(scenario, &Catalog::bundled(), options, settings).unwrap().unwrap()
}

fn simulated(scenario: &Scenario, options: Options, settings: YearSettings) -> YearFigures {
    let mut years = years(scenario, options, settings);
    while !years.step(1_000_000).is_done() {}
    years.figures().unwrap()
}

/// With intervals that miss once in 100,000 times, the twelve of this test give a false alarm with less than one seed in 8,000; the
/// seed is fixed, so that what passes once passes always.
#[test]
fn simulated_means_agree_with_the_exact_figures_of_the_templates() {
    let confidence = Confidence::new(0.999_99).unwrap();
    for template_id in ["entry-tier", "group-chat-maximum", "small-organisation"] {
        let document = template(template_id);
        let scenario = document.scenarios.first().unwrap();
        for planned_work in [true, false] {
            let options = Options { planned_work };
            let settings = YearSettings { years: 4_000, seed: 7, confidence };
            let figures = simulated(scenario, options, settings);
            let headline = analyse(scenario, &Catalog::bundled(), options).unwrap().headline.unwrap();
            let losses = &headline.measures.losses;
            let exact = losses.total.value - losses.reconnect.value;
            assert!((figures.lost.exact.value - exact).abs() <= 1e-12 * exact, "{template_id}");
            for mean in [&figures.lost, &figures.outages] {
                let ConfidenceInterval { low, high } = mean.interval.unwrap();
                assert!(
                    mean.agrees().unwrap(),
                    "{template_id}: {low} to {high}, exactly {}",
                    mean.exact.value
                );
                assert!(high - low < mean.exact.value, "{template_id}: too wide to say anything");
            }
        }
    }
}

#[test]
fn a_year_is_told_in_order() {
    let document = template("entry-tier");
    let scenario = document.scenarios.first().unwrap();
    let figures =
        simulated(scenario, Options::default(), YearSettings { years: 500, ..YearSettings::default() });
    assert_eq!((figures.years, figures.years_wanted, figures.seed), (500, 500, 1));
    assert!(figures.lost_minutes.is_sorted() && figures.lost_minutes.len() == 500);
    let ascending = [&figures.median, &figures.bad_year, &figures.worst].map(|figure| figure.value);
    assert!(ascending.is_sorted() && ascending[0] > 0.0, "{ascending:?}");
    assert!(figures.longest_median.value <= figures.longest_bad.value);
    let within = figures.lost_minutes.iter().filter(|lost| **lost <= figures.limit.value).count();
    #[allow(clippy::cast_precision_loss, reason = "a count of years")]
    let share = within as f64 / 500.0;
    assert!((figures.chance.value - share).abs() < 1e-12);
    assert!((figures.chance_interval.low..=figures.chance_interval.high).contains(&share));
}

#[test]
fn no_figure_is_presented_as_documented_and_each_says_that_it_was_simulated() {
    let document = template("entry-tier");
    let scenario = document.scenarios.first().unwrap();
    let figures =
        simulated(scenario, Options::default(), YearSettings { years: 200, ..YearSettings::default() });
    for figure in figures.all() {
        assert_eq!(figure.mark, Mark::Derived, "{}", figure.name);
        let Derivation::Computed { formula, inputs } = &figure.derivation else {
            panic!("{} is computed", figure.name)
        };
        assert!(!inputs.is_empty(), "{}", figure.name);
        let is_exact = [&figures.lost.exact, &figures.outages.exact, &figures.limit].contains(&figure);
        assert_eq!(formula.contains("simulated: 200 years"), !is_exact, "{}: {formula}", figure.name);
        assert!(is_exact || formula.contains("seed 1, "), "{formula}");
        assert!(figure.unit != Unit::Factor, "{} has a unit", figure.name);
    }
    assert!(!figures.median.assumptions().is_empty() || !figures.limit.assumptions().is_empty());
}

#[test]
fn the_target_of_the_plan_decides_and_three_nines_where_there_is_none() {
    let document = template("entry-tier");
    let settings = YearSettings { years: 100, ..YearSettings::default() };
    let mut scenario = (**document.scenarios.first().unwrap()).clone();
    for (target, mark) in [(None, Mark::Assumed), (Some(0.99), Mark::Entered)] {
        let targets = Rc::make_mut(&mut scenario.targets);
        match target {
            None => targets.availability.remove(&Workload::ImPresence),
            Some(target) => targets.availability.insert(Workload::ImPresence, target),
        };
        let figures = simulated(&scenario, Options::default(), settings);
        assert_eq!((figures.target.value, figures.target.mark), (target.unwrap_or(0.999), mark));
        let headline = analyse(&scenario, &Catalog::bundled(), Options::default()).unwrap().headline.unwrap();
        let reconnect = headline.measures.losses.reconnect.value;
        let allowed = (1.0 - figures.target.value) * 525_600.0 - reconnect;
        assert!((figures.limit.value - allowed).abs() < 1e-9);
    }
}

#[test]
fn slices_and_threads_give_the_same_years_to_the_bit() {
    let document = template("entry-tier");
    let scenario = document.scenarios.first().unwrap();
    let settings = YearSettings { years: 64, seed: 3, ..YearSettings::default() };
    let whole = simulated(scenario, Options::default(), settings);
    let mut sliced = years(scenario, Options::default(), settings);
    while !sliced.step(777).is_done() {}
    assert_eq!(sliced.figures().unwrap(), whole);
    let mut threaded = years(scenario, Options::default(), settings);
    let streams: Vec<_> = threaded.streams().collect();
    let threads: Vec<_> = streams
        .into_iter()
        .map(|mut stream| {
            std::thread::spawn(move || {
                while !stream.is_done() {
                    stream.step(10_000);
                }
                stream.into_record()
            })
        })
        .collect();
    for thread in threads {
        threaded.accept(thread.join().unwrap());
    }
    assert_eq!(threaded.figures().unwrap(), whole);
    let other = simulated(scenario, Options::default(), YearSettings { seed: 4, ..settings });
    assert!(other.lost_minutes != whole.lost_minutes, "another seed gives other years");
}

#[test]
fn without_users_there_is_nothing_to_simulate() {
    let document = template("entry-tier");
    let mut scenario = (**document.scenarios.first().unwrap()).clone();
    scenario.populations.clear();
    let none = SingleYears::new(&scenario, &Catalog::bundled(), Options::default(), YearSettings::default())
        .unwrap();
    assert!(none.is_none());
}
