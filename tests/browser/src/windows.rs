//! More windows of the same browser, which share what it keeps.

use serde_json::{Value, json};

use crate::page::Page;
use crate::{Error, Result};

/// A window of the browser.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Window(String);

impl Page {
    /// The window to which commands go.
    ///
    /// # Errors
    ///
    /// The browser does not tell.
    pub fn window(&self) -> Result<Window> {
        self.session.get("window").and_then(|value| named(&value))
    }

    /// Opens the page in another window, to which commands go from then on.
    ///
    /// # Errors
    ///
    /// The browser cannot.
    pub fn open_window(&self) -> Result<Window> {
        let window = self.empty_window()?;
        self.go_to(&self.address())?;
        Ok(window)
    }

    /// Opens an empty window, to which commands go from then on.
    ///
    /// # Errors
    ///
    /// The browser cannot.
    pub fn empty_window(&self) -> Result<Window> {
        let opened = self.session.post("window/new", &json!({ "type": "tab" }))?;
        let window = named(opened.get("handle").unwrap_or(&Value::Null))?;
        self.switch_to(&window)?;
        self.size_window(1280, 800)?;
        Ok(window)
    }

    /// Lets commands go to that window, and brings it to the front.
    ///
    /// # Errors
    ///
    /// It is not there any more.
    pub fn switch_to(&self, window: &Window) -> Result<()> {
        self.session.post("window", &json!({ "handle": window.0 })).map(drop)
    }

    /// Closes the window to which commands go, and lets them go to that one.
    ///
    /// # Errors
    ///
    /// One of the two is not there any more.
    pub fn close_window(&self, then: &Window) -> Result<()> {
        self.at_ease()?;
        // Both may be one process, which Firefox stops for a moment.
        let closed = self.window()?;
        self.switch_to(then)?;
        self.at_ease()?;
        self.switch_to(&closed)?;
        self.session.delete("window")?;
        self.switch_to(then)
    }
}

fn named(handle: &Value) -> Result<Window> {
    let unexpected = || Error::Unexpected { command: "window".into(), value: handle.to_string() };
    handle.as_str().map(|handle| Window(handle.to_owned())).ok_or_else(unexpected)
}
