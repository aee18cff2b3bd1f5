//! Firefox, steered by geckodriver and by scripts with the rights of the browser itself.

mod scripts;

use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};
use std::{fs, io};

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use serde_json::{Value, json};
use xtask::firefox::Firefox;

use crate::browser::{Browser, FileMotion};
use crate::console::Entry;
use crate::page::Point;
use crate::session::Session;
use crate::{Error, Result};

/// How long a window may take to get the size that it is given.
const PATIENCE: Duration = Duration::from_secs(10);

impl Browser for Firefox {
    fn driver(&self) -> Command {
        let mut driver = Command::new(&self.driver);
        driver.args(["--port=0", "--allow-system-access"]);
        driver
    }

    fn port_told(&self, line: &str) -> Option<u16> {
        let (_, told) = line.split_once("Listening on 127.0.0.1:")?;
        told.parse().ok()
    }

    fn capabilities(&self, profile: &Path, more: &[&str]) -> Value {
        let profile = profile.display().to_string();
        let arguments: Vec<&str> = ["-headless", "-profile", &profile].iter().chain(more).copied().collect();
        // A page that is closed may end what it is doing: cancelled in the middle, it would object to that when it is told to go.
        let prefs = json!({ "dom.ipc.cancel_content_js_when_navigating": false });
        json!({
            "browserName": "firefox",
            "moz:firefoxOptions": { "binary": self.browser, "args": arguments, "prefs": prefs },
        })
    }

    fn clear_up(&self, profile: &Path) -> Result<()> {
        // The port at which a browser that was killed listened: the driver would take it for that of the next one.
        match fs::remove_file(profile.join("MarionetteActivePort")) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => {
                Err(Error::io("removing the port of an earlier browser")(error))
            }
            _ => Ok(()),
        }
    }

    fn listen(&self, session: &Session) -> Result<()> {
        privileged(session, scripts::LISTEN, &[scripts::SAY.into()]).map(drop)
    }

    /// Errors, rejected promises, breaches of the policy, warnings, and what the page writes; not what could not be loaded.
    fn console(&self, session: &Session) -> Result<Vec<Entry>> {
        privileged(session, scripts::CONSOLE, &[]).map(|entries| Entry::read_all(&entries))
    }

    fn size_window(&self, session: &Session, width: u32, height: u32) -> Result<()> {
        let deadline = Instant::now() + PATIENCE;
        while Instant::now() < deadline {
            let wanted = run(session, scripts::OUTER_SIZE, &[width.into(), height.into()])?;
            if wanted.is_null() {
                return Ok(());
            }
            session.post("window/rect", &wanted)?;
        }
        Err(Error::Late { what: format!("a window of {width} × {height}"), waited: PATIENCE })
    }

    fn prefer_dark(&self, session: &Session, dark: bool) -> Result<()> {
        privileged(session, scripts::PREFER_DARK, &[dark.into()]).map(drop)
    }

    fn before_load(&self, session: &Session, script: &str) -> Result<()> {
        privileged(session, scripts::BEFORE_LOAD, &[script.into()]).map(drop)
    }

    fn forget(&self, session: &Session, address: &str) -> Result<()> {
        privileged(session, scripts::FORGET, &[address.into()]).map(drop)
    }

    fn block(&self, session: &Session, ending: Option<&str>) -> Result<()> {
        privileged(session, scripts::BLOCK, &[ending.into()]).map(drop)
    }

    fn allow_downloads(&self, session: &Session, folder: &Path) -> Result<()> {
        privileged(session, scripts::ALLOW_DOWNLOADS, &[json!(folder)]).map(drop)
    }

    /// By events that a script makes: nothing else can bring files to a Firefox without a screen.
    fn drag_files(&self, session: &Session, motion: FileMotion, files: &[PathBuf], at: Point) -> Result<()> {
        let kind = match motion {
            FileMotion::Enter => "dragenter",
            FileMotion::Over => "dragover",
            FileMotion::Drop => "drop",
        };
        let files: Vec<Value> = files.iter().map(|file| carried(file)).collect::<Result<_>>()?;
        run(session, scripts::DRAG_FILES, &[kind.into(), at.x.into(), at.y.into(), files.into()]).map(drop)
    }

    fn devtools(&self, _: &Session, command: &str, _: &Value) -> Result<Value> {
        Err(Error::OnlyInChromium(command.to_owned()))
    }
}

/// A file's name, and its content in the letters of base 64.
fn carried(file: &Path) -> Result<Value> {
    let content = fs::read(file).map_err(Error::io("reading a file to drag"))?;
    let name = file.file_name().unwrap_or_default().to_string_lossy();
    Ok(json!([name, BASE64_STANDARD.encode(content)]))
}

/// What the script returns in the page.
fn run(session: &Session, script: &str, arguments: &[Value]) -> Result<Value> {
    session.post("execute/sync", &json!({ "script": script, "args": arguments }))
}

/// What the script returns in the browser's own window, with all its rights.
fn privileged(session: &Session, script: &str, arguments: &[Value]) -> Result<Value> {
    let go_to = |context: &str| session.post("moz/context", &json!({ "context": context }));
    go_to("chrome")?;
    let returned = run(session, script, arguments);
    go_to("content")?;
    returned
}
