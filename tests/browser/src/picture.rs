//! Pictures of the page, for people to look at.

use std::path::PathBuf;
use std::{env, fs, thread};

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use serde_json::Value;

use crate::page::Page;
use crate::{Error, Result};

impl Page {
    /// A picture of the window as the bytes of a PNG file.
    ///
    /// # Errors
    ///
    /// The picture cannot be taken.
    pub fn picture(&self) -> Result<Vec<u8>> {
        let picture = self.session.get("screenshot")?;
        BASE64_STANDARD.decode(picture.as_str().unwrap_or_default()).map_err(|_| Error::Unexpected {
            command: "screenshot".into(),
            value: Value::to_string(&picture),
        })
    }

    /// Keeps a picture of the window under the test's name and this one, if the variable `SCREENSHOTS` names a folder for it.
    ///
    /// # Errors
    ///
    /// The picture cannot be taken or written.
    pub fn screenshot(&self, name: &str) -> Result<()> {
        let Some(folder) = env::var_os("SCREENSHOTS").map(PathBuf::from) else { return Ok(()) };
        let bytes = self.picture()?;
        // The test runner names a test's thread after the test.
        let test = thread::current().name().unwrap_or("page").replace("::", "-");
        fs::create_dir_all(&folder).map_err(Error::io("making the folder for pictures"))?;
        fs::write(folder.join(format!("{test}-{name}.png")), bytes).map_err(Error::io("writing a picture"))
    }
}
