//! What the drawing promises: bars as long as their nines, marks and words for each row, and nothing unescaped.

use super::*;
use crate::analysis::{Options, analyse};
use crate::catalog::Catalog;
use crate::catalog::figure::{Figure, Unit};
use crate::plan::build::PlanBuilder;

/// Rows of a real analysis with the unavailabilities and targets said.
fn rows(name: &str, figures: &[(f64, Option<f64>)]) -> Vec<WorkloadRow> {
    let plan = PlanBuilder::new()
        .standard_edition("server")
        .users_with("users", 1_000, "server", |users| users.name = name.into());
    let analysis = analyse(&plan.scenario(), &Catalog::bundled(), Options::default()).unwrap();
    let row = &analysis.workloads[0];
    let with = |(number, (unavailability, target)): (usize, &(f64, Option<f64>))| {
        let mut row = row.clone();
        row.measures.unavailability_user_weighted =
            Figure::computed("U", *unavailability, Unit::Share, "given", Vec::new());
        row.target = *target;
        row.key.population = format!("users-{number}").into();
        row
    };
    figures.iter().enumerate().map(with).collect()
}

fn drawn(figures: &[(f64, Option<f64>)]) -> Chart {
    availability(&rows("Users", figures), Frame::of_width(400)).unwrap()
}

fn attribute(element: &str, name: &str) -> Option<f64> {
    element.split_once(&format!(" {name}=\""))?.1.split_once('"')?.0.parse().ok()
}

/// Widths of the filled rectangles of a class.
fn widths(svg: &str, class: &str) -> Vec<f64> {
    let class = format!("class=\"{class} chart-fill\"");
    let bars = svg.lines().filter(|line| line.starts_with("<rect") && line.contains(&class));
    bars.map(|bar| attribute(bar, "width").unwrap()).collect()
}

#[test]
fn bars_are_as_long_as_their_nines() {
    let chart = drawn(&[(1e-1, None), (1e-3, None), (1e-6, None), (0.0, None), (1.0, None)]);
    let tracks = widths(&chart.svg, "chart-track");
    let bars = widths(&chart.svg, "chart-value");
    assert_eq!((tracks.len(), bars.len()), (5, 4), "what is never there has no bar");
    for (bar, nines) in bars.iter().zip([1.0, 3.0, 6.0, 6.0]) {
        assert!((bar - tracks[0] * nines / 6.0).abs() <= 1.0, "{bars:?} in {tracks:?}");
    }
}

#[test]
fn the_axis_grows_with_the_nines() {
    let chart = drawn(&[(1e-8, None), (1e-4, None)]);
    let bars = widths(&chart.svg, "chart-value");
    assert!((bars[0] - 2.0 * bars[1]).abs() <= 2.0, "{bars:?}");
    assert!(drawn(&[(1e-200, None)]).svg.contains("16"));
}

#[test]
fn the_axis_says_where_the_target_is_and_no_number_stands_in_its_place() {
    let words = |figures: &[(f64, Option<f64>)], width: u32| {
        let chart = availability(&rows("Users", figures), Frame::of_width(width)).unwrap();
        let axis = chart.svg.split("</text>").filter(|text| text.contains("\"middle\""));
        axis.map(|text| text.trim().lines().last().unwrap_or_default().to_string()).collect::<Vec<_>>()
    };
    let same = [(1e-4, Some(0.999)), (1e-2, Some(0.999))];
    assert_eq!(words(&same, 600), ["0", "1", "2", "target", "4", "6 nines"]);
    assert_eq!(words(&[(1e-4, Some(0.998))], 240), ["0", "1", "target", "4", "6 nines"]);
    let unlike = [(1e-4, Some(0.999)), (1e-2, Some(0.99))];
    assert_eq!(words(&unlike, 600), ["0", "1", "2", "3", "4", "6 nines"]);
}

#[test]
fn a_row_that_misses_its_target_differs_in_shape_colour_and_words() {
    let chart = drawn(&[(1e-4, Some(0.999)), (1e-2, Some(0.999))]);
    assert_eq!(widths(&chart.svg, "chart-value").len(), 1);
    assert_eq!(widths(&chart.svg, "chart-risk").len(), 1);
    assert_eq!(chart.svg.matches("class=\"chart-risk chart-stroke\"").count(), 1);
    assert_eq!(chart.svg.matches("class=\"chart-target chart-stroke\"").count(), 2);
    assert_eq!(chart.marks[0].value, "99.990 %, meets the target of 99.9 %");
    assert_eq!(chart.marks[1].value, "99.0 %, misses the target of 99.9 %");
}

#[test]
fn marks_and_words_have_every_row() {
    let chart = drawn(&[(1e-4, Some(0.999)), (0.02, None)]);
    let lines: Vec<&str> = chart.text.lines().skip(1).collect();
    assert_eq!((chart.marks.len(), lines.len()), (2, 2));
    for (index, (mark, line)) in chart.marks.iter().zip(lines).enumerate() {
        assert_eq!(line, format!("{}: {}", mark.label, mark.value));
        let names = chart.svg.split("</text>").filter(|text| text.contains("chart-text"));
        let middle = attribute(names.into_iter().nth(index * 2).unwrap(), "y").unwrap();
        assert!((mark.y + mark.height / 2.0 - middle).abs() < 1.0);
    }
    assert_eq!(chart.marks[1].label, "IM and presence, Users");
}

#[test]
fn names_are_escaped_and_style_is_never_inline() {
    let nasty = "<script>&\" fill=\"#2F6BDE\"\u{1}'";
    let figures = [(1e-3, Some(0.99)), (1e-1, Some(0.99))];
    let chart = availability(&rows(nasty, &figures), Frame::of_width(900)).unwrap();
    assert!(
        chart.svg.contains("&lt;script&gt;&amp;&quot; fill=&quot;#2F6BDE&quot;\u{FFFD}&apos;"),
        "{}",
        chart.svg
    );
    assert!(!chart.svg.contains("<script") && !chart.svg.contains("style="));
    assert!(chart.marks[0].label.contains(nasty), "marks carry the text as it is");
    for line in chart.svg.lines().filter(|line| line.starts_with('<')) {
        assert!(line.matches("class=").count() <= 1, "{line}");
    }
}

#[test]
fn long_names_end_before_the_bars() {
    let chart =
        availability(&rows(&"x".repeat(200), &[(1e-3, None), (1e-3, None)]), Frame::of_width(400)).unwrap();
    assert!(chart.svg.contains('…'));
    assert!(widths(&chart.svg, "chart-track")[0] > 100.0);
}

#[test]
fn without_rows_it_says_what_will_appear() {
    let chart = availability(&[], Frame::of_width(400)).unwrap();
    assert!(chart.marks.is_empty());
    assert!(chart.svg.contains(&chart.text) && chart.text.contains("once the plan has users"));
}

#[test]
fn the_same_rows_give_the_same_drawing() {
    let figures = [(1.546e-4, Some(0.9995)), (0.02, None)];
    assert_eq!(drawn(&figures), drawn(&figures));
}

#[test]
fn where_room_is_short_many_rows_begin_with_the_worst_and_the_rest_is_counted() {
    let figures: Vec<_> = (1..=20).map(|number| (f64::from(number) * 1e-4, None)).collect();
    let chart = availability(&rows("Users", &figures), Frame::held_to(400, 240)).unwrap();
    let said: Vec<&str> = chart.marks.iter().map(|mark| mark.value.as_str()).collect();
    assert!((3..20).contains(&said.len()), "{said:?}");
    assert_eq!(said.first(), Some(&"99.80 %"));
    let rest = format!("and {} more, none worse than these", 20 - said.len());
    assert!(chart.text.ends_with(&rest) && chart.svg.contains(&rest), "{}", chart.text);

    let few = availability(&rows("Users", &figures[..4]), Frame::held_to(400, 240)).unwrap();
    assert_eq!(few.marks.first().map(|mark| mark.value.as_str()), Some("99.990 %"), "in the plan's order");
}
