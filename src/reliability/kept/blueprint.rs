//! A structure taken apart into modules, each to be solved alone.

#![allow(clippy::indexing_slicing, reason = "numbers are those of the structure's formulas and elements")]

use super::counted::Tally;
use super::graph::{Graph, Vertex};
use crate::reliability::structure::Item;
use crate::reliability::{ElementId, Formula, Gate, Structure};

/// What a part reads: an element, or the value of another part, whose level 0 is false and level 1 true.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(in crate::reliability) enum Source {
    Element(ElementId),
    Part(usize),
}

/// How a part is to be solved.
pub(super) enum Blueprint {
    /// As a decision diagram of these formulas, in the order of making; the last is the part's value.
    Diagram(Vec<Item>),
    /// By counting.
    Counted(Tally),
}

/// The parts, each after those that it reads; the last is the top.
pub(super) struct Blueprints {
    pub parts: Vec<Blueprint>,
    /// The part that stands for a gate.
    pub of_gate: Vec<Option<usize>>,
}

impl Blueprints {
    /// Takes the structure apart. Without `counting`, every part is a diagram.
    pub fn new(graph: &Graph<'_>, top: Item, counting: bool) -> Self {
        let structure = graph.structure;
        let mut blueprints = Self { parts: Vec::new(), of_gate: vec![None; structure.gates()] };
        for gate in structure.all_gates() {
            let is_root = matches!(top, Item::Gate(top) if gate == top)
                || (graph.is_module[gate.index()] && is_worth_a_part(structure, gate));
            if !is_root || graph.readers[gate.index()] == 0 {
                continue;
            }
            let tally = match structure.formula(gate) {
                Formula::Reaches { amount, least } if counting && graph.is_module[gate.index()] => {
                    Tally::new(graph, &blueprints.of_gate, *amount, *least)
                }
                _ => None,
            };
            let blueprint =
                tally.map_or_else(|| Blueprint::Diagram(blueprints.items(graph, gate)), Blueprint::Counted);
            blueprints.of_gate[gate.index()] = Some(blueprints.parts.len());
            blueprints.parts.push(blueprint);
        }
        blueprints
    }

    /// Adds a plan of counting as the top.
    pub fn count(&mut self, tally: Tally) {
        self.parts.push(Blueprint::Counted(tally));
    }

    /// The formulas from a gate down to other parts and to elements.
    fn items(&self, graph: &Graph<'_>, root: Gate) -> Vec<Item> {
        let (gates, amounts) = (graph.structure.gates(), graph.structure.amounts());
        let mut found: Vec<Vertex> = vec![root.index()];
        let mut seen = rustc_hash::FxHashSet::default();
        let mut place = 0;
        while let Some(&vertex) = found.get(place) {
            place += 1;
            for &child in graph.children(vertex) {
                let is_part = child < gates && self.of_gate[child].is_some();
                if child < gates + amounts && !is_part && seen.insert(child) {
                    found.push(child);
                }
            }
        }
        found.sort_unstable_by_key(|vertex| graph.position[*vertex]);
        found.into_iter().map(|vertex| graph.structure.items()[graph.position[vertex]]).collect()
    }
}

/// What reads a single element, or turns another gate round, gains nothing from standing alone.
fn is_worth_a_part(structure: &Structure, gate: Gate) -> bool {
    !matches!(structure.formula(gate), Formula::Constant(_) | Formula::At { .. } | Formula::Not(_))
}
