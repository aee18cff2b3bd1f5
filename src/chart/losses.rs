//! Where the users' minutes go: what a user loses in a year, by cause, for all users and for each workload.

#[cfg(test)]
mod tests;

use super::bars::{Bar, Bars, Part, draw};
use super::label::{Label, label};
use super::palette::Ink;
use super::scale::{round_span, ticks};
use super::sheet::Fill;
use super::time::{duration, short_duration};
use super::{Chart, ChartError, empty, in_words, readable};
use crate::analysis::{Headline, Losses, WorkloadRow};

/// What stands in place of the chart while there are no rows.
const NOTHING: &str = "What a user loses in a year, by cause, appears here once the plan has users.";

/// The causes in the order of their parts, each with its figure.
const CAUSES: [(Fill, &str); 4] = [
    (Fill::Solid(Ink::Bad), "outage"),
    (Fill::Hatched(Ink::Risk), "over capacity"),
    (Fill::Hollow(Ink::Value), "reconnecting"),
    (Fill::Lined(Ink::Planned), "planned work"),
];

/// Minutes lost by a user in a year, as stacked bars: first the headline, then every row of the table of workloads.
///
/// # Errors
/// [`ChartError`] where the drawing cannot be written.
pub fn losses(headline: Option<&Headline>, rows: &[WorkloadRow], width: u32) -> Result<Chart, ChartError> {
    let width = readable(width);
    let all = headline.map(|headline| bar(all_users(), &headline.measures.losses));
    let bars: Vec<Bar> =
        all.into_iter().chain(rows.iter().map(|row| bar(label(row, rows), &row.measures.losses))).collect();
    if bars.is_empty() {
        return empty(NOTHING, width);
    }
    let ends = bars.iter().flat_map(|bar| &bar.parts).map(|part| part.to);
    let most = ends.fold(0.0, f64::max);
    let chart = Bars {
        rows: &bars,
        legend: &CAUSES,
        most,
        ticks: &|count| {
            let spans = ticks(most, round_span(most, count));
            spans
                .into_iter()
                .map(|span| (span, if span > 0.0 { duration(span) } else { "0".into() }))
                .collect()
        },
        unit: "a user, a year",
        footer: "",
    };
    let (svg, marks) = draw(&chart, width)?;
    Ok(in_words("Lost by a user in a year", svg, marks))
}

/// The headline's name.
fn all_users() -> Label {
    Label { head: "All users, IM and presence".into(), tail: String::new() }
}

fn bar(label: Label, losses: &Losses) -> Bar {
    let figures = [&losses.outage, &losses.over_capacity, &losses.reconnect, &losses.planned];
    let (mut parts, mut details, mut from) = (Vec::new(), Vec::new(), 0.0);
    for ((fill, cause), figure) in CAUSES.into_iter().zip(figures) {
        let to = from + figure.value;
        parts.push(Part { from, to, fill });
        if figure.value > 0.0 {
            details.push(format!("{cause} {}", duration(figure.value)));
        }
        from = to;
    }
    let total = duration(losses.total.value);
    let words = if details.is_empty() { total } else { format!("{total}: {}", details.join(", ")) };
    Bar { label, value: short_duration(losses.total.value), parts, details, words }
}
