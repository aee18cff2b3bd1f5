//! Weights of a diagram's nodes, gathered from all that lead to them.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

/// Nodes with their weights, ascending. What is added to one node adds up in the order of adding.
pub(super) struct Weights<N> {
    waiting: BinaryHeap<Reverse<(N, usize)>>,
    added: Vec<f64>,
}

impl<N: Ord> Default for Weights<N> {
    fn default() -> Self {
        Self { waiting: BinaryHeap::new(), added: Vec::new() }
    }
}

impl<N: Ord + Copy> Weights<N> {
    /// Adds to the weight of a node.
    pub fn add(&mut self, node: N, weight: f64) {
        self.waiting.push(Reverse((node, self.added.len())));
        self.added.push(weight);
    }

    fn next_if(&mut self, wanted: impl Fn(N) -> bool) -> Option<(N, f64)> {
        let &Reverse((node, place)) = self.waiting.peek().filter(|next| wanted(next.0.0))?;
        self.waiting.pop();
        Some((node, self.added.get(place).copied().unwrap_or(f64::NAN)))
    }
}

impl<N: Ord + Copy> Iterator for Weights<N> {
    type Item = (N, f64);

    fn next(&mut self) -> Option<Self::Item> {
        let (node, mut weight) = self.next_if(|_| true)?;
        while let Some((_, more)) = self.next_if(|next| next == node) {
            weight += more;
        }
        Some((node, weight))
    }
}
