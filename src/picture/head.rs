//! Title and headline figures above the drawing.

use super::shape::{rect, said, sound};
use super::{Colours, Drawing, text};
use crate::analysis::{Analysis, Headline};
use crate::chart::nines::{availability, target};
use crate::chart::number::{grouped, users};
use crate::chart::time::duration;
use crate::panel::{Element, SEVERITIES, Weight, element};
use crate::rules::Severity;

/// Height of title and figures together.
pub(super) const HEIGHT: f64 = 140.0;
/// Where they begin, from the left border.
const LEFT: f64 = 24.0;
const TITLE_SIZE: f64 = 22.0;
/// The least width of a figure with its words.
const CELL: f64 = 172.0;

/// A figure of the headline.
#[derive(Debug, Clone, PartialEq)]
pub struct Cell {
    /// What it is.
    pub label: &'static str,
    /// The figure with its unit.
    pub value: String,
    /// What stands beside it.
    pub beside: String,
    /// What stands below it.
    pub below: String,
    /// `ok`, `risk`, `bad`, or nothing.
    pub state: &'static str,
}

/// Title and figures on a ground of their own.
pub(super) fn head(drawing: &Drawing<'_>) -> Element {
    let colours = drawing.colours;
    let (group, width) = drawing.margin(drawing.place.origin.y - HEIGHT * drawing.scale);
    let name = text::cut(&drawing.title(), TITLE_SIZE, width - 2.0 * LEFT);
    let cells = drawing.cells();
    let count = cells.len().clamp(1, 5);
    #[allow(clippy::cast_precision_loss, reason = "five at the most")]
    let step = ((width - 2.0 * LEFT) / count as f64).clamp(CELL, 280.0);
    let room = width - 2.0 * LEFT;
    let mut at = 0.0;
    let placed = cells.iter().map_while(|cell| {
        let place = at;
        at += step;
        (at <= room + 1.0).then(|| figure(cell, LEFT + place, step - 16.0, colours))
    });
    group
        .with(rect((0.0, 0.0), (width, HEIGHT), 0.0).set("fill", colours.surface))
        .with(rect((0.0, HEIGHT - 1.0), (width, 1.0), 0.0).set("fill", colours.line))
        .with(said(LEFT, 42.0, (TITLE_SIZE, colours.ink), true, &name))
        .all(placed)
}

/// The headline in words, for those who do not see it.
pub(super) fn words(drawing: &Drawing<'_>) -> String {
    let cells = drawing.cells();
    let said = cells.iter().map(|cell| {
        let parts = [cell.value.as_str(), &cell.beside, &cell.below];
        let parts: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
        format!("{}: {}.", cell.label, parts.join(", "))
    });
    sound(&said.collect::<Vec<_>>().join(" "))
}

fn figure(cell: &Cell, x: f64, room: f64, colours: &Colours) -> Element {
    let colour = |plain| match cell.state {
        "ok" => colours.ok,
        "risk" => colours.risk,
        "bad" => colours.bad,
        _ => plain,
    };
    let wide = text::width(&cell.value, 20.0) + 10.0;
    let beside = (!cell.beside.is_empty()).then(|| {
        said(x + wide, 99.0, (12.0, colours.ink_2), false, &text::cut(&cell.beside, 12.0, room - wide))
    });
    element("g")
        .with(said(x, 76.0, (12.0, colours.ink_2), false, cell.label))
        .with(said(x, 99.0, (19.0, colour(colours.ink)), true, &cell.value))
        .with(beside)
        .with(said(x, 118.0, (11.5, colours.ink_3), false, &text::cut(&cell.below, 11.5, room)))
}

impl Drawing<'_> {
    /// The plan's name, with its scenario's where there are several.
    fn title(&self) -> String {
        let name = &self.document.name;
        if self.document.scenarios.len() > 1 {
            format!("{name} · {}", self.asked.scenario.name)
        } else {
            name.clone()
        }
    }

    fn cells(&self) -> Vec<Cell> {
        cells(self.asked)
    }
}

/// The headline figures of a plan; the first says why there are none.
pub fn cells(asked: &crate::panel::Asked<'_>) -> Vec<Cell> {
    let mut cells = match asked.analysis() {
        Ok(analysis) => match &analysis.headline {
            Some(headline) => of_headline(analysis, headline),
            None => vec![plain("Availability, user-weighted", "–", "no users yet")],
        },
        Err(error) => vec![plain("Availability, user-weighted", "–", &error.to_string())],
    };
    cells.push(supported(asked));
    cells
}

fn plain(label: &'static str, value: &str, below: &str) -> Cell {
    Cell { label, value: value.into(), beside: String::new(), below: below.into(), state: "" }
}

fn of_headline(analysis: &Analysis, headline: &Headline) -> Vec<Cell> {
    let measures = &headline.measures;
    let lost = measures.unavailability_user_weighted.value;
    let hypothetical = analysis.notes.iter().any(|note| note.hypothetical);
    let (below, state) = match headline.target {
        _ if hypothetical => ("▲ hypothetical, see findings".to_owned(), "risk"),
        None => ("long-run mean of IM and presence".into(), ""),
        Some(wanted) if lost <= 1.0 - wanted => (format!("▲ meets target {}", target(wanted)), "ok"),
        Some(wanted) => (format!("▼ below target {}", target(wanted)), "bad"),
    };
    let available = Cell { state, ..plain("Availability, user-weighted", &availability(lost), &below) };
    let nobody = format!("nobody served: {}", duration(measures.down_time().value));
    let down = Cell {
        beside: "a year".into(),
        ..plain("Downtime per user", &duration(measures.losses.total.value), &nobody)
    };
    let (demand, room) = (measures.demand_users.value, measures.capacity_users.value);
    let (fit, state) = if demand > room {
        (format!("▼ {} too many", users(demand - room)), "bad")
    } else {
        ("▲ they fit".into(), "")
    };
    let fit = format!("{fit}, room for {}", users(room));
    let fit = Cell { state, ..plain("Users connected", &users(demand), &fit) };
    let mut cells = vec![available, down, fit];
    cells.extend(lose_one(analysis, demand, room));
    cells
}

fn lose_one(analysis: &Analysis, demand: f64, room: f64) -> Option<Cell> {
    let worst = analysis.worst_failure()?;
    let singles = match analysis.single_points().value {
        count if count < 0.5 => "no single point of failure".to_owned(),
        count if count < 1.5 => "1 single point of failure".into(),
        count => format!("{} single points of failure", grouped(count)),
    };
    let lost = worst.unserved().value;
    Some(if lost < 0.5 {
        let value = format!("still {}", users(demand.min(room)));
        Cell { state: "ok", beside: "users".into(), ..plain("Lose any one server", &value, &singles) }
    } else {
        Cell {
            state: "bad",
            beside: "not served".into(),
            ..plain("Lose any one server", &users(lost), &singles)
        }
    })
}

fn supported(asked: &crate::panel::Asked<'_>) -> Cell {
    let count = |severity| asked.findings.iter().filter(|finding| finding.severity == severity).count();
    let said = SEVERITIES.map(|severity| (severity, count(severity)));
    let parts: Vec<String> = said
        .iter()
        .filter(|(_, count)| *count > 0)
        .map(|(severity, count)| Weight::of(*severity).count(*count))
        .collect();
    let state = match said.iter().find(|(_, count)| *count > 0) {
        None => "ok",
        Some((Severity::Error, _)) => "bad",
        Some((Severity::Warning, _)) => "risk",
        Some((Severity::Info, _)) => "",
    };
    match parts.split_first() {
        None => Cell { state, ..plain("Supported", "✓ no findings", "all rules were checked") },
        Some((first, rest)) => {
            let sign =
                said.iter().find(|(_, count)| *count > 0).map_or("", |(worst, _)| Weight::of(*worst).sign);
            Cell { state, ..plain("Supported", &format!("{sign} {first}"), &rest.join(", ")) }
        }
    }
}
