//! A test's visit to the page, from opening it to judging its console.

use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};

use crate::console;
use crate::page::Page;
use crate::{Entry, Result};

/// Opens the page under a path of a host, which begins and ends with a slash, lets the test use it, and fails if the test fails or
/// if the console has errors afterwards.
///
/// # Errors
///
/// What the test met, or what the console says.
pub fn visit(mount: &str, test: impl FnOnce(&mut Page) -> Result<()>) -> Result<()> {
    let mut page = Page::open(mount)?;
    let outcome = catch_unwind(AssertUnwindSafe(|| test(&mut page)));
    let console = page.console();
    if !matches!(outcome, Ok(Ok(()))) {
        tell(&page, &console);
    }
    outcome.unwrap_or_else(|panic| resume_unwind(panic))?;
    console::judge(console?)
}

/// Shows how the page was when the test failed.
fn tell(page: &Page, console: &Result<Vec<Entry>>) {
    for entry in console.iter().flatten() {
        eprintln!("console: {entry}");
    }
    if let Err(error) = page.screenshot("failure") {
        eprintln!("no picture of the failure: {error}");
    }
}
