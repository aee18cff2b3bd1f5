//! axe-core, which finds what keeps people from using a page: a script that the browser tests run in it.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::{Value, json};

use crate::tools::install::Incoming;
use crate::tools::npm;
use crate::{Error, Result};

const VERSION: &str = "4.14.1";
/// What npm holds the package to, whatever a registry hands out.
const INTEGRITY: &str =
    "sha512-FHfa+lmNjQZfJz1q8wKqIDwC6DExcHt/pkjNQb09a3NPjCKg2rhu5qb2S4r76ASyFNNtuFooJpZe37OgudVGtQ==";

/// The script, fetched into the folder of tools where it is not there yet.
pub(crate) fn script(folder: &Path) -> Result<PathBuf> {
    let label = format!("axe-core-{VERSION}");
    let home = folder.join(&label);
    if !is_whole(&home) {
        npm::ensure("which fetches axe-core")?;
        let incoming = Incoming::in_folder(folder, &label);
        eprintln!("==> Fetching {label}, which judges how accessible the page is: a few seconds, once");
        fetch(&incoming.0)?;
        incoming.take_home(&label, &home, is_whole)?;
    }
    Ok(script_in(&home))
}

fn script_in(home: &Path) -> PathBuf {
    home.join("node_modules").join("axe-core").join("axe.min.js")
}

fn is_whole(home: &Path) -> bool {
    fs::read_to_string(script_in(home)).is_ok_and(|script| script.contains(&format!("axe v{VERSION}")))
}

fn fetch(folder: &Path) -> Result<()> {
    fs::create_dir_all(folder).map_err(Error::file("making", folder))?;
    for (name, content) in [("package.json", wanted()), ("package-lock.json", locked())] {
        let path = folder.join(name);
        fs::write(&path, content.to_string()).map_err(Error::file("writing", &path))?;
    }
    npm::fetch(folder)
}

fn wanted() -> Value {
    json!({ "private": true, "dependencies": { "axe-core": VERSION } })
}

/// A lock file, by which npm checks what it fetches.
fn locked() -> Value {
    let package = json!({ "version": VERSION, "integrity": INTEGRITY });
    json!({ "lockfileVersion": 3, "packages": { "": wanted(), "node_modules/axe-core": package } })
}
