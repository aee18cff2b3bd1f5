//! Stacked bars from left to right, one for each row: a legend, names, bars, values, what lies behind them, and an axis.

use super::label::Label;
use super::metrics;
use super::palette::Ink;
use super::sheet::{Area, Drawn, FONT, Fill, SMALL, Sheet, Side, drawn, pixels};
use super::{ChartError, HitArea};

/// Heights of a bar with its name, of a line of what lies behind it and of the space below these lines, of the axis, and of a
/// line of the legend.
const ROW: i32 = 28;
const DETAIL: i32 = 15;
const REST: i32 = 6;

/// Height of names above their bars, where the bars would have less than this room beside them.
const NAME: i32 = 16;
const LEAST_BARS: f64 = 160.0;
const AXIS: i32 = 20;
const LEGEND: i32 = 20;

/// Height of a bar, and width and height of its sample in the legend.
const BAR: i32 = 12;
const SAMPLE: (i32, i32) = (14, 10);

/// Space between columns, and between the entries of the legend.
const GAP: f64 = 10.0;
const APART: f64 = 18.0;

/// Share of the width that names may take, and room beyond the table's widths for the reader's own font.
const NAMES_AT_MOST: f64 = 0.42;
pub(super) const ROOM: f64 = 1.16;

/// Least room right of the names in which what lies behind a bar stands there and not below the name.
const DETAIL_ROOM: f64 = 340.0;

/// What stands between two things that lie behind a bar.
const BETWEEN: &str = " · ";

/// A part of a bar.
pub(super) struct Part {
    pub from: f64,
    pub to: f64,
    pub fill: Fill,
}

/// A row.
pub(super) struct Bar {
    pub label: Label,
    /// The value, beside the bar.
    pub value: String,
    /// What makes up the bar, later parts over earlier ones.
    pub parts: Vec<Part>,
    /// What lies behind the value, below the bar.
    pub details: Vec<String>,
    /// The value and what lies behind it, in words.
    pub words: String,
}

/// A chart of bars.
pub(super) struct Bars<'a> {
    pub rows: &'a [Bar],
    /// What the fills stand for; those that occur are shown.
    pub legend: &'a [(Fill, &'static str)],
    /// How long the longest bar is.
    pub most: f64,
    /// At most so many round numbers for the axis, with their words.
    pub ticks: &'a dyn Fn(f64) -> Vec<(f64, String)>,
    /// What the axis counts.
    pub unit: &'static str,
    /// A line below, such as what is left out; may be empty.
    pub footer: &'a str,
}

/// The widths by which names, bars and values stand beside each other.
pub(super) struct Columns {
    /// Room for names.
    pub names: f64,
    /// Where bars begin and where they end at the most.
    pub bars: i32,
    pub bars_end: i32,
    /// The right edge.
    pub end: i32,
    /// Height of names above their bars; none where they stand side by side.
    above: i32,
}

impl Columns {
    pub fn of(names: &[&Label], values: &[&str], width: u32) -> Self {
        let width = f64::from(width);
        let names = names.iter().map(|name| name.width()).fold(0.0, f64::max).min(width * NAMES_AT_MOST);
        let values = values.iter().map(|value| metrics::width(value, FONT) * ROOM).fold(0.0, f64::max);
        let bars = (names + GAP).ceil();
        let bars_end = (width - values - GAP).floor().max(bars + 1.0);
        Self { names, bars: pixels(bars), bars_end: pixels(bars_end), end: pixels(width), above: 0 }
    }

    /// The same where names and values may stand above the bars, which they do where there is little room.
    fn or_above(names: &[&Label], values: &[&str], width: u32) -> Self {
        let side_by_side = Self::of(names, values, width);
        if f64::from(side_by_side.bars_end - side_by_side.bars) >= LEAST_BARS {
            return side_by_side;
        }
        let longest = values.iter().map(|value| metrics::width(value, FONT) * ROOM).fold(0.0, f64::max);
        let end = side_by_side.end;
        Self { names: f64::from(end) - longest - GAP, bars: 0, bars_end: end, end, above: NAME }
    }

    fn row_height(&self, details: &[String]) -> i32 {
        let lines = i32::try_from(details.len()).unwrap_or(0);
        self.above + ROW + lines * DETAIL + if lines > 0 { REST } else { 0 }
    }
}

/// The drawing and its hit areas.
pub(super) fn draw(chart: &Bars<'_>, width: u32) -> Result<(String, Vec<HitArea>), ChartError> {
    let names: Vec<&Label> = chart.rows.iter().map(|bar| &bar.label).collect();
    let values: Vec<&str> = chart.rows.iter().map(|bar| bar.value.as_str()).collect();
    let columns = Columns::or_above(&names, &values, width);
    let room = f64::from(columns.end - columns.bars);
    let (indent, room) = if room >= DETAIL_ROOM { (columns.bars, room) } else { (0, f64::from(columns.end)) };
    let details: Vec<Vec<String>> = chart.rows.iter().map(|bar| wrapped(&bar.details, room / ROOM)).collect();
    let legend = legend(chart, f64::from(width));
    let mut tops = Vec::new();
    let mut bottom = legend.last().map_or(0, |entry| entry.line + 1) * LEGEND;
    for lines in &details {
        tops.push(bottom);
        bottom += columns.row_height(lines);
    }
    let footer = if chart.footer.is_empty() { 0 } else { ROW };
    let height = u32::try_from(bottom + AXIS + footer).unwrap_or(1);
    let svg = drawn(width, height, &|sheet| {
        for entry in &legend {
            draw_entry(sheet, entry)?;
        }
        draw_axis(sheet, chart, &columns, &tops, bottom)?;
        for ((bar, top), lines) in chart.rows.iter().zip(&tops).zip(&details) {
            draw_bar(sheet, chart, bar, &columns, *top)?;
            let mut middle = top + columns.above + ROW + DETAIL / 2 - 3;
            for line in lines {
                sheet.words(line, SMALL, Ink::Quiet, Side::Left, (indent, middle))?;
                middle += DETAIL;
            }
        }
        let footer = metrics::fitted(chart.footer, SMALL, f64::from(width) / ROOM);
        sheet.words(&footer, SMALL, Ink::Quiet, Side::Left, (0, bottom + AXIS + ROW / 2))
    })?;
    let marks = chart.rows.iter().zip(&tops).zip(&details);
    let marks = marks.map(|((bar, top), lines)| HitArea {
        x: 0.0,
        y: f64::from(*top),
        width: f64::from(width),
        height: f64::from(columns.row_height(lines)),
        label: bar.label.full(),
        value: bar.words.clone(),
    });
    Ok((svg, marks.collect()))
}

/// An entry of the legend at its place.
struct Entry {
    fill: Fill,
    words: &'static str,
    x: i32,
    line: i32,
}

fn legend(chart: &Bars<'_>, width: f64) -> Vec<Entry> {
    let mut entries = Vec::new();
    let (mut x, mut line) = (0.0, 0);
    for &(fill, words) in chart.legend {
        let mut parts = chart.rows.iter().flat_map(|bar| &bar.parts);
        if !parts.any(|part| part.fill == fill && part.to > part.from) {
            continue;
        }
        let own = f64::from(SAMPLE.0) + 6.0 + metrics::width(words, SMALL) * ROOM;
        if x > 0.0 && x + own > width {
            (x, line) = (0.0, line + 1);
        }
        entries.push(Entry { fill, words, x: pixels(x), line });
        x += own + APART;
    }
    entries
}

fn draw_entry(sheet: &Sheet<'_>, entry: &Entry) -> Drawn {
    let (left, middle) = (entry.x + 1, entry.line * LEGEND + LEGEND / 2 - 2);
    let top = middle - SAMPLE.1 / 2;
    let sample = Area { left, top, right: left + SAMPLE.0, bottom: top + SAMPLE.1 };
    sheet.area(sample, entry.fill)?;
    sheet.words(entry.words, SMALL, Ink::Quiet, Side::Left, (sample.right + 6, middle))
}

fn draw_axis(sheet: &Sheet<'_>, chart: &Bars<'_>, columns: &Columns, tops: &[i32], bottom: i32) -> Drawn {
    let room = f64::from(columns.bars_end - columns.bars);
    let middle = bottom + AXIS / 2;
    let mut free = f64::from(columns.bars) - GAP;
    for (number, words) in (chart.ticks)((room / 72.0).max(1.0)) {
        let x = place(chart, columns, number);
        for top in tops {
            let top = top + columns.above;
            sheet.line(&[(x, top), (x, top + ROW)], Ink::Grid, 1)?;
        }
        let half = metrics::width(&words, SMALL) * ROOM / 2.0;
        let centre = f64::from(x).max(half).min(f64::from(columns.end) - half);
        if centre - half >= free {
            sheet.words(&words, SMALL, Ink::Quiet, Side::Center, (pixels(centre), middle))?;
            free = centre + half + GAP / 2.0;
        }
    }
    if columns.above > 0 {
        return Ok(());
    }
    let unit = metrics::fitted(chart.unit, SMALL, (f64::from(columns.bars) - GAP) / ROOM);
    sheet.words(&unit, SMALL, Ink::Quiet, Side::Left, (0, middle))
}

fn draw_bar(sheet: &Sheet<'_>, chart: &Bars<'_>, bar: &Bar, columns: &Columns, top: i32) -> Drawn {
    let middle = top + columns.above + ROW / 2;
    let beside = top + if columns.above > 0 { NAME / 2 + 3 } else { ROW / 2 };
    sheet.words(&bar.label.fitted(columns.names), FONT, Ink::Text, Side::Left, (0, beside))?;
    for part in bar.parts.iter().filter(|part| part.to > part.from) {
        let left = place(chart, columns, part.from);
        // What is there can be seen.
        let right = place(chart, columns, part.to).max(left + 2);
        let top = middle - BAR / 2;
        sheet.area(Area { left, top, right, bottom: top + BAR }, part.fill)?;
    }
    sheet.words(&bar.value, FONT, Ink::Text, Side::Right, (columns.end, beside))
}

fn place(chart: &Bars<'_>, columns: &Columns, number: f64) -> i32 {
    let share = if chart.most > 0.0 { number / chart.most } else { 0.0 };
    columns.bars + pixels(share * f64::from(columns.bars_end - columns.bars))
}

/// The texts, as many on a line as have room.
fn wrapped(texts: &[String], room: f64) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for text in texts {
        let longer = lines.last().map(|line| format!("{line}{BETWEEN}{text}"));
        match (longer.filter(|longer| metrics::width(longer, SMALL) <= room), lines.last_mut()) {
            (Some(longer), Some(line)) => *line = longer,
            _ => lines.push(metrics::fitted(text, SMALL, room)),
        }
    }
    lines
}
