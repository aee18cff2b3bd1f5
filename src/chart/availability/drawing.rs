//! The drawing of the rows: names, bars over their tracks, targets, values, and an axis that counts nines.

use super::row::Row;
use crate::chart::bars::Columns;
use crate::chart::label::Label;
use crate::chart::palette::Ink;
use crate::chart::sheet::{Area, Drawn, FONT, Fill, Sheet, Side, drawn, pixels};
use crate::chart::{ChartError, HitArea};

/// Height of a row and of the axis below the last one.
const ROW: i32 = 28;
const AXIS: i32 = 20;

/// Half the height of a bar and of a target's tick.
const BAR: i32 = 6;
const TICK: i32 = 10;

/// Nines on the axis at least and at the most.
const NINES: (f64, f64) = (6.0, 16.0);

/// The drawing and its hit areas.
pub(super) fn draw(rows: &[Row], width: u32) -> Result<(String, Vec<HitArea>), ChartError> {
    let count = i32::try_from(rows.len()).unwrap_or(i32::MAX).min(10_000);
    let names: Vec<&Label> = rows.iter().map(|row| &row.label).collect();
    let values: Vec<String> = rows.iter().map(Row::value).collect();
    let values: Vec<&str> = values.iter().map(String::as_str).collect();
    let plane = Plane { columns: Columns::of(&names, &values, width), top: top(rows), bottom: count * ROW };
    let svg = drawn(width, (plane.bottom + AXIS).unsigned_abs(), &|sheet| {
        draw_axis(sheet, &plane)?;
        for (row, middle) in rows.iter().zip(middles()) {
            let name = row.label.fitted(plane.columns.names);
            sheet.words(&name, FONT, Ink::Text, Side::Left, (0, middle))?;
            draw_bar(sheet, &plane, row, middle)?;
            sheet.words(&row.value(), FONT, Ink::Text, Side::Right, (plane.columns.end, middle))?;
        }
        Ok(())
    })?;
    Ok((svg, rows.iter().zip(middles()).map(|(row, middle)| hit_area(row, middle, width)).collect()))
}

/// Where the bars are.
struct Plane {
    columns: Columns,
    /// Nines at the right end.
    top: f64,
    bottom: i32,
}

impl Plane {
    fn x(&self, nines: f64) -> i32 {
        let Columns { bars, bars_end, .. } = self.columns;
        bars + pixels(nines.min(self.top) / self.top * f64::from(bars_end - bars))
    }
}

/// Nines at the end of the axis.
fn top(rows: &[Row]) -> f64 {
    let all = rows.iter().flat_map(|row| std::iter::once(row.nines()).chain(row.target_nines()));
    all.filter(|nines| nines.is_finite()).fold(0.0, f64::max).ceil().clamp(NINES.0, NINES.1)
}

fn draw_axis(sheet: &Sheet<'_>, plane: &Plane) -> Drawn {
    let middle = plane.bottom + AXIS / 2;
    let mut nine = 0.0;
    while nine <= plane.top {
        let x = plane.x(nine);
        sheet.line(&[(x, 0), (x, plane.bottom)], Ink::Grid, 1)?;
        sheet.words(&format!("{nine:.0}"), FONT, Ink::Quiet, Side::Center, (x, middle))?;
        nine += 1.0;
    }
    sheet.words("nines", FONT, Ink::Quiet, Side::Left, (0, middle))
}

fn draw_bar(sheet: &Sheet<'_>, plane: &Plane, row: &Row, middle: i32) -> Drawn {
    let span = |from: f64, to: f64| Area {
        left: plane.x(from),
        top: middle - BAR,
        right: plane.x(to),
        bottom: middle + BAR,
    };
    let reached = row.nines();
    sheet.area(span(0.0, plane.top), Fill::Solid(Ink::Track))?;
    let ink = if row.misses_target() { Ink::Risk } else { Ink::Value };
    sheet.area(span(0.0, reached), Fill::Solid(ink))?;
    let Some(target) = row.target_nines() else { return Ok(()) };
    if row.misses_target() {
        // What is missing has an outline, so that it shows without colour.
        sheet.area(span(reached, target), Fill::Hollow(ink))?;
    }
    let x = plane.x(target);
    sheet.line(&[(x, middle - TICK), (x, middle + TICK)], Ink::Target, 2)
}

fn hit_area(row: &Row, middle: i32, width: u32) -> HitArea {
    HitArea {
        x: 0.0,
        y: f64::from(middle - ROW / 2),
        width: f64::from(width),
        height: f64::from(ROW),
        label: row.label.full(),
        value: row.in_words(),
    }
}

/// The middles of the rows, from the first on.
fn middles() -> impl Iterator<Item = i32> {
    (0..10_000).map(|index| index * ROW + ROW / 2)
}
