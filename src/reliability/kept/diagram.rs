//! A decision diagram over the levels of sources, and its probability.

#![allow(
    clippy::indexing_slicing,
    reason = "edges lead to nodes of the diagram, and variables are those of its sources"
)]

use super::Source;
use super::build::Built;
use super::chance::Truth;
use crate::reliability::decision::{Edge, Node};

/// A variable: whether a source is at level `step` + 1 or worse, once it is at level `step` or worse.
#[derive(Clone, Copy, Debug)]
pub(in crate::reliability) struct Rung {
    pub source: usize,
    pub step: usize,
}

/// Nodes from the ends up to the root.
#[derive(Debug)]
pub(in crate::reliability) struct Diagram {
    nodes: Vec<Node>,
    root: Edge,
    sources: Vec<Source>,
    /// By variable.
    rungs: Vec<Rung>,
}

/// The shares of time of each level of a source, and of each level or any worse one.
pub(in crate::reliability) struct Weights {
    pub at: Vec<f64>,
    pub worse: Vec<f64>,
}

impl Weights {
    pub fn new(law: &[f64]) -> Self {
        let mut worse = law.to_vec();
        for level in (0..law.len().saturating_sub(1)).rev() {
            worse[level] += worse[level + 1];
        }
        Self { at: law.to_vec(), worse }
    }
}

/// For every node, how likely it is true and how likely it is false. For a node inside a ladder both are shares of all time, not of
/// the time at the levels that are left.
pub(in crate::reliability) struct Masses {
    pub yes: Vec<f64>,
    pub no: Vec<f64>,
}

impl Masses {
    pub fn yes(&self, edge: Edge) -> f64 {
        if edge.is_negated() { self.no[edge.node()] } else { self.yes[edge.node()] }
    }

    pub fn no(&self, edge: Edge) -> f64 {
        self.yes(edge.not())
    }
}

impl Diagram {
    pub fn new(built: Built, sources: Vec<Source>, rungs: Vec<Rung>) -> Self {
        Self { nodes: built.nodes, root: built.root, sources, rungs }
    }

    pub fn size(&self) -> usize {
        self.nodes.len()
    }

    pub fn sources(&self) -> &[Source] {
        &self.sources
    }

    pub fn root(&self) -> Edge {
        self.root
    }

    /// Nodes, each after those that it leads to; the first is the end.
    pub fn nodes(&self) -> &[Node] {
        &self.nodes
    }

    /// What the variables ask for, in their order.
    pub fn rungs(&self) -> &[Rung] {
        &self.rungs
    }

    /// What a node asks for.
    pub fn rung(&self, node: &Node) -> Rung {
        self.rungs[node.variable as usize]
    }

    /// Whether the node behind a node's `high` goes on with the same source.
    pub fn goes_on(&self, node: &Node) -> bool {
        let next = &self.nodes[node.high.node()];
        match self.rungs.get(next.variable as usize) {
            Some(rung) => rung.step > 0 && rung.source == self.rung(node).source,
            None => false,
        }
    }

    /// Where each level of a source leads from the first node that asks for it; the last may stand for several levels.
    pub fn exits(&self, first: Node, exits: &mut Vec<Edge>) {
        exits.clear();
        let mut node = first;
        exits.push(node.low);
        while self.goes_on(&node) {
            node = self.nodes[node.high.node()];
            exits.push(node.low);
        }
        exits.push(node.high);
    }

    pub fn masses(&self, weights: &[Weights]) -> Masses {
        let mut masses =
            Masses { yes: Vec::with_capacity(self.nodes.len()), no: Vec::with_capacity(self.nodes.len()) };
        masses.yes.push(1.0);
        masses.no.push(0.0);
        for node in self.nodes.iter().skip(1) {
            let Rung { source, step } = self.rung(node);
            let Weights { at, worse } = &weights[source];
            let low = at[step];
            let high = if self.goes_on(node) { 1.0 } else { worse[step + 1] };
            let (yes, no) = (
                low * masses.yes(node.low) + high * masses.yes(node.high),
                low * masses.no(node.low) + high * masses.no(node.high),
            );
            masses.yes.push(yes);
            masses.no.push(no);
        }
        masses
    }

    pub fn truth(&self, laws: &[&[f64]]) -> Truth {
        let weights: Vec<Weights> = laws.iter().map(|law| Weights::new(law)).collect();
        let masses = self.masses(&weights);
        Truth { is_true: masses.yes(self.root), is_false: masses.no(self.root) }
    }
}
