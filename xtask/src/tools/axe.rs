//! axe-core, which finds what keeps people from using a page: a script that the browser tests run in it.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::{Value, json};

use crate::command::{self, on_path};
use crate::debian::Administrator;
use crate::tools::install::Incoming;
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
        ensure_npm()?;
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

fn ensure_npm() -> Result<()> {
    let is_there = || on_path("npm").next().is_some();
    if !is_there()
        && let Some(administrator) = Administrator::here()
    {
        // What apt-get said is above; how to mend it is the same.
        let _ = administrator.install(&["npm"], "which fetches axe-core");
    }
    if is_there() { Ok(()) } else { Err(Error::NoNpm) }
}

fn fetch(folder: &Path) -> Result<()> {
    fs::create_dir_all(folder).map_err(Error::file("making", folder))?;
    for (name, content) in [("package.json", wanted()), ("package-lock.json", locked())] {
        let path = folder.join(name);
        fs::write(&path, content.to_string()).map_err(Error::file("writing", &path))?;
    }
    let mut npm = Command::new("npm");
    command::run(npm.current_dir(folder).args(["ci", "--ignore-scripts", "--no-audit", "--no-fund"]))
}

fn wanted() -> Value {
    json!({ "private": true, "dependencies": { "axe-core": VERSION } })
}

/// A lock file, by which npm checks what it fetches.
fn locked() -> Value {
    let package = json!({ "version": VERSION, "integrity": INTEGRITY });
    json!({ "lockfileVersion": 3, "packages": { "": wanted(), "node_modules/axe-core": package } })
}
