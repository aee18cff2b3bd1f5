//! The programs that turn the crate into a site: found where they are, or installed.

mod axe;
mod cache;
mod install;
pub(crate) mod npm;
mod tool;

use std::ffi::OsString;
use std::path::PathBuf;

use crate::command::path_with;
use crate::tools::cache::{Fresh, cache_folder};
pub(crate) use crate::tools::tool::Tool;
use crate::{Result, rust};

/// Where tools are kept, and whether others will do.
pub(crate) struct Tools {
    folder: PathBuf,
    fresh: Option<Fresh>,
}

impl Tools {
    /// Those of this computer: on the search path, or in the user's cache.
    pub(crate) fn cached() -> Result<Self> {
        Ok(Self { folder: cache_folder()?, fresh: None })
    }

    /// None that was there before: all are installed into a temporary folder, which goes away at the end.
    pub(crate) fn fresh() -> Result<Self> {
        let fresh = Fresh::new()?;
        Ok(Self { folder: fresh.folder().to_owned(), fresh: Some(fresh) })
    }

    /// The search path with all that building the site needs, installed where it was missing.
    pub(crate) fn for_site(&self) -> Result<OsString> {
        rust::ensure_wasm()?;
        rust::ensure_std_sources()?;
        rust::ensure_crates()?;
        Ok(path_with(&[self.find(&Tool::wasm_bindgen()?)?, self.find(&Tool::trunk())?]))
    }

    /// The search path with all that testing in the browser needs.
    pub(crate) fn for_wasm_tests(&self) -> Result<OsString> {
        rust::ensure_wasm()?;
        rust::ensure_crates()?;
        Ok(path_with(&[self.find(&Tool::wasm_bindgen()?)?]))
    }

    /// The driver of Firefox.
    pub(crate) fn geckodriver(&self) -> Result<PathBuf> {
        let tool = Tool::geckodriver();
        Ok(tool::program_in(&self.find(&tool)?, tool.name))
    }

    /// The script that judges how accessible the page is.
    pub(crate) fn axe(&self) -> Result<PathBuf> {
        axe::script(&self.folder)
    }

    fn find(&self, tool: &Tool) -> Result<PathBuf> {
        let on_path = if self.fresh.is_none() { tool.on_path() } else { None };
        if let Some(folder) = on_path {
            return Ok(folder);
        }
        let home = self.folder.join(tool.label());
        if tool.is_whole(&home.join("bin")) {
            return Ok(home.join("bin"));
        }
        install::install(tool, &self.folder, &home)?;
        Ok(home.join("bin"))
    }
}
