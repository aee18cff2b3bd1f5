//! The distribution of yearly downtime: how many years a user loses how much in.

mod bins;
#[cfg(test)]
mod tests;

use super::bars::ROOM;
use super::nines::target;
use super::number::{grouped, percent};
use super::palette::Ink;
use super::scale::{round_span, round_step, ticks};
use super::sheet::{Area, Drawn, Fill, SMALL, Sheet, Side, drawn, pixels};
use super::time::{duration, short_duration};
use super::{Chart, ChartError, Frame, HitArea, in_words, metrics};
use crate::analysis::YearFigures;
use bins::{Bin, Bins};

/// What the columns say.
const CAPTION: &str = "Share of years, by what a user loses in the year";

/// Heights of the lines above the plane and of the axis below it, and of the drawing for its width.
const HEAD: i32 = 40;
const AXIS: i32 = 24;
const HEIGHTS: (f64, f64) = (150.0, 320.0);
const SLANT: f64 = 0.36;

/// Room for a column and for a tick's words, and between columns; room for the years beyond the axis.
const COLUMN: f64 = 13.0;
const TICK: f64 = 62.0;
const BETWEEN: i32 = 1;
const BEYOND: i32 = 44;
const GAP: i32 = 8;

/// Where minutes and shares of years are.
struct Plane {
    left: i32,
    right: i32,
    bottom: i32,
    end: i32,
    minutes: f64,
    share: f64,
}

impl Plane {
    fn x(&self, minutes: f64) -> i32 {
        self.left + pixels(minutes / self.minutes * f64::from(self.right - self.left))
    }

    fn y(&self, share: f64) -> i32 {
        self.bottom - pixels(share / self.share * f64::from(self.bottom - HEAD))
    }
}

/// The years by what a user loses in each, as columns; those in which the target is missed look otherwise, and a line stands where
/// it is just met.
///
/// # Errors
/// [`ChartError`] where the drawing cannot be written.
pub fn years(figures: &YearFigures, frame: Frame) -> Result<Chart, ChartError> {
    let height = match frame.height {
        None => (f64::from(frame.width) * SLANT).clamp(HEIGHTS.0, HEIGHTS.1),
        Some(height) => f64::from(height).clamp(HEIGHTS.0, HEIGHTS.1),
    };
    let end = pixels(f64::from(frame.width));
    let room = f64::from(end - BEYOND);
    let bins = Bins::of(&figures.lost_minutes, figures.limit.value, room / COLUMN);
    let most = bins.all.iter().map(|bin| bin.share).fold(0.0, f64::max);
    let step = round_step(most, 3.0);
    let shares = ticks(most, step);
    let labels: Vec<String> = shares.iter().map(|share| percent(*share)).collect();
    let left = labels.iter().map(|words| width_of(words)).fold(0.0, f64::max);
    let beyond = if bins.beyond.years > 0 { BEYOND } else { GAP };
    let plane = Plane {
        left: pixels(left.ceil()) + GAP,
        right: end - beyond,
        bottom: pixels(height) - AXIS,
        end,
        minutes: bins.end,
        share: most.max(f64::MIN_POSITIVE),
    };
    let svg = drawn(frame.width, pixels(height).unsigned_abs(), &|sheet| {
        for (share, words) in shares.iter().zip(&labels) {
            let y = plane.y(*share);
            sheet.line(&[(plane.left, y), (plane.end, y)], Ink::Grid, 1)?;
            sheet.words(words, SMALL, Ink::Quiet, Side::Right, (plane.left - GAP, y))?;
        }
        draw_axis(sheet, &plane)?;
        for bin in &bins.all {
            draw_bin(sheet, &plane, bin, figures.limit.value)?;
        }
        draw_beyond(sheet, &plane, &bins.beyond, figures.limit.value)?;
        draw_limit(sheet, &plane, figures)
    })?;
    let mut marks: Vec<HitArea> = bins.all.iter().map(|bin| hit(&plane, bin, figures)).collect();
    marks.retain(|mark| mark.width > 0.0);
    if bins.beyond.years > 0 {
        let (from, to) = beyond_columns(&plane);
        let label = format!("More than {} lost by a user in a year", duration(bins.end));
        marks.push(mark(&plane, (from - GAP, to), label, bins.beyond.years, figures.years));
    }
    let title = format!("What a user loses in a year, {} simulated years", grouped(f64::from(figures.years)));
    Ok(in_words(&title, svg, marks))
}

fn draw_axis(sheet: &Sheet<'_>, plane: &Plane) -> Drawn {
    let middle = plane.bottom + AXIS / 2 + 2;
    let room = f64::from(plane.right - plane.left);
    for minutes in ticks(plane.minutes, round_span(plane.minutes, (room / TICK).max(1.0))) {
        let x = plane.x(minutes);
        sheet.line(&[(x, plane.bottom), (x, plane.bottom + 4)], Ink::Grid, 1)?;
        let words = if minutes > 0.0 { duration(minutes) } else { "0".into() };
        // The last one would run into the words of what lies beyond.
        if x + pixels(width_of(&words) / 2.0) <= plane.right || minutes <= 0.0 {
            sheet.words(&words, SMALL, Ink::Quiet, Side::Center, (x, middle))?;
        }
    }
    Ok(())
}

/// The left and the right edge of a column.
fn columns(plane: &Plane, bin: &Bin) -> (i32, i32) {
    (plane.x(bin.from), (plane.x(bin.to) - BETWEEN).max(plane.x(bin.from) + 1))
}

fn draw_bin(sheet: &Sheet<'_>, plane: &Plane, bin: &Bin, limit: f64) -> Drawn {
    if bin.years == 0 {
        return Ok(());
    }
    let (left, right) = columns(plane, bin);
    // So rare that it would vanish, it still leaves a line.
    let top = plane.y(bin.share).min(plane.bottom - 1);
    let at_limit = plane.x(limit.clamp(bin.from, bin.to)).clamp(left, right);
    let area = |left: i32, right: i32| Area { left, top, right, bottom: plane.bottom };
    if at_limit > left {
        sheet.area(area(left, at_limit), Fill::Solid(Ink::Value))?;
    }
    if at_limit < right {
        sheet.area(area(at_limit, right), Fill::Hatched(Ink::Risk))?;
    }
    Ok(())
}

fn beyond_columns(plane: &Plane) -> (i32, i32) {
    (plane.right + 2 * GAP, plane.end - GAP)
}

/// The years that lie right of the axis, as one column apart.
fn draw_beyond(sheet: &Sheet<'_>, plane: &Plane, bin: &Bin, limit: f64) -> Drawn {
    if bin.years == 0 {
        return Ok(());
    }
    let (left, right) = beyond_columns(plane);
    let top = plane.y(bin.share).clamp(HEAD, plane.bottom - 1);
    let fill = if bin.from >= limit { Fill::Hatched(Ink::Risk) } else { Fill::Solid(Ink::Value) };
    sheet.area(Area { left, top, right, bottom: plane.bottom }, fill)?;
    let middle = plane.bottom + AXIS / 2 + 2;
    sheet.words("more", SMALL, Ink::Quiet, Side::Center, (left.midpoint(right), middle))
}

/// The line at what the target allows, and what is said above the plane.
fn draw_limit(sheet: &Sheet<'_>, plane: &Plane, figures: &YearFigures) -> Drawn {
    let limit = figures.limit.value;
    let allowed = format!("{} allows {}", target(figures.target.value), short_duration(limit.max(0.0)));
    let (top, width) = (HEAD - 22, pixels(width_of(&allowed)));
    sheet.words(CAPTION, SMALL, Ink::Quiet, Side::Left, (0, 7))?;
    if limit > plane.minutes {
        // Further right than any year that is told apart.
        return sheet.words(&format!("{allowed} →"), SMALL, Ink::Text, Side::Right, (plane.end, top + 5));
    }
    let x = plane.x(limit.max(0.0));
    sheet.line(&[(x, top - 3), (x, plane.bottom)], Ink::Target, 1)?;
    if x + GAP + width <= plane.end {
        sheet.words(&allowed, SMALL, Ink::Text, Side::Left, (x + GAP, top + 5))
    } else {
        sheet.words(&allowed, SMALL, Ink::Text, Side::Right, (x - GAP, top + 5))
    }
}

fn hit(plane: &Plane, bin: &Bin, figures: &YearFigures) -> HitArea {
    let label = format!("{} to {} lost by a user in a year", duration(bin.from), duration(bin.to));
    mark(plane, columns(plane, bin), label, bin.years, figures.years)
}

fn mark(plane: &Plane, (left, right): (i32, i32), label: String, years: usize, all: u32) -> HitArea {
    #[allow(clippy::cast_precision_loss, reason = "a count of years")]
    let years = years as f64;
    let share = percent(years / f64::from(all.max(1)));
    HitArea {
        x: f64::from(left),
        y: f64::from(HEAD),
        width: f64::from(right - left + BETWEEN),
        height: f64::from(plane.bottom - HEAD),
        label,
        value: format!("{} of {} years, {share}", grouped(years), grouped(f64::from(all))),
    }
}

fn width_of(text: &str) -> f64 {
    metrics::width(text, SMALL) * ROOM
}
