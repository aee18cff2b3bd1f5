//! The plan as a picture that stands by itself: an SVG document with its own colours and with the plan in it, so that who gets the
//! picture can open the plan.
//!
//! It looks like the page's drawing, and both take from here what they have in common: outlines of icons, names cut to their place,
//! what a server is doing, how a load is said. Colours are attributes and not a style sheet, and arrows are paths and not markers,
//! because that is what other programs read.

mod availability;
mod card;
mod colours;
mod foot;
mod frame;
mod ground;
mod head;
mod link;
mod load;
mod marks;
mod outline;
pub mod servers_now;
mod shape;
#[cfg(test)]
mod tests;
pub mod text;

use crate::editor::Scene;
use crate::geometry::{Canvas, Point, Rect, within};
use crate::json;
use crate::panel::{Asked, Element, Markup, element};
use crate::plan::Document;

pub use availability::availability_on_card;
pub use colours::{Colours, Theme};
pub use head::{Cell, cells};
pub use load::Load;
pub use outline::outline;

use shape::number;

/// Space around what stands on the canvas, and above it, where the names of the zones stand.
const AROUND: f64 = 40.0;
const ZONE_NAMES: f64 = 40.0;
/// The least width, so that a small plan has room for its figures too.
const LEAST_WIDTH: f64 = 928.0;

/// Up to this width title and figures are of the size of cards.
const USUAL_WIDTH: f64 = 1_100.0;

/// The fonts of the page.
const FONTS: &str = "system-ui, -apple-system, 'Segoe UI', Roboto, 'DejaVu Sans', sans-serif";

/// What every part of a picture is drawn from.
struct Drawing<'a> {
    document: &'a Document,
    asked: &'a Asked<'a>,
    scene: Scene,
    colours: &'static Colours,
    /// What is shown of the canvas.
    place: Rect<Canvas>,
    /// How much larger title, figures and signs are than cards: who looks at a wide picture sees it from afar.
    scale: f64,
}

/// A plan as the text of an SVG file in that theme, with the plan in it.
pub fn draw(document: &Document, asked: &Asked<'_>, theme: Theme) -> String {
    drawing(document, asked, theme).whole(true)
}

/// The drawing alone, without title and figures, to stand in another document.
pub fn draw_bare(document: &Document, asked: &Asked<'_>, theme: Theme) -> String {
    drawing(document, asked, theme).whole(false)
}

fn drawing<'a>(document: &'a Document, asked: &'a Asked<'a>, theme: Theme) -> Drawing<'a> {
    let scene = Scene::of(asked.scenario, asked.catalog);
    let stands = scene.areas.iter().fold(scene.bounds, |all, area| all.united(&area.rect));
    let shown = stands.grown(AROUND);
    let far = shown.far_corner();
    let right = far.x.max(shown.origin.x + LEAST_WIDTH);
    let place =
        Rect::between(Point::new(shown.origin.x, shown.origin.y - ZONE_NAMES), Point::new(right, far.y));
    // As it is written: in hundredths.
    let scale = (within(place.size.width / USUAL_WIDTH, 1.0, 2.0) * 100.0).round() / 100.0;
    Drawing { document, asked, scene, colours: theme.colours(), place, scale }
}

impl Drawing<'_> {
    fn whole(&self, stands_alone: bool) -> String {
        let around = if stands_alone { (head::HEIGHT, foot::height(self)) } else { (0.0, 0.0) };
        let (head, foot) = (around.0 * self.scale, around.1 * self.scale);
        let Rect { origin, size } = self.place;
        let (top, height) = (origin.y - head, head + size.height + foot);
        let svg = element("svg")
            .set("xmlns", "http://www.w3.org/2000/svg")
            .set("width", &number(size.width))
            .set("height", &number(height))
            .set(
                "viewBox",
                &format!("{} {} {} {}", number(origin.x), number(top), number(size.width), number(height)),
            )
            .set("role", "img")
            .set("font-family", FONTS)
            .set("font-size", "11.5")
            .set("fill", self.colours.ink_2);
        let svg = if stands_alone { svg.with(self.plan()) } else { svg };
        let svg = svg
            .with(element("title").with(shape::sound(&self.document.name)))
            .with(element("desc").with(head::words(self)))
            .with(ground::zones(self))
            .with(ground::areas(self))
            .with(layer(self.scene.frames.iter().map(|frame| frame::frame(self, frame))))
            .with(layer(self.scene.links.iter().map(|link| link::link(self, link))))
            .with(layer(self.scene.cards.iter().map(|card| card::card(self, card))));
        let svg = if stands_alone { svg.with(head::head(self)).with(foot::foot(self)) } else { svg };
        Markup::from(svg).into_html()
    }

    /// A group from that height on for what stands above and below the canvas, and how wide it is.
    fn margin(&self, top: f64) -> (Element, f64) {
        let at = format!("translate({} {})", number(self.place.origin.x), number(top));
        let at = at + &format!(" scale({})", number(self.scale));
        (element("g").set("transform", &at), self.place.size.width / self.scale)
    }

    /// The plan itself, first of all, so that nothing that is drawn can be taken for it. See [`crate::exchange::file`].
    fn plan(&self) -> Element {
        element("metadata").with(Markup::sound(in_markup(&json::line(self.document))))
    }
}

fn layer(parts: impl Iterator<Item = Element>) -> Element {
    element("g").all(parts)
}

/// A plan's JSON as it can stand in any markup: what markup or XML does not bear stands in texts alone, and there JSON has another
/// way to write it.
fn in_markup(json: &str) -> String {
    let mut written = String::with_capacity(json.len());
    for letter in json.chars() {
        match letter {
            '<' => written.push_str("\\u003c"),
            '>' => written.push_str("\\u003e"),
            '&' => written.push_str("\\u0026"),
            '\u{FFFE}' => written.push_str("\\ufffe"),
            '\u{FFFF}' => written.push_str("\\uffff"),
            letter => written.push(letter),
        }
    }
    written
}
