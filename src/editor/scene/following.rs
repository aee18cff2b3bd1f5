//! What follows a move under way: links keep hold of their ends, and frames stay around their parts.

use super::Scene;
use super::card::{Card, SPREAD};
use super::layout::{Frame, framed};
use super::wire::{LinkPath, drawn};
use crate::collected::{Map, Set};
use crate::editor::target::Target;
use crate::geometry::{Canvas, MARGIN, Rect, Vector};
use crate::plan::NodeId;

/// How near to a link's ends a card stands that may be in its way.
const NEAR: f64 = MARGIN + SPREAD;

/// Frames and links that look different while something is moved.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Following {
    /// Frames, where they are now.
    pub frames: Vec<Frame>,
    /// Links, as they run now.
    pub links: Vec<LinkPath>,
}

impl Scene {
    /// The frames and links that change when `moved` is shifted by `by`, as they then are; see
    /// [`State::drag_offset`](crate::editor::State::drag_offset).
    pub fn following(&self, moved: &[Target], by: Vector<Canvas>) -> Following {
        let moved: Set<&Target> = moved.iter().collect();
        let shifted = |target: &Target, rect: Rect<Canvas>| {
            rect.shifted(if moved.contains(&target) { by } else { Vector::default() })
        };
        let parts = self.cards.iter().filter(|card| moved.contains(&&card.target));
        let pools: Set<&NodeId> = parts.filter_map(|card| card.in_pool.as_ref()).collect();
        let frames = self.frames.iter().filter(|frame| {
            pools.contains(&&frame.pool) || moved.contains(&&Target::Node(frame.pool.clone()))
        });
        let frames: Vec<_> = frames.filter_map(|frame| self.follow(frame, &moved, by)).collect();
        let resized: Map<Target, Rect<Canvas>> =
            frames.iter().map(|frame| (Target::Node(frame.pool.clone()), frame.rect)).collect();
        let place = |target: &Target| {
            let frame = resized.get(target).copied();
            frame.or_else(|| Some(shifted(target, *self.places.get(target)?)))
        };
        let touched = |target: &Target| moved.contains(&target) || resized.contains_key(target);
        let links = self.links.iter().filter(|link| touched(&link.from) || touched(&link.to));
        let links: Vec<_> =
            links.filter_map(|link| Some((link, place(&link.from)?, place(&link.to)?))).collect();
        let around = links.iter().map(|(_, from, to)| from.united(to)).reduce(|all, link| all.united(&link));
        // Of a thousand cards few are near.
        let is_near = |card: &&Card| {
            around.is_some_and(|around| {
                let around = around.grown(NEAR);
                around.meets(&card.rect) || around.meets(&card.rect.shifted(by))
            })
        };
        let near = self.cards.iter().filter(is_near);
        let in_the_way: Vec<_> =
            near.flat_map(|card| card.in_the_way(shifted(&card.target, card.rect))).collect();
        let links = links.into_iter().map(|(link, from, to)| {
            let path = drawn(from, to, link.turn, &in_the_way);
            LinkPath { path, bounds: from.united(&to), ..link.clone() }
        });
        Following { links: links.collect(), frames }
    }

    /// The frame after the move, where it is another one.
    fn follow(&self, frame: &Frame, moved: &Set<&Target>, by: Vector<Canvas>) -> Option<Frame> {
        let mut parts =
            self.cards.iter().filter(|card| card.in_pool.as_ref() == Some(&frame.pool)).peekable();
        let whole = moved.contains(&Target::Node(frame.pool.clone()));
        let stated = if whole { frame.stated.map(|stated| stated.shifted(by)) } else { frame.stated };
        let rect = if whole || parts.peek().is_none() {
            whole.then(|| frame.rect.shifted(by))?
        } else {
            let parts =
                framed(parts.map(|card| {
                    if moved.contains(&card.target) { card.rect.shifted(by) } else { card.rect }
                }))?;
            stated.map_or(parts, |stated| parts.united(&stated))
        };
        (rect != frame.rect).then(|| Frame { rect, stated, ..frame.clone() })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::Catalog;
    use crate::plan::Edit;
    use crate::plan::build::PlanBuilder;

    #[test]
    fn what_follows_a_move_looks_as_it_will_after_the_move() {
        let catalog = Catalog::bundled();
        let before = PlanBuilder::new()
            .pool("pool", |pool| pool.balancers(1).front_ends(2).back_ends(1))
            .edge("edge", 1, "pool")
            .users("users", 10, "pool")
            .scenario();
        let scene = Scene::of(&before, &catalog);
        let by = Vector::new(80.0, -40.0);
        for node in ["pool-front-ends", "pool-balancers", "edge", "users"] {
            let edit = Edit::MoveNodes { nodes: vec![node.into()], by };
            let after = Scene::of(&before.edited(&catalog, [&edit]).unwrap(), &catalog);
            let following = scene.following(&[Target::Node(node.into())], by);
            assert!(!following.links.is_empty(), "{node}");
            for link in &following.links {
                assert!(after.links.contains(link), "{node}: {link:?}");
            }
            for frame in &following.frames {
                assert!(after.frames.contains(frame), "{node}: {frame:?}");
            }
        }
    }

    #[test]
    fn nothing_follows_what_does_not_move() {
        let plan = PlanBuilder::new().standard_edition("se").users("users", 10, "se").scenario();
        let scene = Scene::of(&plan, &Catalog::bundled());
        assert_eq!(scene.following(&[], Vector::new(8.0, 0.0)), Following::default());
    }
}
