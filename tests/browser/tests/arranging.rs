//! A plan laid out afresh, as the panel of parts offers it.

use browser::{Page, Result, visit};
use serde_json::Value;

const CHECKED: &str = ".supported[data-checked=told]";
const TIDY_UP: &str = "#results-panel [data-order='tidy/']";

/// Where all cards stand, by the names of what they stand for.
fn places(page: &Page) -> Result<Value> {
    let body = "return [...document.querySelectorAll('.card-group')]
        .map(card => [card.dataset.hit, card.getAttribute('transform')]).sort()";
    page.script(body, &[])
}

/// Takes the last step back, and waits until the drawing is as it was.
fn undone(page: &Page, before: &Value) -> Result<()> {
    page.click("[data-command=undo]")?;
    let body = "return JSON.stringify([...document.querySelectorAll('.card-group')]
        .map(card => [card.dataset.hit, card.getAttribute('transform')]).sort()) === JSON.stringify(arguments[0])";
    page.wait_until("the drawing is as before", body, std::slice::from_ref(before))
}

#[test]
fn a_plan_is_laid_out_afresh_in_one_step_and_then_is_at_rest() -> Result<()> {
    visit("/", |page| {
        page.wait_for(CHECKED)?;
        page.click("[data-menu=open]")?;
        page.wait_for("[data-template=two-sites]")?;
        page.click("[data-template=two-sites]")?;
        page.wait_for(".card-group[data-node^=north]")?;
        page.wait_for_no("[data-stale=true], .stale")?;
        let before = places(page)?;
        page.click("#tab-bill")?;
        page.wait_for(TIDY_UP)?;
        page.click(TIDY_UP)?;
        page.wait_for("[data-notice=info]")?;
        let tidy = places(page)?;
        assert_ne!(tidy, before);
        page.wait_for_no("[data-stale=true]")?;
        page.click(TIDY_UP)?;
        page.wait_for("[data-notice=bad]")?;
        assert_eq!(places(page)?, tidy);
        undone(page, &before)
    })
}
