//! From a part's diagram to its minimal cut sets.

#![allow(
    clippy::indexing_slicing,
    reason = "edges lead to nodes of the diagram, and variables are those of its sources"
)]

use super::Family;
use crate::reliability::Budget;
use crate::reliability::decision::{EMPTY_SET, Edge, NOTHING, Node, Sets, Stop};
use crate::reliability::kept::{Diagram, Source};

/// Nodes below which clearing up is not worth while.
const FEW: usize = 1 << 20;

/// The minimal cut sets of a part for a value of it: the wanted one, or else the one that it has not at its best.
///
/// With `v` the first variable that a function asks for, `f0` and `f1` what is left of the function where it is false and true, the
/// sets of the function are those of `f0`, and `v` with each set of `f1` that contains no set of `f0`. That holds for any function:
/// the least assignments under which it is true are those without `v`, and those with `v` that lie above none without it. Antoine
/// Rauzy, "New algorithms for fault trees analysis", Reliability Engineering and System Safety 40 (1993).
///
/// A level of an element stands there as the variables of that level and all better ones, so that of two levels the better one
/// is contained in the worse one, as it has to be.
pub(super) fn family(
    diagram: &Diagram,
    families: &[Family],
    wanted: Option<bool>,
    budget: &Budget<'_>,
) -> Result<Family, Stop> {
    let readings = readings(diagram, families);
    let is_true_at_best = is_true_at_best(diagram, &readings);
    let wanted = wanted.unwrap_or(!is_true_at_best);
    let root = diagram.root().negated_if(!wanted);
    let needed = needed(diagram, root);
    let nodes = diagram.nodes();
    // For each node the sets of its function and of the opposite.
    let mut made = vec![NOTHING; nodes.len() * 2];
    made[0] = EMPTY_SET;
    let mut sets = Sets::new(budget.nodes, budget.is_over);
    let mut crowded = FEW.min(budget.nodes / 2);
    for place in 1..nodes.len() {
        for negate in [false, true] {
            if !needed[place * 2 + usize::from(negate)] {
                continue;
            }
            let (better, worse) = branches(diagram, &nodes[place], &readings);
            let better = made[index(better.negated_if(negate))];
            let worse = made[index(worse.negated_if(negate))];
            let variable = nodes[place].variable;
            let rest = sets.without(worse, better)?;
            made[place * 2 + usize::from(negate)] = sets.make(variable, better, rest)?;
            if sets.size() > crowded {
                sets.keep_only(&mut made);
                crowded = (sets.size() * 4).max(crowded);
            }
        }
    }
    let mut root = [made[index(root)]];
    sets.keep_only(&mut root);
    let rungs = diagram.rungs().to_vec();
    Ok(Family {
        nodes: sets.into_nodes(),
        root: root[0],
        sources: diagram.sources().to_vec(),
        rungs,
        is_true_at_best,
        wanted,
    })
}

/// What going wrong means for a source.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Reading {
    /// That it becomes true.
    Rises,
    /// That it becomes false: a part that is true while all is well.
    Falls,
    /// Nothing: a part that always has this value.
    Stays(bool),
}

/// How the sources of a diagram are read.
pub(super) fn readings(diagram: &Diagram, families: &[Family]) -> Vec<Reading> {
    let reading = |source: &Source| match *source {
        Source::Element(_) => Reading::Rises,
        Source::Part(part) if families[part].root == NOTHING => {
            Reading::Stays(families[part].is_true_at_best)
        }
        Source::Part(part) if families[part].is_true_at_best => Reading::Falls,
        Source::Part(_) => Reading::Rises,
    };
    diagram.sources().iter().map(reading).collect()
}

/// Where a node leads while its source is well, and where once that has gone wrong which it asks for.
pub(super) fn branches(diagram: &Diagram, node: &Node, readings: &[Reading]) -> (Edge, Edge) {
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
