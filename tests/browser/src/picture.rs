//! Pictures of the page, for people to look at.

use std::path::{Path, PathBuf};
use std::{env, fs, thread};

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use serde_json::Value;

use crate::page::Page;
use crate::{Error, Result};

impl Page {
    /// Writes a picture of the window to a PNG file, and makes the file's folder where it is missing.
    ///
    /// # Errors
    ///
    /// The picture cannot be taken or written.
    pub fn save_picture(&self, file: &Path) -> Result<()> {
        let picture = self.session.get("screenshot")?;
        let bytes = BASE64_STANDARD.decode(picture.as_str().unwrap_or_default());
        let bytes = bytes.map_err(|_| Error::Unexpected {
            command: "screenshot".into(),
            value: Value::to_string(&picture),
        })?;
        fs::create_dir_all(file.parent().unwrap_or(file))
            .map_err(Error::io("making the folder for pictures"))?;
        fs::write(file, bytes).map_err(Error::io("writing a picture"))
    }

    /// Keeps pictures of the window as a laptop and a projector show it, in light and in dark colours.
    ///
    /// # Errors
    ///
    /// A picture cannot be taken or written.
    pub fn screenshots(&self, name: &str) -> Result<()> {
        if env::var_os("SCREENSHOTS").is_none() {
            return Ok(());
        }
        for (width, height) in [(1920, 1080), (1280, 800)] {
            self.size_window(width, height)?;
            for (dark, colours) in [(true, "dark"), (false, "light")] {
                self.prefer_dark(dark)?;
                self.screenshot(&format!("{name}-{width}-{colours}"))?;
            }
        }
        Ok(())
    }

    /// Keeps a picture of the window under the test's name and this one, if the variable `SCREENSHOTS` names a folder for it.
    ///
    /// # Errors
    ///
    /// The picture cannot be taken or written.
    pub fn screenshot(&self, name: &str) -> Result<()> {
        let Some(folder) = env::var_os("SCREENSHOTS").map(PathBuf::from) else { return Ok(()) };
        // The test runner names a test's thread after the test.
        let test = thread::current().name().unwrap_or("page").replace("::", "-");
        self.save_picture(&folder.join(format!("{test}-{name}.png")))
    }
}
