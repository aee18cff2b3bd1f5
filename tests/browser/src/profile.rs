//! What a browser keeps between two runs, in a folder of its own.

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};
use std::{env, fs, process};

use crate::{Error, Result};

#[derive(Debug)]
pub(crate) struct Profile(PathBuf);

impl Profile {
    pub(crate) fn new() -> Result<Self> {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        let number = COUNT.fetch_add(1, Ordering::Relaxed);
        let folder = env::temp_dir().join(format!("planner-browser-{}-{number}", process::id()));
        fs::create_dir(&folder).map_err(Error::io("making a folder for the browser's profile"))?;
        Ok(Self(folder))
    }

    pub(crate) fn folder(&self) -> &Path {
        &self.0
    }
}

impl Drop for Profile {
    fn drop(&mut self) {
        // The browser may write a last file while it ends; a leftover in the temporary folder harms nobody.
        let _ = fs::remove_dir_all(&self.0);
    }
}
