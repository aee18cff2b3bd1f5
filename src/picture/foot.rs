//! Below the drawing: what is down, and what the signs mean.

use super::card::dot;
use super::servers_now::Doing;
use super::shape::{group, rect, said, stroke, to_the_left};
use super::{Drawing, marks, text};
use crate::analysis::Now;
use crate::catalog::role::Redundancy;
use crate::panel::{Element, Markup, element};

/// Height of the line of signs, and of the one that says what is down.
const SIGNS: f64 = 40.0;
const DOWN: f64 = 40.0;
const LEFT: f64 = 24.0;
const SIZE: f64 = 11.5;
/// Between two signs.
const GAP: f64 = 24.0;
/// Who made it, and for what where there is room for that.
const MADE_BY: &str = "Availability planner";
const MADE_FOR: &str = "Office Communications Server 2007 R2 · ";
/// The least width for both.
const WIDE: f64 = 1_000.0;

/// Height of all of it.
pub(super) fn height(drawing: &Drawing<'_>) -> f64 {
    SIGNS + if drawing.down().is_some() { DOWN } else { 0.0 }
}

/// What is down, where anything is, and the signs that are in the drawing.
pub(super) fn foot(drawing: &Drawing<'_>) -> Element {
    let colours = drawing.colours;
    let (margin, width) = drawing.margin(drawing.place.far_corner().y);
    let down = drawing.down();
    let signs = if down.is_some() { DOWN } else { 0.0 };
    let ground = rect((0.0, 0.0), (width, signs + SIGNS), 0.0).set("fill", colours.surface);
    let line = |y| rect((0.0, y), (width, 1.0), 0.0).set("fill", colours.line);
    let down = down.map(|now| {
        let sentence = text::cut(&now.sentence, 12.5, width - 2.0 * LEFT);
        [
            rect((0.0, 0.0), (4.0, DOWN), 0.0).set("fill", colours.bad),
            said(LEFT, 25.0, (12.5, colours.ink), true, &sentence),
            line(DOWN),
        ]
        .into_iter()
        .collect::<Markup>()
    });
    let words = if width >= WIDE { [MADE_FOR, MADE_BY].concat() } else { MADE_BY.into() };
    let made_by = to_the_left(said(width - LEFT, signs + 24.0, (SIZE, colours.ink_3), false, &words));
    let room = width - 2.0 * LEFT - text::width(&words, SIZE);
    margin.with(ground).with(line(0.0)).with(down).with(drawing.signs(signs + 20.0, room)).with(made_by)
}

impl Drawing<'_> {
    /// What is down now.
    fn down(&self) -> Option<&Now> {
        self.asked.now().ok().flatten()
    }

    /// The signs that are in the drawing, as many as there is room for.
    fn signs(&self, y: f64, room: f64) -> Element {
        let colours = self.colours;
        let link = |dash: Option<&str>| {
            stroke("M-10 0H10M5 -3.5L10 0L5 3.5", colours.ink_3, 1.4).set_some("stroke-dasharray", dash)
        };
        let components = &self.asked.scenario.components;
        let stands_by = components.iter().any(|component| {
            component.servers.len() > 1
                && self
                    .asked
                    .catalog
                    .role(&component.role)
                    .is_some_and(|role| role.redundancy == Redundancy::ActivePassive)
        });
        let single = components.iter().any(|component| {
            self.figures(&component.id).is_some_and(|figures| figures.single_point_of_failure)
        });
        let links = &self.scene.links;
        let all = [
            (!components.is_empty(), dot(Doing::Up, 4.5, colours), 6.0, "serves"),
            (stands_by, dot(Doing::Waits, 4.5, colours), 6.0, "stands by"),
            (!self.asked.down.is_empty(), dot(Doing::Down, 4.5, colours), 6.0, "down"),
            (single, marks::sign(0.0, colours), 6.0, "single point of failure"),
            (links.iter().any(|link| !link.dashed), link(None), 12.0, "connects to"),
            (links.iter().any(|link| link.dashed), link(Some("4 4")), 12.0, "publishes or hosts"),
        ];
        let mut x = LEFT;
        element("g").all(all.into_iter().filter(|(is_there, ..)| *is_there).map_while(
            |(_, sign, half, words)| {
                let at = x + half;
                x = at + half + 6.0 + text::width(words, SIZE) * 0.94 + GAP;
                let said = said(at + half + 6.0, y + 4.0, (SIZE, colours.ink_2), false, words);
                (x <= room + LEFT).then(|| [group(at, y).with(sign), said].into_iter().collect::<Markup>())
            },
        ))
    }
}
