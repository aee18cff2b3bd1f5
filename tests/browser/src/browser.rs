//! The browsers that tests run in, and all in which one differs from the other.

use std::env;
use std::fmt::Debug;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;
use xtask::chromium::Chromium;
use xtask::firefox::Firefox;
use xtask::{BROWSER, FIREFOX};

use crate::console::Entry;
use crate::page::Point;
use crate::session::Session;
use crate::{Error, Result};

/// A browser with its driver: how they are started, and how they do what the WebDriver standard has no word for.
pub(crate) trait Browser: Debug {
    /// The driver, told to listen at a port of its own choice.
    fn driver(&self) -> Command;

    /// The port, if the driver tells it in this line.
    fn port_told(&self, line: &str) -> Option<u16>;

    /// What is asked of a session in which the browser keeps what it keeps in that folder, started with more arguments than usual.
    fn capabilities(&self, profile: &Path, more: &[&str]) -> Value;

    /// Makes the folder fit for a browser where an earlier one was killed.
    fn clear_up(&self, profile: &Path) -> Result<()>;

    /// Listens to what will be written to the console.
    fn listen(&self, session: &Session) -> Result<()>;

    /// What has been written to the console since it was last asked for.
    fn console(&self, session: &Session) -> Result<Vec<Entry>>;

    /// Makes what is inside of the window that size.
    fn size_window(&self, session: &Session, width: u32, height: u32) -> Result<()>;

    /// Lets the page believe that its user prefers dark colours, or light ones.
    fn prefer_dark(&self, session: &Session, dark: bool) -> Result<()>;

    /// Runs the script in each page that this window will show, before the page itself.
    fn before_load(&self, session: &Session, script: &str) -> Result<()>;

    /// Forgets all that is kept for the page of that address.
    fn forget(&self, session: &Session, address: &str) -> Result<()>;

    /// Loads nothing whose address ends so, and nothing from its cache; or everything again.
    fn block(&self, session: &Session, ending: Option<&str>) -> Result<()>;

    /// Lets the page write files, to that folder.
    fn allow_downloads(&self, session: &Session, folder: &Path) -> Result<()>;

    /// Moves files over the page from outside, or lets go of them there.
    fn drag_files(&self, session: &Session, motion: FileMotion, files: &[PathBuf], at: Point) -> Result<()>;

    /// A command of Chromium's developer tools.
    fn devtools(&self, session: &Session, command: &str, parameters: &Value) -> Result<Value>;
}

/// What a hand does that brings files to the page.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum FileMotion {
    /// It comes over the page.
    Enter,
    /// It is over the page.
    Over,
    /// It lets go of the files.
    Drop,
}

/// The browser that the variable names, with its driver.
pub(crate) fn chosen() -> Result<Box<dyn Browser>> {
    match env::var(BROWSER) {
        Ok(name) if name == FIREFOX => Ok(Box::new(Firefox::find()?)),
        Ok(name) if !name.is_empty() => Err(Error::NoSuchBrowser { name }),
        _ => Ok(Box::new(Chromium::find()?)),
    }
}
