//! What the page shows of simulated years, as markup: it is the worker's, so that it does not make the page's program larger.

use std::rc::Rc;

use crate::analysis::{SimulatedMean, YearFigures};
use crate::catalog::figure::{Figure, Unit};
use crate::chart::nines::{said, target};
use crate::chart::number::{grouped, short};
use crate::chart::time::duration;
use crate::chart::{self, Frame};
use crate::compute::errand::Years;
use crate::decimal::{fixed, with_exponent};
use crate::exchange::number::Number;
use crate::panel::NamedNumber;
use crate::reliability::{ConfidenceInterval as Interval, Progress};

/// How many years can be asked for.
const CHOICES: [u32; 3] = [1_000, 10_000, 100_000];

const ABOUT: &str = "The figures above are long-run means. What single years look like follows from a simulation of this plan: how much a user loses in a usual and in a bad year, how long the longest outage lasts, how likely a year meets the target.";
const NO_USERS: &str = "What single years look like is shown here: how much a user loses in a usual and in a bad year, how long the longest outage lasts, how likely a year meets the target. Add users to see it.";
pub(super) const DROPPED: &str = "The plan was changed, so the simulation of the plan before was dropped.";
pub(super) const CANCELLED_AT_ONCE: &str = "Cancelled before the first year was over.";
const STALE: &str = "The plan has changed since: these are years of the plan before.";

/// Before a simulation, with what became of one that there was.
pub(super) fn idle(has_users: bool, years: u32, status: &str) -> Years {
    let about = if has_users { ABOUT } else { NO_USERS };
    Years {
        button: if has_users { "Simulate".into() } else { String::new() },
        bar: if has_users { choice(years) } else { String::new() },
        status: status.into(),
        body: format!("<p class=\"empty\">{about}</p>"),
        ..Years::default()
    }
}

/// A plan that cannot be simulated.
pub(super) fn problem(problem: &str) -> Years {
    let body = format!("<p class=\"empty bad\">✕ {}</p>", chart::escaped(problem));
    Years { body, ..Years::default() }
}

/// A simulation under way.
pub(super) fn running(progress: Progress) -> Years {
    let (done, years) = (count(progress.years_done), count(progress.years));
    let bar = format!(
        "<progress max=\"{}\" value=\"{}\" aria-label=\"Years simulated\"></progress><span class=\"plain\">{done} of {years} years</span>",
        progress.years, progress.years_done,
    );
    let body = "<p class=\"empty\">How the years differ appears here once they are simulated.</p>".into();
    Years {
        goes_on: true,
        button: "Cancel".into(),
        bar,
        status: "Simulating…".into(),
        body,
        ..Years::default()
    }
}

/// What was simulated.
pub(super) fn result(figures: &YearFigures, frame: Frame, is_stale: bool) -> Years {
    let done = grouped(f64::from(figures.years));
    let status = if is_stale {
        STALE.into()
    } else if figures.years < figures.years_wanted {
        format!("Cancelled: these are the {done} years simulated by then.")
    } else {
        let meets = chance(figures.chance.value);
        format!(
            "{done} years simulated. A year meets {} with a chance of {meets}.",
            target(figures.target.value)
        )
    };
    let chart = match chart::years(figures, frame) {
        Ok(chart) => {
            let title = chart.text.lines().next().unwrap_or_default().trim_end_matches(':');
            format!(
                "<figure class=\"chart\" data-chart=\"years\"><div aria-hidden=\"true\">{}</div>{}<figcaption class=\"hidden\">{}</figcaption></figure>",
                chart.svg,
                chart.hits(title),
                chart::escaped(&chart.text),
            )
        }
        Err(error) => format!("<p class=\"empty bad\">✕ {}</p>", chart::escaped(&error.to_string())),
    };
    let body = format!("<div class=\"years-body\"><div>{chart}</div>{}</div>", table(figures));
    Years {
        is_stale,
        button: "Simulate again".into(),
        bar: choice(figures.years_wanted),
        status,
        body,
        figures: numbers(figures),
        ..Years::default()
    }
}

/// The figures by the names that their buttons have.
fn numbers(figures: &YearFigures) -> Vec<NamedNumber> {
    let figures = figures.all().into_iter().enumerate();
    figures
        .map(|(place, figure)| NamedNumber { id: format!("years.{place}"), number: Number::from(figure) })
        .collect()
}

/// The choice of how many years, which the page reads when it begins.
fn choice(chosen: u32) -> String {
    let options = CHOICES.map(|years| {
        let selected = if years == chosen { " selected" } else { "" };
        format!("<option value=\"{years}\"{selected}>{} years</option>", grouped(f64::from(years)))
    });
    format!(
        "<select class=\"choice\" id=\"years-count\" aria-label=\"How many years\">{}</select>",
        options.concat()
    )
}

fn table(figures: &YearFigures) -> String {
    let shown = Shown(figures);
    let Interval { low, high } = figures.chance_interval;
    let rows = [
        (
            format!("A year meets {}", target(figures.target.value)),
            shown.said(&figures.chance),
            format!("{} to {}", chance(low), chance(high)),
        ),
        ("A user loses, mean".into(), shown.said(&figures.lost.mean), shown.beside(&figures.lost)),
        ("Outages, mean".into(), shown.said(&figures.outages.mean), shown.beside(&figures.outages)),
        ("No outage at all".into(), shown.said(&figures.no_outage), String::new()),
    ];
    let rows = rows.map(|(name, value, beside)| {
        format!("<tr><th scope=\"row\">{name}</th><td class=\"number\">{value}</td><td class=\"who\" colspan=\"2\">{beside}</td></tr>")
    });
    let spreads = [
        ("A user loses", [&figures.median, &figures.bad_year, &figures.worst]),
        ("Longest outage", [&figures.longest_median, &figures.longest_bad, &figures.longest_worst]),
    ];
    let spreads = spreads.map(|(name, cells)| {
        let cells = cells.map(|figure| format!("<td class=\"number\">{}</td>", shown.said(figure)));
        format!("<tr><th scope=\"row\">{name}</th>{}</tr>", cells.concat())
    });
    let heads = ["half", "19 of 20", "all seen"];
    let heads = heads.map(|head| format!("<th scope=\"col\" class=\"number\">{head}</th>")).concat();
    format!(
        "<div><table class=\"figures\"><tbody>{}</tbody><tbody><tr class=\"spread\"><th scope=\"col\">In so many years, at most</th>{heads}</tr>{}</tbody></table><p class=\"about\"><span class=\"mark derived\">derived</span> by simulation, seed {}; ranges of {} % confidence. An outage: nobody at all is served. Connecting again, {} a year in the long run, is left out here and taken off what is allowed.</p></div>",
        rows.concat(),
        spreads.concat(),
        figures.seed,
        fixed(100.0 * figures.confidence, 0),
        duration(figures.reconnecting.value),
    )
}

/// The figures that can be looked up.
struct Shown<'a>(&'a YearFigures);

impl Shown<'_> {
    /// A figure that opens its derivation.
    fn said(&self, figure: &Rc<Figure>) -> String {
        let place = self.0.all().iter().position(|known| Rc::ptr_eq(known, figure)).unwrap_or(0);
        format!(
            "<button type=\"button\" class=\"figure\" data-figure=\"years.{place}\" data-told=\"\" data-value=\"{}\" title=\"Click to see where it comes from\">{}</button>",
            with_exponent(figure.value),
            words(figure.value, figure.unit),
        )
    }

    /// How far a simulated mean is certain, and the exact figure with whether the two agree.
    fn beside(&self, mean: &SimulatedMean) -> String {
        let (exact, unit) = (self.said(&mean.exact), mean.exact.unit);
        let Some(Interval { low, high }) = mean.interval else { return format!("exact {exact}") };
        let sign = if mean.agrees() == Some(true) {
            "<span class=\"ok\">✓</span>"
        } else {
            "<span class=\"risk\">▲ outside</span>"
        };
        format!("± {}, exact {exact} {sign}", words((high - low) / 2.0, unit))
    }
}

fn words(value: f64, unit: Unit) -> String {
    match unit {
        Unit::PerYear => short(value),
        Unit::Share => chance(value),
        _ => duration(value),
    }
}

/// A chance in per cent, with digits as for an availability: only what never failed to happen is certain.
fn chance(share: f64) -> String {
    said(1.0 - share, 4)
}

#[allow(clippy::cast_precision_loss, reason = "a count of years")]
fn count(years: usize) -> String {
    grouped(years as f64)
}
