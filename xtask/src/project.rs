//! Where the parts of this repository are, and what its lock file says.

use std::fs;
use std::path::{Path, PathBuf};

use serde::Deserialize;

use crate::{Error, Result};

/// The folder of the workspace.
pub(crate) fn root() -> PathBuf {
    let own = Path::new(env!("CARGO_MANIFEST_DIR"));
    own.parent().unwrap_or(own).to_owned()
}

/// The built site.
pub(crate) fn dist() -> PathBuf {
    root().join("dist")
}

/// What cargo makes; not under version control.
pub(crate) fn target() -> PathBuf {
    root().join("target")
}

/// A folder for what is made along the way; not under version control.
pub(crate) fn scratch() -> Result<PathBuf> {
    let folder = target().join("xtask");
    fs::create_dir_all(&folder).map_err(Error::file("making", &folder))?;
    Ok(folder)
}

#[derive(Deserialize)]
struct Lock {
    package: Vec<Package>,
}

#[derive(Deserialize)]
struct Package {
    name: String,
    version: String,
}

/// The version of the package that `Cargo.lock` names.
pub(crate) fn locked_version(package: &'static str) -> Result<String> {
    let path = root().join("Cargo.lock");
    let text = fs::read_to_string(&path).map_err(Error::file("reading", &path))?;
    version_in(&text, package).ok_or(Error::NotLocked { package })
}

fn version_in(lock: &str, package: &str) -> Option<String> {
    let lock: Lock = toml::from_str(lock).ok()?;
    lock.package.into_iter().find(|locked| locked.name == package).map(|locked| locked.version)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_locked_version_is_found_by_its_whole_name() {
        let lock = "[[package]]\nname = \"wasm-bindgen-shared\"\nversion = \"1.0.0\"\n\n[[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.130\"\n";
        assert_eq!(version_in(lock, "wasm-bindgen").as_deref(), Some("0.2.130"));
        assert_eq!(version_in(lock, "wasm"), None);
    }

    #[test]
    fn trunk_is_told_the_version_that_is_locked() {
        let trunk = fs::read_to_string(root().join("Trunk.toml")).unwrap();
        let version = locked_version("wasm-bindgen").unwrap();
        assert!(trunk.contains(&format!("wasm_bindgen = \"{version}\"")), "Trunk.toml is not at {version}");
    }
}
