//! Files that the user chooses, drops on the page, or lets the page write.

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};
use std::{fs, thread};

use serde_json::{Value, json};

use crate::browser::FileMotion;
use crate::page::{Page, Point};
use crate::{Error, Result};

const PATIENCE: Duration = Duration::from_mins(1);

impl Page {
    /// Writes a file that the user could have, and returns where it is. It goes away with the page.
    ///
    /// # Errors
    ///
    /// It cannot be written.
    pub fn file(&self, name: &str, content: &[u8]) -> Result<PathBuf> {
        let folder = self.folder("files")?;
        fs::write(folder.join(name), content).map_err(Error::io("writing a file"))?;
        Ok(folder.join(name))
    }

    /// Chooses files in the field for them.
    ///
    /// # Errors
    ///
    /// There is no such field.
    pub fn choose_files(&self, selector: &str, files: &[PathBuf]) -> Result<()> {
        self.wait_for(selector)?;
        let found = self.session.post("element", &json!({ "using": "css selector", "value": selector }))?;
        let id = found.as_object().and_then(|found| found.values().next()).and_then(Value::as_str);
        let names: Vec<_> = files.iter().map(|file| file.to_string_lossy()).collect();
        let command = format!("element/{}/value", id.unwrap_or_default());
        self.session.post(&command, &json!({ "text": names.join("\n") })).map(drop)
    }

    /// Moves files over the page from outside, without letting go yet.
    ///
    /// # Errors
    ///
    /// The browser cannot.
    pub fn drag_files(&self, files: &[PathBuf], at: Point) -> Result<()> {
        self.browser.drag_files(&self.session, FileMotion::Enter, files, at)?;
        self.browser.drag_files(&self.session, FileMotion::Over, files, at)
    }

    /// Lets go of files over the page.
    ///
    /// # Errors
    ///
    /// The browser cannot.
    pub fn drop_files(&self, files: &[PathBuf], at: Point) -> Result<()> {
        self.browser.drag_files(&self.session, FileMotion::Drop, files, at)
    }

    /// What the page lets the browser write while the action goes on: the file's name and its content.
    ///
    /// # Errors
    ///
    /// The action fails, or nothing is written within ten seconds.
    pub fn download(&self, action: impl FnOnce() -> Result<()>) -> Result<(String, Vec<u8>)> {
        let folder = self.folder("downloads")?;
        for old in whole_files(&folder) {
            fs::remove_file(old).map_err(Error::io("removing an earlier download"))?;
        }
        self.browser.allow_downloads(&self.session, &folder)?;
        action()?;
        let deadline = Instant::now() + PATIENCE;
        while Instant::now() < deadline {
            if let Some(file) = whole_files(&folder).pop() {
                let name = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
                return Ok((name, fs::read(&file).map_err(Error::io("reading a download"))?));
            }
            thread::sleep(Duration::from_millis(20));
        }
        Err(Error::Late { what: "a file from the page".into(), waited: PATIENCE })
    }

    fn folder(&self, name: &str) -> Result<PathBuf> {
        let folder = self.profile.folder().join("planner-test").join(name);
        fs::create_dir_all(&folder).map_err(Error::io("making a folder for files"))?;
        Ok(folder)
    }
}

/// The files that the browser has finished writing: before that they have another name, or are empty.
fn whole_files(folder: &Path) -> Vec<PathBuf> {
    let files = fs::read_dir(folder).into_iter().flatten().flatten().map(|file| file.path());
    let is_whole = |file: &PathBuf| {
        let named = file.extension().is_none_or(|end| end != "crdownload" && end != "part");
        named && fs::metadata(file).is_ok_and(|known| known.len() > 0)
    };
    files.filter(is_whole).collect()
}
