//! Drawing a connection from one node to another.

use super::gesture::Gesture;
use super::notice::Notice;
use super::state::State;
use crate::catalog::Catalog;
use crate::geometry::{Point, Screen};
use crate::plan::{LinkKind, NodeId, Refusal, Scenario};

/// What connecting two nodes means. It does not matter from which of the two it is drawn.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Connection {
    /// A link.
    Link {
        /// What it says.
        kind: LinkKind,
        /// Where it starts.
        from: NodeId,
        /// Where it ends.
        to: NodeId,
    },
    /// A new home for users.
    Home {
        /// The users.
        users: NodeId,
        /// Their home.
        home: NodeId,
    },
}

impl Connection {
    /// What connecting the two means.
    ///
    /// # Errors
    /// [`Refusal`] says why they cannot be connected.
    pub fn between(
        scenario: &Scenario,
        catalog: &Catalog,
        from: &NodeId,
        to: &NodeId,
    ) -> Result<Self, Refusal> {
        for (users, home) in [(from, to), (to, from)] {
            if let Some(population) = scenario.population(users) {
                return match population.home.as_ref() {
                    Some(known) if known == home => Err(Refusal::Twice),
                    _ if !scenario.is_home(catalog, home) => Err(Refusal::Population),
                    _ => Ok(Self::Home { users: users.clone(), home: home.clone() }),
                };
            }
        }
        let link = |from: &NodeId, to: &NodeId| {
            let kind = scenario.linkable(catalog, from, to)?;
            Ok(Self::Link { kind, from: from.clone(), to: to.clone() })
        };
        link(from, to).or_else(|refusal| match link(to, from) {
            Err(Refusal::Twice) => Err(Refusal::Twice),
            other => other.map_err(|_| refusal),
        })
    }
}

impl Connection {
    /// What it says, as a sentence.
    pub fn words(&self, scenario: &Scenario) -> String {
        let name =
            |node: &NodeId| scenario.node(node).map_or_else(String::new, |node| node.name().to_owned());
        match self {
            Self::Link { kind, from, to } => format!("{} {} {}.", name(from), kind.words(), name(to)),
            Self::Home { users, home } => format!("{} are homed on {}.", name(users), name(home)),
        }
    }
}

impl State {
    /// What connecting the two means, with the pool in place of a part of it that cannot be connected by itself.
    pub(super) fn connection(
        &self,
        catalog: &Catalog,
        from: &NodeId,
        to: NodeId,
    ) -> (NodeId, Result<Connection, Refusal>) {
        let scenario = self.scenario();
        let direct = Connection::between(scenario, catalog, from, &to);
        if direct.is_ok() {
            return (to, direct);
        }
        let pool = scenario.component(&to).and_then(|part| part.pool.as_ref()).filter(|pool| *pool != from);
        match pool.map(|pool| (pool.clone(), Connection::between(scenario, catalog, from, pool))) {
            Some((pool, whole)) if matches!(whole, Ok(_) | Err(Refusal::Twice)) => (pool, whole),
            _ => (to, direct),
        }
    }

    /// Says that two nodes are linked now, to those who cannot see it.
    pub(super) fn say_linked(&mut self, from: &NodeId, to: &NodeId) {
        let name = |node| self.scenario().node(node).map_or("", |node| node.name());
        let text = format!("Linked {} to {}.", name(from), name(to));
        self.notice.get_or_insert_with(|| Notice::spoken(text));
    }

    /// Whether a connection can end there: neither where it starts nor in the frame around that.
    pub(super) fn is_another(&self, from: &NodeId, node: &NodeId) -> bool {
        let around = self.scenario().component(from).and_then(|part| part.pool.as_ref());
        node != from && around != Some(node)
    }

    pub(super) fn connect_to(&mut self, catalog: &Catalog, from: NodeId, at: Point<Screen>) {
        let to = self.view.canvas_from_screen(at);
        let over = self.layout(catalog).node_at(to).filter(|node| self.is_another(&from, node));
        let over = over.map(|node| self.connection(catalog, &from, node));
        self.gesture = Some(Gesture::Connect { from, to, over });
    }
}
