//! Placing something from the palette: where it goes when nobody says, and that nothing is put on top of another.

use std::rc::Rc;

use super::action::Place;
use super::gesture::GRID;
use super::notice::Notice;
use super::scene::layout::Layout;
use super::scene::{Card, Frame};
use super::state::State;
use crate::catalog::Catalog;
use crate::catalog::role::{Function, Role, Zone};
use crate::geometry::within;
use crate::geometry::{Canvas, Point, Rect, Size, Vector};
use crate::plan::{Edit, Item, Link, LinkKind, companion, footprint, insert, is_pool_part};

/// Free space around something newly placed.
const CLEARANCE: f64 = 16.0;
/// How far each attempt to find free space goes beyond the last.
const ASIDE: f64 = 32.0;
/// Attempts to find free space.
const ATTEMPTS: u32 = 400;
/// Frame of a new pool with all of its parts.
const NEW_POOL: Size<Canvas> = Size::new(332.0, 420.0);

impl State {
    pub(super) fn insert(&mut self, catalog: &Catalog, item: &Item, at: Place) {
        let layout = self.layout(catalog);
        let at = match at {
            Place::At(center) => corner(center, Self::size(catalog, item)),
            Place::ViewCentre => self.free_place(catalog, &layout, item),
        };
        let (mut edits, id) = match insert(self.scenario(), catalog, item, at) {
            Ok(inserted) => inserted,
            Err(refusal) => {
                self.notice = Some(Notice::problem(&refusal));
                return;
            }
        };
        self.join(catalog, &mut edits, std::slice::from_ref(&id));
        edits.extend(remote_aside(&layout, &edits));
        let before = self.history.clone();
        self.edit(catalog, &format!("Add {}", name(catalog, item)), &edits);
        if !self.history.is_same(&before) {
            // What was not put there by hand is to be seen.
            self.reveal(catalog, id);
        }
    }

    /// What a new item takes up.
    fn size(catalog: &Catalog, item: &Item) -> Size<Canvas> {
        match item {
            Item::Pool => NEW_POOL,
            Item::Users => footprint::USERS,
            Item::Role(role) => catalog.role(role).map_or(footprint::COMPONENT, footprint::of_role),
        }
    }

    fn free_place(&self, catalog: &Catalog, layout: &Layout, item: &Item) -> Point<Canvas> {
        let role = if let Item::Role(role) = item { catalog.role(role) } else { None };
        let own = role.and_then(|role| self.place_of_its_own(catalog, layout, role));
        let mut size = Self::size(catalog, item);
        if role.is_some_and(|role| companion(role.function).is_some()) {
            // Its database or gateway comes along.
            size.height += 128.0;
        }
        let zone = role.map_or(Zone::Internal, |role| role.zone);
        let wanted = own.unwrap_or_else(|| {
            let middle = Point::new(self.window.width / 2.0, self.window.height / 2.0);
            let middle = corner(self.view.canvas_from_screen(middle), size);
            let (least, most) = columns(zone);
            Point::new(within(middle.x, least, most), middle.y)
        });
        let part = own.is_some() && role.is_some_and(|role| is_pool_part(role.function));
        let frames = layout.frames.iter().filter(|_| !part).map(|frame| frame.rect);
        let taken: Vec<_> = layout.cards.iter().map(|card| card.rect).chain(frames).collect();
        let columns = own.map_or_else(|| columns(zone), |_| (f64::MIN, f64::MAX));
        aside(wanted, size, columns, &taken)
    }

    /// In a pool that lacks such a part, or before an array of Edge Servers that lacks a load balancer.
    fn place_of_its_own(&self, catalog: &Catalog, layout: &Layout, role: &Role) -> Option<Point<Canvas>> {
        let scenario = self.scenario();
        if is_pool_part(role.function) {
            let lacks = |frame: &&Frame| {
                let mut parts = scenario.parts_of(&frame.pool);
                !parts
                    .any(|part| catalog.role(&part.role).is_some_and(|known| known.function == role.function))
            };
            if let Some(frame) = layout.frames.iter().find(lacks) {
                let (far, origin) = (frame.rect.far_corner(), frame.rect.origin);
                let empty = scenario.parts_of(&frame.pool).next().is_none();
                return Some(match role.function {
                    Function::LoadBalancer => origin + Vector::new(24.0, 72.0),
                    _ if empty => origin + Vector::new(112.0, 56.0),
                    _ => Point::new(origin.x + 112.0, far.y + 24.0).snapped(GRID),
                });
            }
        }
        if role.function != Function::LoadBalancer {
            return None;
        }
        let lacks_balancer = |card: &&Card| {
            card.target.node().is_some_and(|node| {
                let edge = scenario.role(catalog, node).is_some_and(|role| role.function == Function::Edge);
                let balances = |link: &Rc<Link>| link.kind == LinkKind::Balances && link.to == *node;
                edge && !scenario.links.iter().any(balances)
            })
        };
        let array = layout.cards.iter().find(lacks_balancer)?;
        let beside = Vector::new(-80.0, array.rect.size.height / 2.0 - footprint::BALANCER.height / 2.0);
        Some((array.rect.origin + beside).snapped(GRID))
    }
}

/// Upper left corner, on the grid, of something with that middle.
fn corner(center: Point<Canvas>, size: Size<Canvas>) -> Point<Canvas> {
    Point::new(center.x - size.width / 2.0, center.y - size.height / 2.0).snapped(GRID)
}

/// Where left edges of new cards in a zone lie, leaving room for a load balancer before Edge Servers.
fn columns(zone: Zone) -> (f64, f64) {
    match zone {
        Zone::External => (f64::MIN, -160.0),
        Zone::Perimeter => (104.0, 104.0),
        Zone::Internal => (352.0, f64::MAX),
    }
}

/// The nearest place within the columns where nothing is taken.
fn aside(
    wanted: Point<Canvas>,
    size: Size<Canvas>,
    (least, most): (f64, f64),
    taken: &[Rect<Canvas>],
) -> Point<Canvas> {
    let is_free = |at: &Point<Canvas>| {
        let rect = Rect { origin: *at, size }.grown(CLEARANCE);
        !taken.iter().any(|other| other.meets(&rect))
    };
    let around = (0..ATTEMPTS).flat_map(|ring| {
        let far = f64::from(ring) * ASIDE;
        [(0.0, far), (far, 0.0), (0.0, -far), (-far, 0.0), (far, far), (far, -far), (-far, far), (-far, -far)]
    });
    around
        .map(|(x, y)| Point::new(within(wanted.x + x, least, most), wanted.y + y))
        .find(is_free)
        .unwrap_or(wanted)
}

/// The edits that move the card of new remote users off another card.
fn remote_aside(layout: &Layout, edits: &[Edit]) -> Vec<Edit> {
    let taken: Vec<_> = layout.cards.iter().map(|card| card.rect).collect();
    let moves = edits.iter().filter_map(|edit| {
        let Edit::AddPopulation(users) = edit else { return None };
        let at = users.remote_position;
        let by = aside(at, footprint::USERS, (at.x, at.x), &taken) - at;
        (by.length() > 0.0).then(|| Edit::MoveRemoteUsers { population: users.id.clone(), by })
    });
    moves.collect()
}

fn name(catalog: &Catalog, item: &Item) -> String {
    match item {
        Item::Pool => "Enterprise pool".into(),
        Item::Users => "users".into(),
        Item::Role(role) => catalog.role(role).map_or_else(|| role.to_string(), |role| role.name.clone()),
    }
}
