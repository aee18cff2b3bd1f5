//! From formulas to a diagram.

#![allow(clippy::indexing_slicing, reason = "numbers are those of the part's formulas and sources")]

mod amounts;
mod room;

use super::blueprint::Source;
use super::order::Local;
use crate::reliability::decision::{Arena, Edge, Node, Stop};
use crate::reliability::structure::Item;
use crate::reliability::{Formula, Structure};
pub(super) use amounts::MOST_VALUES;
use room::{Holding, Join};

/// A finished diagram: its nodes, each after those that it leads to, and the function that was wanted.
#[derive(Clone, Debug)]
pub(in crate::reliability) struct Built {
    pub nodes: Vec<Node>,
    pub root: Edge,
}

/// Levels of a source as a ladder of variables: the first asks whether it is at level 1 or worse, the second, once that is so,
/// whether it is at level 2 or worse, and so on. For sources in their order, the first variable of each.
pub(super) fn first_variables(levels: &[usize], ranks: &[u32]) -> Vec<u32> {
    let mut by_rank: Vec<usize> = (0..levels.len()).collect();
    by_rank.sort_unstable_by_key(|source| ranks[*source]);
    let mut first = vec![0; levels.len()];
    let mut next = 0_u32;
    for source in by_rank {
        first[source] = next;
        next += u32::try_from(levels[source].saturating_sub(1)).unwrap_or(u32::MAX);
    }
    first
}

/// How many levels a source has.
pub(super) fn levels_of(structure: &Structure, source: Source) -> usize {
    match source {
        Source::Element(element) => structure.levels(element),
        Source::Part(_) => 2,
    }
}

/// Builds the diagram of a part's last formula, or says what ran out, and how many formulas had been built by then.
pub(super) fn build(
    structure: &Structure,
    items: &[Item],
    local: &Local,
    first_variable: &[u32],
    arena: Arena<'_>,
) -> Result<Built, (Stop, usize)> {
    let mut building = Building {
        structure,
        items,
        local,
        first_variable,
        holding: Holding::new(arena, local.children.len()),
        waiting: local.times_read(),
    };
    for place in 0..items.len() {
        building.formula(place).map_err(|stop| (stop, place))?;
    }
    Ok(building.holding.finish(items.len() - 1))
}

struct Building<'a> {
    structure: &'a Structure,
    items: &'a [Item],
    local: &'a Local,
    first_variable: &'a [u32],
    holding: Holding<'a>,
    /// How many formulas have still to read each.
    waiting: Vec<u32>,
}

impl Building<'_> {
    fn formula(&mut self, place: usize) -> Result<(), Stop> {
        let Item::Gate(gate) = self.items[place] else { return Ok(()) };
        let structure = self.structure;
        let local = self.local;
        let children = &local.children[place];
        match structure.formula(gate) {
            Formula::Constant(value) => {
                self.holding.set(place, Edge::FALSE.negated_if(*value));
            }
            Formula::At { levels, .. } => {
                let ladder = self.ladder(children[0], |level| levels[level])?;
                self.holding.set(place, ladder);
            }
            Formula::Not(_) => {
                let of = self.value(children[0])?;
                self.holding.set(place, of.not());
            }
            Formula::And(_) => self.junction(place, children, Join::And)?,
            Formula::Or(_) => self.junction(place, children, Join::Or)?,
            Formula::Xor(_) => self.junction(place, children, Join::Xor)?,
            Formula::AtLeast { least, .. } => self.at_least(place, *least as usize, children)?,
            Formula::Reaches { amount, least } => self.reaches(place, *amount, *least)?,
        }
        for &child in children {
            self.waiting[child] -= 1;
            if self.waiting[child] == 0 && child < self.items.len() {
                self.holding.forget(child);
            }
        }
        Ok(())
    }

    /// The function of a child: a formula that is there already, or a part, which is true at its level 1.
    fn value(&mut self, child: usize) -> Result<Edge, Stop> {
        if child >= self.items.len() {
            let edge = self.ladder(child, |level| level == 1)?;
            self.holding.set(child, edge);
        }
        Ok(self.holding.get(child))
    }

    /// The function that is true at the marked levels of a source.
    fn ladder(&mut self, source: usize, mark: impl Fn(usize) -> bool) -> Result<Edge, Stop> {
        let number = source - self.items.len();
        let levels = levels_of(self.structure, self.local.sources[number]);
        let first = self.first_variable[number];
        let make = |holding: &mut Holding<'_>| {
            let mut edge = Edge::FALSE.negated_if(mark(levels - 1));
            for level in (0..levels - 1).rev() {
                let variable = first + u32::try_from(level).unwrap_or(u32::MAX);
                edge = holding.make(variable, Edge::FALSE.negated_if(mark(level)), edge)?;
            }
            Ok(edge)
        };
        match make(&mut self.holding) {
            // What is not needed any more may be enough room.
            Err(Stop::Full) => {
                self.holding.clear_up();
                make(&mut self.holding)
            }
            done => done,
        }
    }

    /// AND, OR or XOR. What asks late is joined first: what comes before it then only leads into it.
    fn junction(&mut self, place: usize, children: &[usize], join: Join) -> Result<(), Stop> {
        let Some((first, others)) = self.latest_first(children)?.split_first().map(|(a, b)| (*a, b.to_vec()))
        else {
            return Ok(());
        };
        self.holding.set(place, self.holding.get(first));
        for child in others {
            self.holding.join(place, join, child)?;
        }
        Ok(())
    }

    fn latest_first(&mut self, children: &[usize]) -> Result<Vec<usize>, Stop> {
        for &child in children {
            self.value(child)?;
        }
        let mut order = children.to_vec();
        order.sort_by_key(|child| std::cmp::Reverse(self.holding.variable(*child)));
        Ok(order)
    }

    /// So many or more of them, from the last to the first: with `left` still to be true, either the next is and one less is left,
    /// or it is not.
    fn at_least(&mut self, place: usize, least: usize, children: &[usize]) -> Result<(), Stop> {
        let order = self.latest_first(children)?;
        // For each number still to be true, from 0 on, the function of those that have been joined.
        let mut enough: Vec<usize> = vec![self.holding.lend(Edge::TRUE)];
        enough.extend((0..least).map(|_| self.holding.lend(Edge::FALSE)));
        let count = order.len();
        for (joined, child) in order.into_iter().enumerate() {
            // With so many still to come, fewer than this cannot be left; and no more than have been joined can be reached.
            let fewest = least.saturating_sub(count - 1 - joined).max(1);
            for left in (fewest..=least.min(joined + 1)).rev() {
                let both = self.holding.lend(self.holding.get(enough[left - 1]));
                self.holding.join(both, Join::And, child)?;
                self.holding.join(enough[left], Join::Or, both)?;
                self.holding.give_back(both);
            }
        }
        self.holding.set(place, self.holding.get(enough[least]));
        for slot in enough {
            self.holding.give_back(slot);
        }
        Ok(())
    }
}
