//! End-to-end tests of the page, driven through WebDriver.
//!
//! ```no_run
//! use browser::visit;
//!
//! #[test]
//! fn it_counts() -> browser::Result<()> {
//!     visit("/", |page| {
//!         page.click("#app button")?;
//!         page.wait_for("#app [data-count='1']")
//!     })
//! }
//! ```
//!
//! `cargo xtask test --only browser` builds the site, finds Chromium and runs these tests. Each test has a server, a driver, a
//! browser and a profile of its own, and all of them end with it. A test fails when the page writes an error to the browser's
//! console or breaks its Content-Security-Policy. With `SCREENSHOTS=DIR` pictures are kept in that folder, also of failures.
//!
//! With `--only firefox` some of them run in Firefox, and all that can with `--all-in-firefox`: it sets the variable
//! `PLANNER_BROWSER` to `firefox`. Tests of what only Chromium can be told to do stand in modules `only_in_chromium`.

mod browser;
mod chromium;
mod console;
mod driver;
mod error;
mod files;
mod firefox;
mod focus;
mod gestures;
mod input;
mod objections;
mod page;
mod picture;
mod profile;
mod session;
mod visit;
mod windows;

pub use crate::console::Entry;
pub use crate::driver::Killer;
pub use crate::error::{Error, Result};
pub use crate::input::{Key, Pointer};
pub use crate::page::{Page, Point, Rect};
pub use crate::visit::visit;
pub use crate::windows::Window;
