//! A plan laid out afresh, as the panel of parts offers it.

use browser::{Key, Page, Result, visit};
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

/// A plan of two sites with its parts, which offer to tidy up.
fn offered(page: &Page) -> Result<()> {
    page.wait_for(CHECKED)?;
    page.click("[data-menu=open]")?;
    page.wait_for("[data-template=two-sites]")?;
    page.click("[data-template=two-sites]")?;
    page.wait_for(".card-group[data-node^=north]")?;
    page.wait_for_no("[data-stale=true], .stale")?;
    page.click("#tab-bill")?;
    page.wait_for(TIDY_UP)
}

/// Notes from now on what glides and what fades whenever something is put elsewhere.
fn note(page: &Page) -> Result<()> {
    let body = "window.noted = new Set();
        const drawing = document.querySelector('svg.drawing');
        const look = part => getComputedStyle(drawing.querySelector(part));
        new MutationObserver(() => {
            noted.add('marked');
            if (drawing.dataset.glides !== undefined)
                noted.add(look('.card-group').transitionProperty).add(look('.links').animationName);
        }).observe(drawing, { attributeFilter: ['data-glides'] })";
    page.script(body, &[]).map(drop)
}

/// Waits until nothing glides any more; says what did.
fn noted(page: &Page) -> Result<Vec<String>> {
    page.wait_until("the mark", "return noted.has('marked')", &[])?;
    page.wait_for_no("[data-glides]")?;
    let said = page.script("const all = [...noted]; noted.clear(); return all", &[])?;
    let said = said.as_array().into_iter().flatten().filter_map(Value::as_str);
    Ok(said.filter(|name| ["transform", "fade-in"].contains(name)).map(str::to_owned).collect())
}

#[test]
fn what_is_put_elsewhere_glides_there_and_back_again() -> Result<()> {
    visit("/", |page| {
        offered(page)?;
        note(page)?;
        page.click(TIDY_UP)?;
        let there = noted(page)?;
        assert_eq!(there.len(), 2, "{there:?}");
        page.click("[data-command=undo]")?;
        let back = noted(page)?;
        assert_eq!(back.len(), 2, "{back:?}");
        page.click("[data-node=archiving-database]")?;
        page.key(Key::Delete)?;
        page.wait_for_no("[data-node=archiving-database]")?;
        page.click("[data-command=undo]")?;
        page.wait_for("[data-node=archiving-database]")?;
        assert_eq!(page.count("[data-glides]")?, 0, "nothing stands elsewhere");
        Ok(())
    })
}

mod only_in_chromium {
    use browser::{Result, visit};
    use serde_json::json;

    use super::{TIDY_UP, note, noted, offered};

    #[test]
    fn nothing_glides_for_those_who_want_less_motion() -> Result<()> {
        visit("/", |page| {
            let features = json!([{ "name": "prefers-reduced-motion", "value": "reduce" }]);
            page.devtools("Emulation.setEmulatedMedia", &json!({ "features": features }))?;
            offered(page)?;
            note(page)?;
            page.click(TIDY_UP)?;
            assert_eq!(noted(page)?, Vec::<String>::new());
            Ok(())
        })
    }
}

#[test]
fn a_plan_is_laid_out_afresh_in_one_step_and_then_is_at_rest() -> Result<()> {
    visit("/", |page| {
        offered(page)?;
        let before = places(page)?;
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
