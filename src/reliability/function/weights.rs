//! Weights of a diagram's nodes, gathered from all that lead to them.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use super::Function;

/// Nodes with their weights, ascending. What is added to one node adds up in the order of adding.
#[derive(Default)]
pub(super) struct Weights {
    waiting: BinaryHeap<Reverse<(Function, usize)>>,
    added: Vec<f64>,
}

impl Weights {
    /// Adds to the weight of a node.
    pub fn add(&mut self, node: Function, weight: f64) {
        self.waiting.push(Reverse((node, self.added.len())));
        self.added.push(weight);
    }

    fn next_if(&mut self, wanted: impl Fn(Function) -> bool) -> Option<(Function, f64)> {
        let &Reverse((node, place)) = self.waiting.peek().filter(|next| wanted(next.0.0))?;
        self.waiting.pop();
        Some((node, self.added.get(place).copied().unwrap_or(f64::NAN)))
    }
}

impl Iterator for Weights {
    type Item = (Function, f64);

    fn next(&mut self) -> Option<Self::Item> {
        let (node, mut weight) = self.next_if(|_| true)?;
        while let Some((_, more)) = self.next_if(|next| next == node) {
            weight += more;
        }
        Some((node, weight))
    }
}
