//! Bars from left to right, one for each row: a legend, names, bars, values, what lies behind them, and an axis.

use super::label::Label;
use super::metrics;
use super::palette::Ink;
use super::sheet::{Area, Drawn, FONT, Fill, SMALL, Sheet, Side, drawn, pixels};
use super::{Chart, ChartError, Frame, HitArea, in_words};

/// Heights of a bar with its name, of a line of what lies behind it and of the space below these lines, of the axis, of the line
/// below it, and of a line of the legend.
const ROW: i32 = 24;
const DETAIL: i32 = 15;
const REST: i32 = 8;
const AXIS: i32 = 20;
const FOOTER: i32 = 20;
const LEGEND: i32 = 20;

/// Heights of a name above its bar and of the bar below it, where the bars would have less than this room beside the names.
const NAME: i32 = 16;
const BELOW_NAME: i32 = 16;
const LEAST_BARS: f64 = 160.0;

/// Rows that are shown whatever the height is.
const LEAST_ROWS: usize = 3;

/// Height of a bar, half the height of a target, and width and height of a sample in the legend.
const BAR: i32 = 10;
const TARGET: i32 = 8;
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
    /// A place on the axis that was wanted.
    pub target: Option<f64>,
    /// What lies behind the value, below the bar.
    pub details: Vec<String>,
    /// The value and what lies behind it, in words.
    pub words: String,
}

/// A chart of bars.
pub(super) struct Bars<'a> {
    pub title: &'static str,
    pub rows: &'a [Bar],
    /// What the fills stand for; those that occur are shown.
    pub legend: &'a [(Fill, &'static str)],
    /// How long the longest bar is.
    pub most: f64,
    /// At most so many numbers for the axis, with their words, ascending.
    pub ticks: &'a dyn Fn(f64) -> Vec<(f64, String)>,
    /// What the axis counts.
    pub unit: &'static str,
    /// Where rows may be left out: how many at the most are not, and what to say of those from a place on.
    pub rest: Option<(usize, &'a dyn Fn(usize) -> String)>,
}

/// The widths by which names, bars and values stand beside each other, and the heights of a row.
struct Columns {
    /// Room for names.
    names: f64,
    /// Where bars begin and where they end at the most.
    bars: i32,
    bars_end: i32,
    /// The right edge.
    end: i32,
    /// Height of names above their bars; none where they stand side by side.
    above: i32,
    /// Height of a bar with the space around it.
    row: i32,
}

impl Columns {
    /// Names, bars and values side by side, or where there is little room names and values above the bars.
    fn of(rows: &[Bar], width: u32) -> Self {
        let width = f64::from(width);
        let (mut names, mut values) = (0.0_f64, 0.0_f64);
        for row in rows {
            names = names.max(row.label.width());
            values = values.max(metrics::width(&row.value, FONT) * ROOM);
        }
        let end = pixels(width);
        let bars = (names.min(width * NAMES_AT_MOST) + GAP).ceil();
        let bars_end = (width - values - GAP).floor();
        if bars_end - bars >= LEAST_BARS {
            let (bars, bars_end) = (pixels(bars), pixels(bars_end));
            return Self { names: f64::from(bars) - GAP, bars, bars_end, end, above: 0, row: ROW };
        }
        Self { names: bars_end, bars: 0, bars_end: end, end, above: NAME, row: BELOW_NAME }
    }

    fn row_height(&self, details: &[String]) -> i32 {
        let lines = i32::try_from(details.len()).unwrap_or(0);
        self.above + self.row + lines * DETAIL + if lines > 0 { REST } else { 0 }
    }
}

/// The chart. Held to a height it has nothing that lies behind the bars, and where rows may be left out only those that have room.
pub(super) fn draw(chart: &Bars<'_>, frame: Frame) -> Result<Chart, ChartError> {
    let Frame { width, height } = frame;
    let columns = Columns::of(chart.rows, width);
    let ticks = (chart.ticks)((f64::from(columns.bars_end - columns.bars) / 72.0).max(1.0));
    let axis = if ticks.is_empty() { 0 } else { AXIS };
    let legend = legend(chart, f64::from(width));
    let top = legend.last().map_or(0, |entry| entry.line + 1) * LEGEND;
    let fitting = height.map(|height| {
        let (rows, height) = (chart.rows.len(), i32::try_from(height).unwrap_or(i32::MAX) - top - axis);
        let row = columns.row_height(&[]);
        let all = i32::try_from(rows).unwrap_or(i32::MAX).saturating_mul(row) <= height;
        if all { rows } else { usize::try_from((height - FOOTER) / row).unwrap_or(0).max(LEAST_ROWS) }
    });
    let shown = chart.rest.map_or(usize::MAX, |(most, _)| fitting.unwrap_or(most).min(most));
    let rows = chart.rows.get(..shown).unwrap_or(chart.rows);
    let footer = match chart.rest {
        Some((_, rest)) if rows.len() < chart.rows.len() => rest(shown),
        _ => String::new(),
    };
    let room = f64::from(columns.end - columns.bars);
    let (indent, room) = if room >= DETAIL_ROOM { (columns.bars, room) } else { (0, f64::from(columns.end)) };
    let held = height.is_some();
    let details = |bar: &Bar| if held { Vec::new() } else { wrapped(&bar.details, room / ROOM) };
    let details: Vec<Vec<String>> = rows.iter().map(details).collect();
    let mut tops = Vec::new();
    let mut bottom = top;
    for lines in &details {
        tops.push(bottom);
        bottom += columns.row_height(lines);
    }
    let end = bottom + axis + if footer.is_empty() { 0 } else { FOOTER };
    let svg = drawn(width, u32::try_from(end).unwrap_or(1), &|sheet| {
        for entry in &legend {
            draw_entry(sheet, entry)?;
        }
        draw_axis(sheet, chart, &ticks, &columns, (&tops, bottom))?;
        for ((bar, top), lines) in rows.iter().zip(&tops).zip(&details) {
            draw_bar(sheet, chart, bar, &columns, *top)?;
            let mut middle = top + columns.above + columns.row + DETAIL / 2 - 1;
            for line in lines {
                sheet.words(line, SMALL, Ink::Quiet, Side::Left, (indent, middle))?;
                middle += DETAIL;
            }
        }
        let footer = metrics::fitted(&footer, SMALL, f64::from(width) / ROOM);
        sheet.words(&footer, SMALL, Ink::Quiet, Side::Left, (0, bottom + axis + FOOTER / 2))
    })?;
    let marks = rows.iter().zip(&tops).zip(&details);
    let marks = marks.map(|((bar, top), lines)| HitArea {
        x: 0.0,
        y: f64::from(*top),
        width: f64::from(width),
        height: f64::from(columns.row_height(lines)),
        label: bar.label.full(),
        value: bar.words.clone(),
    });
    let mut chart = in_words(chart.title, svg, marks.collect());
    if !footer.is_empty() {
        chart.text.push('\n');
        chart.text.push_str(&footer);
    }
    Ok(chart)
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

fn draw_axis(
    sheet: &Sheet<'_>,
    chart: &Bars<'_>,
    ticks: &[(f64, String)],
    columns: &Columns,
    (tops, bottom): (&[i32], i32),
) -> Drawn {
    let middle = bottom + AXIS / 2;
    let mut free = f64::from(columns.bars) - GAP;
    for (number, words) in ticks {
        let x = place(chart, columns, *number);
        for top in tops {
            let top = top + columns.above;
            sheet.line(&[(x, top), (x, top + columns.row)], Ink::Grid, 1)?;
        }
        let half = metrics::width(words, SMALL) * ROOM / 2.0;
        let centre = f64::from(x).max(half).min(f64::from(columns.end) - half);
        if !words.is_empty() && centre - half >= free {
            sheet.words(words, SMALL, Ink::Quiet, Side::Center, (pixels(centre), middle))?;
            free = centre + half + GAP / 2.0;
        }
    }
    if columns.above > 0 || ticks.is_empty() {
        return Ok(());
    }
    let unit = metrics::fitted(chart.unit, SMALL, (f64::from(columns.bars) - GAP) / ROOM);
    sheet.words(&unit, SMALL, Ink::Quiet, Side::Left, (0, middle))
}

fn draw_bar(sheet: &Sheet<'_>, chart: &Bars<'_>, bar: &Bar, columns: &Columns, top: i32) -> Drawn {
    let above = columns.above > 0;
    let (beside, middle) =
        if above { (top + NAME / 2, top + NAME + BAR / 2 + 2) } else { (top + ROW / 2, top + ROW / 2) };
    sheet.words(&bar.label.fitted(columns.names), FONT, Ink::Text, Side::Left, (0, beside))?;
    for part in bar.parts.iter().filter(|part| part.to > part.from) {
        let left = place(chart, columns, part.from);
        // What is there can be seen.
        let right = place(chart, columns, part.to).max(left + 2);
        let top = middle - BAR / 2;
        sheet.area(Area { left, top, right, bottom: top + BAR }, part.fill)?;
    }
    if let Some(target) = bar.target {
        let x = place(chart, columns, target);
        // Names stand just above.
        let upper = if above { BAR / 2 } else { TARGET };
        sheet.line(&[(x, middle - upper), (x, middle + TARGET)], Ink::Target, 2)?;
    }
    sheet.words(&bar.value, FONT, Ink::Text, Side::Right, (columns.end, beside))
}

fn place(chart: &Bars<'_>, columns: &Columns, number: f64) -> i32 {
    let share = if chart.most > 0.0 { (number / chart.most).min(1.0) } else { 0.0 };
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
