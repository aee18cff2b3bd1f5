//! Reading a plan from a file or from standard input.

use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

use availability_planner::catalog::Catalog;
use availability_planner::exchange::file::read_bytes;
use availability_planner::plan::{Document, Limits, Scenario};

use crate::failure::Failure;

/// Reads the plan, never more than one byte beyond what a plan may have.
pub(crate) fn plan(path: &Path, catalog: &Catalog) -> Result<Document, Failure> {
    let shown = path.display().to_string();
    let bytes = if path.as_os_str() == "-" {
        limited(io::stdin().lock())
    } else {
        File::open(path).and_then(limited)
    };
    let bytes = bytes.map_err(|error| Failure::Unreadable { path: shown.clone(), error })?;
    read_bytes(&bytes, catalog).map_err(|error| Failure::Plan { path: shown, error })
}

/// The scenario of that id, or the first one.
pub(crate) fn scenario<'a>(
    document: &'a Document,
    path: &Path,
    id: Option<&str>,
) -> Result<&'a Scenario, Failure> {
    let found = match id {
        None => document.scenarios.first(),
        Some(id) => document.scenario(&id.into()),
    };
    found.map(AsRef::as_ref).ok_or_else(|| {
        let known: Vec<&str> = document.scenarios.iter().map(|scenario| scenario.id.as_str()).collect();
        let (path, wanted) = (path.display().to_string(), id.unwrap_or_default().to_string());
        Failure::NoScenario { path, wanted, known: known.join(", ") }
    })
}

fn limited(from: impl Read) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    let limit = u64::try_from(Limits::FILE_BYTES).unwrap_or(u64::MAX);
    from.take(limit.saturating_add(1)).read_to_end(&mut bytes)?;
    Ok(bytes)
}
