//! What goes wrong on the page fails the test that met it, in whichever browser.

use std::thread;
use std::time::{Duration, Instant};

use browser::{Entry, Page, Result, visit};

/// What goes wrong, and a word by which it is known.
const FAULTS: [(&str, &str); 4] = [
    ("setTimeout(() => { throw new TypeError('thrown unseen') })", "thrown unseen"),
    ("Promise.reject(new Error('rejected unseen'))", "rejected unseen"),
    ("console.error('written', 'as an error')", "as an error"),
    ("document.body.insertAdjacentHTML('beforeend', '<i style=\"color: red\">red</i>')", "inline style"),
];

/// The line of the console with the word, once it is there.
fn told(page: &Page, word: &str) -> Result<Option<Entry>> {
    let deadline = Instant::now() + Duration::from_mins(1);
    while Instant::now() < deadline {
        if let Some(entry) = page.console()?.into_iter().find(|entry| entry.message.contains(word)) {
            return Ok(Some(entry));
        }
        thread::sleep(Duration::from_millis(20));
    }
    Ok(None)
}

#[test]
fn errors_rejections_and_breaches_of_the_policy_are_told_as_faults() -> Result<()> {
    visit("/", |page| {
        page.wait_for("#app > *")?;
        for (script, word) in FAULTS {
            page.script(script, &[])?;
            let entry = told(page, word)?;
            assert!(entry.as_ref().is_some_and(Entry::is_fault), "{word}: {entry:?}");
        }
        Ok(())
    })
}
