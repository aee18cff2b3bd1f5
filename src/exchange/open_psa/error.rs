//! What can be wrong with a file.

use thiserror::Error;

/// How many names a message lists.
const LISTED: usize = 20;

/// Why a file cannot be read as a fault tree.
#[derive(Debug, Clone, PartialEq, Error)]
pub enum OpenPsaError {
    /// More bytes than a file may have.
    #[error("The file has {found} bytes; a fault tree's file may have at most {limit}. Split it.")]
    TooLarge {
        /// Bytes found.
        found: usize,
        /// Bytes allowed.
        limit: usize,
    },
    /// Not XML, or XML with a document type or too many parts.
    #[error("line {line}, column {column}: the file is not plain XML: {problem}. Correct that place.")]
    Xml {
        /// From 1.
        line: u32,
        /// From 1.
        column: u32,
        /// What the reader of XML stumbled over.
        problem: String,
    },
    /// Something in the file that makes no fault tree.
    #[error("line {line}, column {column}: {problem}")]
    Wrong {
        /// From 1.
        line: u32,
        /// From 1.
        column: u32,
        /// What is wrong, and what to do about it.
        problem: Problem,
    },
    /// No gate at all.
    #[error("The file defines no gate, so there is no top event. Add a <define-gate>.")]
    NoGate,
    /// More than one gate that no other gate reads.
    #[error(
        "The file has {} top gates, of which one has to be chosen by name (--top NAME): {}.",
        names.len(),
        listed(names)
    )]
    SeveralTops {
        /// Their names, in the order of the file.
        names: Vec<String>,
    },
    /// The top that was asked for is not there.
    #[error("There is no gate and no fault tree “{wanted}”. Top gates of the file: {}.", listed(known))]
    NoSuchTop {
        /// The name asked for.
        wanted: String,
        /// The names of all top gates.
        known: Vec<String>,
    },
}

impl OpenPsaError {
    pub(super) fn xml(error: &roxmltree::Error, text: &str) -> Self {
        use roxmltree::Error::{UnclosedRootNode, UnexpectedEndOfStream};
        if matches!(error, UnclosedRootNode | UnexpectedEndOfStream) {
            // The parser does not say where: what is missing is missing at the end.
            let last = text.lines().last().unwrap_or_default();
            let [line, column] = [text.lines().count().max(1), last.chars().count() + 1]
                .map(|number| u32::try_from(number).unwrap_or(u32::MAX));
            let problem = "the file ends before all of its elements are closed; add what is missing".into();
            return Self::Xml { line, column, problem };
        }
        let place = error.pos();
        let problem = match error {
            roxmltree::Error::DtdDetected => "a document type is not allowed; remove <!DOCTYPE …>".into(),
            // The place stands before the message.
            other => {
                let text = other.to_string();
                text.split(" at ").next().unwrap_or(&text).to_string()
            }
        };
        Self::Xml { line: place.row, column: place.col, problem }
    }
}

/// What is wrong at a place.
#[derive(Debug, Clone, PartialEq, Error)]
pub enum Problem {
    /// The root is something else.
    #[error(
        "the file is XML but its root is <{found}>, not <opsa-mef>. Choose a file in SCRAM's Open-PSA dialect."
    )]
    WrongRoot {
        /// The root's name.
        found: String,
    },
    /// An element that is not known there.
    #[error("<{element}> is not known within <{within}>; expected {expected}. Correct or remove it.")]
    UnknownElement {
        /// The element.
        element: String,
        /// What it stands in.
        within: String,
        /// What may stand there.
        expected: &'static str,
    },
    /// An element of the format that fault trees do without.
    #[error("<{element}> is not supported: {remedy}.")]
    Unsupported {
        /// The element.
        element: String,
        /// What to do.
        remedy: &'static str,
    },
    /// Text where elements are expected.
    #[error("text stands within <{within}>, where elements are expected. Remove it.")]
    StrayText {
        /// What it stands in.
        within: String,
    },
    /// An attribute that is not known there.
    #[error("<{element}> has no attribute “{attribute}”. Correct or remove it.")]
    UnknownAttribute {
        /// The element.
        element: String,
        /// The attribute.
        attribute: String,
    },
    /// An attribute that has to be there.
    #[error("<{element}> lacks the attribute “{attribute}”. Add it.")]
    MissingAttribute {
        /// The element.
        element: String,
        /// The attribute.
        attribute: &'static str,
    },
    /// An attribute whose value makes no sense.
    #[error("the attribute “{attribute}” of <{element}> is “{found}”; it must be {expected}. Correct it.")]
    BadValue {
        /// The element.
        element: String,
        /// The attribute.
        attribute: String,
        /// What stands there.
        found: String,
        /// What may stand there.
        expected: &'static str,
    },
    /// Too few or too many arguments.
    #[error("<{element}> has {found} arguments; it takes {expected}. Correct their number.")]
    WrongCount {
        /// The element.
        element: String,
        /// How many there are.
        found: usize,
        /// How many there may be.
        expected: String,
    },
    /// A name that nothing has.
    #[error("no {kind} has the name “{name}”. Define it or correct the name.")]
    Undefined {
        /// What was looked for.
        kind: &'static str,
        /// The name.
        name: String,
    },
    /// A name of something else.
    #[error("“{name}” is a {found}, not a {wanted}. Correct the name or the reference.")]
    WrongKind {
        /// The name.
        name: String,
        /// What has the name.
        found: &'static str,
        /// What was looked for.
        wanted: &'static str,
    },
    /// A name that is given twice.
    #[error("“{name}” is defined a second time. Rename or remove one of the two.")]
    Duplicate {
        /// The name.
        name: String,
    },
    /// Definitions that need each other.
    #[error("{kind} need each other in a cycle: {}. Break it.", round(names))]
    Cycle {
        /// Of what.
        kind: &'static str,
        /// The names along the cycle.
        names: Vec<String>,
    },
    /// A number outside of its range.
    #[error("{quantity} is {value:e}; it must be {expected}. Correct it.")]
    OutOfRange {
        /// What the number is.
        quantity: String,
        /// What it is worth.
        value: f64,
        /// What it may be.
        expected: &'static str,
    },
    /// An expression without a value.
    #[error("<{element}> has no finite value for its arguments. Correct them.")]
    NoValue {
        /// The expression's element.
        element: String,
    },
    /// A basic event without a probability.
    #[error(
        "the basic event “{name}” has no probability. Give it one, for instance <float value=\"0.001\"/>."
    )]
    NoProbability {
        /// The event's name.
        name: String,
    },
    /// Too much of something.
    #[error("{what}: {found}; at most {limit} are taken. Make it smaller.")]
    TooMuch {
        /// Of what.
        what: &'static str,
        /// How much there is.
        found: usize,
        /// How much there may be.
        limit: usize,
    },
    /// A common-cause group that makes no sense.
    #[error("the common-cause group “{name}” {problem}. Correct it.")]
    Group {
        /// The group's name.
        name: String,
        /// What is wrong.
        problem: &'static str,
    },
}

fn listed(names: &[String]) -> String {
    let mut text = names.iter().take(LISTED).cloned().collect::<Vec<_>>().join(", ");
    if names.len() > LISTED {
        text.extend([" and ", &(names.len() - LISTED).to_string(), " more"]);
    }
    text
}

/// The names along a cycle, with the first once more at the end; of a long cycle the beginning and the end.
fn round(names: &[String]) -> String {
    let mut shown: Vec<&str> = names.iter().map(String::as_str).collect();
    if shown.len() > LISTED {
        let rest = shown.split_off(shown.len() - LISTED / 2);
        shown.truncate(LISTED / 2);
        shown.push("…");
        shown.extend(rest);
    }
    shown.extend(names.first().map(String::as_str));
    shown.join(" → ")
}
