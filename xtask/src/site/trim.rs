//! Taking out of a built site what a visitor would fetch in vain.

use std::fs;
use std::path::Path;

use super::bindings::without_comments;
use super::imports::with_short_names;
use super::names::without_names;
use crate::{Error, Result};

/// What a program's file is called beside its bindings.
const PROGRAM: &str = "_bg.wasm";

/// Rewrites every program in the folder, and its bindings.
pub(super) fn trim(folder: &Path) -> Result<()> {
    for entry in fs::read_dir(folder).map_err(Error::file("reading", folder))? {
        let entry = entry.map_err(Error::file("reading", folder))?;
        if let Some(stem) = entry.file_name().to_str().and_then(|name| name.strip_suffix(PROGRAM)) {
            trim_program(&entry.path(), &folder.join(format!("{stem}.js")))?;
        }
    }
    Ok(())
}

/// A program that does not read as one stays as it is.
fn trim_program(program_path: &Path, bindings_path: &Path) -> Result<()> {
    let program = fs::read(program_path).map_err(Error::file("reading", program_path))?;
    let bindings = fs::read_to_string(bindings_path).map_err(Error::file("reading", bindings_path))?;
    let program = without_names(&program).unwrap_or(program);
    let (program, bindings) = with_short_names(&program, &bindings).unwrap_or((program, bindings));
    fs::write(program_path, program).map_err(Error::file("writing", program_path))?;
    fs::write(bindings_path, without_comments(&bindings)).map_err(Error::file("writing", bindings_path))
}
