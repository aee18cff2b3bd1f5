//! What is lost while levels change one by one, where that is known as functions of an exact model.

#![allow(clippy::indexing_slicing, reason = "elements and losses are numbered when the simulation is made")]

use std::sync::Arc;

use super::{SimulatedChain, SimulatedElement};
use crate::reliability::{Function, Lookup, Model, ModelError};

/// What is simulated of a model whose functions are exact in the long run.
#[derive(Clone, Copy, Debug)]
pub struct WeightedLoss<'a> {
    /// The groups, and the functions of their levels.
    pub model: &'a Model,
    /// One description for each group of the model, in the order of adding. Those that no loss depends on are not simulated.
    pub elements: &'a [SimulatedElement],
    /// The shares that are lost, each from 0 to 1, and what each counts; for instance the users whose share it is. The shortfall is
    /// their sum. The system has failed while each of them is 1.
    pub losses: &'a [(Function, f64)],
}

/// The present values of all losses.
#[derive(Clone, Debug)]
pub(super) struct Losses {
    lookups: Arc<[(Lookup, f64)]>,
    /// For each element the losses that depend on it.
    readers: Arc<[Box<[u32]>]>,
    values: Vec<f64>,
    shortfall: f64,
    failed: bool,
}

impl Losses {
    /// Of a model, with every group at its best level.
    pub(super) fn new(wanted: &WeightedLoss<'_>) -> Result<Self, ModelError> {
        let groups = wanted.model.groups().count();
        let mut readers = vec![Vec::new(); groups];
        let mut lookups = Vec::with_capacity(wanted.losses.len());
        for (number, (function, weight)) in (0..).zip(wanted.losses) {
            let lookup = wanted.model.lookup(*function).ok_or(ModelError::NotANumber)?;
            for group in lookup.groups() {
                readers[group.index()].push(number);
            }
            lookups.push((lookup, *weight));
        }
        let best = vec![0; groups];
        let values = lookups.iter().map(|(lookup, _)| lookup.value(&best)).collect();
        let mut made = Self {
            lookups: lookups.into(),
            readers: readers.into_iter().map(Vec::into_boxed_slice).collect(),
            values,
            shortfall: 0.0,
            failed: false,
        };
        made.add_up();
        Ok(made)
    }

    /// The descriptions of the elements, with one that never changes in place of each that nothing depends on.
    pub(super) fn simulated(&self, elements: &[SimulatedElement]) -> Vec<SimulatedElement> {
        let still = SimulatedElement::Chain(SimulatedChain { levels: vec![0], transitions: Vec::new() });
        let pairs = elements.iter().zip(self.readers.iter());
        pairs.map(|(element, readers)| if readers.is_empty() { &still } else { element }.clone()).collect()
    }

    #[inline]
    pub(super) fn failed(&self) -> bool {
        self.failed
    }

    #[inline]
    pub(super) fn shortfall(&self) -> f64 {
        self.shortfall
    }

    /// An element has changed; these are the levels of all now.
    #[inline]
    pub(super) fn change(&mut self, element: usize, levels: &[u32]) {
        let mut is_other = false;
        for &reader in &self.readers[element] {
            let place = reader as usize;
            let value = self.lookups[place].0.value(levels);
            is_other |= value.to_bits() != self.values[place].to_bits();
            self.values[place] = value;
        }
        if is_other {
            self.add_up();
        }
    }

    /// From the first to the last each time, so that nothing is left over of what came and went.
    fn add_up(&mut self) {
        let weighted = self.values.iter().zip(self.lookups.iter()).map(|(value, (_, weight))| value * weight);
        self.shortfall = weighted.sum();
        self.failed = !self.values.is_empty() && self.values.iter().all(|value| *value >= 1.0);
    }
}
