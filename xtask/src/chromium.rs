//! Chromium, which tests run in, and the driver that steers it.

use std::path::PathBuf;

use crate::command::chosen;
use crate::debian::Administrator;
use crate::{Error, Result};

const BROWSERS: [&str; 4] = ["chromium", "google-chrome", "google-chrome-stable", "chromium-browser"];
const DRIVERS: [&str; 1] = ["chromedriver"];

/// A browser with its driver.
#[derive(Clone, Debug)]
pub struct Chromium {
    /// The browser.
    pub browser: PathBuf,
    /// Its driver.
    pub driver: PathBuf,
}

impl Chromium {
    /// What the variables CHROME and CHROMEDRIVER name, else what is on the search path.
    ///
    /// # Errors
    ///
    /// One of the two is missing, or a variable names something that is not a program.
    pub fn find() -> Result<Self> {
        let browser = chosen("CHROME", &BROWSERS)?.ok_or(Error::NoBrowser { missing: "Chromium" })?;
        let driver = chosen("CHROMEDRIVER", &DRIVERS)?.ok_or(Error::NoBrowser { missing: "ChromeDriver" })?;
        Ok(Self { browser, driver })
    }

    /// As [`Chromium::find`]; where Debian's packages can be installed without asking, that is done first.
    pub(crate) fn find_or_install() -> Result<Self> {
        match Self::find() {
            Err(Error::NoBrowser { missing }) => match Administrator::here() {
                // What apt-get said is above; how to mend it is the same.
                Some(administrator)
                    if administrator
                        .install(&["chromium", "chromium-driver"], "which the tests run in")
                        .is_ok() =>
                {
                    Self::find()
                }
                _ => Err(Error::NoBrowser { missing }),
            },
            found => found,
        }
    }
}
