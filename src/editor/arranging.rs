//! Bringing what is selected in line.

use super::state::State;
use super::target::Target;
use crate::catalog::Catalog;
use crate::geometry::{Arrangement, Canvas, Vector};
use crate::plan::{Edit, NodeId};

impl State {
    /// What is selected and has a place of its own, without the parts of pools that are selected too.
    pub(super) fn movable(&self) -> impl Iterator<Item = &Target> {
        let in_pool = |target: &&Target| {
            let part = target.node().and_then(|node| self.scenario().component(node));
            let pool = part.and_then(|part| part.pool.clone());
            pool.is_some_and(|pool| self.selection.contains(&Target::Node(pool)))
        };
        self.selection.iter().filter(move |target| target.can_move() && !in_pool(target))
    }

    pub(super) fn arrange(&mut self, catalog: &Catalog, arrangement: Arrangement) {
        let layout = self.layout(catalog);
        let (mut targets, mut rects) = (Vec::new(), Vec::new());
        for target in self.movable() {
            if let Some(rect) = layout.places.get(target) {
                targets.push(target.clone());
                rects.push(*rect);
            }
        }
        let mut edits = Vec::new();
        for (target, by) in targets.iter().zip(arrangement.moves(&rects)) {
            edits.extend(moved(target, by));
        }
        let label = match arrangement {
            Arrangement::Align(..) => "Align",
            Arrangement::Distribute(_) => "Distribute",
        };
        self.edit(catalog, label, &edits);
    }
}

/// The edit that moves one target.
fn moved(target: &Target, by: Vector<Canvas>) -> Option<Edit> {
    let nodes = |node: &NodeId| vec![node.clone()];
    match target {
        Target::Node(node) => Some(Edit::MoveNodes { nodes: nodes(node), by }),
        Target::RemoteUsers(users) => Some(Edit::MoveRemoteUsers { population: users.clone(), by }),
        Target::Link(_) => None,
    }
}
