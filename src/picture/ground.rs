//! What lies behind everything: the zones and the areas of the sites.

use super::shape::{rect, said};
use super::{Drawing, text};
use crate::catalog::role::Zone;
use crate::geometry::within;
use crate::panel::{Element, Markup, element};

/// Distance of a zone's name from its left border and of its base line from the top.
const NAME: (f64, f64) = (16.0, 26.0);
/// Width below which a zone has no room for its name.
const NARROW: f64 = 72.0;
const NAME_SIZE: f64 = 12.0;

/// The zones, from the top of the drawing to its end.
pub(super) fn zones(drawing: &Drawing<'_>) -> Element {
    let (origin, size) = (drawing.place.origin, drawing.place.size);
    let colours = drawing.colours;
    let inside = |x: f64| within(x, origin.x, origin.x + size.width);
    element("g").all(drawing.scene.bands.iter().map(|band| {
        let (from, to) = (inside(band.x.0), inside(band.x.1));
        let fill = match band.zone {
            Zone::External => colours.external,
            Zone::Perimeter => colours.perimeter,
            Zone::Internal => colours.internal,
        };
        let ground = rect((from, origin.y), (to - from, size.height), 0.0).set("fill", fill);
        let name = (to - from >= NARROW).then(|| {
            let name = text::cut(&band.label, NAME_SIZE, to - from - 2.0 * NAME.0);
            said(from + NAME.0, origin.y + NAME.1, (NAME_SIZE, colours.ink_3), true, &name)
        });
        [Some(ground).filter(|_| to > from), name].into_iter().flatten().collect::<Markup>()
    }))
}

/// The areas of the sites, where there are several.
pub(super) fn areas(drawing: &Drawing<'_>) -> Element {
    let colours = drawing.colours;
    element("g").all(drawing.scene.areas.iter().map(|area| {
        let (origin, size) = (area.rect.origin, area.rect.size);
        let ground = rect((origin.x, origin.y), (size.width, size.height), 16.0)
            .set("fill", colours.accent)
            .set("fill-opacity", ".04")
            .set("stroke", colours.line);
        let name = text::cut(&area.name, 12.5, size.width - 32.0);
        let name = said(origin.x + 16.0, origin.y + 20.0, (12.5, colours.ink_2), true, &name);
        [ground, name].into_iter().collect::<Markup>()
    }))
}
