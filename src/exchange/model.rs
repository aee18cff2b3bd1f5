//! Reliability models as files: versioned JSON, to be written by hand or by a program. `docs/model-format.md` describes it.
//!
//! A file names groups of units, gates and amounts over them, and says when the system is up. What it names is read in three
//! steps: the text as the types of `document`, ids with their ranges as one list of definitions, and these in an order in which
//! each stands after what it reads, as formulas of a [`Structure`].

mod build;
mod chain;
mod definitions;
mod described;
mod document;
mod error;
mod formula;
mod group;
mod ids;
mod kinds;
mod numbers;
mod placed;
mod times;
mod wanted;

pub use chain::{Chain, ChainState};
pub use described::{DescribedGroup, Description, Figure, UncertainFigure};
pub use document::Document;
pub use error::{ModelFileError, ModelProblem};
pub use numbers::{Hours, HoursOrNone};
pub use times::{Shape, Times, Window};
pub use wanted::{CutSets, Simulation, Uncertainty, Wanted};

use crate::json::{self, Json, Parsed};
use crate::reliability::{Amount, Element, Gate, Structure};
use definitions::Definitions;

/// What a file's `format` says.
pub const FORMAT: &str = "availability-planner-model";
/// The version of the format that is read.
pub const VERSION: u32 = 1;
/// Bytes that a file may have.
pub const FILE_BYTES: usize = 8_000_000;

/// A model that has been read.
#[derive(Debug, Clone)]
pub struct ReliabilityModel {
    /// Its name; empty where it has none.
    pub name: String,
    /// The formulas. Element 0 is the group `groups[0]`, and so on.
    pub structure: Structure,
    /// True while the system is down.
    pub failed: Gate,
    /// The groups, in the order of the file.
    pub groups: Vec<DescribedGroup>,
    /// The law of each group's levels.
    pub elements: Vec<Element>,
    /// How much there is of what is asked for, and how much is asked for.
    pub capacity: Option<(Amount, u64)>,
    /// What is to be answered.
    pub wanted: Wanted,
}

impl ReliabilityModel {
    /// The id of each group.
    pub fn names(&self) -> Vec<String> {
        self.groups.iter().map(|group| group.id.clone()).collect()
    }
}

/// Reads a model from the text of a file.
///
/// # Errors
/// [`ModelFileError`], with line and column, what is wrong there, and how to mend it.
pub fn read(text: &str) -> Result<ReliabilityModel, ModelFileError> {
    if text.len() > FILE_BYTES {
        return Err(ModelFileError::TooLarge { found: text.len(), limit: FILE_BYTES });
    }
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let parsed = Parsed::new(text).map_err(not_json)?;
    match parsed.field("format").map_err(not_json)? {
        Some(Json::Text(format)) if format == FORMAT => {}
        found => return Err(ModelFileError::WrongFormat { found: shown(found) }),
    }
    let version = parsed.field("version").map_err(not_json)?;
    match version.and_then(Json::whole_number) {
        Some(number) if number == u64::from(VERSION) => {}
        Some(found) if found > u64::from(VERSION) => return Err(ModelFileError::Newer { found }),
        _ => return Err(ModelFileError::WrongVersion { found: shown(version) }),
    }
    let document: Document = parsed.read().map_err(shape)?;
    let built = Definitions::of(&document).and_then(|definitions| build::build(&document, &definitions));
    built.map_err(|fault| {
        let error::Fault { way, problem } = *fault;
        ModelFileError::Wrong { place: parsed.place(&way), problem }
    })
}

fn not_json(json::Error { place, problem }: json::Error) -> ModelFileError {
    ModelFileError::NotJson { place, problem }
}

fn shape(json::Error { place, problem }: json::Error) -> ModelFileError {
    ModelFileError::Shape { place, problem }
}

fn shown(value: Option<&Json<'_>>) -> String {
    value.map_or_else(|| "missing".into(), Json::to_string)
}
