//! The drawing of the rows: names, bars over their tracks, targets, values, and an axis that counts nines.

use std::io;

use plotters::coord::Shift;
use plotters::coord::types::RangedCoordf64;
use plotters::drawing::DrawingAreaErrorKind;
use plotters::prelude::{
    Cartesian2d, ChartBuilder, DrawingArea, IntoDrawingArea, PathElement, Rectangle, Text,
};
use plotters::style::text_anchor::{HPos, Pos, VPos};
use plotters::style::{Color, FontDesc, FontFamily, FontStyle, TextStyle};

use super::row::Row;
use crate::chart::HitArea;
use crate::chart::backend::{Backend, PLOTTERS_SIZE};
use crate::chart::metrics;
use crate::chart::palette::Ink;

/// Size of letters, height of a row and of the axis below the last one, and of the space between columns.
const FONT: f64 = 12.0;
const ROW: u32 = 28;
const AXIS: u32 = 20;
const GAP: f64 = 10.0;

/// Upper and lower edge of a bar and of a target's tick, as shares of a row.
const BAR: (f64, f64) = (0.29, 0.71);
const TICK: (f64, f64) = (0.14, 0.86);

/// Share of the width that names may take, and room beyond the table's widths for the reader's own font.
const NAMES_AT_MOST: f64 = 0.42;
const ROOM: f64 = 1.08;

/// Nines on the axis at least and at the most.
const NINES: (f64, f64) = (6.0, 16.0);

type Failed = DrawingAreaErrorKind<io::Error>;
type Plane<'a> = DrawingArea<Backend<'a>, Cartesian2d<RangedCoordf64, RangedCoordf64>>;

/// The drawing and its hit areas, or `nothing` in words where there are no rows.
pub(super) fn draw(rows: &[Row], width: u32, nothing: &str) -> Result<(String, Vec<HitArea>), Failed> {
    let mut svg = String::new();
    let lines = u32::try_from(rows.len()).unwrap_or(u32::MAX).clamp(1, 10_000);
    let root = Backend::new(&mut svg, width, lines * ROW + AXIS).into_drawing_area();
    if rows.is_empty() {
        words(&root, nothing, Ink::Quiet, HPos::Left, (0, middle_of(0)))?;
    } else {
        let columns = Columns::of(rows, f64::from(width));
        draw_rows(&root, rows, &columns)?;
    }
    root.present()?;
    drop(root);
    Ok((svg, rows.iter().enumerate().map(|(index, row)| hit_area(index, row, width)).collect()))
}

/// How wide names may be by the table, and the columns beside the bars.
struct Columns {
    names: f64,
    bars: u32,
    values: u32,
    end: i32,
}

impl Columns {
    fn of(rows: &[Row], width: f64) -> Self {
        let widest = |texts: &mut dyn Iterator<Item = String>| {
            texts.map(|text| metrics::width(&text, FONT)).fold(0.0, f64::max)
        };
        let names = widest(&mut rows.iter().map(|row| row.label.clone())).min(width * NAMES_AT_MOST / ROOM);
        let values = widest(&mut rows.iter().map(Row::value));
        Self {
            names,
            bars: pixels(names * ROOM + GAP),
            values: pixels(values * ROOM + GAP),
            end: signed(pixels(width)),
        }
    }
}

fn draw_rows(root: &DrawingArea<Backend<'_>, Shift>, rows: &[Row], columns: &Columns) -> Result<(), Failed> {
    let most = rows
        .iter()
        .flat_map(|row| std::iter::once(row.nines()).chain(row.target_nines()))
        .filter(|nines| nines.is_finite())
        .fold(0.0, f64::max);
    let top = most.ceil().clamp(NINES.0, NINES.1);
    let lines = f64::from(u32::try_from(rows.len()).unwrap_or(u32::MAX));
    let plane = ChartBuilder::on(root)
        .margin_left(columns.bars)
        .margin_right(columns.values)
        .margin_bottom(AXIS)
        .build_cartesian_2d(0.0..top, lines..0.0)?
        .plotting_area()
        .clone();
    draw_axis(root, &plane, top, lines)?;
    let mut upper = 0.0;
    for (index, row) in rows.iter().enumerate() {
        let middle = middle_of(index);
        let name = metrics::fitted(&row.label, FONT, columns.names);
        words(root, &name, Ink::Text, HPos::Left, (0, middle))?;
        draw_bar(&plane, row, upper, top)?;
        words(root, &row.value(), Ink::Text, HPos::Right, (columns.end, middle))?;
        upper += 1.0;
    }
    Ok(())
}

fn draw_axis(
    root: &DrawingArea<Backend<'_>, Shift>,
    plane: &Plane<'_>,
    top: f64,
    lines: f64,
) -> Result<(), Failed> {
    let mut nine = 0.0;
    while nine <= top {
        plane.draw(&PathElement::new([(nine, 0.0), (nine, lines)], Ink::Grid.colour().stroke_width(1)))?;
        let (x, y) = plane.map_coordinate(&(nine, lines));
        words(root, &format!("{nine:.0}"), Ink::Quiet, HPos::Center, (x, y + signed(AXIS) / 2))?;
        nine += 1.0;
    }
    let (_, y) = plane.map_coordinate(&(0.0, lines));
    words(root, "nines", Ink::Quiet, HPos::Left, (0, y + signed(AXIS) / 2))
}

fn draw_bar(plane: &Plane<'_>, row: &Row, upper: f64, top: f64) -> Result<(), Failed> {
    let span = |from: f64, to: f64| [(from, upper + BAR.0), (to, upper + BAR.1)];
    let reached = row.nines().min(top);
    plane.draw(&Rectangle::new(span(0.0, top), Ink::Track.colour().filled()))?;
    let ink = if row.misses_target() { Ink::Risk } else { Ink::Value };
    plane.draw(&Rectangle::new(span(0.0, reached), ink.colour().filled()))?;
    let Some(target) = row.target_nines().map(|target| target.min(top)) else { return Ok(()) };
    if row.misses_target() {
        // What is missing has an outline, so that it shows without colour.
        plane.draw(&Rectangle::new(span(reached, target), ink.colour().stroke_width(1)))?;
    }
    let tick = [(target, upper + TICK.0), (target, upper + TICK.1)];
    plane.draw(&PathElement::new(tick, Ink::Target.colour().stroke_width(2)))
}

fn words(
    area: &DrawingArea<Backend<'_>, Shift>,
    text: &str,
    ink: Ink,
    side: HPos,
    at: (i32, i32),
) -> Result<(), Failed> {
    let font = FontDesc::new(FontFamily::SansSerif, FONT * PLOTTERS_SIZE, FontStyle::Normal);
    let colour = ink.colour();
    let style = TextStyle::from(font).color(&colour).pos(Pos::new(side, VPos::Center));
    area.draw(&Text::new(text.to_string(), at, style))
}

fn hit_area(index: usize, row: &Row, width: u32) -> HitArea {
    HitArea {
        x: 0.0,
        y: f64::from(middle_of(index) - signed(ROW) / 2),
        width: f64::from(width),
        height: f64::from(ROW),
        label: row.label.clone(),
        value: row.in_words(),
    }
}

fn middle_of(index: usize) -> i32 {
    i32::try_from(index).unwrap_or(i32::MAX / 64).saturating_mul(signed(ROW)) + signed(ROW) / 2
}

fn signed(pixels: u32) -> i32 {
    i32::try_from(pixels).unwrap_or(i32::MAX)
}

#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a width within the drawing")]
fn pixels(length: f64) -> u32 {
    length.ceil().clamp(0.0, 1e6) as u32
}
