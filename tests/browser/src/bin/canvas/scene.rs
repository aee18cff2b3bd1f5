//! A plan's drawing, as it is given to the peer.

use availability_planner::catalog::Catalog;
use availability_planner::editor::scene::{Card, CardKind, Frame, LinkPath};
use availability_planner::editor::{Scene as Drawn, Target};
use availability_planner::plan::Scenario;
use serde_json::{Value, json};

/// What is drawn.
pub(crate) struct Scene {
    pub(crate) cards: usize,
    pub(crate) frames: usize,
    pub(crate) links: usize,
    nodes: Vec<Value>,
    edges: Vec<Value>,
}

impl Scene {
    pub(crate) fn of(scenario: &Scenario) -> Self {
        let drawn = Drawn::of(scenario, &Catalog::bundled());
        let cards = drawn.cards.iter().map(|card| carded(card, &drawn.frames));
        Self {
            cards: drawn.cards.len(),
            frames: drawn.frames.len(),
            links: drawn.links.len(),
            // A frame comes before what stands in it.
            nodes: drawn.frames.iter().map(framed).chain(cards).collect(),
            edges: drawn.links.iter().map(linked).collect(),
        }
    }

    /// The file that the peer opens; `figures` are those that the planner shows on its cards.
    pub(crate) fn file(&self, figures: &Value) -> String {
        json!({ "nodes": self.nodes, "edges": self.edges, "figures": figures }).to_string()
    }
}

fn framed(frame: &Frame) -> Value {
    let (at, size) = (frame.rect.origin, frame.rect.size);
    json!({
        "id": pool(frame), "type": "frame", "x": at.x, "y": at.y, "width": size.width, "height": size.height,
        "name": frame.name,
    })
}

fn carded(card: &Card, frames: &[Frame]) -> Value {
    let (kind, servers) = match card.kind {
        CardKind::Component { compact: true, servers, .. } => ("small", servers),
        CardKind::Component { servers, .. } => ("whole", servers),
        CardKind::Office { .. } | CardKind::Remote { .. } => ("users", 0),
    };
    let frame = frames.iter().find(|frame| card.in_pool.as_ref() == Some(&frame.pool));
    // What stands in a frame stands from its corner.
    let (at, size) = (card.rect.origin, card.rect.size);
    let (x, y) = frame.map_or((at.x, at.y), |frame| (at.x - frame.rect.origin.x, at.y - frame.rect.origin.y));
    json!({
        "id": id(&card.target), "type": "card", "x": x, "y": y, "width": size.width, "height": size.height,
        "parent": frame.map(pool), "kind": kind, "name": card.name, "servers": servers,
        "said": format!("{}, {}", card.name, card.subtitle),
    })
}

fn linked(link: &LinkPath) -> Value {
    json!({
        "id": link.id, "from": id(&link.from), "to": id(&link.to), "dashed": link.dashed, "said": link.label,
    })
}

/// A pool's name among the ends of links.
fn pool(frame: &Frame) -> String {
    id(&Target::Node(frame.pool.clone()))
}

/// The name that an end has in the peer's file: that of a card on the planner's page.
fn id(target: &Target) -> String {
    match target {
        Target::Node(node) => format!("card/{node}"),
        Target::RemoteUsers(users) => format!("remote/{users}"),
        Target::Link(link) => format!("link/{link}"),
    }
}
