//! What steps need, found when the first of them needs it.

use std::ffi::OsString;
use std::fs;
use std::path::PathBuf;

use serde_json::json;

use crate::chromium::Chromium;
use crate::firefox::Firefox;
use crate::tools::Tools;
use crate::{BROWSER, Error, FIREFOX, Result, project};

pub(crate) struct Environment {
    pub(crate) tools: Tools,
    /// Whether all tests of the site run in Firefox too, and not only some.
    pub(crate) all_in_firefox: bool,
    chromium: Option<Chromium>,
}

impl Environment {
    pub(crate) fn new(tools: Tools) -> Self {
        Self { tools, all_in_firefox: false, chromium: None }
    }

    pub(crate) fn chromium(&mut self) -> Result<Chromium> {
        let found = match self.chromium.take() {
            Some(found) => found,
            None => Chromium::find_or_install()?,
        };
        Ok(self.chromium.insert(found).clone())
    }

    /// Variables for wasm-bindgen's test runner.
    pub(crate) fn for_wasm_tests(&mut self) -> Result<Vec<(&'static str, OsString)>> {
        let chromium = self.chromium()?;
        Ok(vec![
            ("PATH", self.tools.for_wasm_tests()?),
            ("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", "wasm-bindgen-test-runner".into()),
            ("WASM_BINDGEN_USE_BROWSER", "1".into()),
            ("WASM_BINDGEN_TEST_TIMEOUT", "120".into()),
            ("WASM_BINDGEN_TEST_WEBDRIVER_JSON", capabilities(&chromium)?.into()),
            ("CHROMEDRIVER", chromium.driver.into()),
        ])
    }

    /// What only one of the browser tests needs: without it that one fails, and the others tell what they find.
    pub(crate) fn axe(&self) -> Option<(&'static str, OsString)> {
        let found = self.tools.axe().inspect_err(|error| eprintln!("\nerror: {error}"));
        found.ok().map(|script| ("AXE", script.into()))
    }

    /// Variables for the browser tests that run in Firefox.
    pub(crate) fn for_firefox_tests(&self) -> Result<Vec<(&'static str, OsString)>> {
        let firefox = Firefox::find_or_install(&self.tools)?;
        Ok(vec![
            ("PLANNER_SITE", project::dist().into()),
            (BROWSER, FIREFOX.into()),
            ("FIREFOX", firefox.browser.into()),
            ("GECKODRIVER", firefox.driver.into()),
        ])
    }

    /// Variables for all programs that use the page in Chromium.
    pub(crate) fn for_browser_tests(&mut self) -> Result<Vec<(&'static str, OsString)>> {
        let chromium = self.chromium()?;
        Ok(vec![
            ("PLANNER_SITE", project::dist().into()),
            ("CHROME", chromium.browser.into()),
            ("CHROMEDRIVER", chromium.driver.into()),
        ])
    }
}

/// Writes how the test runner is to start the browser.
fn capabilities(chromium: &Chromium) -> Result<PathBuf> {
    let arguments = [
        "--headless=new",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-background-networking",
        "--no-first-run",
    ];
    let wanted = json!({ "goog:chromeOptions": { "binary": chromium.browser, "args": arguments } });
    let path = project::scratch()?.join("webdriver.json");
    fs::write(&path, wanted.to_string()).map_err(Error::file("writing", &path))?;
    Ok(path)
}
