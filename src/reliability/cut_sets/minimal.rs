//! From a part's diagram to its minimal cut sets.

#![allow(
    clippy::indexing_slicing,
    reason = "edges lead to nodes of the diagram, and variables are those of its sources"
)]

use super::Family;
use crate::reliability::Budget;
use crate::reliability::decision::{Arena, EMPTY_SET, Edge, NOTHING, Node, Sets, Stop};
use crate::reliability::kept::{Diagram, Source};

/// The minimal cut sets of a part for a value of it: the wanted one, or else the one that it has not at its best. `is_monotone` says
/// that the part is known to pass from one value to the other but once as elements get worse.
///
/// With `v` the first variable that a function asks for, `f0` and `f1` what is left of the function where it is false and true, the
/// sets of the function are those of `f0`, and `v` with each set of `f1` that contains no set of `f0`. That holds for any function:
/// the least assignments under which it is true are those without `v`, and those with `v` that lie above none without it. Antoine
/// Rauzy, "New algorithms for fault trees analysis", Reliability Engineering and System Safety 40 (1993). A set contains a set of
/// `f0` where the upward closure of `f0` is true of it, which for a function that only rises is `f0` itself.
///
/// A level of an element stands there as the variables of that level and all better ones, so that of two levels the better one
/// is contained in the worse one, as it has to be.
pub(super) fn family(
    diagram: &Diagram,
    families: &[Family],
    wanted: Option<bool>,
    is_monotone: bool,
    budget: &Budget<'_>,
) -> Result<Family, Stop> {
    let readings = readings(diagram, families);
    let is_true_at_best = is_true_at_best(diagram, &readings);
    let wanted = wanted.unwrap_or(!is_true_at_best);
    let root = diagram.root().negated_if(!wanted);
    // What is there with nothing wrong takes nothing more, and is coherent if it is always there.
    let is_there = wanted == is_true_at_best;
    let closures = Closures::new(diagram, root, &readings, is_monotone || is_there, budget)?;
    let left = budget.nodes.saturating_sub(closures.arena.size());
    let mut sets = Sets::new(left, budget.is_over);
    let (root, is_coherent) = if is_there {
        (EMPTY_SET, closures.of[index(root)] == Edge::TRUE)
    } else {
        (minimal(&closures, root, &mut sets)?, closures.are_functions)
    };
    Ok(Family {
        nodes: sets.into_nodes(),
        root,
        sources: diagram.sources().to_vec(),
        rungs: diagram.rungs().to_vec(),
        is_true_at_best,
        is_coherent,
    })
}

/// The minimal sets of the root, alone in the arena.
fn minimal(closures: &Closures<'_, '_>, root: Edge, sets: &mut Sets<'_>) -> Result<Edge, Stop> {
    let mut made = vec![NOTHING; closures.needed.len()];
    made[0] = EMPTY_SET;
    for here in (2..made.len()).filter(|here| closures.needed[*here]) {
        let (variable, better, worse) = closures.branches(here);
        let rest = sets.unless(made[worse], closures.of[better], &closures.arena)?;
        made[here] = sets.make(variable, made[better], rest)?;
    }
    let mut root = [made[index(root)]];
    sets.keep_only(&mut root);
    Ok(root[0])
}

/// The upward closures of functions: true where the function is true of anything better.
struct Closures<'a, 'b> {
    diagram: &'a Diagram,
    readings: &'a [Reading],
    /// Which functions the root needs; for each node the function itself and its opposite.
    needed: Vec<bool>,
    of: Vec<Edge>,
    arena: Arena<'b>,
    /// Whether the root is its own closure.
    are_functions: bool,
}

impl<'a, 'b> Closures<'a, 'b> {
    fn new(
        diagram: &'a Diagram,
        root: Edge,
        readings: &'a [Reading],
        is_monotone: bool,
        budget: &Budget<'b>,
    ) -> Result<Self, Stop> {
        let needed = needed(diagram, root);
        let mut closures = Self {
            diagram,
            readings,
            of: vec![Edge::FALSE; needed.len()],
            needed,
            arena: Arena::new(budget.nodes, usize::MAX, budget.is_over),
            are_functions: false,
        };
        closures.of[0] = Edge::TRUE;
        let mut functions = closures.of.clone();
        for here in (2..functions.len()).filter(|here| closures.needed[*here]) {
            let (variable, better, worse) = closures.branches(here);
            functions[here] = closures.arena.make(variable, functions[better], functions[worse])?;
            closures.of[here] = functions[here];
            if !is_monotone {
                let any = closures.arena.or(closures.of[better], closures.of[worse])?;
                closures.of[here] = closures.arena.make(variable, closures.of[better], any)?;
            }
        }
        closures.are_functions = closures.of[index(root)] == functions[index(root)];
        Ok(closures)
    }

    /// The variable of a function, and which functions are left while all is well and once the variable has gone wrong.
    fn branches(&self, here: usize) -> (u32, usize, usize) {
        let (place, negate) = (here / 2, here % 2 == 1);
        let node = &self.diagram.nodes()[place];
        let (better, worse) = branches(self.diagram, node, self.readings);
        (node.variable, index(better.negated_if(negate)), index(worse.negated_if(negate)))
    }
}

/// What going wrong means for a source.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Reading {
    /// That it becomes true.
    Rises,
    /// That it becomes false: a part that is true while all is well.
    Falls,
    /// Nothing: a part that always has this value.
    Stays(bool),
}

/// How the sources of a diagram are read.
fn readings(diagram: &Diagram, families: &[Family]) -> Vec<Reading> {
    let reading = |source: &Source| match *source {
        Source::Part(part) if families[part].root == NOTHING => {
            Reading::Stays(families[part].is_true_at_best)
        }
        Source::Part(part) if families[part].is_true_at_best => Reading::Falls,
        Source::Element(_) | Source::Part(_) => Reading::Rises,
    };
    diagram.sources().iter().map(reading).collect()
}

/// Where a node leads while its source is well, and where once that has gone wrong which it asks for.
fn branches(diagram: &Diagram, node: &Node, readings: &[Reading]) -> (Edge, Edge) {
    match readings[diagram.rung(node).source] {
        Reading::Rises => (node.low, node.high),
        Reading::Falls => (node.high, node.low),
        Reading::Stays(false) => (node.low, node.low),
        Reading::Stays(true) => (node.high, node.high),
    }
}

fn index(edge: Edge) -> usize {
    edge.node() * 2 + usize::from(edge.is_negated())
}

fn is_true_at_best(diagram: &Diagram, readings: &[Reading]) -> bool {
    let mut edge = diagram.root();
    while !edge.is_constant() {
        let (better, _) = branches(diagram, &diagram.nodes()[edge.node()], readings);
        edge = better.negated_if(edge.is_negated());
    }
    edge == Edge::TRUE
}

/// Which functions, of each node and of its opposite, the root needs.
fn needed(diagram: &Diagram, root: Edge) -> Vec<bool> {
    let nodes = diagram.nodes();
    let mut needed = vec![false; nodes.len() * 2];
    needed[index(root)] = true;
    for place in (1..nodes.len()).rev() {
        for negate in [false, true] {
            if needed[place * 2 + usize::from(negate)] {
                needed[index(nodes[place].low.negated_if(negate))] = true;
                needed[index(nodes[place].high.negated_if(negate))] = true;
            }
        }
    }
    needed
}
