//! Who reads whom in a structure, and which gates are modules.

#![allow(clippy::indexing_slicing, reason = "numbers are those of the structure's formulas and elements")]

use crate::reliability::structure::Item;
use crate::reliability::{Amount, AmountFormula, ElementId, Formula, Structure};

/// A formula or an element of a structure, as one number: gates first, then amounts, then elements.
pub(crate) type Vertex = usize;

/// The part of a structure that a top needs.
pub(crate) struct Graph<'a> {
    pub structure: &'a Structure,
    starts: Vec<usize>,
    children: Vec<Vertex>,
    /// How many times each vertex is read.
    pub readers: Vec<u32>,
    /// Gates whose elements nobody reads but through them.
    pub is_module: Vec<bool>,
    /// Where each gate and amount stands in the order of making.
    pub position: Vec<usize>,
}

impl<'a> Graph<'a> {
    pub fn new(structure: &'a Structure, top: Item) -> Self {
        let vertices = structure.gates() + structure.amounts() + structure.elements();
        let mut graph = Self {
            structure,
            starts: Vec::with_capacity(vertices + 1),
            children: Vec::new(),
            readers: vec![0; vertices],
            is_module: vec![false; vertices],
            position: vec![0; structure.gates() + structure.amounts()],
        };
        for gate in structure.all_gates() {
            graph.starts.push(graph.children.len());
            match structure.formula(gate) {
                Formula::Constant(_) => {}
                Formula::At { element, .. } => graph.children.push(graph.element(*element)),
                Formula::Not(of) => graph.children.push(of.index()),
                Formula::And(_) | Formula::Or(_) | Formula::Xor(_) | Formula::AtLeast { .. } => {
                    graph.children.extend(structure.as_written(gate).iter().map(|gate| gate.index()));
                }
                Formula::Reaches { amount, .. } => graph.children.push(graph.amount(*amount)),
            }
        }
        for amount in structure.all_amounts() {
            graph.starts.push(graph.children.len());
            match structure.amount_formula(amount) {
                AmountFormula::Fixed(_) => {}
                AmountFormula::ByLevel { element, .. } => graph.children.push(graph.element(*element)),
                AmountFormula::Sum(of) | AmountFormula::Least(of) => {
                    let of = of.iter().map(|amount| structure.gates() + amount.index());
                    graph.children.extend(of);
                }
                AmountFormula::While { gate, amount } => {
                    graph.children.push(gate.index());
                    graph.children.push(graph.amount(*amount));
                }
            }
        }
        graph.starts.resize(vertices + 1, graph.children.len());
        for (position, item) in structure.items().iter().enumerate() {
            let vertex = graph.vertex(*item);
            graph.position[vertex] = position;
        }
        graph.find_modules(top);
        graph
    }

    pub fn vertex(&self, item: Item) -> Vertex {
        match item {
            Item::Gate(gate) => gate.index(),
            Item::Amount(amount) => self.amount(amount),
        }
    }

    pub fn amount(&self, amount: Amount) -> Vertex {
        self.structure.gates() + amount.index()
    }

    pub fn element(&self, element: ElementId) -> Vertex {
        self.structure.gates() + self.structure.amounts() + element.index()
    }

    pub fn children(&self, vertex: Vertex) -> &[Vertex] {
        &self.children[self.starts[vertex]..self.starts[vertex + 1]]
    }

    /// A gate is a module if a walk meets everything below it between first entering it and leaving it for the first time. Yves
    /// Dutuit, Antoine Rauzy, "A linear-time algorithm to find modules of fault trees", IEEE Transactions on Reliability 45 (1996).
    fn find_modules(&mut self, top: Item) {
        let vertices = self.readers.len();
        let (mut first, mut left, mut last) =
            (vec![0_u64; vertices], vec![0_u64; vertices], vec![0_u64; vertices]);
        let mut finished: Vec<Vertex> = Vec::new();
        let mut time = 0;
        let mut walk: Vec<(Vertex, usize)> = Vec::new();
        let mut next = Some(self.vertex(top));
        loop {
            if let Some(vertex) = next.take() {
                time += 1;
                self.readers[vertex] += 1;
                last[vertex] = time;
                if first[vertex] == 0 {
                    first[vertex] = time;
                    walk.push((vertex, 0));
                }
            }
            let Some((vertex, child)) = walk.last_mut() else { break };
            if let Some(&of) = self.children(*vertex).get(*child) {
                *child += 1;
                next = Some(of);
            } else {
                time += 1;
                left[*vertex] = time;
                finished.push(*vertex);
                walk.pop();
            }
        }
        // The earliest and the latest visit to anything below.
        let (mut earliest, mut latest) = (first.clone(), last.clone());
        for &vertex in &finished {
            let (mut from, mut to) = (u64::MAX, 0);
            for &child in self.children(vertex) {
                from = from.min(earliest[child]);
                to = to.max(latest[child]);
            }
            self.is_module[vertex] = from > first[vertex] && to < left[vertex];
            earliest[vertex] = earliest[vertex].min(from);
            latest[vertex] = latest[vertex].max(to);
        }
    }
}
