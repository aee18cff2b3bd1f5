//! The decision diagram: an arena of nodes, each there only once.

#![allow(clippy::indexing_slicing, reason = "a node's number is made where the node is put into the arena")]

use std::collections::BinaryHeap;
use std::sync::Arc;

use rustc_hash::FxHashMap;

use super::Function;
use crate::collected::Set;
use crate::reliability::ModelError;

#[derive(Clone, Debug)]
enum Node {
    Value(f64),
    /// The value depends on a group's level: one branch for each. Branches have lower numbers than their node and
    /// ask for later groups only; they are not all equal.
    Choice {
        group: usize,
        branches: Arc<[Function]>,
    },
}

#[derive(Clone, Debug)]
pub(super) struct Diagram {
    nodes: Vec<Node>,
    // Only ever looked up in, so their order does not matter.
    values: FxHashMap<u64, Function>,
    /// By group.
    choices: Vec<FxHashMap<Arc<[Function]>, Function>>,
    cells: usize,
    room: usize,
}

impl Diagram {
    /// The function that is nowhere a number.
    pub(super) const NOT_A_NUMBER: Function = Function(0);

    pub(super) fn new(room: usize) -> Self {
        let nodes = vec![Node::Value(f64::NAN)];
        Self { nodes, values: FxHashMap::default(), choices: Vec::new(), cells: 1, room }
    }

    /// The node of a value. There is one zero and no node for what is not a number.
    pub(super) fn value(&mut self, value: f64) -> Result<Function, ModelError> {
        if value.is_nan() {
            return Err(ModelError::NotANumber);
        }
        let value = if value == 0.0 { 0.0 } else { value };
        if let Some(&known) = self.values.get(&value.to_bits()) {
            return Ok(known);
        }
        let made = self.push(Node::Value(value), 1)?;
        self.values.insert(value.to_bits(), made);
        Ok(made)
    }

    /// The node that asks for a group's level, or the branch if all are the same.
    pub(super) fn choice(&mut self, group: usize, branches: &[Function]) -> Result<Function, ModelError> {
        let first = branches[0];
        if branches.iter().all(|&branch| branch == first) {
            return Ok(first);
        }
        if self.choices.len() <= group {
            self.choices.resize_with(group + 1, FxHashMap::default);
        }
        if let Some(&known) = self.choices[group].get(branches) {
            return Ok(known);
        }
        let branches: Arc<[Function]> = branches.into();
        let made = self.push(Node::Choice { group, branches: Arc::clone(&branches) }, 1 + branches.len())?;
        self.choices[group].insert(branches, made);
        Ok(made)
    }

    fn push(&mut self, node: Node, cells: usize) -> Result<Function, ModelError> {
        self.cells += cells;
        self.check_room(self.cells)?;
        self.nodes.push(node);
        Ok(Function(self.nodes.len() - 1))
    }

    /// Whether so many cells are within the limit.
    pub(super) fn check_room(&self, cells: usize) -> Result<(), ModelError> {
        if cells <= self.room { Ok(()) } else { Err(ModelError::TooManyCells { most: self.room }) }
    }

    /// The value, if the function does not depend on any group.
    pub(super) fn value_of(&self, function: Function) -> Option<f64> {
        match self.nodes[function.0] {
            Node::Value(value) => Some(value),
            Node::Choice { .. } => None,
        }
    }

    /// The first group the function depends on, and its branches.
    pub(super) fn choice_of(&self, function: Function) -> Option<(usize, &[Function])> {
        match &self.nodes[function.0] {
            Node::Value(_) => None,
            Node::Choice { group, branches } => Some((*group, branches)),
        }
    }

    /// The first group that any of two functions depends on; past all groups if both are constant.
    pub(super) fn first_group(&self, a: Function, b: Function) -> usize {
        self.group_of(a).min(self.group_of(b))
    }

    /// What two functions are at a level of the first group that any of them depends on; none where there is no such level.
    pub(super) fn pair(&self, a: Function, b: Function, level: usize) -> Option<(Function, Function)> {
        let first = self.first_group(a, b);
        let at_level = |function: Function| match &self.nodes[function.0] {
            Node::Choice { group, branches } if *group == first => branches.get(level).copied(),
            _ => Some(function),
        };
        Some((at_level(a)?, at_level(b)?))
    }

    fn group_of(&self, function: Function) -> usize {
        match self.nodes[function.0] {
            Node::Value(_) => usize::MAX,
            Node::Choice { group, .. } => group,
        }
    }

    /// All nodes of a function, itself included, each after its branches.
    pub(super) fn below(&self, function: Function) -> Vec<Function> {
        // From the top down: a node's number is above those of its branches, so a node that waits more than once comes up more
        // than once in a row.
        let mut waiting = BinaryHeap::from([function]);
        let mut found = Vec::new();
        while let Some(node) = waiting.pop() {
            if found.last() == Some(&node) {
                continue;
            }
            found.push(node);
            if let Node::Choice { branches, .. } = &self.nodes[node.0] {
                waiting.extend(&**branches);
            }
        }
        found.reverse();
        found
    }

    /// The groups that a function depends on, ascending.
    pub(super) fn support(&self, function: Function) -> Set<usize> {
        let mut groups = Set::new();
        for node in self.below(function) {
            if let Node::Choice { group, .. } = self.nodes[node.0] {
                groups.insert(group);
            }
        }
        groups
    }
}
