//! A program that measures in a worker of the page.

use std::thread;
use std::time::{Duration, Instant};

use browser::{Error, Page, Result};
use engine_cases::Measured;
use serde_json::Value;

/// Longer than any case takes to be prepared and measured.
const PATIENCE: Duration = Duration::from_mins(5);
/// Seldom, so that asking does not take time from what is measured.
const PAUSE: Duration = Duration::from_millis(100);

const START: &str = "
    const profile = arguments[0];
    const bench = globalThis.bench ??= {};
    const worker = new Worker(`${profile}/start.js`, { type: 'module' });
    const own = bench[profile] = { worker, said: null };
    worker.onmessage = event => { own.said = event.data; };
    worker.onerror = event => { own.said = `failed: ${event.message}`; };";

const ASK: &str = "
    const own = globalThis.bench[arguments[0]];
    own.said = null;
    own.worker.postMessage(arguments[1]);";

const SAID: &str = "return globalThis.bench[arguments[0]].said";

/// One that has been loaded.
pub(crate) struct Worker<'a> {
    page: &'a Page,
    profile: &'a str,
}

impl<'a> Worker<'a> {
    pub(crate) fn start(page: &'a Page, profile: &'a str) -> Result<Self> {
        page.script(START, &[profile.into()])?;
        let worker = Self { page, profile };
        match worker.answer("its program")? {
            said if said == "ready" => Ok(worker),
            said => Err(worker.unexpected(said)),
        }
    }

    pub(crate) fn measure(&self, number: usize) -> Result<Measured> {
        self.page.script(ASK, &[self.profile.into(), number.to_string().into()])?;
        let said = self.answer(&format!("case {number}"))?;
        said.parse().map_err(|_| self.unexpected(said))
    }

    fn answer(&self, what: &str) -> Result<String> {
        let deadline = Instant::now() + PATIENCE;
        while Instant::now() < deadline {
            if let Value::String(said) = self.page.script(SAID, &[self.profile.into()])? {
                return Ok(said);
            }
            thread::sleep(PAUSE);
        }
        Err(Error::Late {
            what: format!("{what} in the worker of profile {}", self.profile),
            waited: PATIENCE,
        })
    }

    fn unexpected(&self, said: String) -> Error {
        Error::Unexpected { command: format!("the worker of profile {}", self.profile), value: said }
    }
}
