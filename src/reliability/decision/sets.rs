//! Families of sets as zero-suppressed decision diagrams: a node asks whether a variable is in the set, and what it does not ask for is
//! not.
//!
//! Shin-ichi Minato, "Zero-suppressed BDDs for set manipulation in combinatorial problems", Design Automation Conference (1993).

#![allow(clippy::indexing_slicing, reason = "an edge is made where its node is put into the arena")]

use super::cache::Cache;
use super::store::Store;
use super::{Arena, Edge, Node, STEPS_A_LOOK, Stop};

/// The family without any set.
pub(crate) const NOTHING: Edge = Edge::FALSE;

/// The family of the empty set alone.
pub(crate) const EMPTY_SET: Edge = Edge::TRUE;

/// Families in which no set contains another, each node there only once. No edge but [`NOTHING`] is negated; `low` leads to the sets
/// without the variable, `high` to the rest of those with it.
pub(crate) struct Sets<'a> {
    store: Store,
    cache: Cache,
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
            store: Store::new(room),
            cache: Cache::new(),
            is_over,
            steps: 0,
            tasks: Vec::new(),
            results: Vec::new(),
        }
    }

    /// The nodes, for good.
    pub fn into_nodes(self) -> Vec<Node> {
        self.store.into_nodes()
    }

    /// The sets of `low`, and those of `high` with the variable added; it must come before all that both ask for.
    pub fn make(&mut self, variable: u32, low: Edge, high: Edge) -> Result<Edge, Stop> {
        if high == NOTHING {
            return Ok(low);
        }
        let node = Node { variable, low, high };
        match self.store.find(&node) {
            Ok(edge) => Ok(edge),
            Err(slot) => {
                let edge = self.store.put(slot, node)?;
                self.cache.grow_to(self.store.nodes().len());
                Ok(edge)
            }
        }
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
        let of_family = self.store.nodes()[family.node()];
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
        self.store.keep_only(families);
        self.cache.clear(self.store.nodes().len());
    }
}
