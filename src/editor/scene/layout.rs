//! Where cards and frames stand.

use super::card::Card;
use crate::catalog::Catalog;
use crate::catalog::role::Role;
use crate::collected::Map;
use crate::editor::state::State;
use crate::editor::target::Target;
use crate::geometry::{Canvas, Point, Rect, Size, Vector};
use crate::plan::{Component, NodeId, Pool, Scenario, footprint};

/// Space between a frame and what stands in it, at the sides and below.
pub(super) const PADDING: f64 = 24.0;
/// Space above what stands in a frame, which holds the title.
pub(super) const TITLE: f64 = 56.0;
/// The frame of a pool that holds nothing.
const EMPTY_FRAME: Size<Canvas> = Size::new(332.0, 144.0);
/// What a plan shows that holds nothing.
const EMPTY_PLAN: (Point<Canvas>, Point<Canvas>) = (Point::new(-240.0, 0.0), Point::new(880.0, 480.0));

/// The frame around the parts of a pool.
#[derive(Debug, Clone, PartialEq)]
pub struct Frame {
    /// The pool.
    pub pool: NodeId,
    /// Its name.
    pub name: String,
    /// Where it stands.
    pub rect: Rect<Canvas>,
    /// What it takes up at the least, where that is stated.
    pub stated: Option<Rect<Canvas>>,
}

/// Cards and frames, and where each stands.
pub(in crate::editor) struct Layout {
    pub cards: Vec<Card>,
    pub frames: Vec<Frame>,
    pub places: Map<Target, Rect<Canvas>>,
}

impl Layout {
    pub(in crate::editor) fn of(scenario: &Scenario, catalog: &Catalog) -> Self {
        let mut cards = Vec::new();
        for component in &scenario.components {
            cards.extend(catalog.role(&component.role).map(|role| Card::component(component, role)));
        }
        for users in &scenario.populations {
            cards.extend(Card::users(users));
        }
        let mut places = Map::new();
        for card in &cards {
            places.insert(card.target.clone(), card.rect);
        }
        let mut frames = Vec::new();
        for pool in &scenario.pools {
            let rect = frame_rect(scenario, catalog, pool, &[]);
            places.insert(Target::Node(pool.id.clone()), rect);
            let stated = pool.size.map(|size| Rect { origin: pool.position, size });
            frames.push(Frame { pool: pool.id.clone(), name: pool.name.clone(), rect, stated });
        }
        Self { cards, frames, places }
    }

    pub(in crate::editor) fn bounds(&self) -> Rect<Canvas> {
        let all = self.places.values().copied().reduce(|all, rect| all.united(&rect));
        all.unwrap_or_else(|| Rect::between(EMPTY_PLAN.0, EMPTY_PLAN.1))
    }

    /// The node whose card, or else whose frame, lies there.
    pub(in crate::editor) fn node_at(&self, point: Point<Canvas>) -> Option<NodeId> {
        let card = self.cards.iter().rev().find(|card| card.rect.contains(point));
        let frame = self.frames.iter().rev().find(|frame| frame.rect.contains(point));
        let node = card.and_then(|card| card.target.node()).or_else(|| frame.map(|frame| &frame.pool));
        node.cloned()
    }
}

impl State {
    pub(in crate::editor) fn layout(&self, catalog: &Catalog) -> Layout {
        Layout::of(self.scenario(), catalog)
    }

    /// Upper left corner of something that can be moved.
    pub(in crate::editor) fn corner_of(&self, catalog: &Catalog, target: &Target) -> Option<Point<Canvas>> {
        let scenario = self.scenario();
        match target {
            Target::Link(_) => None,
            Target::RemoteUsers(users) => Some(scenario.population(users)?.remote_position),
            Target::Node(node) => {
                let component = scenario.component(node).map(|component| component.position);
                let users = || scenario.population(node).map(|users| users.position);
                let pool = || scenario.pool(node).map(|pool| frame_rect(scenario, catalog, pool, &[]).origin);
                component.or_else(users).or_else(pool)
            }
        }
    }
}

pub(in crate::editor) fn component_rect(component: &Component, role: &Role) -> Rect<Canvas> {
    Rect { origin: component.position, size: footprint::of_role(role) }
}

/// The frame around the parts of a pool, apart from some of them.
pub(in crate::editor) fn frame_rect(
    scenario: &Scenario,
    catalog: &Catalog,
    pool: &Pool,
    but: &[NodeId],
) -> Rect<Canvas> {
    let parts = scenario.parts_of(&pool.id).filter(|part| !but.contains(&part.id));
    let cards = parts.filter_map(|part| Some(component_rect(part, catalog.role(&part.role)?)));
    let stated = pool.size.map(|size| Rect { origin: pool.position, size });
    let parts = framed(cards).map(|parts| stated.map_or(parts, |stated| parts.united(&stated)));
    parts.or(stated).unwrap_or(Rect { origin: pool.position, size: EMPTY_FRAME })
}

/// The frame around cards.
pub(super) fn framed(cards: impl Iterator<Item = Rect<Canvas>>) -> Option<Rect<Canvas>> {
    let inside = cards.reduce(|all, card| all.united(&card))?;
    Some(Rect::between(
        inside.origin + Vector::new(-PADDING, -TITLE),
        inside.far_corner() + Vector::new(PADDING, PADDING),
    ))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::{Item, insert};

    #[test]
    fn a_new_pool_has_its_frame_where_it_was_placed() {
        let catalog = Catalog::bundled();
        let empty = Scenario::empty("plan", "As planned");
        let at = Point::new(400.0, 80.0);
        let (edits, pool) = insert(&empty, &catalog, &Item::Pool, at).unwrap();
        let layout = Layout::of(&empty.edited(&catalog, &edits).unwrap(), &catalog);
        let frame = *layout.places.get(&Target::Node(pool)).unwrap();
        assert_eq!(frame, Rect { origin: at, size: Size::new(332.0, 420.0) });
    }

    #[test]
    fn a_card_lies_over_its_frame() {
        let catalog = Catalog::bundled();
        let empty = Scenario::empty("plan", "As planned");
        let (edits, pool) = insert(&empty, &catalog, &Item::Pool, Point::new(400.0, 80.0)).unwrap();
        let layout = Layout::of(&empty.edited(&catalog, &edits).unwrap(), &catalog);
        for card in &layout.cards {
            assert_eq!(layout.node_at(card.rect.center()).as_ref(), card.target.node());
        }
        assert_eq!(layout.node_at(Point::new(410.0, 90.0)), Some(pool));
        assert_eq!(layout.node_at(Point::new(0.0, 0.0)), None);
    }
}
