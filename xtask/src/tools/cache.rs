//! The folders that tools are kept in.

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::{env, fs, process};

use crate::{Error, Result};

/// Where the user's tools are kept between runs.
pub(crate) fn cache_folder() -> Result<PathBuf> {
    let cache = user_cache(env::consts::OS, |name| env::var_os(name).filter(|value| !value.is_empty()));
    Ok(cache.ok_or(Error::NoCacheFolder)?.join("availability-planner").join("tools"))
}

fn user_cache(system: &str, variable: impl Fn(&str) -> Option<OsString>) -> Option<PathBuf> {
    // The standard says that a relative value is to be ignored.
    let chosen = variable("XDG_CACHE_HOME").map(PathBuf::from).filter(|path| path.is_absolute());
    let home = || variable("HOME").map(PathBuf::from);
    chosen.or_else(|| match system {
        "windows" => variable("LOCALAPPDATA").map(PathBuf::from),
        "macos" => Some(home()?.join("Library").join("Caches")),
        _ => Some(home()?.join(".cache")),
    })
}

/// A folder that nothing was in before, and that goes away with this value.
pub(crate) struct Fresh(PathBuf);

impl Fresh {
    pub(crate) fn new() -> Result<Self> {
        let folder = env::temp_dir().join(format!("availability-planner-tools-{}", process::id()));
        fs::create_dir(&folder).map_err(Error::file("making", &folder))?;
        Ok(Self(folder))
    }

    pub(crate) fn folder(&self) -> &Path {
        &self.0
    }
}

impl Drop for Fresh {
    fn drop(&mut self) {
        if let Err(error) = fs::remove_dir_all(&self.0) {
            eprintln!("note: {} could not be removed: {error}", self.0.display());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn case(system: &str, variables: &[(&str, &str)], expected: Option<&str>) {
        let found = user_cache(system, |name| {
            variables.iter().find(|(known, _)| *known == name).map(|(_, value)| value.into())
        });
        assert_eq!(found, expected.map(PathBuf::from));
    }

    #[test]
    fn the_cache_is_where_the_system_keeps_caches() {
        case("linux", &[("HOME", "/home/ann")], Some("/home/ann/.cache"));
        case("linux", &[("HOME", "/home/ann"), ("XDG_CACHE_HOME", "/fast")], Some("/fast"));
        case("linux", &[("HOME", "/home/ann"), ("XDG_CACHE_HOME", "fast")], Some("/home/ann/.cache"));
        case("macos", &[("HOME", "/Users/ann")], Some("/Users/ann/Library/Caches"));
        case("windows", &[("LOCALAPPDATA", "/Local")], Some("/Local"));
        case("linux", &[], None);
    }

    #[test]
    fn a_fresh_folder_goes_away() {
        let fresh = Fresh::new().unwrap();
        let folder = fresh.folder().to_owned();
        fs::write(folder.join("tool"), "").unwrap();
        drop(fresh);
        assert!(!folder.exists());
    }
}
