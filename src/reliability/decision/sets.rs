//! Families of sets as zero-suppressed decision diagrams: a node asks whether a variable is in the set, and what it does not ask for is
//! not.
//!
//! Shin-ichi Minato, "Zero-suppressed BDDs for set manipulation in combinatorial problems", Design Automation Conference (1993).

#![allow(clippy::indexing_slicing, reason = "an edge is made where its node is put into the arena")]

use super::cache::Cache;
use super::table::Table;
use super::{Arena, END, Edge, Node, STEPS_A_LOOK, Stop};

/// The family without any set.
pub(crate) const NOTHING: Edge = Edge::FALSE;

/// The family of the empty set alone.
pub(crate) const EMPTY_SET: Edge = Edge::TRUE;

/// Families in which no set contains another, each node there only once. No edge but [`NOTHING`] is negated; `low` leads to the sets
/// without the variable, `high` to the rest of those with it.
pub(crate) struct Sets<'a> {
    nodes: Vec<Node>,
    table: Table,
    cache: Cache,
    room: usize,
    is_over: &'a dyn Fn() -> bool,
    steps: u32,
    tasks: Vec<Task>,
    results: Vec<Edge>,
}

#[derive(Clone, Copy)]
enum Task {
    /// The sets of the family for which the function is false are wanted.
    Of(Edge, Edge),
    /// The results for both branches are there.
    Join { variable: u32, family: Edge, function: Edge },
}

impl<'a> Sets<'a> {
    /// An arena without families, for so many nodes.
    pub fn new(room: usize, is_over: &'a dyn Fn() -> bool) -> Self {
        Self {
            nodes: vec![Node { variable: END, low: Edge::TRUE, high: Edge::TRUE }],
            table: Table::new(),
            cache: Cache::new(),
            room: room.min(u32::MAX as usize >> 2),
            is_over,
            steps: 0,
            tasks: Vec::new(),
            results: Vec::new(),
        }
    }

    /// The nodes, for good.
    pub fn into_nodes(self) -> Vec<Node> {
        self.nodes
    }

    /// The sets of `low`, and those of `high` with the variable added; it must come before all that both ask for.
    pub fn make(&mut self, variable: u32, low: Edge, high: Edge) -> Result<Edge, Stop> {
        if high == NOTHING {
            return Ok(low);
        }
        let node = Node { variable, low, high };
        let place = match self.table.find(&node, &self.nodes) {
            Ok(place) => place,
            Err(slot) => {
                if self.nodes.len() >= self.room {
                    return Err(Stop::Full);
                }
                let place = u32::try_from(self.nodes.len()).map_err(|_| Stop::Full)?;
                self.nodes.push(node);
                self.table.put(slot, place, &self.nodes);
                self.cache.grow_to(self.nodes.len());
                place
            }
        };
        Ok(Edge(place << 1))
    }

    /// The sets of a family for which a function is false. A set stands for the assignment with just its variables true.
    pub fn unless(&mut self, family: Edge, function: Edge, functions: &Arena<'_>) -> Result<Edge, Stop> {
        self.tasks.clear();
        self.results.clear();
        self.tasks.push(Task::Of(family, function));
        while let Some(task) = self.tasks.pop() {
            match task {
                Task::Of(family, function) => self.start(family, function, functions)?,
                Task::Join { variable, family, function } => {
                    if let (Some(high), Some(low)) = (self.results.pop(), self.results.pop()) {
                        let result = self.make(variable, low, high)?;
                        self.cache.put(family, function, result);
                        self.results.push(result);
                    }
                }
            }
        }
        self.results.pop().ok_or(Stop::Full)
    }

    fn start(&mut self, family: Edge, function: Edge, functions: &Arena<'_>) -> Result<(), Stop> {
        let of_family = self.nodes[family.node()];
        // What comes before all that the family asks for is in none of its sets.
        let mut function = function;
        while functions.variable(function) < of_family.variable {
            function = functions.cofactors(function, functions.variable(function)).0;
        }
        if family == NOTHING || function.is_constant() {
            self.results.push(if function == Edge::FALSE { family } else { NOTHING });
            return Ok(());
        }
        if let Some(result) = self.cache.get(family, function) {
            self.results.push(result);
            return Ok(());
        }
        self.steps += 1;
        if self.steps >= STEPS_A_LOOK {
            self.steps = 0;
            if (self.is_over)() {
                return Err(Stop::Over);
            }
        }
        let Node { variable, low, high } = of_family;
        let (without, with) = functions.cofactors(function, variable);
        self.tasks.extend([
            Task::Join { variable, family, function },
            Task::Of(high, with),
            Task::Of(low, without),
        ]);
        Ok(())
    }

    /// Keeps only what these families need; they get new edges, all others lose their meaning.
    pub fn keep_only(&mut self, families: &mut [Edge]) {
        let mut needed = vec![false; self.nodes.len()];
        for family in families.iter() {
            needed[family.node()] = true;
        }
        for place in (1..self.nodes.len()).rev() {
            if needed[place] {
                let Node { low, high, .. } = self.nodes[place];
                needed[low.node()] = true;
                needed[high.node()] = true;
            }
        }
        let mut moved = vec![0_u32; self.nodes.len()];
        let to = |moved: &[u32], edge: Edge| Edge(moved[edge.node()] << 1).negated_if(edge.is_negated());
        let mut kept = 1;
        for place in 1..self.nodes.len() {
            if needed[place] {
                let Node { variable, low, high } = self.nodes[place];
                self.nodes[kept as usize] = Node { variable, low: to(&moved, low), high: to(&moved, high) };
                moved[place] = kept;
                kept += 1;
            }
        }
        self.nodes.truncate(kept as usize);
        for family in families {
            *family = to(&moved, *family);
        }
        self.table.refill(&self.nodes, 0);
        self.cache.clear(self.nodes.len());
    }
}
