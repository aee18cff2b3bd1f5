//! Selecting, and what is done to all that is selected.

use super::gesture::Gesture;
use super::pointer::Pointer;
use super::state::State;
use super::target::Target;
use crate::catalog::Catalog;
use crate::collected::Set;
use crate::geometry::{Canvas, Point, Rect, Screen, Vector};
use crate::plan::{Edit, NodeId, Population};

impl State {
    pub(super) fn select(&mut self, targets: Vec<Target>) {
        let shown = |target: Target| match &target {
            Target::Node(node)
                if self.scenario().population(node).is_some_and(|users| users.remote_share >= 1.0) =>
            {
                Target::RemoteUsers(node.clone())
            }
            _ => target,
        };
        let there = targets.into_iter().filter(|target| target.exists(self.scenario()));
        self.selection = there.map(shown).collect();
        // Whoever goes through the drawing by the keys goes on from there.
        if self.reading.is_some() {
            self.reading = self.selection.first().cloned();
        }
    }

    pub(super) fn select_all(&mut self) {
        let scenario = self.scenario();
        let nodes = (scenario.components.iter().map(|component| &component.id))
            .chain(scenario.pools.iter().map(|pool| &pool.id))
            .chain(scenario.populations.iter().map(|users| &users.id))
            .cloned()
            .map(Target::Node);
        let remote = scenario.populations.iter().map(|users| Target::RemoteUsers(users.id.clone()));
        self.select(nodes.chain(remote).collect());
    }

    pub(super) fn begin_marquee(&mut self, pointer: &Pointer) {
        if !pointer.shift {
            self.selection.clear();
        }
        let at = self.view.canvas_from_screen(pointer.at);
        self.gesture = Some(Gesture::Marquee { from: at, to: at, kept: self.selection.clone() });
    }

    /// Selects the cards that the marquee meets and the pools that lie in it whole.
    pub(super) fn stretch_marquee(
        &mut self,
        catalog: &Catalog,
        from: Point<Canvas>,
        kept: Set<Target>,
        at: Point<Screen>,
    ) {
        let to = self.view.canvas_from_screen(at);
        let marquee = Rect::between(from, to);
        let layout = self.layout(catalog);
        let cards = layout.cards.iter().filter(|card| marquee.meets(&card.rect));
        let frames = layout.frames.iter().filter(|frame| marquee.encloses(&frame.rect));
        self.selection.clone_from(&kept);
        self.selection.extend(cards.map(|card| card.target.clone()));
        self.selection.extend(frames.map(|frame| Target::Node(frame.pool.clone())));
        self.gesture = Some(Gesture::Marquee { from, to, kept });
    }

    pub(super) fn delete_selection(&mut self, catalog: &Catalog) {
        let label = match self.selection.len() {
            0 => return,
            1 => format!("Delete {}", self.selection.first().map_or("", |only| self.what(only))),
            several => format!("Delete {several} parts"),
        };
        let (mut nodes, mut links, mut edits) = (Vec::new(), Vec::new(), Vec::new());
        for target in &self.selection {
            match target {
                Target::Node(node) => nodes.push(node.clone()),
                Target::Link(link) => links.push(link.clone()),
                Target::RemoteUsers(_) => {}
            }
        }
        for target in &self.selection {
            let Target::RemoteUsers(users) = target else { continue };
            let Some(users) = self.scenario().population(users).filter(|users| !nodes.contains(&users.id))
            else {
                continue;
            };
            if users.remote_share < 1.0 {
                edits.push(Edit::SetPopulation(Population { remote_share: 0.0, ..(**users).clone() }));
            } else {
                nodes.push(users.id.clone());
            }
        }
        edits.extend([Edit::RemoveLinks(links), Edit::RemoveNodes(nodes)]);
        self.edit(catalog, &label, &edits);
    }

    /// What a target is called in the label of a step.
    pub(super) fn what(&self, target: &Target) -> &str {
        match target {
            Target::Node(node) => self.scenario().node(node).map_or("", |node| node.name()),
            Target::RemoteUsers(_) => "remote users",
            Target::Link(_) => "link",
        }
    }

    /// Moves what is selected. Nudges in a row are one step of history.
    pub(super) fn nudge(&mut self, catalog: &Catalog, by: Vector<Canvas>) {
        let edits = self.move_edits(by);
        let Some(document) = self.edited(catalog, &edits) else { return };
        if self.nudging {
            self.history.amend();
            self.document = document;
        } else {
            self.commit("Move", document);
            self.nudging = true;
        }
        self.say_where(catalog);
    }

    /// The edits that move what is selected.
    pub(super) fn move_edits(&self, by: Vector<Canvas>) -> Vec<Edit> {
        let nodes: Vec<NodeId> = (self.selection.iter())
            .filter_map(|target| if let Target::Node(node) = target { Some(node.clone()) } else { None })
            .collect();
        let remote = self.selection.iter().filter_map(|target| match target {
            Target::RemoteUsers(users) => Some(Edit::MoveRemoteUsers { population: users.clone(), by }),
            _ => None,
        });
        std::iter::once(Edit::MoveNodes { nodes, by }).chain(remote).collect()
    }
}
