//! Generic reliability engine: groups of repairable units, and exact functions over independent groups.
//!
//! A [`Unit`] fails and is repaired. A [`Group`] is a few units of one kind that share a load or stand in for
//! each other; it is solved as a small Markov chain. A [`Structure`] says when a system is up, or how much it carries, as a formula
//! over the levels of such groups, independent of each other; [`Kept`] solves it once, and gives probability, frequency and
//! importance for any laws. A [`Model`] builds functions of any value step by step. Times are in hours, rates per
//! hour, everything in steady state unless a time is named: [`Transients`] and [`interval_mean`] tell of the first hours, [`Lifetime`] of
//! the first failure. [`uncertainty`] says how far figures can be trusted whose inputs are guesses, and [`Simulation`] plays single years.
//!
//! No probability and no frequency comes about by subtraction, so an unavailability of 1e-30 has as many good digits as one of 0.1.
//! (Importance compares two unavailabilities, and so may lose digits where they hardly differ.)
//! Only the four operations of arithmetic and functions of the `libm` crate are used, in an order fixed by the input, so every
//! platform gives the same bits.

mod bounds;
mod budget;
mod chain;
mod cut_sets;
mod decision;
mod element;
mod error;
mod first_failure;
mod function;
mod group;
mod importance;
mod interval;
mod kept;
mod simulation;
mod sort;
mod structure;
mod transient;
mod uncertainty;
mod unit;

pub use budget::Budget;
pub use chain::{Transition, stationary_law};
pub use cut_sets::{CutSet, CutSets, Listing, NoCutSets};
pub use element::Element;
pub use error::ModelError;
pub use first_failure::{FirstFailure, Lifetime};
pub use function::{Function, GroupId, Lookup, Model, Step};
pub use group::{
    ActivePassive, Flow, Group, Level, LoadShared, MAX_UNITS, Outlasting, PlannedStarts, PlannedWork, State,
    StateKind,
};
pub use importance::Importance;
pub use interval::{Quadrature, interval_mean, interval_means};
pub use kept::{Conditional, Interval, Kept, KeptAmount, Method, Refusal, Truth};
pub use simulation::{
    Bin, Chance, Confidence, Distribution, Estimate, Interval as ConfidenceInterval, MaintenanceWindow,
    Method as IntervalMethod, Outcome, PlannedTimes, Progress, Record, ServiceHours, SimulatedActivePassive,
    SimulatedChain, SimulatedElement, SimulatedLoadShared, SimulatedMode, Simulation, SimulationError,
    SimulationModel, SimulationSettings, Spread, Start, Stream, TopMeans, WeightedLoss, YEAR_HOURS, Year,
};
pub use structure::{Amount, AmountFormula, ElementId, Formula, Gate, Structure};
pub use transient::{Transient, Transients};
pub use uncertainty::{Guess, Percentile, Sampling, Scale, Share, Uncertainty, uncertainty};
pub use unit::{FailureMode, Unit};
