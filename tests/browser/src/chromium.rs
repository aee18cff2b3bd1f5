//! Chromium, steered by chromedriver and by commands of its developer tools.

use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::{Value, json};
use xtask::chromium::Chromium;

use crate::Result;
use crate::browser::{Browser, FileMotion};
use crate::console::Entry;
use crate::page::Point;
use crate::session::Session;

impl Browser for Chromium {
    fn driver(&self) -> Command {
        let mut driver = Command::new(&self.driver);
        driver.arg("--port=0");
        driver
    }

    fn port_told(&self, line: &str) -> Option<u16> {
        let told = line.strip_prefix("ChromeDriver was started successfully on port ")?;
        told.trim_end_matches('.').parse().ok()
    }

    fn capabilities(&self, profile: &Path, more: &[&str]) -> Value {
        let usual = [
            "--headless=new",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--window-size=1280,800",
            &format!("--user-data-dir={}", profile.display()),
        ];
        let arguments: Vec<&str> = usual.iter().chain(more).copied().collect();
        json!({
            "browserName": "chrome",
            "goog:chromeOptions": { "binary": self.browser, "args": arguments },
            "goog:loggingPrefs": { "browser": "ALL" },
        })
    }

    fn clear_up(&self, _: &Path) -> Result<()> {
        Ok(())
    }

    fn listen(&self, _: &Session) -> Result<()> {
        Ok(())
    }

    fn console(&self, session: &Session) -> Result<Vec<Entry>> {
        let entries = session.post("se/log", &json!({ "type": "browser" }))?;
        Ok(Entry::read_all(&entries))
    }

    fn size_window(&self, session: &Session, width: u32, height: u32) -> Result<()> {
        let size = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
        self.devtools(session, "Emulation.setDeviceMetricsOverride", &size).map(drop)
    }

    fn prefer_dark(&self, session: &Session, dark: bool) -> Result<()> {
        let value = if dark { "dark" } else { "light" };
        let features = json!([{ "name": "prefers-color-scheme", "value": value }]);
        self.devtools(session, "Emulation.setEmulatedMedia", &json!({ "features": features })).map(drop)
    }

    fn before_load(&self, session: &Session, script: &str) -> Result<()> {
        let source = json!({ "source": script });
        self.devtools(session, "Page.addScriptToEvaluateOnNewDocument", &source).map(drop)
    }

    fn forget(&self, session: &Session, address: &str) -> Result<()> {
        let all = json!({ "origin": address, "storageTypes": "all" });
        self.devtools(session, "Storage.clearDataForOrigin", &all).map(drop)
    }

    fn block(&self, session: &Session, ending: Option<&str>) -> Result<()> {
        let addresses: Vec<String> = ending.iter().map(|ending| format!("*{ending}")).collect();
        self.devtools(session, "Network.enable", &json!({}))?;
        self.devtools(session, "Network.setCacheDisabled", &json!({ "cacheDisabled": true }))?;
        self.devtools(session, "Network.setBlockedURLs", &json!({ "urls": addresses })).map(drop)
    }

    fn allow_downloads(&self, session: &Session, folder: &Path) -> Result<()> {
        let allowed = json!({ "behavior": "allow", "downloadPath": folder });
        self.devtools(session, "Browser.setDownloadBehavior", &allowed).map(drop)
    }

    fn drag_files(&self, session: &Session, motion: FileMotion, files: &[PathBuf], at: Point) -> Result<()> {
        let kind = match motion {
            FileMotion::Enter => "dragEnter",
            FileMotion::Over => "dragOver",
            FileMotion::Drop => "drop",
        };
        let data = json!({ "items": [], "files": files, "dragOperationsMask": 1 });
        let event = json!({ "type": kind, "x": at.x, "y": at.y, "data": data });
        self.devtools(session, "Input.dispatchDragEvent", &event).map(drop)
    }

    fn devtools(&self, session: &Session, command: &str, parameters: &Value) -> Result<Value> {
        session.post("goog/cdp/execute", &json!({ "cmd": command, "params": parameters }))
    }
}
