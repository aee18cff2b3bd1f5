//! What the benchmarks measure: one list of cases for `cargo bench` and for `cargo xtask bench-browser`, which times the same code
//! natively and in a browser.

#![allow(
    clippy::missing_panics_doc,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "the inputs are the cases' own, and a benchmark may stop at the first surprise"
)]

use std::rc::Rc;

mod chains;
mod cut_sets;
mod fault_tree;
mod measure;
mod plans;
mod run;
mod simulation;
mod structures;

pub use measure::{Measured, Unreadable, answer, measure};
pub use run::Run;

/// Which of the benchmarks a case is part of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bench {
    /// Plans: from a drawing to all its figures.
    Analysis,
    /// Markov chains.
    Chains,
    /// Minimal cut sets.
    CutSets,
    /// Structures of independent elements.
    Reliability,
    /// Simulated events.
    Simulation,
}

/// What a case is meant to stay below.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Goal {
    /// So many milliseconds.
    Milliseconds(f64),
    /// So many times the time of another case.
    Times(f64, &'static str),
}

/// Something to measure.
#[derive(Clone)]
pub struct Case {
    /// The benchmark that it belongs to.
    pub bench: Bench,
    /// What is done to what; no two cases have the same name.
    pub name: String,
    /// What its time is meant to stay below, if anything.
    pub goal: Option<Goal>,
    /// How many events one run simulates; none where nothing is simulated.
    pub events: Option<u64>,
    /// Whether it is only fit for optimised code.
    pub is_large: bool,
    /// Makes all that is not to be measured.
    pub prepare: Rc<dyn Fn() -> Box<dyn Run>>,
}

impl Case {
    fn new(bench: Bench, name: impl Into<String>, prepare: impl Fn() -> Box<dyn Run> + 'static) -> Self {
        let prepare = Rc::new(prepare);
        Self { bench, name: name.into(), goal: None, events: None, is_large: false, prepare }
    }

    fn within_ms(self, most: f64) -> Self {
        Self { goal: Some(Goal::Milliseconds(most)), ..self }
    }

    fn within_times(self, most: f64, other: &'static str) -> Self {
        Self { goal: Some(Goal::Times(most, other)), ..self }
    }

    fn of_events(self, events: u64) -> Self {
        Self { events: Some(events), ..self }
    }

    fn large(self) -> Self {
        Self { is_large: true, ..self }
    }
}

/// All cases, in an order that is always the same.
pub fn cases() -> Vec<Case> {
    [
        chains::cases(),
        structures::cases(),
        fault_tree::cases(),
        cut_sets::cases(),
        simulation::cases(),
        plans::cases(),
    ]
    .concat()
}

/// The cases of one benchmark.
pub fn of(bench: Bench) -> impl Iterator<Item = Case> {
    cases().into_iter().filter(move |case| case.bench == bench)
}
