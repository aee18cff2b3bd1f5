//! Binary decision diagrams, the form in which Boolean functions are solved.
//!
//! A diagram asks for one variable after the other, always in the same order, shares all equal parts, and holds a function and its
//! opposite as one. Randal Bryant, "Graph-based algorithms for Boolean function manipulation", IEEE Transactions on Computers C-35
//! (1986); Karl Brace, Richard Rudell, Randal Bryant, "Efficient implementation of a BDD package", Design Automation Conference
//! (1990).

#![allow(clippy::indexing_slicing, reason = "an edge is made where its node is put into the arena")]

mod apply;
mod cache;
mod sets;
mod store;
mod table;

pub(crate) use sets::{EMPTY_SET, NOTHING, Sets};

use cache::Cache;
use store::Store;

/// A function: a node of the arena, or its opposite.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Edge(u32);

impl Edge {
    pub const TRUE: Self = Self(0);
    pub const FALSE: Self = Self(1);

    /// Nodes have numbers above those of the nodes that they lead to; 0 is the end.
    pub fn node(self) -> usize {
        (self.0 >> 1) as usize
    }

    /// The opposite.
    pub fn not(self) -> Self {
        Self(self.0 ^ 1)
    }

    pub fn is_negated(self) -> bool {
        self.0 & 1 == 1
    }

    pub fn is_constant(self) -> bool {
        self.0 <= 1
    }

    /// The opposite if asked for.
    pub fn negated_if(self, negate: bool) -> Self {
        Self(self.0 ^ u32::from(negate))
    }

    fn regular(self) -> Self {
        Self(self.0 & !1)
    }
}

/// What a node asks and where it leads: `low` where the variable is false, `high` where it is true. `high` is never negated.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Node {
    pub variable: u32,
    pub low: Edge,
    pub high: Edge,
}

/// The variable of the end: behind all others.
const END: u32 = u32::MAX;

/// Why a function could not be made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Stop {
    /// There is no room for more nodes.
    Full,
    /// As many nodes as were allowed have been made, also those that are not needed any more.
    Spent,
    /// An amount has more values than are told apart.
    TooManyValues,
    /// The time is over.
    Over,
}

/// How many steps pass between two looks at the clock.
const STEPS_A_LOOK: u32 = 1 << 15;

/// Nodes, each there only once.
pub(crate) struct Arena<'a> {
    store: Store,
    cache: Cache,
    /// How many nodes may still be made.
    allowed: usize,
    is_over: &'a dyn Fn() -> bool,
    steps: u32,
    work: apply::Work,
}

impl<'a> Arena<'a> {
    /// An arena without functions, for so many nodes at a time and so many altogether.
    pub fn new(room: usize, allowed: usize, is_over: &'a dyn Fn() -> bool) -> Self {
        Self {
            store: Store::new(room),
            cache: Cache::new(),
            allowed,
            is_over,
            steps: 0,
            work: apply::Work::default(),
        }
    }

    /// How many nodes there are, also those that no function needs any more.
    pub fn size(&self) -> usize {
        self.store.nodes().len()
    }

    /// The nodes, each after those that it leads to; the first is the end.
    pub fn nodes(&self) -> &[Node] {
        self.store.nodes()
    }

    /// The nodes, for good.
    pub fn into_nodes(self) -> Vec<Node> {
        self.store.into_nodes()
    }

    /// Keeps only what these functions need; they get new edges, all others lose their meaning.
    pub fn keep_only(&mut self, functions: &mut [Edge]) {
        self.store.keep_only(functions);
        self.cache.clear(self.size());
    }

    /// The first variable that the function asks for, or one behind all if it is constant.
    pub fn variable(&self, edge: Edge) -> u32 {
        self.store.nodes()[edge.node()].variable
    }

    /// The function that asks for a variable; it must come before those that the branches ask for.
    pub fn make(&mut self, variable: u32, low: Edge, high: Edge) -> Result<Edge, Stop> {
        if low == high {
            return Ok(low);
        }
        let negate = high.is_negated();
        let node = Node { variable, low: low.negated_if(negate), high: high.regular() };
        let edge = match self.store.find(&node) {
            Ok(edge) => edge,
            Err(slot) => {
                self.allowed = self.allowed.checked_sub(1).ok_or(Stop::Spent)?;
                let edge = self.store.put(slot, node)?;
                self.cache.grow_to(self.size());
                edge
            }
        };
        Ok(edge.negated_if(negate))
    }

    /// Counts a step, and looks at the clock now and then.
    fn step(&mut self) -> Result<(), Stop> {
        self.steps += 1;
        if self.steps >= STEPS_A_LOOK {
            self.steps = 0;
            if (self.is_over)() {
                return Err(Stop::Over);
            }
        }
        Ok(())
    }

    /// The two functions that are left when a variable is known, `low` first.
    fn cofactors(&self, edge: Edge, variable: u32) -> (Edge, Edge) {
        let node = &self.store.nodes()[edge.node()];
        if node.variable == variable {
            let negate = edge.is_negated();
            (node.low.negated_if(negate), node.high.negated_if(negate))
        } else {
            (edge, edge)
        }
    }
}

#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// A formula over five variables, and what it is under an assignment of them.
    #[derive(Clone, Debug)]
    enum Tree {
        Variable(u32),
        Not(Box<Tree>),
        And(Box<Tree>, Box<Tree>),
        Or(Box<Tree>, Box<Tree>),
        Xor(Box<Tree>, Box<Tree>),
    }

    impl Tree {
        fn value(&self, bits: u32) -> bool {
            match self {
                Self::Variable(variable) => bits >> variable & 1 == 1,
                Self::Not(a) => !a.value(bits),
                Self::And(a, b) => a.value(bits) && b.value(bits),
                Self::Or(a, b) => a.value(bits) || b.value(bits),
                Self::Xor(a, b) => a.value(bits) != b.value(bits),
            }
        }

        fn edge(&self, arena: &mut Arena<'_>) -> Edge {
            match self {
                Self::Variable(variable) => arena.make(*variable, Edge::FALSE, Edge::TRUE).unwrap(),
                Self::Not(a) => a.edge(arena).not(),
                Self::And(a, b) => {
                    let (a, b) = (a.edge(arena), b.edge(arena));
                    arena.and(a, b).unwrap()
                }
                Self::Or(a, b) => {
                    let (a, b) = (a.edge(arena), b.edge(arena));
                    arena.or(a, b).unwrap()
                }
                Self::Xor(a, b) => {
                    let (a, b) = (a.edge(arena), b.edge(arena));
                    arena.xor(a, b).unwrap()
                }
            }
        }
    }

    fn value(arena: &Arena<'_>, edge: Edge, bits: u32) -> bool {
        let mut edge = edge;
        while !edge.is_constant() {
            let variable = arena.variable(edge);
            let (low, high) = arena.cofactors(edge, variable);
            edge = if bits >> variable & 1 == 1 { high } else { low };
        }
        edge == Edge::TRUE
    }

    fn trees() -> impl Strategy<Value = Tree> {
        (0..5_u32).prop_map(Tree::Variable).prop_recursive(6, 40, 2, |tree| {
            let pair = || (tree.clone(), tree.clone()).prop_map(|(a, b)| (Box::new(a), Box::new(b)));
            prop_oneof![
                tree.clone().prop_map(|a| Tree::Not(Box::new(a))),
                pair().prop_map(|(a, b)| Tree::And(a, b)),
                pair().prop_map(|(a, b)| Tree::Or(a, b)),
                pair().prop_map(|(a, b)| Tree::Xor(a, b)),
            ]
        })
    }

    proptest! {
        #[test]
        fn functions_have_the_value_of_their_formula_before_and_after_clearing_up(a in trees(), b in trees()) {
            let mut arena = Arena::new(10_000, usize::MAX, &|| false);
            let mut roots = [a.edge(&mut arena), b.edge(&mut arena)];
            let before = arena.size();
            for round in 0..2 {
                for bits in 0..32 {
                    prop_assert_eq!(value(&arena, roots[0], bits), a.value(bits));
                    prop_assert_eq!(value(&arena, roots[1], bits), b.value(bits));
                }
                let equal = (0..32).all(|bits| a.value(bits) == b.value(bits));
                prop_assert_eq!(roots[0] == roots[1], equal, "equal functions are one, round {}", round);
                arena.keep_only(&mut roots);
            }
            prop_assert!(arena.size() <= before);
            prop_assert_eq!(a.edge(&mut arena), roots[0], "what is made again is found again");
        }
    }

    #[test]
    fn an_arena_without_room_or_time_stops() {
        let parity = |arena: &mut Arena<'_>| {
            (0..20).try_fold(Edge::FALSE, |sum, variable| {
                let next = arena.make(variable, Edge::FALSE, Edge::TRUE)?;
                arena.xor(sum, next)
            })
        };
        assert_eq!(parity(&mut Arena::new(30, usize::MAX, &|| false)), Err(Stop::Full));
        assert_eq!(parity(&mut Arena::new(1_000, 30, &|| false)), Err(Stop::Spent));
        assert!(parity(&mut Arena::new(1_000, 1_000, &|| false)).is_ok());
        let mut late = Arena::new(1 << 20, usize::MAX, &|| true);
        let many = (0..20).try_fold(Edge::FALSE, |sum, variable| {
            // Two halves that ask in turn: the sum of products takes a node for each subset.
            let (a, b) = (
                late.make(variable, Edge::FALSE, Edge::TRUE)?,
                late.make(variable + 20, Edge::FALSE, Edge::TRUE)?,
            );
            let both = late.and(a, b)?;
            late.or(sum, both)
        });
        assert_eq!(many, Err(Stop::Over));
    }
}
