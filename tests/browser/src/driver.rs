//! The driver's process, and with it the browser's.

use std::fs;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};
use std::{io, thread};

use crate::browser::Browser;
use crate::{Error, Result};

/// A running driver; the browser that it starts ends with it.
#[derive(Debug)]
pub(crate) struct Driver {
    child: Child,
    address: String,
    profile: PathBuf,
}

/// How often a driver is started that ends before it listens: the port that it chose may just have been taken.
const TRIES: u32 = 3;

impl Driver {
    pub(crate) fn start(browser: &dyn Browser, profile: &Path) -> Result<Self> {
        let mut tries = 1;
        loop {
            match Self::begin(browser, profile) {
                Err(Error::NoDriver) if tries < TRIES => tries += 1,
                begun => return begun,
            }
        }
    }

    fn begin(browser: &dyn Browser, profile: &Path) -> Result<Self> {
        browser.clear_up(profile)?;
        let mut child = browser
            .driver()
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .map_err(Error::io("starting the browser's driver"))?;
        let mut said = BufReader::new(child.stdout.take().ok_or(Error::NoDriver)?);
        let port = port_told(browser, &mut said).inspect_err(|_| {
            // It is of no use; it may have ended already.
            let _ = child.kill();
        })?;
        // What else it and the browser say is taken from them, or they would wait for that some day.
        thread::spawn(move || io::copy(&mut said, &mut io::sink()));
        Ok(Self { child, address: format!("http://127.0.0.1:{port}"), profile: profile.into() })
    }

    pub(crate) fn address(&self) -> &str {
        &self.address
    }

    /// What ends the browser at once, from any thread.
    pub(crate) fn killer(&self) -> Killer {
        Killer { profile: self.profile.clone() }
    }

    /// Ends browser and driver at once, as a crash or a power cut would.
    pub(crate) fn kill(&mut self) {
        self.killer().kill();
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Ends a browser at once, as a crash would.
#[derive(Clone, Debug)]
pub struct Killer {
    profile: PathBuf,
}

impl Killer {
    /// Kills every process of the browser, and returns the moment from which on none of them did anything.
    pub fn kill(&self) -> Instant {
        loop {
            let browsers = processes_naming(&self.profile);
            if browsers.is_empty() {
                return Instant::now();
            }
            // One of them may have ended in between.
            let _ = Command::new("kill").arg("-KILL").args(&browsers).stderr(Stdio::null()).status();
            thread::sleep(Duration::from_millis(5));
        }
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        // The session has closed the browser, if it could.
        self.kill();
    }
}

fn port_told(browser: &dyn Browser, said: &mut impl BufRead) -> Result<u16> {
    let mut lines = said.lines().map_while(Result::ok);
    lines.find_map(|line| browser.port_told(&line)).ok_or(Error::NoDriver)
}

/// The processes that were started with this profile, where the system tells.
fn processes_naming(profile: &Path) -> Vec<String> {
    let profile = profile.to_string_lossy();
    let processes = fs::read_dir("/proc").into_iter().flatten().flatten();
    processes
        .filter_map(|process| {
            let id = process.file_name().into_string().ok().filter(|id| id.parse::<u32>().is_ok())?;
            let line = fs::read(process.path().join("cmdline")).ok()?;
            String::from_utf8_lossy(&line).contains(&*profile).then_some(id)
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use xtask::chromium::Chromium;
    use xtask::firefox::Firefox;

    #[track_caller]
    fn case(browser: &dyn Browser, said: &str, port: Option<u16>) {
        assert_eq!(port_told(browser, &mut said.as_bytes()).ok(), port);
    }

    #[test]
    fn the_port_is_read_from_what_the_driver_says() {
        let chromium = Chromium { browser: "chromium".into(), driver: "chromedriver".into() };
        let said = "Starting ChromeDriver 140\nChromeDriver was started successfully on port 40123.\n";
        case(&chromium, said, Some(40123));
        case(&chromium, "nothing\n", None);
        let firefox = Firefox { browser: "firefox".into(), driver: "geckodriver".into() };
        case(&firefox, "1732834567890\tgeckodriver\tINFO\tListening on 127.0.0.1:40123\n", Some(40123));
        case(&firefox, "nothing\n", None);
    }
}
