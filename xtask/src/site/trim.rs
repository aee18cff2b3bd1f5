//! Taking out of a built site what a visitor would fetch in vain.

use std::fs;
use std::path::Path;

use super::imports::with_short_names;
use super::names::without_names;
use super::packing::packed;
use super::scripts::{minified, with_one_start};
use crate::{Error, Result};

/// What a program's file is called beside its bindings.
const PROGRAM: &str = "_bg.wasm";

/// Rewrites every program in the folder, its bindings, and the scripts.
pub(super) fn trim(folder: &Path) -> Result<()> {
    let page_path = folder.join("index.html");
    let page = fs::read_to_string(&page_path).map_err(Error::file("reading", &page_path))?;
    for entry in fs::read_dir(folder).map_err(Error::file("reading", folder))? {
        let entry = entry.map_err(Error::file("reading", folder))?;
        let name = entry.file_name();
        let name = name.to_str().unwrap_or_default();
        if let Some(stem) = name.strip_suffix(PROGRAM) {
            trim_program(&entry.path(), &folder.join(format!("{stem}.js")))?;
            // The page's own, which its script puts together again; the worker's loads itself.
            if page.contains(name) {
                pack_program(&entry.path())?;
            }
        } else if entry.path().extension().is_some_and(|ending| ending == "js") {
            trim_script(&entry.path())?;
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
    write_script(bindings_path, &with_one_start(&bindings))
}

fn trim_script(path: &Path) -> Result<()> {
    let script = fs::read_to_string(path).map_err(Error::file("reading", path))?;
    write_script(path, &script)
}

/// A script that does not read as one stays as it is.
fn write_script(path: &Path, script: &str) -> Result<()> {
    let written = minified(script);
    fs::write(path, written.as_deref().unwrap_or(script)).map_err(Error::file("writing", path))
}

/// A program that does not read as one stays as it is.
fn pack_program(path: &Path) -> Result<()> {
    let program = fs::read(path).map_err(Error::file("reading", path))?;
    match packed(&program) {
        Some(packed) => fs::write(path, packed).map_err(Error::file("writing", path)),
        None => Ok(()),
    }
}
