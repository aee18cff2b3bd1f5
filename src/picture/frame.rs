//! The frame of a pool.

use super::marks::Found;
use super::shape::{group, rect, said, sound, to_the_left};
use super::{Drawing, availability_on_card, marks, text};
use crate::editor::scene::Frame;
use crate::panel::{Element, element};

/// A dashed frame with the pool's name and availability.
pub(super) fn frame(drawing: &Drawing<'_>, frame: &Frame) -> Element {
    let (origin, size, colours) = (frame.rect.origin, frame.rect.size, drawing.colours);
    let border = rect((0.0, 0.0), (size.width, size.height), 12.0)
        .set("fill", "none")
        .set("stroke", colours.line_strong)
        .set("stroke-dasharray", "5 4");
    let name = text::cut(&frame.name, 12.5, size.width - 110.0);
    let figures = drawing.figures(&frame.pool);
    let available = figures.map(|figures| {
        let said_there = availability_on_card(figures.unavailability.value);
        to_the_left(said(size.width - 16.0, 24.0, (11.5, colours.ink_2), false, &said_there))
    });
    let found = Found::on(drawing, &frame.pool);
    group(origin.x, origin.y)
        .with(element("title").with(sound(&format!("{}, pool", frame.name))))
        .with(border)
        .with(said(16.0, 24.0, (12.5, colours.ink), true, &name))
        .with(available)
        .with(found.map(|found| found.badge(size.width - marks::WIDTH - 12.0, 0.0, colours)))
}
