//! Reading a plan from a file or from standard input.

use std::fs::File;
use std::io::{self, Read};
use std::path::Path;
use std::rc::Rc;

use availability_planner::catalog::Catalog;
use availability_planner::exchange::file::read_bytes;
use availability_planner::exchange::link;
use availability_planner::plan::{Document, Limits, Scenario};

use crate::failure::Failure;

/// Reads the plan, never more than one byte beyond what a plan may have. In place of a file a link to a plan will do.
pub(crate) fn plan(path: &Path, catalog: &Catalog) -> Result<Document, Failure> {
    if let Some(text) = path.to_str().filter(|text| text.contains(link::MARK)) {
        return link::read(text, catalog).map_err(Failure::Link);
    }
    let bytes = bytes(path, Limits::FILE_BYTES)?;
    read_bytes(&bytes, catalog).map_err(|error| Failure::Plan { path: path.display().to_string(), error })
}

/// What stands in a file or on standard input, never more than one byte beyond a limit.
pub(crate) fn bytes(path: &Path, limit: usize) -> Result<Vec<u8>, Failure> {
    let bytes = if path.as_os_str() == "-" {
        limited(io::stdin().lock(), limit)
    } else {
        File::open(path).and_then(|file| limited(file, limit))
    };
    bytes.map_err(|error| Failure::Unreadable { path: path.display().to_string(), error })
}

/// The scenario of that id, or the first one.
pub(crate) fn scenario<'a>(
    document: &'a Document,
    path: &Path,
    id: Option<&str>,
) -> Result<&'a Rc<Scenario>, Failure> {
    let found = match id {
        None => document.scenarios.first(),
        Some(id) => document.scenario(&id.into()),
    };
    found.ok_or_else(|| {
        let known: Vec<&str> = document.scenarios.iter().map(|scenario| scenario.id.as_str()).collect();
        let (path, wanted) = (path.display().to_string(), id.unwrap_or_default().to_string());
        Failure::NoScenario { path, wanted, known: known.join(", ") }
    })
}

fn limited(from: impl Read, limit: usize) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    let limit = u64::try_from(limit).unwrap_or(u64::MAX);
    from.take(limit.saturating_add(1)).read_to_end(&mut bytes)?;
    Ok(bytes)
}
