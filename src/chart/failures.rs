//! What the death of one server does to the users, the worst first.

#[cfg(test)]
mod tests;

use super::bars::{Bar, Bars, Part, draw};
use super::label::Label;
use super::number::{grouped, users};
use super::palette::Ink;
use super::scale::{round_step, ticks};
use super::sheet::Fill;
use super::time::duration;
use super::{Chart, ChartError, Frame, empty};
use crate::analysis::{Failure, Impact};

/// What stands in place of the chart while there are no servers.
const NOTHING: &str = "What happens when a server dies appears here once the plan has servers and users.";

/// Width from which a value says what it counts; below that only the legend and what lies behind the value do.
const WIDE: u32 = 480;

/// Rows at the most.
const MOST_ROWS: usize = 12;

const CUT_OFF: Fill = Fill::Solid(Ink::Bad);
const OVER_CAPACITY: Fill = Fill::Hatched(Ink::Risk);
const RECONNECTING: Fill = Fill::Hollow(Ink::Value);

/// Users below which nobody is meant.
const NOBODY: f64 = 0.05;

/// Servers of one component whose failure does the same.
struct Alike<'a> {
    failure: &'a Failure,
    count: usize,
}

/// The failures of single servers, as bars of the users who are cut off, over capacity and reconnecting. Servers of one
/// component whose failure does the same are one row; beyond twelve rows the lesser ones are but counted.
///
/// # Errors
/// [`ChartError`] where the drawing cannot be written.
pub fn failures(failures: &[Failure], frame: Frame) -> Result<Chart, ChartError> {
    if failures.is_empty() {
        return empty(NOTHING, frame);
    }
    let rows = ranked(failures);
    let terse = frame.height.is_some() || frame.width < WIDE;
    let bars: Vec<Bar> = rows.iter().map(|row| bar(row, terse)).collect();
    let ends = bars.iter().flat_map(|bar| &bar.parts).map(|part| part.to);
    let most = ends.fold(0.0, f64::max);
    let chart = Bars {
        title: "When one server dies",
        rows: &bars,
        legend: &[(CUT_OFF, "cut off"), (OVER_CAPACITY, "over capacity"), (RECONNECTING, "connect again")],
        most,
        ticks: &|count| {
            // The values stand beside the bars.
            if frame.height.is_some() {
                return Vec::new();
            }
            let step = round_step(most, count).max(1.0);
            ticks(most, step).into_iter().map(|number| (number, grouped(number))).collect()
        },
        unit: "users",
        rest: Some((MOST_ROWS, &|shown| footer(rows.get(shown..).unwrap_or_default()))),
    };
    draw(&chart, frame)
}

/// Users cut off, over capacity, reconnecting.
fn hit(impact: &Impact) -> [f64; 3] {
    [&impact.users_cut_off, &impact.users_over_capacity, &impact.users_reconnecting]
        .map(|figure| figure.value)
}

/// By what failures are ranked: by who is hit, then by what is degraded for whomever.
fn weight(impact: &Impact) -> [f64; 4] {
    let [cut_off, over_capacity, reconnecting] = hit(impact);
    let degraded = u32::try_from(impact.workloads_degraded.len()).unwrap_or(u32::MAX);
    [cut_off, over_capacity, reconnecting, f64::from(degraded)]
}

/// Like servers together, by who is cut off, then who is over capacity, then who reconnects, then what is degraded; then in the plan's
/// order.
fn ranked(failures: &[Failure]) -> Vec<Alike<'_>> {
    let mut rows: Vec<Alike<'_>> = Vec::new();
    for failure in failures {
        let same = |row: &&mut Alike<'_>| {
            row.failure.component == failure.component && alike(&row.failure.impact, &failure.impact)
        };
        if let Some(row) = rows.iter_mut().find(same) {
            row.count += 1;
            continue;
        }
        let worse = |row: &Alike<'_>| {
            let mut pairs = weight(&row.failure.impact).into_iter().zip(weight(&failure.impact));
            let unlike = pairs.find(|(a, b)| (a - b).abs() > NOBODY);
            unlike.is_none_or(|(row, new)| row > new)
        };
        let place = rows.iter().position(|row| !worse(row)).unwrap_or(rows.len());
        rows.insert(place, Alike { failure, count: 1 });
    }
    rows
}

fn alike(a: &Impact, b: &Impact) -> bool {
    let same = |(a, b): (f64, f64)| (a - b).abs() <= 1e-6 * (1.0 + a.abs());
    let times = (a.reconnect_time.value, b.reconnect_time.value);
    weight(a).into_iter().zip(weight(b)).chain([times]).all(same)
}

/// A row; terse, its value is a number of which only the legend says what it counts.
fn bar(row: &Alike<'_>, terse: bool) -> Bar {
    let impact = &row.failure.impact;
    let [cut_off, over_capacity, reconnecting] =
        hit(impact).map(|users| if users < NOBODY { 0.0 } else { users });
    let parts = vec![
        Part { from: 0.0, to: cut_off, fill: CUT_OFF },
        // Those over capacity are among those who have to connect again.
        Part { from: cut_off, to: cut_off + reconnecting, fill: RECONNECTING },
        Part { from: cut_off, to: cut_off + over_capacity, fill: OVER_CAPACITY },
    ];
    let after = duration(impact.reconnect_time.value / 60.0);
    let mut said: Vec<String> = Vec::new();
    let mut value = None;
    for (number, what) in
        [(cut_off, " cut off"), (over_capacity, " over capacity"), (reconnecting, " connect again")]
    {
        if number > 0.0 {
            let number = users(number);
            said.push(format!("{number}{what}"));
            value.get_or_insert(number);
        }
    }
    let value = match value {
        Some(number) if terse => number,
        None if terse => if impact.workloads_degraded.is_empty() { "nobody" } else { "degraded" }.into(),
        Some(_) => said.first().cloned().unwrap_or_default(),
        None => degraded(impact),
    };
    match said.last_mut() {
        Some(last) if reconnecting > 0.0 => {
            last.push_str(" within ");
            last.push_str(&after);
        }
        Some(_) => {}
        None => said.push(degraded(impact)),
    }
    let words = said.join(", ");
    let details = if terse || said.len() > 1 { said } else { Vec::new() };
    Bar { label: label(row), value, parts, target: None, details, words }
}

/// What is degraded where all users go on.
fn degraded(impact: &Impact) -> String {
    let mut workloads: Vec<&str> = Vec::new();
    for row in &impact.workloads_degraded {
        let name = row.workload.name();
        if !workloads.contains(&name) {
            workloads.push(name);
        }
    }
    if workloads.is_empty() { "nobody notices".into() } else { format!("{} degraded", workloads.join(", ")) }
}

/// The component's name, and which of its servers where it has several.
fn label(row: &Alike<'_>) -> Label {
    let servers = row.failure.of;
    let tail = match row.count {
        1 if servers == 1 => String::new(),
        1 => format!(" {}", row.failure.number),
        count if count == servers => format!(" (each of {servers})"),
        count => format!(" ({count} of {servers})"),
    };
    Label { head: row.failure.component_name.clone(), tail }
}

/// What is not shown.
fn footer(rest: &[Alike<'_>]) -> String {
    match rest.iter().map(|row| row.count).sum::<usize>() {
        0 => String::new(),
        1 => "and 1 more server with less".into(),
        servers => format!("and {servers} more servers with less"),
    }
}
