//! What is needed, in which version, and how to tell that it is there.

use std::env;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::command::{is_program, on_path, quiet};
use crate::{Result, project};

/// A program that cargo can install.
pub(crate) struct Tool {
    /// What it is called, here and in the cache.
    pub(crate) name: &'static str,
    /// The crate that it comes from.
    pub(crate) package: &'static str,
    /// The one version that will do.
    pub(crate) version: String,
    /// The programs it consists of; the first tells its version.
    programs: &'static [&'static str],
    /// How cargo is to install it.
    pub(crate) options: &'static [&'static str],
    /// What it is for.
    pub(crate) purpose: &'static str,
    /// How long installing takes.
    pub(crate) patience: &'static str,
}

impl Tool {
    /// The maker of JavaScript bindings, in exactly the version of the library.
    pub(crate) fn wasm_bindgen() -> Result<Self> {
        Ok(Self {
            name: "wasm-bindgen",
            package: "wasm-bindgen-cli",
            version: project::locked_version("wasm-bindgen")?,
            programs: &["wasm-bindgen", "wasm-bindgen-test-runner"],
            // Not `--locked`: its own lock file names a version of a crate that has been withdrawn.
            options: &[],
            purpose: "which binds the program to the browser",
            patience: "one to five minutes",
        })
    }

    /// The bundler.
    pub(crate) fn trunk() -> Self {
        Self {
            name: "trunk",
            package: "trunk",
            version: "0.21.14".into(),
            programs: &["trunk"],
            // It does little work of its own, and compiles in a sixth of the time without optimisation.
            options: &["--locked", "--debug"],
            purpose: "which builds the site",
            patience: "two to five minutes",
        }
    }

    /// The driver of Firefox, which distributions do not package.
    pub(crate) fn geckodriver() -> Self {
        Self {
            name: "geckodriver",
            package: "geckodriver",
            version: "0.37.1".into(),
            programs: &["geckodriver"],
            // It only passes on what others do.
            options: &["--locked", "--debug"],
            purpose: "which steers Firefox in tests",
            patience: "one to four minutes",
        }
    }

    /// Its name with its version.
    pub(crate) fn label(&self) -> String {
        format!("{}-{}", self.name, self.version)
    }

    /// The folder of the search path that holds it in the right version.
    pub(crate) fn on_path(&self) -> Option<PathBuf> {
        let first = self.programs.first()?;
        on_path(first)
            .filter_map(|found| Some(found.parent()?.to_owned()))
            .find(|folder| self.is_whole(folder))
    }

    /// Whether the folder holds all its programs, in the right version.
    pub(crate) fn is_whole(&self, folder: &Path) -> bool {
        self.programs.iter().map(|name| program_in(folder, name)).all(|path| {
            is_program(&path)
                && quiet(Command::new(&path).arg("--version"))
                    .is_some_and(|said| said.split_whitespace().any(|word| word == self.version))
        })
    }
}

/// Where a program of this name is in the folder.
pub(crate) fn program_in(folder: &Path, name: &str) -> PathBuf {
    folder.join(name).with_extension(env::consts::EXE_EXTENSION)
}
