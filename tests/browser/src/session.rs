//! Commands to the browser, as the WebDriver standard has them.

use std::time::Duration;

use serde_json::{Value, json};
use ureq::Agent;
use ureq::http::Method;

use crate::browser::Browser;
use crate::driver::Driver;
use crate::profile::Profile;
use crate::{Error, Result};

/// Longer than anything that a test waits for in one command.
const PATIENCE: Duration = Duration::from_mins(1);

/// How long the browser may take to close.
const FAREWELL: Duration = Duration::from_secs(5);

#[derive(Debug)]
pub(crate) struct Session {
    agent: Agent,
    /// The address that commands are added to.
    base: String,
}

impl Session {
    /// Starts a browser, with these arguments besides the usual ones.
    pub(crate) fn start(
        driver: &Driver,
        browser: &dyn Browser,
        profile: &Profile,
        arguments: &[&str],
    ) -> Result<Self> {
        let settings = Agent::config_builder().timeout_global(Some(PATIENCE)).http_status_as_error(false);
        let mut session = Self { agent: settings.build().into(), base: driver.address().to_owned() };
        let always = browser.capabilities(profile.folder(), arguments);
        let begun = session.post("session", &json!({ "capabilities": { "alwaysMatch": always } }))?;
        let id = begun.get("sessionId").and_then(Value::as_str).unwrap_or_default();
        session.base = format!("{}/session/{id}", driver.address());
        browser.listen(&session)?;
        Ok(session)
    }

    pub(crate) fn get(&self, command: &str) -> Result<Value> {
        self.ask(&Method::GET, command, None)
    }

    pub(crate) fn post(&self, command: &str, body: &Value) -> Result<Value> {
        self.ask(&Method::POST, command, Some(body))
    }

    pub(crate) fn delete(&self, command: &str) -> Result<Value> {
        self.ask(&Method::DELETE, command, None)
    }

    fn ask(&self, method: &Method, command: &str, body: Option<&Value>) -> Result<Value> {
        let url = format!("{}/{command}", self.base);
        let lost = |source| Error::Lost { command: command.to_owned(), source };
        let answer = match body {
            Some(body) => self.agent.post(url).send_json(body),
            None if method == Method::DELETE => self.agent.delete(url).call(),
            None => self.agent.get(url).call(),
        };
        let mut answer = answer.map_err(lost)?;
        let answered =
            answer.body_mut().with_config().limit(100_000_000).read_json::<Value>().map_err(lost)?;
        let value = answered.get("value").cloned().unwrap_or_default();
        if answer.status().is_success() {
            return Ok(value);
        }
        let message = value.get("message").and_then(Value::as_str).unwrap_or("no reason given");
        let first = message.lines().next().unwrap_or_default().to_owned();
        Err(Error::Refused { command: command.to_owned(), message: first })
    }
}

impl Drop for Session {
    fn drop(&mut self) {
        // Closes the browser, which may be gone already. What is left after that is killed.
        let _ = self.agent.delete(&self.base).config().timeout_global(Some(FAREWELL)).build().call();
    }
}
