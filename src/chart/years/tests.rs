use super::*;
use crate::analysis::{Options, SingleYears, YearSettings};
use crate::catalog::Catalog;
use crate::plan::build::PlanBuilder;

fn figures() -> YearFigures {
    let document = PlanBuilder::new().standard_edition("se").users("users", 1_000, "se").document();
    let scenario = document.scenarios.first().unwrap();
    let settings = YearSettings { years: 300, ..YearSettings::default() };
    let mut years =
        SingleYears::new(scenario, &Catalog::bundled(), Options::default(), settings).unwrap().unwrap();
    while !years.step(100_000).is_done() {}
    years.figures().unwrap()
}

#[test]
fn every_year_is_in_one_range() {
    for (lost, limit) in [
        (vec![0.0; 5], 500.0),
        (vec![0.0, 10.0, 20.0, 30.0, 4_000.0], 500.0),
        ((0..1_000).map(f64::from).collect::<Vec<_>>(), 50.0),
        ((0..1_000).map(f64::from).collect::<Vec<_>>(), -3.0),
        ((0..1_000).map(f64::from).collect::<Vec<_>>(), 5_000.0),
    ] {
        let bins = Bins::of(&lost, limit, 30.0);
        let years: usize = bins.all.iter().map(|bin| bin.years).sum();
        assert_eq!(years + bins.beyond.years, lost.len(), "{limit}");
        assert!(bins.all.windows(2).all(|two| (two[0].to - two[1].from).abs() < 1e-9));
        assert!(
            (8..=60).contains(&bins.all.len()) || lost.iter().all(|lost| *lost <= 0.0),
            "{}",
            bins.all.len()
        );
        let share: f64 = bins.all.iter().map(|bin| bin.share).sum();
        assert!((share + bins.beyond.share - 1.0).abs() < 1e-9);
    }
}

#[test]
fn the_target_stands_on_the_axis_unless_that_would_crowd_the_years() {
    let lost: Vec<f64> = (0..1_000).map(f64::from).collect();
    assert!(Bins::of(&lost, 3_000.0, 30.0).end > 3_000.0);
    assert!(Bins::of(&lost, 4_000.0, 30.0).end < 1_100.0);
}

#[test]
fn columns_have_words_of_their_own_and_the_target_is_said() {
    let figures = figures();
    let chart = years(&figures, Frame::held_to(500, 180)).unwrap();
    assert!(chart.text.starts_with("What a user loses in a year, 300 simulated years:\n"), "{}", chart.text);
    assert_eq!(chart.text.lines().count(), chart.marks.len() + 1);
    assert!(chart.marks.iter().all(|mark| mark.value.contains(" of 300 years, ")));
    assert!(chart.svg.contains("99.9 % allows "), "{}", chart.svg);
    for mark in &chart.marks {
        assert!(mark.x >= 0.0 && mark.x + mark.width <= 501.0 && mark.y + mark.height <= 180.0, "{mark:?}");
    }
}
