//! What can be wrong with a model.

use crate::decimal::with_exponent;

/// Why a model is refused: a number that makes no sense, or a size beyond what is solved.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum ModelError {
    /// A number lies outside the range in which it has a meaning or can be computed with.
    #[error(
        "{quantity} must be between {} and {}, but is {}",
        with_exponent(*.least),
        with_exponent(*.most),
        with_exponent(*.value)
    )]
    OutOfRange {
        /// Which number, in words, with its unit.
        quantity: &'static str,
        /// What was given.
        value: f64,
        /// The smallest value taken.
        least: f64,
        /// The largest value taken.
        most: f64,
    },
    /// A number of things is too small or too large.
    #[error("{quantity} must be between {least} and {most}, but is {count}")]
    CountOutOfRange {
        /// Which number, in words.
        quantity: &'static str,
        /// What was given.
        count: usize,
        /// The smallest count taken.
        least: usize,
        /// The largest count taken.
        most: usize,
    },
    /// A transition names a state that the chain does not have.
    #[error("a transition names state {state}, but the chain has {states} states")]
    NoSuchState {
        /// The state named.
        state: usize,
        /// How many states there are, counted from 0.
        states: usize,
    },
    /// The chain can end up in more than one set of states, so it has no one stationary law.
    #[error("the chain can end in more than one closed set of states")]
    SeveralEnds,
    /// The rates of a chain differ so much that a 64-bit number cannot hold their products.
    #[error("the rates of the chain lie too far apart to be computed with")]
    RatesTooFarApart,
    /// Solving the chain would take more steps than the limit.
    #[error("solving the chain takes more than {most} steps")]
    TooManySteps {
        /// The limit.
        most: usize,
    },
    /// A function would take more room than the model's limit.
    #[error("the function takes more than {most} cells of the model's diagram")]
    TooManyCells {
        /// The limit.
        most: usize,
    },
    /// A function's value, for some levels of its groups, is not a number.
    #[error("a function has a value that is not a number")]
    NotANumber,
    /// A group handle of another model.
    #[error("the model has no group {group}")]
    NoSuchGroup {
        /// The group's place in the order of adding.
        group: usize,
    },
    /// A level that the group does not have.
    #[error("group {group} has no level {level}")]
    NoSuchLevel {
        /// The group's place in the order of adding.
        group: usize,
        /// The level asked for.
        level: usize,
    },
    /// A group is to replace one whose levels are not the same.
    #[error("group {group} can only be replaced by a group with the same levels")]
    OtherLevels {
        /// The group's place in the order of adding.
        group: usize,
    },
    /// The time was over before the work was done.
    #[error("the time was over before the work was done")]
    TimeOver,
    /// A system passes through more states than the limit.
    #[error("the system has more than {most} states")]
    TooManyStates {
        /// The limit.
        most: usize,
    },
    /// A time is asked of something that depends on an element of which only a probability is known.
    #[error("an element has a probability but no times")]
    NoTimes,
    /// A system has failed before it starts.
    #[error("the system is down with everything up")]
    DownAtStart,
    /// A system cannot fail, or so rarely that no number holds it.
    #[error("the system never fails")]
    NeverFails,
    /// The mean time to first failure can neither be computed nor enclosed.
    #[error("the mean time to first failure cannot be computed or bounded: {reason}")]
    NoBoundOnFirstFailure {
        /// What stands in the way, in words.
        reason: &'static str,
    },
}
