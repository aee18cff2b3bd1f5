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
    let turned: Vec<bool> = diagram.sources().iter().map(|source| is_turned(*source, families)).collect();
    let is_true_at_best = is_true_at_best(diagram, &turned);
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
            let (better, worse) = branches(diagram, &nodes[place], &turned);
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

/// Whether a source is a part that is true while all is well, so that its being false is what can go wrong.
pub(super) fn is_turned(source: Source, families: &[Family]) -> bool {
    match source {
        Source::Element(_) => false,
        Source::Part(part) => families[part].is_true_at_best,
    }
}

/// Where a node leads while its source is well, and where once that has gone wrong which it asks for.
pub(super) fn branches(diagram: &Diagram, node: &Node, turned: &[bool]) -> (Edge, Edge) {
    if turned[diagram.rung(node).source] { (node.high, node.low) } else { (node.low, node.high) }
}

fn index(edge: Edge) -> usize {
    edge.node() * 2 + usize::from(edge.is_negated())
}

fn is_true_at_best(diagram: &Diagram, turned: &[bool]) -> bool {
    let mut edge = diagram.root();
    while !edge.is_constant() {
        let (better, _) = branches(diagram, &diagram.nodes()[edge.node()], turned);
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
