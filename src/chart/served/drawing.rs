//! The drawing of the curve: a grid of nines, the steps, the demand, and words for what can be told apart.

use super::curve::{Tread, scale, told_apart, treads};
use crate::analysis::ServedUsers;
use crate::chart::bars::ROOM;
use crate::chart::nines::{nines, said, target};
use crate::chart::number::{grouped, users};
use crate::chart::palette::Ink;
use crate::chart::scale::{round_step, ticks};
use crate::chart::sheet::{Drawn, SMALL, Sheet, Side, drawn, pixels};
use crate::chart::{ChartError, HitArea, metrics};

/// What the curve says, and the same where there is less room.
const CAPTIONS: [&str; 2] =
    ["Share of time with at least so many users served", "Share of time, by users served"];

/// Heights of the line above the plane and of the axis below it, and of the drawing for its width.
const CAPTION: i32 = 24;
const AXIS: i32 = 24;
const HEIGHTS: (f64, f64) = (200.0, 320.0);
const SLANT: f64 = 0.34;

/// Room for words above the highest and below the lowest place of the curve.
const ABOVE: i32 = 22;
const BELOW: i32 = 20;

/// Room right of the demand, for half of its number.
const RIGHT: i32 = 30;

const GAP: f64 = 8.0;

/// Decimals beyond which a reader only counts nines.
const MOST_DECIMALS: i32 = 7;

/// Least fall between two treads that both have words.
const FALL: i32 = 16;

/// Where numbers of users and nines are.
struct Plane {
    left: i32,
    right: i32,
    top: i32,
    bottom: i32,
    end: i32,
    demand: f64,
    nines: (f64, f64),
}

impl Plane {
    fn of(treads: &[Tread], demand: f64, width: u32) -> Self {
        let nines = scale(treads);
        let labels = grid(nines);
        let left = labels.iter().map(|(_, words)| width_of(words)).fold(0.0, f64::max) + GAP;
        let width = f64::from(width);
        let height = (width * SLANT).clamp(HEIGHTS.0, HEIGHTS.1);
        Self {
            left: pixels(left.ceil()),
            right: pixels(width) - RIGHT,
            top: CAPTION,
            bottom: pixels(height) - AXIS,
            end: pixels(width),
            demand,
            nines,
        }
    }

    fn x(&self, users: f64) -> i32 {
        self.left + pixels(users / self.demand * f64::from(self.right - self.left))
    }

    fn y(&self, nines: f64) -> i32 {
        let (least, most) = self.nines;
        let (low, high) = (self.bottom - BELOW, self.top + ABOVE);
        low - pixels((nines.clamp(least, most) - least) / (most - least) * f64::from(low - high))
    }

    fn seen(&self, tread: &Tread) -> (i32, i32) {
        (self.x(tread.users), self.y(tread.nines()))
    }
}

/// The drawing and its hit areas.
pub(super) fn draw(served: &ServedUsers, width: u32) -> Result<(String, Vec<HitArea>), ChartError> {
    let treads = treads(served);
    let plane = Plane::of(&treads, served.demand_users.value, width);
    let told = told_apart(&treads, &|tread| plane.seen(tread));
    let height = (plane.bottom + AXIS).unsigned_abs();
    let svg = drawn(width, height, &|sheet| {
        draw_grid(sheet, &plane)?;
        draw_demand(sheet, &plane)?;
        sheet.line(&path(&treads, &plane), Ink::Value, 2)?;
        draw_words(sheet, &plane, &told)
    })?;
    let marks = told.iter().enumerate().map(|(index, tread)| HitArea {
        x: f64::from(plane.x(tread.from)),
        y: f64::from(plane.top),
        width: f64::from((plane.x(tread.users) - plane.x(tread.from)).max(1)),
        height: f64::from(plane.bottom - plane.top),
        label: label(index, told.len(), tread.users),
        value: format!("{} of the time", said(tread.fewer, MOST_DECIMALS)),
    });
    Ok((svg, marks.collect()))
}

/// What a tread stands for, in full.
fn label(index: usize, of: usize, served: f64) -> String {
    let served = users(served);
    match index {
        index if index + 1 < of && index > 0 => format!("At least {served} users"),
        _ if of == 1 => format!("Everybody, {served} users; otherwise nobody"),
        0 => format!("Somebody, and then at least {served} users"),
        _ => format!("Everybody, {served} users"),
    }
}

fn draw_grid(sheet: &Sheet<'_>, plane: &Plane) -> Drawn {
    let right = Side::Right;
    for (unavailability, words) in grid(plane.nines) {
        let y = plane.y(nines(unavailability));
        sheet.line(&[(plane.left, y), (plane.right, y)], Ink::Grid, 1)?;
        sheet.words(&words, SMALL, Ink::Quiet, right, (plane.left - pixels(GAP), y))?;
    }
    let middle = plane.bottom + AXIS / 2;
    let room = f64::from(plane.right - plane.left);
    let step = round_step(plane.demand, (room / 90.0).max(1.0)).max(1.0);
    for number in ticks(plane.demand, step) {
        let x = plane.x(number);
        sheet.line(&[(x, plane.bottom), (x, plane.bottom + 4)], Ink::Grid, 1)?;
        sheet.words(&grouped(number), SMALL, Ink::Quiet, Side::Center, (x, middle))?;
    }
    sheet.line(&[(plane.left, plane.bottom), (plane.right, plane.bottom)], Ink::Grid, 1)?;
    sheet.words("users", SMALL, Ink::Quiet, right, (plane.left - pixels(GAP * 2.0), middle))
}

/// The line at the demand, with what it stands for and what the curve says above.
fn draw_demand(sheet: &Sheet<'_>, plane: &Plane) -> Drawn {
    sheet.line(&[(plane.right, plane.top - 6), (plane.right, plane.bottom)], Ink::Target, 1)?;
    let demand = format!("demand {}", users(plane.demand));
    let middle = plane.top / 2 - 4;
    sheet.words(&demand, SMALL, Ink::Text, Side::Right, (plane.end, middle))?;
    let room = f64::from(plane.end) - width_of(&demand) - GAP;
    let caption = CAPTIONS.into_iter().find(|caption| width_of(caption) <= room).unwrap_or_default();
    sheet.words(caption, SMALL, Ink::Quiet, Side::Left, (0, middle))
}

/// The corners of the curve.
fn path(treads: &[Tread], plane: &Plane) -> Vec<(i32, i32)> {
    let mut points: Vec<(i32, i32)> = Vec::new();
    for tread in treads {
        let y = plane.y(tread.nines());
        for x in [plane.x(tread.from), plane.x(tread.users)] {
            // Of corners on one line only the last one is needed.
            let level = |point: Option<&(i32, i32)>| point.is_some_and(|(_, other)| *other == y);
            let upright = |point: Option<&(i32, i32)>| point.is_some_and(|(other, _)| *other == x);
            let before = points.len().checked_sub(2).and_then(|index| points.get(index));
            if (level(points.last()) && level(before)) || (upright(points.last()) && upright(before)) {
                points.pop();
            }
            points.push((x, y));
        }
    }
    points
}

/// Dots and words at the treads: at the first, the last, and those that stand out between them.
fn draw_words(sheet: &Sheet<'_>, plane: &Plane, told: &[Tread]) -> Drawn {
    let Some((last, others)) = told.split_last() else { return Ok(()) };
    let lowest = plane.seen(last);
    let mut above = plane.top - FALL;
    for (index, tread) in others.iter().enumerate() {
        let (end, y) = plane.seen(tread);
        let share = said(tread.fewer, MOST_DECIMALS);
        let (words, dot) = match index {
            0 => (format!("somebody {share}"), plane.left),
            _ => (format!("{} users {share}", users(tread.users)), end),
        };
        // Right of and above the curve there is nothing but the words of other treads.
        let start = plane.x(tread.from) + pixels(GAP);
        let fits = start + pixels(width_of(&words)) <= plane.right;
        if index > 0 && (y - above < FALL || lowest.1 - y < FALL || !fits) {
            continue;
        }
        above = y;
        sheet.dot((dot, y), Ink::Value)?;
        sheet.words(&words, SMALL, Ink::Text, Side::Left, (start, y - 10))?;
    }
    let words = if others.is_empty() { "everybody or nobody" } else { "everybody" };
    let words = format!("{words} {}", said(last.fewer, MOST_DECIMALS));
    let (x, y) = lowest;
    sheet.dot((x, y), Ink::Value)?;
    // Left of and below the curve nothing stands either.
    sheet.words(&words, SMALL, Ink::Text, Side::Right, (x - pixels(GAP), y + 12))
}

/// The lines of the scale, as unavailabilities with what they are called: the whole nines, and where there are but few of them
/// also half and a fifth of what each leaves.
fn grid((least, most): (f64, f64)) -> Vec<(f64, String)> {
    let parts: &[f64] = if most - least <= 2.0 { &[1.0, 0.5, 0.2] } else { &[1.0] };
    let mut lines = Vec::new();
    for exponent in 0..=16_i32 {
        for part in parts {
            let unavailability = part * 10_f64.powi(-exponent);
            let place = nines(unavailability);
            if place >= least - 1e-9 && place <= most + 1e-9 {
                lines.push((unavailability, at(unavailability, exponent)));
            }
        }
    }
    lines
}

/// The availability as a line of the scale says it: `99.95 %`.
fn at(unavailability: f64, exponent: i32) -> String {
    match exponent {
        ..=8 => target(1.0 - unavailability),
        _ => format!("{exponent} nines"),
    }
}

fn width_of(text: &str) -> f64 {
    metrics::width(text, SMALL) * ROOM
}
