//! What the bars promise: lengths that add up, causes that differ in shape, and minutes as people say them.

use super::*;
use crate::analysis::{Analysis, Options, analyse};
use crate::catalog::Catalog;
use crate::catalog::figure::{Figure, Unit};
use crate::plan::build::PlanBuilder;

fn analysed() -> Analysis {
    let plan = PlanBuilder::new().standard_edition("server").users("users", 1_000, "server");
    analyse(&plan.scenario(), &Catalog::bundled(), Options::default()).unwrap()
}

/// A row that loses so many minutes by cause.
fn row(causes: [f64; 4]) -> WorkloadRow {
    let minutes = |value: f64| Figure::computed("x", value, Unit::MinutesPerUserYear, "given", Vec::new());
    let mut row = analysed().workloads[0].clone();
    let [outage, over_capacity, reconnect, planned] = causes.map(minutes);
    let total = minutes(causes.iter().sum());
    row.measures.losses = Losses { outage, over_capacity, reconnect, planned, total };
    row
}

fn drawn(rows: &[[f64; 4]]) -> Chart {
    let rows: Vec<WorkloadRow> = rows.iter().map(|causes| row(*causes)).collect();
    losses(None, &rows, 760).unwrap()
}

/// Widths of the frames and fills of a class, the one in the legend first.
fn widths(chart: &Chart, class: &str) -> Vec<f64> {
    let rectangles = chart.svg.lines().filter(|line| line.starts_with("<rect") && line.contains(class));
    let width = |line: &str| line.split_once(" width=\"")?.1.split_once('"')?.0.parse().ok();
    rectangles.filter_map(width).collect()
}

#[test]
fn parts_are_as_long_as_their_minutes() {
    let chart = drawn(&[[60.0, 30.0, 15.0, 45.0], [15.0, 0.0, 0.0, 0.0]]);
    let outage = widths(&chart, "chart-bad chart-fill");
    let parts = [
        outage[1],
        widths(&chart, "chart-risk chart-stroke")[1],
        widths(&chart, "chart-value chart-stroke")[1],
        widths(&chart, "chart-planned chart-stroke")[1],
        outage[2],
    ];
    for (part, minutes) in parts.iter().zip([60.0, 30.0, 15.0, 45.0, 15.0]) {
        assert!((part - parts[0] * minutes / 60.0).abs() <= 1.0, "{parts:?}");
    }
}

#[test]
fn what_is_there_can_be_seen_and_what_is_not_has_no_part() {
    let chart = drawn(&[[10_000.0, 0.0, 0.001, 0.0]]);
    assert!(widths(&chart, "chart-value chart-stroke")[1] >= 2.0);
    assert!(widths(&chart, "chart-risk").is_empty() && widths(&chart, "chart-planned").is_empty());
    assert!(!chart.svg.contains("over capacity"));
}

#[test]
fn minutes_are_said_as_people_say_them() {
    let chart = drawn(&[[81.0, 0.0, 0.5, 24.0]]);
    let said = "IM and presence: 1 h 46 min: outage 1 h 21 min, reconnecting 30 s, planned work 24 min";
    assert_eq!(chart.text.lines().nth(1), Some(said));
    for words in ["1 h 46 min", "outage 1 h 21 min · reconnecting 30 s · planned work 24 min", "1 h"] {
        assert!(chart.svg.contains(&format!("\n{words}\n")), "“{words}” is missing in {}", chart.svg);
    }
}

#[test]
fn all_users_come_first() {
    let analysis = analysed();
    let chart = losses(analysis.headline.as_ref(), &analysis.workloads, 760).unwrap();
    assert_eq!(chart.marks.len(), 1 + analysis.workloads.len());
    assert_eq!(chart.marks[0].label, "All users, IM and presence");
    assert!(chart.marks.windows(2).all(|pair| pair[0].y + pair[0].height <= pair[1].y));
}

#[test]
fn narrow_drawings_put_names_above_their_bars() {
    let rows = [row([60.0, 30.0, 15.0, 45.0])];
    let (wide, narrow) = (losses(None, &rows, 760).unwrap(), losses(None, &rows, 280).unwrap());
    assert!(narrow.marks[0].height > wide.marks[0].height);
    assert!(widths(&narrow, "chart-bad chart-fill")[1] > 80.0);
}

#[test]
fn nothing_lost_is_said_too() {
    let chart = drawn(&[[0.0; 4]]);
    assert_eq!(chart.marks[0].value, "0 min");
}

#[test]
fn without_rows_it_says_what_will_appear() {
    let chart = losses(None, &[], 280).unwrap();
    assert!(chart.marks.is_empty() && chart.text.contains("once the plan has users"));
    assert!(chart.svg.matches("<text").count() > 1, "it does not fit on one line of 280 pixels");
}
