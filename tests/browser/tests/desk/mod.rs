//! What the tests of storage do and see again and again.
#![allow(dead_code, reason = "no test uses all of it")]

use browser::{Error, Key, Page, Result};
use serde_json::Value;

/// Waits until all is saved.
pub fn saved(page: &Page) -> Result<()> {
    page.wait_for("[data-save-state=saved]")
}

/// What the page says of saving.
pub fn state(page: &Page) -> Result<String> {
    page.text("[data-save-state]")
}

/// Opens the dialog of plans.
pub fn open_dialog(page: &Page) -> Result<()> {
    page.wait_for("[data-menu=open]")?;
    page.click("[data-menu=open]")?;
    page.wait_for("dialog[data-dialog=plans][open]")
}

/// Gives the open plan another name, by hand.
pub fn rename(page: &Page, name: &str) -> Result<()> {
    page.wait_for(".plan-name")?;
    page.click(".plan-name")?;
    page.chord(&[Key::Control], 'a')?;
    page.type_text(name)?;
    page.key(Key::Enter)?;
    page.wait_until(
        "the name is taken",
        "return document.querySelector('.plan-name')?.value === arguments[0]",
        &[name.into()],
    )
}

/// Places something from the palette by a click, and waits until it is there.
pub fn place(page: &Page, item: &str) -> Result<()> {
    let before = nodes(page)?;
    let entry = format!("[data-item={item}]");
    page.wait_for(&entry)?;
    page.script(
        "document.querySelector(arguments[0]).scrollIntoView({ block: 'nearest' })",
        &[entry.as_str().into()],
    )?;
    page.click(&entry)?;
    page.wait_until(
        &format!("{item} is on the canvas"),
        "return document.querySelectorAll('.canvas [data-node]').length > arguments[0]",
        &[before.into()],
    )
}

/// How many cards and pools are on the canvas.
pub fn nodes(page: &Page) -> Result<u64> {
    page.count(".canvas [data-node]")
}

/// Name of the plan saved last, as it lies in the browser's database, and how often it was saved.
pub fn record(page: &Page) -> Result<(String, u64)> {
    page.script(
        "window.found = null;
         const opened = indexedDB.open('availability-planner');
         opened.onsuccess = () => {
             const all = opened.result.transaction('plans').objectStore('plans').getAll();
             all.onsuccess = () => {
                 opened.result.close();
                 const sound = all.result.filter(plan => plan.versions && plan.deletedAt === null);
                 sound.sort((a, b) => b.savedAt - a.savedAt);
                 window.found = [sound[0].name, sound[0].revision];
             };
         }",
        &[],
    )?;
    page.wait_until("the record is read", "return window.found !== null", &[])?;
    let found = page.script("return window.found", &[])?;
    let name = found.get(0).and_then(Value::as_str);
    let revision = found.get(1).and_then(Value::as_u64);
    match (name, revision) {
        (Some(name), Some(revision)) => Ok((name.to_owned(), revision)),
        _ => Err(Error::Unexpected { command: "reading the record".into(), value: found.to_string() }),
    }
}
