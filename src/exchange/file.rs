//! Plans as files: versioned JSON that is checked at the door.

use std::fmt;

use thiserror::Error;

use crate::catalog::Catalog;
use crate::json::{self, Json, Parsed, Place};
use crate::plan::{Document, FORMAT, Limits, PlanError, VERSION, faults};

/// Why a file cannot be read as a plan. The text says what is wrong, where, and how to mend it.
#[derive(Debug, Error)]
pub enum ReadError {
    /// More bytes than a plan may have.
    #[error("The file has {found} bytes; a plan may have at most {limit}. Split it into smaller plans.")]
    TooLarge {
        /// Bytes found.
        found: usize,
        /// Bytes allowed.
        limit: usize,
    },
    /// Not text.
    #[error("The file is not a plan: it is not UTF-8 text (byte {at}). Choose a plan's JSON file.")]
    NotText {
        /// Number of leading bytes that are text.
        at: usize,
    },
    /// Not JSON, or JSON of another shape at the top.
    #[error("The file is not a plan: {place}: {problem}. Choose a plan's JSON file or correct that place.")]
    NotJson {
        /// Where the reader stumbled.
        place: Place,
        /// Over what.
        problem: String,
    },
    /// A picture or another document in markup, without a plan in it.
    #[error("There is no plan in this picture. Choose one that the planner saved, or a plan's JSON file.")]
    NoPlan,
    /// JSON, but of something else.
    #[error(
        "The file is JSON but not a plan: its “format” is {found}, not “{FORMAT}”. Choose a plan's file."
    )]
    WrongFormat {
        /// What stands there.
        found: String,
    },
    /// Written by a newer planner.
    #[error(
        "The plan has version {found}; this planner reads versions up to {VERSION}. Open it with a newer planner; the file was left as it is."
    )]
    Newer {
        /// The file's version.
        found: u64,
    },
    /// No version that ever was.
    #[error("The plan's “version” is {found}; this planner reads version {VERSION}. Correct it.")]
    WrongVersion {
        /// What stands there.
        found: String,
    },
    /// A field that is missing, unknown or of the wrong kind.
    #[error("The plan is wrong at {place}: {problem}. Correct that place.")]
    Shape {
        /// Where in the document.
        place: Place,
        /// What is wrong.
        problem: String,
    },
    /// Broken invariants.
    #[error("The plan is wrong at {0}")]
    Plan(Faults),
}

/// The broken invariants of a plan, at least one.
#[derive(Debug)]
pub struct Faults(Vec<PlanError>);

impl Faults {
    /// Most places that are named.
    const NAMED: usize = 5;

    /// All of them in the document's order.
    pub fn all(&self) -> &[PlanError] {
        &self.0
    }
}

impl fmt::Display for Faults {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, fault) in self.0.iter().take(Self::NAMED).enumerate() {
            if index > 0 {
                formatter.write_str("\nand at ")?;
            }
            fault.fmt(formatter)?;
        }
        match self.0.len().saturating_sub(Self::NAMED) {
            0 => Ok(()),
            1 => formatter.write_str("\nand at one more place."),
            more => write!(formatter, "\nand at {more} more places."),
        }
    }
}

/// A plan that cannot be expressed in JSON.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("the plan cannot be written as JSON")]
pub struct WriteError;

/// Reads a plan from the bytes of a file.
///
/// # Errors
/// [`ReadError`]; nothing of the file is used then.
pub fn read_bytes(bytes: &[u8], catalog: &Catalog) -> Result<Document, ReadError> {
    // Of a picture only the plan in it counts.
    if bytes.len() > Limits::FILE_BYTES && bytes.first() != Some(&b'<') {
        return Err(ReadError::TooLarge { found: bytes.len(), limit: Limits::FILE_BYTES });
    }
    let text = std::str::from_utf8(bytes).map_err(|error| ReadError::NotText { at: error.valid_up_to() })?;
    read(text, catalog)
}

/// Reads a plan from the text of a file, or from that of a picture with the plan in it, as the planner saves it.
///
/// # Errors
/// [`ReadError`]; nothing of the file is used then.
pub fn read(text: &str, catalog: &Catalog) -> Result<Document, ReadError> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let text = if text.starts_with('<') { of_picture(text).ok_or(ReadError::NoPlan)? } else { text };
    if text.len() > Limits::FILE_BYTES {
        return Err(ReadError::TooLarge { found: text.len(), limit: Limits::FILE_BYTES });
    }
    let parsed = Parsed::new(text).map_err(not_json)?;
    match parsed.field("format").map_err(not_json)? {
        Some(Json::Text(format)) if format == FORMAT => {}
        found => return Err(ReadError::WrongFormat { found: shown(found) }),
    }
    let version = parsed.field("version").map_err(not_json)?;
    match version.and_then(Json::whole_number) {
        Some(number) if number == u64::from(VERSION) => {}
        Some(found) if found > u64::from(VERSION) => return Err(ReadError::Newer { found }),
        _ => return Err(ReadError::WrongVersion { found: shown(version) }),
    }
    let document: Document = parsed.read().map_err(shape)?;
    let faults = faults(&document, catalog);
    if faults.is_empty() { Ok(document) } else { Err(ReadError::Plan(Faults(faults))) }
}

/// The text of a plan's file.
///
/// # Errors
/// [`WriteError`], which no document is known to lead to.
pub fn write(document: &Document) -> Result<String, WriteError> {
    Ok(json::lines(document) + "\n")
}

/// The name of the file for a plan of that name: `Entry Tier.ocsplan.json`.
pub fn file_name(name: &str) -> String {
    name_of(name, ".ocsplan.json")
}

/// The name of a file of that ending for what has that name, without what names of files cannot hold.
pub fn name_of(name: &str, ending: &str) -> String {
    let plain: String = name
        .chars()
        .map(|character| match character {
            '<' | '>' | ':' | '"' | '/' | '\\' | '|' | '?' | '*' => '-',
            other if other.is_control() => '-',
            other => other,
        })
        .take(80)
        .collect();
    let plain = plain.trim_matches([' ', '.']);
    let plain = if plain.is_empty() { "plan" } else { plain };
    [plain, ending].concat()
}

/// The plan in a picture: it comes before anything else with a brace, and ends where markup goes on.
fn of_picture(text: &str) -> Option<&str> {
    let plan = text.get(text.find('{')?..)?;
    plan.get(..plan.find('<')?)
}

fn not_json(json::Error { place, problem }: json::Error) -> ReadError {
    ReadError::NotJson { place, problem }
}

fn shape(json::Error { place, problem }: json::Error) -> ReadError {
    ReadError::Shape { place, problem }
}

fn shown(value: Option<&Json<'_>>) -> String {
    value.map_or_else(|| "missing".into(), Json::to_string)
}

#[cfg(test)]
mod tests {
    use std::rc::Rc;

    use super::*;
    use crate::catalog::workload::Workload;
    use crate::exchange::template::TEMPLATES;
    use crate::plan::{CommonMode, Scenario, WanLink};

    /// The schema of documents is made from what `serde` knows of them.
    #[test]
    fn a_plan_is_written_as_the_schema_says() {
        let tier = TEMPLATES.iter().find(|template| template.id == "entry-tier").unwrap();
        let mut full = tier.open(&Catalog::bundled()).unwrap();
        let scenario = Rc::make_mut(&mut full.scenarios[0]);
        let site = Rc::make_mut(&mut scenario.sites[0]);
        site.common_mode = Some(CommonMode { availability: 0.999_9, mean_down_time_hours: 4.0 });
        site.wan_links.push(WanLink { to: "branch".into(), availability: 0.99, mean_down_time_hours: 1e-7 });
        let component = Rc::make_mut(&mut scenario.components[0]);
        component.pool = None;
        component.repair_crews = Some(2);
        component.overrides.insert("hardware-mtbf".into(), 43_800.0);
        component.overrides.insert("a \"name\"\n".into(), 1e16);
        scenario.populations.iter_mut().for_each(|users| Rc::make_mut(users).home = None);
        Rc::make_mut(&mut scenario.targets).availability.insert(Workload::ImPresence, 0.999);
        full.scenarios.push(Rc::new(Scenario { components: Vec::new(), ..(*full.scenarios[0]).clone() }));
        for document in
            TEMPLATES.iter().map(|template| template.open(&Catalog::bundled()).unwrap()).chain([full])
        {
            assert_eq!(write(&document).unwrap(), serde_json::to_string_pretty(&document).unwrap() + "\n");
        }
    }

    #[test]
    fn every_name_of_a_plan_gives_a_name_of_a_file() {
        let cases = [
            ("Entry Tier", "Entry Tier.ocsplan.json"),
            ("A/B: which?", "A-B- which-.ocsplan.json"),
            ("..", "plan.ocsplan.json"),
            (" Größe 2 ", "Größe 2.ocsplan.json"),
        ];
        for (name, expected) in cases {
            assert_eq!(file_name(name), expected);
        }
        assert!(file_name(&"x".repeat(200)).len() < 100);
    }
}
