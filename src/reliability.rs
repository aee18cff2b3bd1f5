//! Generic reliability engine: groups of repairable units.
//!
//! A [`Unit`] fails and is repaired. A [`Group`] is a few units of one kind that share a load or stand in for
//! each other; it is solved as a small Markov chain. Times are in hours, rates per hour, everything in steady
//! state.
//!
//! Nothing here subtracts probabilities, so an unavailability of 1e-30 has as many good digits as one of 0.1.
//! Only the four operations of arithmetic are used, in an order fixed by the input, so every platform gives the
//! same bits.

mod bounds;
mod chain;
mod error;
mod group;
mod unit;

pub use chain::{Transition, stationary_law};
pub use error::ModelError;
pub use group::{
    ActivePassive, Flow, Group, Level, LoadShared, MAX_UNITS, PlannedStarts, PlannedWork, State, StateKind,
};
pub use unit::{FailureMode, Unit};
