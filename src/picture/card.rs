//! A card: a component with its servers, or users.

use super::marks::{self, Found};
use super::servers_now::{Doing, ServerNow, left, servers_now};
use super::shape::{around, group, icon, number, rect, said, sound, stroke, to_the_left};
use super::{Colours, Drawing, Load, availability_on_card, text};
use crate::analysis::ComponentFigures;
use crate::chart::nines::availability;
use crate::editor::scene::{Card, CardKind};
use crate::panel::{Element, element};
use crate::plan::NodeId;

/// Where a card's contents begin and how wide they are.
const LEFT: f64 = 12.0;
const WIDTH: f64 = 172.0;
/// Most servers that are shown one by one.
const MOST: usize = 20;

/// What a card shows besides the drawing.
struct Shown<'a> {
    card: &'a Card,
    colours: &'static Colours,
    figures: Option<&'a ComponentFigures>,
    servers: Vec<ServerNow>,
    /// Users on each server that is left and users that each carries, where that is another than with everything up.
    each_now: Option<(f64, f64)>,
}

impl Drawing<'_> {
    /// The figures of a component or a pool by itself.
    pub(super) fn figures(&self, node: &NodeId) -> Option<&ComponentFigures> {
        self.asked.analysis().ok()?.components.get(node)
    }
}

/// A card at its place.
pub(super) fn card(drawing: &Drawing<'_>, card: &Card) -> Element {
    let shown = Shown::of(drawing, card);
    let (colours, size) = (drawing.colours, card.rect.size);
    let compact = matches!(card.kind, CardKind::Component { compact: true, .. });
    let dead = shown.is_dead();
    let ground = rect((0.0, 0.0), (size.width, size.height), 8.0)
        .set("fill", if dead { colours.sunken } else { colours.surface })
        .set("stroke", if dead { colours.bad } else { colours.line_strong })
        .set_some("stroke-dasharray", dead.then_some("5 3"));
    let found = card.target.node().and_then(|node| Found::on(drawing, node));
    let single = shown.figures.is_some_and(|figures| figures.single_point_of_failure);
    let taken = found.as_ref().map_or(0.0, |_| marks::WIDTH + 4.0);
    let inside = match &card.kind {
        CardKind::Component { compact: true, .. } => shown.small(),
        CardKind::Component { .. } => shown.whole(),
        CardKind::Office { .. } => shown.users("users"),
        CardKind::Remote { .. } => shown.users("remote-users"),
    };
    let (x, y) =
        if compact { (-marks::WIDTH / 2.0, size.width) } else { (size.width + 8.0 - marks::WIDTH, 0.0) };
    group(card.rect.origin.x, card.rect.origin.y)
        .with(element("title").with(sound(&shown.words())))
        .with(ground)
        .all(inside)
        .with(single.then(|| marks::single_point(size.width, compact, taken, colours)))
        .with(found.map(|found| found.badge(x, y, colours)))
}

impl<'a> Shown<'a> {
    fn of(drawing: &'a Drawing<'a>, card: &'a Card) -> Self {
        let asked = drawing.asked;
        let component = match card.kind {
            CardKind::Component { .. } => card.target.node().and_then(|node| asked.scenario.component(node)),
            CardKind::Office { .. } | CardKind::Remote { .. } => None,
        };
        let now = asked.now().ok().flatten();
        let load = component
            .zip(now)
            .and_then(|(component, now)| now.loads.iter().find(|load| load.component == component.id));
        let servers = component.map(|component| {
            let is_over = load.is_some_and(crate::analysis::Load::is_over);
            servers_now(component, asked.scenario, asked.catalog, asked.down, is_over)
        });
        let changed = load.filter(|load| (load.users_each.value - load.users_each_before.value).abs() > 0.5);
        Self {
            card,
            colours: drawing.colours,
            figures: component.and_then(|component| drawing.figures(&component.id)),
            servers: servers.unwrap_or_default(),
            each_now: changed.map(|load| (load.users_each.value, load.capacity_each.value)),
        }
    }

    fn is_dead(&self) -> bool {
        !self.servers.is_empty() && self.servers.iter().all(|server| server.doing == Doing::Down)
    }

    /// Users who want it and users whom it carries.
    fn load(&self) -> Option<(f64, f64)> {
        let figures = self.figures?;
        Some((figures.demand_users.as_ref()?.value, figures.capacity_users.as_ref()?.value))
    }

    fn name(&self, room: f64) -> Element {
        let colour = if self.is_dead() { self.colours.ink_2 } else { self.colours.ink };
        said(38.0, 24.0, (12.5, colour), true, &text::cut(&self.card.name, 12.5, room))
    }

    fn icon(&self, name: &str, x: f64, y: f64) -> Element {
        icon(name, x, y, if self.is_dead() { self.colours.ink_3 } else { self.colours.ink_2 })
    }

    /// Icon, name, servers, availability and load.
    fn whole(&self) -> Vec<Element> {
        let colours = self.colours;
        let mut parts = vec![self.icon(&self.card.icon, 10.0, 9.0), self.name(148.0)];
        parts.push(self.dots(LEFT + 5.0, 45.0, 88.0));
        let at_right =
            |colour, bold, words: &str| to_the_left(said(LEFT + WIDTH, 49.0, (11.5, colour), bold, words));
        if let Some(left) = left(&self.servers) {
            parts.push(at_right(colours.bad, true, &left));
        } else if let Some(figures) = self.figures {
            let available = availability_on_card(figures.unavailability.value);
            parts.push(at_right(colours.ink_2, false, &available));
        }
        match (self.each_now, self.load()) {
            _ if self.is_dead() => {
                parts.push(said(LEFT, 71.0, (10.5, colours.bad), false, "✕ down: serves nobody"));
            }
            (Some((users, room)), _) => self.bar(users, room, true, &mut parts),
            (None, Some((demand, capacity))) => self.bar(demand, capacity, false, &mut parts),
            (None, None) => {
                parts.push(said(LEFT, 71.0, (10.5, colours.ink_3), false, &self.card.subtitle));
            }
        }
        parts
    }

    fn bar(&self, demand: f64, capacity: f64, each: bool, parts: &mut Vec<Element>) {
        let (colours, load) = (self.colours, Load::of(demand, capacity, each));
        let (fill, ink) = match load.state {
            "bad" => (colours.bad, colours.bad),
            "risk" => (colours.risk, colours.risk),
            _ => (colours.ink_3, colours.ink_3),
        };
        let place = |width| rect((LEFT, 59.0), (width, 4.0), 2.0);
        parts.push(place(WIDTH).set("fill", colours.sunken));
        parts.push(place(WIDTH * load.share).set("fill", fill));
        parts.push(said(LEFT, 76.0, (10.5, ink), false, &load.words));
    }

    /// Nothing but the icon and a dot for each unit, the name above.
    fn small(&self) -> Vec<Element> {
        let (size, colours) = (self.card.rect.size, self.colours);
        let count = self.servers.len();
        let wide = 14.0 * (as_number(count) - 1.0);
        let name = text::cut(&self.card.name, 11.0, 120.0);
        let name = |colour| around(said(size.width / 2.0, -9.0, (11.0, colour), false, &name));
        // Links go by behind it.
        let halo = name(colours.internal)
            .set("stroke", colours.internal)
            .set("stroke-width", "4")
            .set("stroke-linejoin", "round");
        vec![
            self.icon(&self.card.icon, 12.0, 8.0),
            self.dots(size.width / 2.0 - wide / 2.0, 35.0, if count > 1 { 28.0 } else { 14.0 }),
            halo,
            name(colours.ink_2),
        ]
    }

    fn users(&self, icon: &str) -> Vec<Element> {
        let subtitle = said(12.0, 47.0, (11.0, self.colours.ink_2), false, &self.card.subtitle);
        vec![self.icon(icon, 10.0, 10.0), self.name(84.0), subtitle]
    }

    /// A row of dots from `x` on that takes no more than `room`.
    fn dots(&self, x: f64, y: f64, room: f64) -> Element {
        let count = self.servers.len();
        if count > MOST {
            let words = format!("{count} servers");
            return said(x - 4.0, y + 4.0, (11.5, self.colours.ink_2), false, &words);
        }
        let step = (room / as_number(count.max(1))).min(22.0);
        let size = (step * 0.31).min(4.5);
        element("g").all(self.servers.iter().enumerate().map(|(place, server)| {
            dot(server.doing, size, self.colours).set(
                "transform",
                &format!("translate({} {})", number(x + step * as_number(place)), number(y)),
            )
        }))
    }

    /// The card in words, for the hint under the pointer.
    fn words(&self) -> String {
        let card = self.card;
        let mut words = format!("{}, {}", card.name, left(&self.servers).as_ref().unwrap_or(&card.subtitle));
        if let Some(figures) = self.figures {
            words.extend([", by itself ", &availability(figures.unavailability.value)]);
        }
        words
    }
}

/// A server: filled where it serves, a ring where it stands by, a triangle where it is overloaded, a cross where it is down.
pub(super) fn dot(doing: Doing, size: f64, colours: &Colours) -> Element {
    let circle = |radius| element("circle").set("r", &number(radius));
    match doing {
        Doing::Up => circle(size).set("fill", colours.ok),
        Doing::Waits => {
            circle(size - 0.75).set("fill", "none").set("stroke", colours.ok).set("stroke-width", "1.6")
        }
        Doing::Over => {
            let (half, low) = (number(size * 1.2), number(size));
            let triangle = format!("M0 {}L{half} {low}H{}z", number(size * -1.2), number(size * -1.2));
            element("path").set("d", &triangle).set("fill", colours.bad)
        }
        Doing::Down => {
            let (arm, back) = (number(size * 0.8), number(size * -0.8));
            stroke(&format!("M{back} {back}L{arm} {arm}M{back} {arm}L{arm} {back}"), colours.bad, 2.0)
        }
    }
}

#[allow(clippy::cast_precision_loss, reason = "a component has a hundred servers at the most")]
fn as_number(count: usize) -> f64 {
    count as f64
}
