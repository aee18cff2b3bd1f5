//! What can be wrong with a model's file.

use thiserror::Error;

use super::{FORMAT, VERSION};
use crate::json::{Place, Way};
use crate::reliability::ModelError;

/// Why a file cannot be read as a model. The text says what is wrong, where, and how to mend it.
#[derive(Debug, Clone, PartialEq, Error)]
pub enum ModelFileError {
    /// More bytes than a model may have.
    #[error(
        "The file has {found} bytes; a model may have at most {limit}. Use ranges of ids in place of lists."
    )]
    TooLarge {
        /// Bytes found.
        found: usize,
        /// Bytes allowed.
        limit: usize,
    },
    /// Not JSON.
    #[error("The file is not a model: {place}: {problem}. Correct that place.")]
    NotJson {
        /// Where the reader stumbled.
        place: Place,
        /// Over what.
        problem: String,
    },
    /// JSON, but of something else.
    #[error(
        "The file is JSON but not a model: its “format” is {found}, not “{FORMAT}”. Choose a model's file."
    )]
    WrongFormat {
        /// What stands there.
        found: String,
    },
    /// Written for a newer planner.
    #[error(
        "The model has version {found}; this planner reads versions up to {VERSION}. Use a newer planner."
    )]
    Newer {
        /// The file's version.
        found: u64,
    },
    /// No version that ever was.
    #[error("The model's “version” is {found}; this planner reads version {VERSION}. Correct it.")]
    WrongVersion {
        /// What stands there.
        found: String,
    },
    /// A field that is missing, unknown, of the wrong kind or out of range.
    #[error("The model is wrong at {place}: {problem}. Correct that place.")]
    Shape {
        /// Where in the file.
        place: Place,
        /// What is wrong.
        problem: String,
    },
    /// Parts that do not go together.
    #[error("The model is wrong at {place}: {problem}")]
    Wrong {
        /// Where in the file.
        place: Place,
        /// What is wrong, and what to do about it.
        problem: ModelProblem,
    },
}

/// What does not go together.
#[derive(Debug, Clone, PartialEq, Error)]
pub enum ModelProblem {
    /// An id that cannot be one.
    #[error("“{id}” cannot be an id: {reason}. Rename it.")]
    BadId {
        /// The id.
        id: String,
        /// Why not.
        reason: &'static str,
    },
    /// The same id for two things.
    #[error(
        "“{id}” is defined a second time; groups, gates and amounts share their ids. Rename one of the two."
    )]
    Duplicate {
        /// The id.
        id: String,
    },
    /// An id that nothing has.
    #[error("there is no {wanted} “{id}”. Define it or correct the id.")]
    Undefined {
        /// The id.
        id: String,
        /// What was looked for.
        wanted: &'static str,
    },
    /// An id of something else.
    #[error("“{id}” is {found}, where {wanted} is wanted. Correct the id.")]
    WrongKind {
        /// The id.
        id: String,
        /// What has the id.
        found: &'static str,
        /// What was looked for.
        wanted: &'static str,
    },
    /// `{}` where there is no number.
    #[error(
        "“{id}” holds {{}}, which stands for a number only where the id that is defined has a range. Write the number."
    )]
    NoNumber {
        /// The id.
        id: String,
    },
    /// Several ids where one is wanted.
    #[error("“{id}” is a range of ids, which can only stand in a list. Write one id.")]
    RangeAlone {
        /// The id.
        id: String,
    },
    /// Definitions that need each other.
    #[error("these need each other in a cycle: {}. Break it.", round(names))]
    Cycle {
        /// The ids along the cycle.
        names: Vec<String>,
    },
    /// Too much of something.
    #[error("{what}: at most {limit} are taken. Make it smaller.")]
    TooMany {
        /// Of what.
        what: &'static str,
        /// How much there may be.
        limit: usize,
    },
    /// A description that makes no group.
    #[error("“{id}” makes no group: {error}. Correct it.")]
    Group {
        /// The group's id.
        id: String,
        /// Why not.
        error: ModelError,
    },
    /// Fields that do not go together.
    #[error("{0}")]
    Fields(&'static str),
    /// A number that the group asked cannot reach.
    #[error("{what} of “{id}” must be between {least} and {most}, but is {found}. Correct it.")]
    OutOfReach {
        /// Which number.
        what: &'static str,
        /// The group's id.
        id: String,
        /// What was given.
        found: u64,
        /// The least that makes sense.
        least: u64,
        /// The most that makes sense.
        most: u64,
    },
}

/// A problem, and with which part. Behind a pointer, so that what goes well stays small.
pub(super) type Wrong = Box<Fault>;

#[derive(Debug)]
pub(super) struct Fault {
    pub way: Way,
    pub problem: ModelProblem,
}

pub(super) fn fault<T>(way: &Way, problem: ModelProblem) -> Result<T, Wrong> {
    Err(Box::new(Fault { way: way.clone(), problem }))
}

/// The names along a cycle, with the first once more at the end; of a long one the beginning and the end.
fn round(names: &[String]) -> String {
    const SHOWN: usize = 20;
    let mut shown: Vec<&str> = names.iter().map(String::as_str).collect();
    if shown.len() > SHOWN {
        let rest = shown.split_off(shown.len() - SHOWN / 2);
        shown.truncate(SHOWN / 2);
        shown.push("…");
        shown.extend(rest);
    }
    shown.extend(names.first().map(String::as_str));
    shown.join(" → ")
}
