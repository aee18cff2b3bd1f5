//! How many sets there are, without listing them.

#![allow(
    clippy::indexing_slicing,
    reason = "families read earlier families, and edges lead to nodes of their family"
)]

use num_bigint::BigUint;

use super::{CutSets, Family};
use crate::reliability::decision::{EMPTY_SET, Edge};
use crate::reliability::kept::Source;

/// How many sets of each order, from 0 up; orders beyond the last have none.
type Orders = Vec<BigUint>;

impl CutSets {
    /// How many minimal cut sets there are.
    ///
    /// A system that is failed with all elements at their best has one, the empty set; one that never fails has none.
    pub fn count(&self) -> BigUint {
        let mut counts: Vec<BigUint> = Vec::with_capacity(self.families.len());
        for family in &self.families {
            let count = family.count(&counts);
            counts.push(count);
        }
        counts.pop().unwrap_or_default()
    }

    /// How many minimal cut sets of each order there are, from order 0 to `up_to`; the order is the number of elements in the set.
    pub fn count_by_order(&self, up_to: usize) -> Vec<BigUint> {
        let mut counts: Vec<Orders> = Vec::with_capacity(self.families.len());
        for family in &self.families {
            let count = family.count_by_order(&counts, up_to);
            counts.push(count);
        }
        let mut orders = counts.pop().unwrap_or_default();
        orders.resize(up_to.saturating_add(1), BigUint::default());
        orders
    }
}

impl Family {
    fn count(&self, of_part: &[BigUint]) -> BigUint {
        let mut counts: Vec<BigUint> = Vec::with_capacity(self.nodes.len());
        counts.push(BigUint::from(1_u8));
        let of = |counts: &[BigUint], edge: Edge| match edge {
            Edge::FALSE => BigUint::default(),
            _ => counts[edge.node()].clone(),
        };
        for node in self.nodes.iter().skip(1) {
            let mut high = of(&counts, node.high);
            if let Source::Part(part) = self.source(node) {
                high *= &of_part[part];
            }
            counts.push(of(&counts, node.low) + high);
        }
        of(&counts, self.root)
    }

    fn count_by_order(&self, of_part: &[Orders], up_to: usize) -> Orders {
        // A node's numbers are dropped after its last reader: there may be many nodes and many orders.
        let mut readers = vec![0_u32; self.nodes.len()];
        readers[self.root.node()] += 1;
        for node in self.nodes.iter().skip(1) {
            readers[node.low.node()] += 1;
            readers[node.high.node()] += 1;
        }
        let mut orders: Vec<Orders> = vec![Orders::new(); self.nodes.len()];
        let mut of = |orders: &mut [Orders], edge: Edge| -> Orders {
            let place = edge.node();
            readers[place] -= 1;
            match edge {
                Edge::FALSE => Orders::new(),
                EMPTY_SET => vec![BigUint::from(1_u8)],
                _ if readers[place] == 0 => std::mem::take(&mut orders[place]),
                _ => orders[place].clone(),
            }
        };
        for (place, node) in self.nodes.iter().enumerate().skip(1) {
            let high = of(&mut orders, node.high);
            let high = match self.source(node) {
                Source::Part(part) => product(&high, &of_part[part], up_to),
                Source::Element(_) if self.rung(node).step == 0 => one_more(high, up_to),
                Source::Element(_) => high,
            };
            orders[place] = sum(of(&mut orders, node.low), high);
        }
        of(&mut orders, self.root)
    }
}

fn one_more(mut orders: Orders, up_to: usize) -> Orders {
    if !orders.is_empty() {
        orders.insert(0, BigUint::default());
        orders.truncate(up_to.saturating_add(1));
    }
    orders
}

fn product(a: &Orders, b: &Orders, up_to: usize) -> Orders {
    let length = (a.len() + b.len()).saturating_sub(1).min(up_to.saturating_add(1));
    let mut orders = vec![BigUint::default(); length];
    for (i, x) in a.iter().enumerate() {
        for (j, y) in b.iter().enumerate().take_while(|(j, _)| i + j < length) {
            orders[i + j] += x * y;
        }
    }
    orders
}

fn sum(a: Orders, b: Orders) -> Orders {
    let (mut long, short) = if a.len() < b.len() { (b, a) } else { (a, b) };
    for (all, more) in long.iter_mut().zip(short) {
        *all += more;
    }
    long
}
