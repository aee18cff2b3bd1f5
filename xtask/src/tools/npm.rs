//! npm, which fetches what is written in JavaScript.

use std::path::Path;
use std::process::Command;

use crate::command::{self, on_path};
use crate::debian::Administrator;
use crate::{Error, Result};

/// Installs npm where it is missing and can be installed without asking; `purpose` says what it is for.
pub(crate) fn ensure(purpose: &str) -> Result<()> {
    let is_there = || on_path("npm").next().is_some();
    if !is_there()
        && let Some(administrator) = Administrator::here()
    {
        // What apt-get said is above; how to mend it is the same.
        let _ = administrator.install(&["npm"], purpose);
    }
    if is_there() { Ok(()) } else { Err(Error::NoNpm) }
}

/// Fetches exactly what the folder's lock file names.
pub(crate) fn fetch(folder: &Path) -> Result<()> {
    let mut npm = Command::new("npm");
    command::run(npm.current_dir(folder).args(["ci", "--ignore-scripts", "--no-audit", "--no-fund"]))
}
