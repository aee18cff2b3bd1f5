//! The page as a test sees it.

use std::env;
use std::path::{Path, PathBuf};
use std::thread;
use std::time::{Duration, Instant};

use serde_json::{Value, json};
use xtask::server::{Server, Site, listen};

use crate::browser::{self, Browser};
use crate::console::Entry;
use crate::driver::{Driver, Killer};
use crate::profile::Profile;
use crate::session::Session;
use crate::{Error, Result};

/// How long a test waits for something that the page should do.
const PATIENCE: Duration = Duration::from_mins(1);

/// The page in a browser of its own, served by a server of its own.
// The fields end in their order: the browser before what it uses.
pub struct Page {
    pub(crate) session: Session,
    driver: Driver,
    pub(crate) browser: Box<dyn Browser>,
    pub(crate) profile: Profile,
    server: Server,
    arguments: &'static [&'static str],
}

/// A point of the window, in CSS pixels.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Point {
    /// From the left.
    pub x: i64,
    /// From the top.
    pub y: i64,
}

/// Where an element is, in CSS pixels of the window, rounded.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Rect {
    /// The left edge.
    pub x: i64,
    /// The top edge.
    pub y: i64,
    /// From left to right.
    pub width: i64,
    /// From top to bottom.
    pub height: i64,
}

impl Rect {
    /// The middle.
    pub fn centre(self) -> Point {
        Point { x: self.x + self.width / 2, y: self.y + self.height / 2 }
    }
}

impl Page {
    /// Serves the built site under the path and opens it. The site is in the folder that the variable `PLANNER_SITE` names, else in
    /// `dist/`. Prefer [`visit`](crate::visit), which judges the console too.
    ///
    /// # Errors
    ///
    /// There is no site, no browser, or the page cannot be opened.
    pub fn open(mount: &str) -> Result<Self> {
        Self::of(Site::in_folder(site_folder())?.under(mount), &[])
    }

    /// Opens the built site, or one in another folder, in a browser that draws frames as fast as it can, so that a frame lasts as
    /// long as the work for it.
    ///
    /// # Errors
    ///
    /// There is no site, no browser, or the page cannot be opened.
    pub fn unthrottled(folder: Option<&Path>) -> Result<Self> {
        let folder = folder.map_or_else(site_folder, Path::to_owned);
        Self::of(Site::in_folder(folder)?, &["--disable-frame-rate-limit"])
    }

    fn of(site: Site, arguments: &'static [&'static str]) -> Result<Self> {
        let server = site.serve(listen(0)?)?;
        let (browser, profile) = (browser::chosen()?, Profile::new()?);
        let driver = Driver::start(&*browser, profile.folder())?;
        let session = Session::start(&driver, &*browser, &profile, arguments)?;
        let page = Self { session, driver, browser, profile, server, arguments };
        page.size_window(1280, 800)?;
        page.go_to(&page.address())?;
        Ok(page)
    }

    /// Ends the browser at once, as a crash would, and opens the page again in a new one with the same profile.
    ///
    /// # Errors
    ///
    /// The new browser or the page in it does not start.
    pub fn crash_and_reopen(&mut self) -> Result<()> {
        self.reopen()
    }

    /// What ends the browser at once, from any thread. Commands fail from then on, until [`Page::reopen`].
    pub fn killer(&self) -> Killer {
        self.driver.killer()
    }

    /// Ends what is left of the browser, and opens the page again in a new one with the same profile.
    ///
    /// # Errors
    ///
    /// The new browser or the page in it does not start.
    pub fn reopen(&mut self) -> Result<()> {
        self.driver.kill();
        self.driver = Driver::start(&*self.browser, self.profile.folder())?;
        self.session = Session::start(&self.driver, &*self.browser, &self.profile, self.arguments)?;
        self.size_window(1280, 800)?;
        self.go_to(&self.address())
    }

    /// Makes what is inside of the window that size, whatever the window's own bars take.
    ///
    /// # Errors
    ///
    /// The browser cannot.
    pub fn size_window(&self, width: u32, height: u32) -> Result<()> {
        self.browser.size_window(&self.session, width, height)
    }

    /// The address of the page.
    pub fn address(&self) -> String {
        self.server.address()
    }

    /// Opens another address in the same window, and waits until it has loaded.
    ///
    /// # Errors
    ///
    /// It cannot be loaded.
    pub fn go_to(&self, address: &str) -> Result<()> {
        self.at_ease()?;
        self.session.post("url", &json!({ "url": address })).map(drop)
    }

    /// Loads the page again.
    ///
    /// # Errors
    ///
    /// It cannot be loaded.
    pub fn reload(&self) -> Result<()> {
        self.at_ease()?;
        self.session.post("refresh", &json!({})).map(drop)
    }

    /// Waits until the page has begun, or said why it cannot, has been told all that it asked for, and has nothing to do: one that is
    /// left before objects to what it can no longer fetch, and Firefox may cut off what it is doing.
    pub(crate) fn at_ease(&self) -> Result<()> {
        let body = "const boot = document.getElementById('boot');
            if (boot && !boot.querySelector('[role=alert]')) return false;
            if (document.querySelector('.supported:is([data-checked=open], [data-checked=stale])')) return false;
            return new Promise(done => requestIdleCallback(() => done(true), { timeout: 1000 }))";
        self.wait_until("the page that is left is at ease", body, &[])
    }

    /// What the script, the body of a function, returns for the arguments.
    ///
    /// # Errors
    ///
    /// The script throws.
    pub fn script(&self, body: &str, arguments: &[Value]) -> Result<Value> {
        self.session.post("execute/sync", &json!({ "script": body, "args": arguments }))
    }

    /// Waits until the script, the body of a function, returns something true.
    ///
    /// # Errors
    ///
    /// It throws, or does not within ten seconds; `what` then says what was missed.
    pub fn wait_until(&self, what: &str, body: &str, arguments: &[Value]) -> Result<()> {
        let deadline = Instant::now() + PATIENCE;
        while Instant::now() < deadline {
            if !matches!(self.script(body, arguments)?, Value::Null | Value::Bool(false)) {
                return Ok(());
            }
            thread::sleep(Duration::from_millis(20));
        }
        Err(Error::Late { what: what.to_owned(), waited: PATIENCE })
    }

    /// Waits until something matches the selector.
    ///
    /// # Errors
    ///
    /// Nothing does within ten seconds.
    pub fn wait_for(&self, selector: &str) -> Result<()> {
        let body = "return document.querySelector(arguments[0]) !== null";
        self.wait_until(selector, body, &[selector.into()])
    }

    /// Waits until nothing matches the selector.
    ///
    /// # Errors
    ///
    /// Something still does after ten seconds.
    pub fn wait_for_no(&self, selector: &str) -> Result<()> {
        let body = "return document.querySelector(arguments[0]) === null";
        self.wait_until(&format!("the end of {selector}"), body, &[selector.into()])
    }

    /// How many elements match the selector.
    ///
    /// # Errors
    ///
    /// It is no selector.
    pub fn count(&self, selector: &str) -> Result<u64> {
        let value =
            self.script("return document.querySelectorAll(arguments[0]).length", &[selector.into()])?;
        value.as_u64().ok_or_else(|| unexpected(selector, &value))
    }

    /// The text of the first element that matches, as it is rendered.
    ///
    /// # Errors
    ///
    /// Nothing matches within ten seconds.
    pub fn text(&self, selector: &str) -> Result<String> {
        let body =
            "const found = document.querySelector(arguments[0]); return found.innerText ?? found.textContent";
        self.wait_for(selector)?;
        let value = self.script(body, &[selector.into()])?;
        value.as_str().map(str::to_owned).ok_or_else(|| unexpected(selector, &value))
    }

    /// Where the first element that matches is.
    ///
    /// # Errors
    ///
    /// Nothing matches within ten seconds.
    pub fn rect(&self, selector: &str) -> Result<Rect> {
        let body = "const r = document.querySelector(arguments[0]).getBoundingClientRect();
            return [r.x, r.y, r.width, r.height].map(Math.round)";
        self.wait_for(selector)?;
        let value = self.script(body, &[selector.into()])?;
        let numbers: Vec<i64> = value.as_array().into_iter().flatten().filter_map(Value::as_i64).collect();
        match numbers[..] {
            [x, y, width, height] => Ok(Rect { x, y, width, height }),
            _ => Err(unexpected(selector, &value)),
        }
    }

    /// Where the first element that matches comes to rest: a page that is still being laid out moves it.
    ///
    /// # Errors
    ///
    /// Nothing matches, or it still moves, after ten seconds.
    pub fn rest(&self, selector: &str) -> Result<Rect> {
        let body = "const place = () => {
                const found = document.querySelector(arguments[0]);
                found?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
                const r = found?.getBoundingClientRect();
                return r && [r.x, r.y, r.width, r.height].map(Math.round).join();
            };
            const before = place();
            const frame = () => new Promise(done => requestAnimationFrame(() => setTimeout(done)));
            return frame().then(frame).then(() => before !== undefined && place() === before)";
        self.wait_until(&format!("{selector} stands still"), body, &[selector.into()])?;
        self.rect(selector)
    }

    /// What has been written to the console since it was last asked for.
    ///
    /// # Errors
    ///
    /// The browser does not tell.
    pub fn console(&self) -> Result<Vec<Entry>> {
        self.browser.console(&self.session)
    }

    /// Lets the page believe that its user prefers dark colours, or light ones.
    ///
    /// # Errors
    ///
    /// The browser cannot.
    pub fn prefer_dark(&self, dark: bool) -> Result<()> {
        self.browser.prefer_dark(&self.session, dark)
    }

    /// Runs the script each time that this window loads a page, before the page itself.
    ///
    /// # Errors
    ///
    /// The browser cannot.
    pub fn before_load(&self, script: &str) -> Result<()> {
        self.browser.before_load(&self.session, script)
    }

    /// Lets the browser forget all that it keeps for the page.
    ///
    /// # Errors
    ///
    /// The browser cannot.
    pub fn forget(&self) -> Result<()> {
        self.browser.forget(&self.session, &self.address())
    }

    /// Lets the browser load nothing whose address ends so, nor take it from its cache, or everything again.
    ///
    /// # Errors
    ///
    /// The browser cannot.
    pub fn block(&self, ending: Option<&str>) -> Result<()> {
        self.browser.block(&self.session, ending)
    }

    /// A command of Chromium's own developer tools, for what WebDriver has no word for. Tests that need one stand in a module
    /// `only_in_chromium`, which is left out in Firefox.
    ///
    /// # Errors
    ///
    /// It is another browser, or it refuses.
    pub fn devtools(&self, command: &str, parameters: &Value) -> Result<Value> {
        self.browser.devtools(&self.session, command, parameters)
    }
}

fn site_folder() -> PathBuf {
    let built = || PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../dist");
    env::var_os("PLANNER_SITE").map_or_else(built, PathBuf::from)
}

fn unexpected(command: &str, value: &Value) -> Error {
    Error::Unexpected { command: command.to_owned(), value: value.to_string() }
}
