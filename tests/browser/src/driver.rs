//! The driver's process, and with it the browser's.

use std::fs;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdout, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use xtask::chromium::Chromium;

use crate::{Error, Result};

/// How long the driver may take to end by itself.
const PATIENCE: Duration = Duration::from_secs(5);

/// A running driver; the browser that it starts ends with it.
#[derive(Debug)]
pub(crate) struct Driver {
    child: Child,
    // Open for as long as the driver may write to it.
    _said: BufReader<ChildStdout>,
    address: String,
    profile: PathBuf,
}

impl Driver {
    pub(crate) fn start(chromium: &Chromium, profile: &Path) -> Result<Self> {
        let mut child = Command::new(&chromium.driver)
            .arg("--port=0")
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .map_err(Error::io("starting chromedriver"))?;
        let mut said = BufReader::new(child.stdout.take().ok_or(Error::NoDriver)?);
        let port = port_told(&mut said).inspect_err(|_| {
            // It is of no use; it may have ended already.
            let _ = child.kill();
        })?;
        Ok(Self { child, _said: said, address: format!("http://127.0.0.1:{port}"), profile: profile.into() })
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

    fn ended(&mut self) -> bool {
        let deadline = Instant::now() + PATIENCE;
        while Instant::now() < deadline {
            if !matches!(self.child.try_wait(), Ok(None)) {
                return true;
            }
            thread::sleep(Duration::from_millis(20));
        }
        false
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
        // Chromedriver closes its browsers when it is asked to end; what is left after that is killed.
        let asked =
            ureq::get(format!("{}/shutdown", self.address)).config().timeout_global(Some(PATIENCE)).build();
        if asked.call().is_err() || !self.ended() {
            self.kill();
        }
        if !processes_naming(&self.profile).is_empty() {
            self.kill();
        }
    }
}

fn port_told(said: &mut impl BufRead) -> Result<u16> {
    for line in said.lines().map_while(Result::ok) {
        let told = line.strip_prefix("ChromeDriver was started successfully on port ");
        if let Some(port) = told.and_then(|rest| rest.trim_end_matches('.').parse().ok()) {
            return Ok(port);
        }
    }
    Err(Error::NoDriver)
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

    #[test]
    fn the_port_is_read_from_what_the_driver_says() {
        let said = "Starting ChromeDriver 140\nChromeDriver was started successfully on port 40123.\n";
        assert_eq!(port_told(&mut said.as_bytes()).unwrap(), 40123);
        assert!(port_told(&mut "nothing\n".as_bytes()).is_err());
    }
}
