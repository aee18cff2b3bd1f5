//! Availability by workload, in nines against the target.

#[cfg(test)]
mod tests;

use super::bars::{Bar, Bars, Part, draw};
use super::label::label;
use super::nines::{nines, percent, target};
use super::palette::Ink;
use super::sheet::Fill;
use super::{Chart, ChartError, Frame, empty};
use crate::analysis::WorkloadRow;

/// What stands in place of the chart while there are no rows.
const NOTHING: &str = "Availability by workload appears here once the plan has users.";

/// Nines on the axis at least and at the most.
const NINES: (f64, f64) = (6.0, 16.0);

/// Share of the room for a number in which the target has its word and nothing else has one.
const NEAR: f64 = 0.45;

/// Up to so many rows stand in the plan's order where room is short; of more the worst come first, since some may have no room.
const SHORT: usize = 8;

/// The share of the users' time that each workload is there for them, as bars that are one nine longer for every
/// tenfold fewer losses, with a tick at each target.
///
/// # Errors
/// [`ChartError`] where the drawing cannot be written.
pub fn availability(rows: &[WorkloadRow], frame: Frame) -> Result<Chart, ChartError> {
    if rows.is_empty() {
        return empty(NOTHING, frame);
    }
    let (mut reached, mut targets) = (0.0_f64, Vec::new());
    for row in rows {
        for nines in [Some(own_nines(row)), target_nines(row)].into_iter().flatten() {
            reached = reached.max(if nines.is_finite() { nines } else { 0.0 });
        }
        targets.extend(target_nines(row));
    }
    let top = reached.ceil().clamp(NINES.0, NINES.1);
    let mut ranked: Vec<&WorkloadRow> = rows.iter().collect();
    let is_ranked = frame.height.is_some() && rows.len() > SHORT;
    if is_ranked {
        ranked.sort_by(|a, b| own_nines(a).total_cmp(&own_nines(b)));
    }
    let bars: Vec<Bar> = ranked.iter().map(|row| bar(row, rows, top)).collect();
    let footer = |shown: usize| match rows.len().saturating_sub(shown) {
        0 => String::new(),
        1 => "and 1 more, no worse than these".into(),
        more => format!("and {more} more, none worse than these"),
    };
    let chart = Bars {
        title: "Availability by workload",
        rows: &bars,
        legend: &[],
        most: top,
        ticks: &|count| axis(top, &targets, NEAR * top / count),
        unit: "",
        rest: is_ranked.then_some((usize::MAX, &footer)),
    };
    draw(&chart, frame)
}

/// Length of a row's bar.
fn own_nines(row: &WorkloadRow) -> f64 {
    nines(row.measures.unavailability_user_weighted.value)
}

/// Place of its target.
fn target_nines(row: &WorkloadRow) -> Option<f64> {
    row.target.map(|target| nines(1.0 - target))
}

/// The nines, the last one with its unit, and where they are all the same the target.
fn axis(top: f64, targets: &[f64], room: f64) -> Vec<(f64, String)> {
    let target = targets.first().filter(|first| targets.iter().all(|other| (other - **first).abs() < 1e-9));
    let mut marks = Vec::new();
    let mut nine = 0.0;
    while nine <= top {
        let near = target.is_some_and(|target| (nine - target).abs() < room);
        let words = match top - nine {
            left if left < 0.5 => format!("{nine:.0} nines"),
            left if left < 1.5 || near => String::new(),
            _ => format!("{nine:.0}"),
        };
        marks.push((nine, words));
        nine += 1.0;
    }
    if let Some(target) = target {
        let place = marks.iter().position(|(nine, _)| nine > target).unwrap_or(marks.len());
        marks.insert(place, (*target, "target".into()));
    }
    marks
}

fn bar(row: &WorkloadRow, rows: &[WorkloadRow], top: f64) -> Bar {
    let unavailability = row.measures.unavailability_user_weighted.value;
    let reached = own_nines(row);
    let misses = row.target.is_some_and(|target| unavailability > 1.0 - target);
    let ink = if misses { Ink::Risk } else { Ink::Value };
    let mut parts = vec![
        Part { from: 0.0, to: top, fill: Fill::Solid(Ink::Track) },
        Part { from: 0.0, to: reached, fill: Fill::Solid(ink) },
    ];
    if let Some(target) = target_nines(row).filter(|_| misses) {
        // What is missing has an outline, so that it shows without colour.
        parts.push(Part { from: reached, to: target, fill: Fill::Hollow(ink) });
    }
    let value = percent(unavailability);
    let words = row.target.map_or_else(
        || value.clone(),
        |wanted| {
            let verb = if misses { "misses" } else { "meets" };
            format!("{value}, {verb} the target of {}", target(wanted))
        },
    );
    Bar { label: label(row, rows), value, parts, target: target_nines(row), details: Vec::new(), words }
}
