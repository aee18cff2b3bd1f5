//! Fault trees in the Open-PSA Model Exchange Format, in the dialect `opsa-mef` that SCRAM reads.
//!
//! Steven Epstein, Antoine Rauzy, "Open-PSA Model Exchange Format", version 2.0d (2008); Olzhas Rakhimov, "SCRAM", the schema
//! `share/input.rnc`.
//!
//! What is read: fault trees with components, gates with all connectives of the format, basic events with expressions, house
//! events, parameters, common-cause groups. What a fault tree does not need, such as event trees and included files, is refused.
//! Whatever stands in the file is checked, whether or not the top gate depends on it, and nothing recurses as deep as the file.

mod attributes;
mod build;
mod common_cause;
mod definitions;
mod error;
mod expression;
mod formula;
mod order;
mod scope;
mod terms;
mod values;
mod write;
mod xml;

use roxmltree::{Document, ParsingOptions};

pub use error::{OpenPsaError, Problem};
pub use write::write;

use crate::reliability::{Element, Gate, Structure};
use definitions::Definitions;
use xml::Fault;

/// Bytes that a file may have.
pub const FILE_BYTES: usize = 64 << 20;

/// Elements, texts and comments that a file may have.
const XML_NODES: u32 = 4_000_000;

/// The mission time where nothing else is said: a year.
pub const MISSION_TIME_HOURS: f64 = 8_760.0;

/// A fault tree that has been read.
#[derive(Debug, Clone)]
pub struct FaultTree {
    /// The formulas. Element 0 is that of `elements[0]`, and so on; level 1 of an element is its event.
    pub structure: Structure,
    /// True where the top event happens.
    pub top: Gate,
    /// The basic events that the top gate depends on, with their probabilities; events of common-cause groups among them.
    pub elements: Vec<Element>,
    /// The name of each element.
    pub names: Vec<String>,
    /// The name of the top gate.
    pub top_name: String,
    /// What a reader of the answer should know, in whole sentences.
    pub notes: Vec<String>,
}

/// Reads a fault tree from the text of a file, with a mission time of a year.
///
/// The top is the gate of that name, or the root of the fault tree of that name; without a name it is the one gate that no other
/// gate reads.
///
/// # Errors
/// [`OpenPsaError`], with line and column, what is wrong there, and how to mend it.
pub fn read(text: &str, top: Option<&str>) -> Result<FaultTree, OpenPsaError> {
    read_at(text, top, MISSION_TIME_HOURS)
}

/// Reads a fault tree whose `<system-mission-time/>` is so many hours; otherwise as [`read`].
///
/// # Errors
/// As [`read`].
pub fn read_at(text: &str, top: Option<&str>, mission_time_hours: f64) -> Result<FaultTree, OpenPsaError> {
    if text.len() > FILE_BYTES {
        return Err(OpenPsaError::TooLarge { found: text.len(), limit: FILE_BYTES });
    }
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let options = ParsingOptions { nodes_limit: XML_NODES, ..ParsingOptions::default() };
    let document =
        Document::parse_with_options(text, options).map_err(|error| OpenPsaError::xml(&error, text))?;
    let placed = |Fault { at, problem }: Fault| {
        let place = document.text_pos_at(at);
        OpenPsaError::Wrong { line: place.row, column: place.col, problem: *problem }
    };
    let definitions = Definitions::read(&document).map_err(placed)?;
    let values = values::of(&definitions, mission_time_hours).map_err(placed)?;
    let order = order::of_gates(&definitions).map_err(placed)?;
    let top = build::top(&definitions, &order, top)?;
    build::build(&definitions, &values, &order, top).map_err(placed)
}
