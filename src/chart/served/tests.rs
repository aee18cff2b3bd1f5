//! What the curve promises: its steps and their words, a scale that reads nines, and every value said once.

use super::curve::{scale, told_apart, treads};
use super::*;
use crate::analysis::{Options, ServedStep, served_users};
use crate::catalog::Catalog;
use crate::catalog::figure::{Figure, Unit};
use crate::plan::build::PlanBuilder;

/// A law of the numbers of users said, each with its share of time.
fn law(demand: f64, shares: &[(f64, f64)]) -> ServedUsers {
    let plan = PlanBuilder::new().standard_edition("server").users("users", 1_000, "server");
    let mut law = served_users(&plan.scenario(), &Catalog::bundled(), Options::default()).unwrap();
    law.demand_users = Figure::computed("Connected users", demand, Unit::Users, "given", Vec::new());
    law.steps.clear();
    let mut fewer = 0.0;
    for &(users, probability) in shares {
        law.steps.push(ServedStep { users, probability, at_least: 1.0 - fewer, fewer });
        fewer += probability;
    }
    law
}

fn three_homes() -> ServedUsers {
    law(1_000.0, &[(0.0, 1e-5), (400.0, 1e-4), (700.0, 1e-3), (1_000.0, 0.998_89)])
}

/// Corners of the curve.
fn corners(chart: &Chart) -> Vec<(i32, i32)> {
    let curve = chart.svg.lines().find(|line| line.contains("chart-value chart-stroke")).unwrap();
    let points = curve.split_once("points=\"").unwrap().1.split_once('"').unwrap().0;
    let pair = |point: &str| {
        let (x, y) = point.split_once(',').unwrap();
        (x.parse().unwrap(), y.parse().unwrap())
    };
    points.split_whitespace().map(pair).collect()
}

#[test]
fn the_curve_has_a_corner_at_each_end_of_a_tread() {
    let chart = served(&three_homes(), 760).unwrap();
    let corners = corners(&chart);
    assert_eq!(corners.len(), 6, "{corners:?}");
    let across = |from: usize, to: usize| f64::from(corners[to].0 - corners[from].0);
    let down = |from: usize, to: usize| f64::from(corners[to].1 - corners[from].1);
    assert!((across(0, 1) / across(0, 5) - 0.4).abs() < 0.01);
    assert!((across(0, 3) / across(0, 5) - 0.7).abs() < 0.01);
    // From 1e-5 to 1.1e-4 and on to 1.11e-3: each time about one nine.
    assert!((down(1, 2) - down(3, 4)).abs() <= 2.0 && down(1, 2) > 20.0, "{corners:?}");
}

#[test]
fn somebody_everybody_and_what_lies_between_are_told() {
    let chart = served(&three_homes(), 760).unwrap();
    for words in ["somebody 99.9990 %", "700 users 99.989 %", "everybody 99.89 %", "demand 1,000"] {
        assert!(chart.svg.contains(words), "“{words}” is missing in {}", chart.svg);
    }
    let lines: Vec<&str> = chart.text.lines().skip(1).collect();
    assert_eq!(
        lines,
        [
            "Somebody, and then at least 400 users: 99.9990 % of the time",
            "At least 700 users: 99.989 % of the time",
            "Everybody, 1,000 users: 99.89 % of the time",
        ]
    );
    assert_eq!(chart.marks.len(), lines.len());
    for pair in chart.marks.windows(2) {
        assert!((pair[0].x + pair[0].width - pair[1].x).abs() < f64::EPSILON);
    }
}

#[test]
fn one_home_is_there_for_everybody_or_for_nobody() {
    let chart = served(&law(1_000.0, &[(0.0, 1e-3), (1_000.0, 0.999)]), 760).unwrap();
    assert!(chart.svg.contains("everybody or nobody 99.90 %") && !chart.svg.contains("somebody"));
    assert_eq!(chart.marks[0].label, "Everybody, 1,000 users; otherwise nobody");
}

#[test]
fn what_is_never_served_is_drawn_down_to_nothing() {
    let chart = served(&law(1_000.0, &[(600.0, 1.0)]), 760).unwrap();
    assert!(chart.svg.contains("somebody 100 %") && chart.svg.contains("everybody 0 %"), "{}", chart.svg);
}

#[test]
fn the_scale_has_whole_nines_and_leaves_out_those_that_nobody_reads() {
    for (shares, expected) in [
        (&[(0.0, 2e-5), (500.0, 2e-4), (1_000.0, 0.999)][..], (3.0, 5.0)),
        (&[(0.0, 1e-14), (500.0, 2e-3), (1_000.0, 0.998)], (2.0, 6.0)),
        (&[(0.0, 1e-12), (1_000.0, 1.0)], (12.0, 13.0)),
        (&[(1_000.0, 1.0)], (15.0, 17.0)),
    ] {
        let (least, most) = scale(&treads(&law(1_000.0, shares)));
        assert!(
            (least - expected.0).abs() < 1e-9 && (most - expected.1).abs() < 1e-9,
            "{least} to {most} for {shares:?}"
        );
    }
}

#[test]
fn of_very_many_steps_the_steepest_are_told_and_the_ends_stay_exact() {
    let mut shares: Vec<(f64, f64)> = (0..5_000).map(|users| (f64::from(users), 1e-8)).collect();
    shares.push((2_500.5, 1e-2));
    shares.sort_by(|a, b| a.0.total_cmp(&b.0));
    shares.push((5_000.0, 0.98));
    let law = law(5_000.0, &shares);
    let all = treads(&law);
    let told = told_apart(&all, &|tread| {
        #[allow(clippy::cast_possible_truncation, reason = "small numbers")]
        let seen = ((tread.users / 10.0) as i32, (tread.fewer * 1e6) as i32);
        seen
    });
    assert!(told.len() <= 24 && told.len() > 10, "{}", told.len());
    assert_eq!((told.first(), told.last()), (all.first(), all.last()));
    assert!(told.iter().any(|tread| (tread.users - 2_500.5).abs() < 10.0 && tread.fewer < 1e-3));
    for pair in told.windows(2) {
        assert!((pair[0].users - pair[1].from).abs() < 1e-9, "a gap in {pair:?}");
    }
    let chart = served(&law, 760).unwrap();
    assert!(chart.svg.len() < 60_000, "{} bytes", chart.svg.len());
}

#[test]
fn every_width_holds_the_words() {
    for width in [0, 280, 600, 5_000] {
        let chart = served(&three_homes(), width).unwrap();
        assert!(chart.svg.contains("somebody") && chart.svg.contains("demand 1,000"), "{width}");
        let right = chart.marks.iter().map(|mark| mark.x + mark.width).fold(0.0, f64::max);
        assert!(right <= f64::from(width.clamp(280, 2_000)));
    }
}

#[test]
fn without_users_it_says_what_will_appear() {
    let chart = served(&law(0.0, &[]), 400).unwrap();
    assert!(chart.marks.is_empty() && chart.text.contains("once the plan has users"));
}
