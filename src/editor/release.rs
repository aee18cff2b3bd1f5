//! Lifting the pointer: the gesture becomes at most one step of history.

use super::connecting::Connection;
use super::gesture::{Drag, Gesture, Press};
use super::killing::Blow;
use super::notice::Notice;
use super::pointer::Hit;
use super::state::State;
use super::target::Target;
use crate::analysis::Casualty;
use crate::catalog::Catalog;
use crate::collected::Set;
use crate::geometry::{Point, Rect, Screen};
use crate::plan::{Edit, Link, NodeId, Population, Refusal};

impl State {
    pub(super) fn release(&mut self, catalog: &Catalog, at: Point<Screen>, on: &Hit) {
        self.follow(catalog, at);
        self.before_gesture = None;
        match self.gesture.take() {
            Some(Gesture::Press(press)) => self.click(catalog, press),
            Some(Gesture::Move(drag)) => self.drop(catalog, &drag),
            Some(Gesture::Connect { from, over, .. }) => {
                // The page knows better than the layout what lies on top.
                let hit = self.hit_node(on).filter(|node| self.is_another(&from, node));
                let over = hit.map(|node| self.connection(catalog, &from, node)).or(over);
                if let Some((_, connection)) = over {
                    self.connect(catalog, connection);
                }
            }
            Some(Gesture::Resize { pool, from, to, .. }) => {
                self.set_frame(catalog, &pool, Some(Rect::between(from, to)));
            }
            Some(Gesture::Marquee { .. } | Gesture::Pan { .. }) | None => {}
        }
    }

    fn hit_node(&self, on: &Hit) -> Option<NodeId> {
        let target = on.target().filter(|target| target.exists(self.scenario()))?;
        target.node().cloned()
    }

    /// A press that was no move: on a server it kills or repairs that; with Shift it takes away what was selected, else
    /// it selects that alone.
    fn click(&mut self, catalog: &Catalog, press: Press) {
        if let (Some(place), Target::Node(component)) = (press.server, &press.on)
            && let Some(struck) = Casualty::server(self.scenario(), component, place)
        {
            self.strike(catalog, &struck, Blow::Toggle);
            return;
        }
        match (press.was_selected, press.shift) {
            (true, true) => {
                self.selection.remove(&press.on);
            }
            (true, false) => self.selection = Set::of(press.on),
            (false, _) => {}
        }
    }

    fn drop(&mut self, catalog: &Catalog, drag: &Drag) {
        if drag.copy {
            if drag.by().length() > 0.0 {
                self.duplicate(catalog, Some(drag.by()));
            }
            return;
        }
        let mut edits = self.move_edits(drag.by());
        let moved: Vec<NodeId> = self.selection.iter().filter_map(|target| target.node().cloned()).collect();
        self.join(catalog, &mut edits, &moved);
        self.edit(catalog, "Move", &edits);
    }

    pub(super) fn connect(&mut self, catalog: &Catalog, connection: Result<Connection, Refusal>) {
        match connection {
            Ok(Connection::Link { kind, from, to }) => {
                let id = self.scenario().fresh_link_id();
                self.edit(catalog, "Link", &[Edit::AddLink(Link { id, kind, from, to })]);
            }
            Ok(Connection::Home { users, home }) => {
                let Some(users) = self.scenario().population(&users) else { return };
                let users = Population { home: Some(home), ..(**users).clone() };
                self.edit(catalog, "Home users", &[Edit::SetPopulation(users)]);
            }
            Err(refusal) => self.notice = Some(Notice::problem(&refusal)),
        }
    }
}
