//! What the ranking promises: order, like servers together, and parts that differ in shape.

use super::*;
use crate::analysis::{Options, analyse};
use crate::catalog::Catalog;
use crate::catalog::figure::{Figure, Unit};
use crate::plan::build::PlanBuilder;

/// A failure of a component's server with users cut off, over capacity and reconnecting.
fn failure(component: &str, server: &str, hit: [f64; 3]) -> Failure {
    let plan = PlanBuilder::new().standard_edition("server").users("users", 1_000, "server");
    let analysis = analyse(&plan.scenario(), &Catalog::bundled(), Options::default()).unwrap();
    let mut failure = analysis.failures[0].clone();
    let figure = |value: f64, unit: Unit| Figure::computed("x", value, unit, "given", Vec::new());
    let [cut_off, over_capacity, reconnecting] = hit.map(|users| figure(users, Unit::Users));
    failure.component = component.into();
    failure.component_name = component.into();
    failure.server = server.into();
    failure.number = server.rsplit('-').next().and_then(|number| number.parse().ok()).unwrap_or(1);
    failure.of = 1;
    failure.impact.users_cut_off = cut_off;
    failure.impact.workloads_degraded.clear();
    failure.impact.users_over_capacity = over_capacity;
    failure.impact.users_reconnecting = reconnecting;
    let seconds = if hit[2] > 0.0 { 90.0 } else { 0.0 };
    failure.impact.reconnect_time = figure(seconds, Unit::Seconds);
    failure
}

fn several(component: &str, servers: usize, hit: [f64; 3]) -> Vec<Failure> {
    let one = |number| Failure { of: servers, ..failure(component, &format!("{component}-{number}"), hit) };
    (1..=servers).map(one).collect()
}

fn labels(chart: &Chart) -> Vec<&str> {
    chart.marks.iter().map(|mark| mark.label.as_str()).collect()
}

#[test]
fn the_worst_comes_first() {
    let all = [
        failure("moves", "a", [0.0, 0.0, 900.0]),
        failure("nothing", "b", [0.0, 0.0, 0.0]),
        failure("crowds", "c", [0.0, 10.0, 20.0]),
        failure("cuts", "d", [5.0, 0.0, 0.0]),
        failure("crowds more", "e", [0.0, 11.0, 11.0]),
        failure("cuts and moves", "f", [5.0, 0.0, 1.0]),
    ];
    let chart = failures(&all, Frame::of_width(760)).unwrap();
    assert_eq!(labels(&chart), ["cuts and moves", "cuts", "crowds more", "crowds", "moves", "nothing"]);
    let values: Vec<&str> = chart.marks.iter().map(|mark| mark.value.as_str()).collect();
    assert_eq!(values[0], "5 cut off, 1 connect again within 1 min 30 s");
    assert_eq!(values[3], "10 over capacity, 20 connect again within 1 min 30 s");
    assert_eq!(values[5], "nobody notices");
}

#[test]
fn servers_that_do_the_same_are_one_row() {
    let mut all = several("Front Ends", 4, [0.0, 0.0, 250.0]);
    all.extend(several("Back-End", 3, [0.0, 0.0, 0.0]).into_iter().take(2));
    all.push(Failure { of: 3, ..failure("Back-End", "Back-End-3", [0.0, 0.0, 1_000.0]) });
    all.push(failure("Proxy", "proxy", [0.0, 0.0, 1.0]));
    let chart = failures(&all, Frame::of_width(760)).unwrap();
    assert_eq!(labels(&chart), ["Back-End 3", "Front Ends (each of 4)", "Proxy", "Back-End (2 of 3)"]);
}

#[test]
fn beyond_twelve_rows_the_rest_is_counted() {
    let mut all = Vec::new();
    for number in 0..14_u8 {
        all.extend(several(&format!("array {number}"), 2, [100.0 - f64::from(number), 0.0, 0.0]));
    }
    let chart = failures(&all, Frame::of_width(760)).unwrap();
    assert_eq!(chart.marks.len(), 12);
    assert_eq!(chart.text.lines().last(), Some("and 4 more servers with less"));
    assert!(chart.svg.contains("and 4 more servers with less"));
}

#[test]
fn held_to_a_height_the_worst_have_room_and_the_rest_is_counted() {
    let mut all = Vec::new();
    for number in 0..9_u8 {
        all.push(failure(&format!("array {number}"), "a", [0.0, 0.0, 90.0 - f64::from(number)]));
    }
    for (width, height, rows) in [(600, 400, 9), (600, 180, 5), (240, 180, 5), (240, 20, 3)] {
        let chart = failures(&all, Frame::held_to(width, height)).unwrap();
        assert!(!chart.svg.contains("\nusers\n"), "an axis that is not there has no unit");
        assert_eq!(chart.marks.len(), rows, "{width} × {height}");
        let drawn: u32 =
            chart.svg.split_once("height=\"").unwrap().1.split_once('"').unwrap().0.parse().unwrap();
        assert!(drawn <= height || rows == 3, "{drawn} instead of {height}");
        let footer = format!("and {} more servers with less", 9 - rows);
        assert_eq!(chart.text.ends_with(&footer), rows < 9, "{}", chart.text);
        assert!(chart.svg.contains("\n90\n") && chart.svg.contains("\nconnect again\n"));
        assert_eq!(chart.marks[0].value, "90 connect again within 1 min 30 s");
    }
}

#[test]
fn a_narrow_drawing_says_below_the_bar_what_a_wide_one_says_beside_it() {
    let chart = failures(&[failure("moves", "a", [0.0, 0.0, 900.0])], Frame::of_width(300)).unwrap();
    assert!(chart.svg.contains("\n900\n") && chart.svg.contains("\n900 connect again within 1 min 30 s\n"));
    let chart = failures(&[failure("idle", "a", [0.0; 3])], Frame::of_width(300)).unwrap();
    assert!(chart.svg.contains("\nnobody\n") && chart.svg.contains("\nnobody notices\n"));
}

#[test]
fn parts_differ_in_shape_and_have_a_legend() {
    let all = [failure("cuts", "a", [100.0, 0.0, 0.0]), failure("crowds", "b", [0.0, 40.0, 80.0])];
    let chart = failures(&all, Frame::of_width(760)).unwrap();
    let count = |class: &str, element: &str| {
        let lines = chart.svg.lines().filter(|line| line.starts_with(element));
        lines.filter(|line| line.contains(class)).count()
    };
    // Each once as a bar and once in the legend.
    assert_eq!(count("chart-bad chart-fill", "<rect"), 2);
    assert_eq!(count("chart-value chart-stroke", "<rect"), 2);
    assert_eq!(count("chart-risk chart-stroke", "<rect"), 2);
    assert_eq!(count("chart-risk chart-stroke", "<polyline"), 2);
    for words in ["cut off", "over capacity", "connect again"] {
        assert!(chart.svg.contains(&format!("\n{words}\n")), "“{words}” is missing");
    }
}

#[test]
fn long_names_keep_what_tells_them_apart() {
    let name = "Front Ends of a company with a name that does not fit anywhere";
    for width in [280, 600, 1_200] {
        let chart = failures(&several(name, 4, [0.0, 0.0, 250.0]), Frame::of_width(width)).unwrap();
        assert!(chart.svg.contains("(each of 4)"), "{width}: {}", chart.svg);
        assert_eq!(chart.marks[0].label, format!("{name} (each of 4)"));
    }
}

#[test]
fn without_servers_it_says_what_will_appear() {
    let chart = failures(&[], Frame::of_width(400)).unwrap();
    assert!(chart.marks.is_empty() && chart.text.contains("once the plan has servers"));
}
