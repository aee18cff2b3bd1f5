//! Nodes, each there only once, and what is no longer needed cleared away.

#![allow(clippy::indexing_slicing, reason = "an edge is made where its node is put into the store")]

use super::table::Table;
use super::{END, Edge, Node, Stop};

/// Nodes with numbers above those of the nodes that they lead to; the first is the end.
pub(super) struct Store {
    nodes: Vec<Node>,
    table: Table,
    room: usize,
}

impl Store {
    /// A store with nothing but the end, for so many nodes.
    pub fn new(room: usize) -> Self {
        let end = Node { variable: END, low: Edge::TRUE, high: Edge::TRUE };
        // An edge has 31 bits for the node's number; staying below half of them leaves room for counting.
        Self { nodes: vec![end], table: Table::new(), room: room.min(u32::MAX as usize >> 2) }
    }

    /// All nodes.
    pub fn nodes(&self) -> &[Node] {
        &self.nodes
    }

    /// All nodes, for good.
    pub fn into_nodes(self) -> Vec<Node> {
        self.nodes
    }

    /// The edge to a node, or the slot for the node.
    pub fn find(&self, node: &Node) -> Result<Edge, usize> {
        self.table.find(node, &self.nodes).map(|place| Edge(place << 1))
    }

    /// Puts a node into the slot where it was not found.
    pub fn put(&mut self, slot: usize, node: Node) -> Result<Edge, Stop> {
        if self.nodes.len() >= self.room {
            return Err(Stop::Full);
        }
        let place = u32::try_from(self.nodes.len()).map_err(|_| Stop::Full)?;
        self.nodes.push(node);
        self.table.put(slot, place, &self.nodes);
        Ok(Edge(place << 1))
    }

    /// Keeps only what these edges lead to; they get new ones, all others lose their meaning.
    pub fn keep_only(&mut self, edges: &mut [Edge]) {
        let mut needed = vec![false; self.nodes.len()];
        for edge in edges.iter() {
            needed[edge.node()] = true;
        }
        // A node's number is above those of its branches, so one walk down reaches everything.
        for place in (1..self.nodes.len()).rev() {
            if needed[place] {
                let Node { low, high, .. } = self.nodes[place];
                needed[low.node()] = true;
                needed[high.node()] = true;
            }
        }
        let mut moved = vec![0_u32; self.nodes.len()];
        let to = |moved: &[u32], edge: Edge| Edge(moved[edge.node()] << 1).negated_if(edge.is_negated());
        let mut kept = 1;
        for place in 1..self.nodes.len() {
            if needed[place] {
                let Node { variable, low, high } = self.nodes[place];
                self.nodes[kept as usize] = Node { variable, low: to(&moved, low), high: to(&moved, high) };
                moved[place] = kept;
                kept += 1;
            }
        }
        self.nodes.truncate(kept as usize);
        for edge in edges {
            *edge = to(&moved, *edge);
        }
        self.table.refill(&self.nodes, 0);
    }
}
