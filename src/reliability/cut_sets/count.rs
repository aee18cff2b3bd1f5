//! How many sets there are, without listing them.

#![allow(
    clippy::indexing_slicing,
    reason = "families read earlier families, and edges lead to nodes of their family"
)]

use num_bigint::BigUint;

use super::spending::Spending;
use super::{CutSets, Family, NoCutSets};
use crate::reliability::Budget;
use crate::reliability::decision::{EMPTY_SET, Edge};
use crate::reliability::kept::Source;

/// How many sets of each order, from 0 up to the last that has any.
type Orders = Vec<BigUint>;

/// Bits of a number in the room of a node.
const BITS_A_NODE: u64 = 256;

/// Bits of a number that are worked on in one step.
const BITS_A_STEP: u64 = 64;

impl CutSets {
    /// How many minimal cut sets there are.
    ///
    /// A system that is failed with all elements at their best has one, the empty set; one that never fails has none.
    ///
    /// # Errors
    /// If the budget does not suffice; the numbers that have to be kept at one time count as nodes.
    pub fn count(&self, budget: &Budget<'_>) -> Result<BigUint, NoCutSets> {
        Ok(self.counts(None, budget)?.pop().unwrap_or_default())
    }

    /// How many minimal cut sets of each order there are, from order 0 to the highest one, not above `up_to`, that there are any of;
    /// the order is the number of elements in the set.
    ///
    /// # Errors
    /// If the budget does not suffice; the numbers that have to be kept at one time count as nodes.
    pub fn count_by_order(&self, up_to: usize, budget: &Budget<'_>) -> Result<Vec<BigUint>, NoCutSets> {
        self.counts(Some(up_to), budget)
    }

    /// The sets of each order up to the one given, or all as if they were of order 0.
    fn counts(&self, up_to: Option<usize>, budget: &Budget<'_>) -> Result<Orders, NoCutSets> {
        let mut spending = Spending::new(budget);
        let mut counts: Vec<Orders> = Vec::with_capacity(self.families.len());
        for family in &self.families {
            let count = family.counts(&counts, up_to, &mut spending)?;
            counts.push(count);
        }
        Ok(counts.pop().unwrap_or_default())
    }

    /// How many elements the minimal cut set has that has the most; 0 if there is none.
    pub(super) fn highest_order(&self) -> usize {
        let mut of_part: Vec<Option<usize>> = Vec::with_capacity(self.families.len());
        for family in &self.families {
            let highest = family.highest_order(&of_part);
            of_part.push(highest);
        }
        of_part.pop().flatten().unwrap_or(0)
    }
}

impl Family {
    fn highest_order(&self, of_part: &[Option<usize>]) -> Option<usize> {
        let mut highest: Vec<Option<usize>> = Vec::with_capacity(self.nodes.len());
        highest.push(Some(0));
        let of = |highest: &[Option<usize>], edge: Edge| match edge {
            Edge::FALSE => None,
            _ => highest[edge.node()],
        };
        for node in self.nodes.iter().skip(1) {
            let more = match self.source(node) {
                Source::Part(part) => of_part[part],
                Source::Element(_) => Some(usize::from(self.rung(node).step == 0)),
            };
            let high = of(&highest, node.high).zip(more).map(|(high, more)| high + more);
            highest.push(of(&highest, node.low).max(high));
        }
        of(&highest, self.root)
    }

    fn counts(
        &self,
        of_part: &[Orders],
        up_to: Option<usize>,
        spending: &mut Spending<'_>,
    ) -> Result<Orders, NoCutSets> {
        // A node's numbers are dropped after its last reader: there may be many nodes and many orders.
        let mut readers = vec![0_u32; self.nodes.len()];
        readers[self.root.node()] += 1;
        for node in self.nodes.iter().skip(1) {
            readers[node.low.node()] += 1;
            readers[node.high.node()] += 1;
        }
        let mut orders: Vec<Orders> = vec![Orders::new(); self.nodes.len()];
        let mut of = |orders: &mut [Orders], edge: Edge, spending: &mut Spending<'_>| -> Orders {
            let place = edge.node();
            readers[place] -= 1;
            match edge {
                Edge::FALSE => Orders::new(),
                EMPTY_SET => vec![BigUint::from(1_u8)],
                _ if readers[place] == 0 => {
                    spending.release(room(&orders[place]));
                    std::mem::take(&mut orders[place])
                }
                _ => orders[place].clone(),
            }
        };
        for (place, node) in self.nodes.iter().enumerate().skip(1) {
            let high = of(&mut orders, node.high, spending);
            let high = match self.source(node) {
                Source::Part(part) => product(&high, &of_part[part], up_to, spending)?,
                Source::Element(_) if self.rung(node).step == 0 => one_more(high, up_to),
                Source::Element(_) => high,
            };
            let both = sum(of(&mut orders, node.low, spending), high);
            let room = room(&both);
            spending.work(1 + room)?;
            spending.keep(room)?;
            orders[place] = both;
        }
        let all = of(&mut orders, self.root, spending);
        spending.keep(room(&all))?;
        Ok(all)
    }
}

/// As many nodes as numbers take the room of.
fn room(orders: &Orders) -> usize {
    orders.iter().map(|number| 1 + size(number, BITS_A_NODE)).sum()
}

fn size(number: &BigUint, bits: u64) -> usize {
    usize::try_from(number.bits() / bits).unwrap_or(usize::MAX)
}

fn one_more(mut orders: Orders, up_to: Option<usize>) -> Orders {
    if let Some(up_to) = up_to.filter(|_| !orders.is_empty()) {
        orders.insert(0, BigUint::default());
        orders.truncate(up_to.saturating_add(1));
    }
    trimmed(orders)
}

fn product(
    a: &Orders,
    b: &Orders,
    up_to: Option<usize>,
    spending: &mut Spending<'_>,
) -> Result<Orders, NoCutSets> {
    let most = up_to.map_or(usize::MAX, |up_to| up_to.saturating_add(1));
    let length = if a.is_empty() || b.is_empty() { 0 } else { (a.len() + b.len() - 1).min(most) };
    let mut orders = vec![BigUint::default(); length];
    for (i, x) in a.iter().enumerate() {
        for (j, y) in b.iter().enumerate().take_while(|(j, _)| i + j < length) {
            orders[i + j] += x * y;
            spending.work((1 + size(x, BITS_A_STEP)).saturating_mul(1 + size(y, BITS_A_STEP)))?;
        }
    }
    Ok(trimmed(orders))
}

fn sum(a: Orders, b: Orders) -> Orders {
    let (mut long, short) = if a.len() < b.len() { (b, a) } else { (a, b) };
    for (all, more) in long.iter_mut().zip(short) {
        *all += more;
    }
    long
}

/// Without the orders above the last that has any.
fn trimmed(mut orders: Orders) -> Orders {
    while orders.last().is_some_and(|last| *last == BigUint::ZERO) {
        orders.pop();
    }
    orders
}
