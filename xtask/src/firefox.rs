//! Firefox, which tests run in as well, and the driver that steers it.

use std::path::PathBuf;

use crate::command::chosen;
use crate::debian::Administrator;
use crate::tools::Tools;
use crate::{Error, Result};

const BROWSERS: [&str; 2] = ["firefox-esr", "firefox"];
const DRIVERS: [&str; 1] = ["geckodriver"];

/// A browser with its driver.
#[derive(Clone, Debug)]
pub struct Firefox {
    /// The browser.
    pub browser: PathBuf,
    /// Its driver.
    pub driver: PathBuf,
}

impl Firefox {
    /// What the variables FIREFOX and GECKODRIVER name, else what is on the search path.
    ///
    /// # Errors
    ///
    /// One of the two is missing, or a variable names something that is not a program.
    pub fn find() -> Result<Self> {
        let driver = chosen("GECKODRIVER", &DRIVERS)?.ok_or(Error::NoGeckodriver)?;
        Ok(Self { browser: browser()?, driver })
    }

    /// The driver that the variable names, else the one of the tools; and the browser, which is installed first where Debian's
    /// packages can be without asking.
    pub(crate) fn find_or_install(tools: &Tools) -> Result<Self> {
        let browser = match browser() {
            Err(Error::NoFirefox) => match Administrator::here() {
                // What apt-get said is above; how to mend it is the same.
                Some(administrator)
                    if administrator.install(&["firefox-esr"], "which some tests run in").is_ok() =>
                {
                    browser()?
                }
                _ => return Err(Error::NoFirefox),
            },
            found => found?,
        };
        let driver = match chosen("GECKODRIVER", &[])? {
            Some(driver) => driver,
            None => tools.geckodriver()?,
        };
        Ok(Self { browser, driver })
    }
}

fn browser() -> Result<PathBuf> {
    chosen("FIREFOX", &BROWSERS)?.ok_or(Error::NoFirefox)
}
