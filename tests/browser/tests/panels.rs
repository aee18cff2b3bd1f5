//! What the worker writes into a tab: its fields change the plan, and what is done in it goes on when it is written anew.

use browser::{Key, Page, Result, visit};
use serde_json::Value;

const CHECKED: &str = ".supported[data-checked=told]";
const FIELD: &str = "[data-order='servers/front-ends']";

fn field(page: &Page) -> Result<Value> {
    page.script("return document.querySelector(arguments[0]).value", &[FIELD.into()])
}

/// Types into the field and sends it.
fn enter(page: &Page, text: &str) -> Result<()> {
    page.script(
        "const field = document.querySelector(arguments[0]); field.focus(); field.select();",
        &[FIELD.into()],
    )?;
    page.type_text(text)?;
    page.key(Key::Enter)
}

fn holds(page: &Page, value: &str) -> Result<()> {
    page.wait_until(
        "the plan holds the number",
        "return document.querySelector(arguments[0])?.getAttribute('value') === arguments[1] && !document.querySelector('[data-stale=true]')",
        &[FIELD.into(), value.into()],
    )
}

#[test]
fn a_field_of_a_panel_changes_the_plan_in_one_step_and_keeps_the_focus() -> Result<()> {
    visit("/", |page| {
        page.wait_for(CHECKED)?;
        page.click("#tab-bill")?;
        page.wait_for(FIELD)?;
        let before = field(page)?;
        enter(page, "many")?;
        page.wait_for("[data-notice=bad]")?;
        assert!(page.text("[data-notice=bad]")?.contains("“many”"));
        assert_eq!(field(page)?, "many", "what was typed stays");
        holds(page, before.as_str().unwrap_or_default())?;

        enter(page, "3")?;
        holds(page, "3")?;
        assert!(page.text("[data-notice=info]")?.contains("Undo takes it back"));
        let focused = page.script("return document.activeElement.dataset.order", &[])?;
        assert_eq!(focused, "servers/front-ends");
        page.click("[data-command=undo]")?;
        holds(page, before.as_str().unwrap_or_default())?;
        assert_eq!(field(page)?, before);

        // A node that a panel names is shown.
        page.click("#results-panel [data-shows=reverse-proxy]")?;
        page.wait_for("[data-node=reverse-proxy].selected")
    })
}

#[test]
fn nothing_of_one_tab_stays_in_the_next() -> Result<()> {
    visit("/", |page| {
        page.wait_for(CHECKED)?;
        for (one, its, next, shows) in [
            ("findings", ".findings", "overview", "[data-chart=served]"),
            ("failure", ".failure", "failures", "tr[data-server]"),
            ("bill", ".parts", "losses", "[data-chart=losses]"),
            ("capacity", ".capacity", "recovery", ".recovery"),
            ("recovery", ".recovery", "years", "[data-command=simulate]"),
        ] {
            page.click(&format!("#tab-{one}"))?;
            page.wait_for(&format!("#results-panel {its}"))?;
            page.click(&format!("#tab-{next}"))?;
            page.wait_for(&format!("#results-panel {shows}"))?;
            assert_eq!(page.count(&format!("#results-panel {its}"))?, 0, "{one} is left in {next}");
        }
        Ok(())
    })
}

#[test]
fn figures_of_a_panel_open_their_derivation() -> Result<()> {
    visit("/", |page| {
        page.wait_for(CHECKED)?;
        page.click("#tab-capacity")?;
        page.wait_for("#results-panel [data-told]")?;
        page.click("#results-panel [data-told]")?;
        page.wait_for("[data-explains^='capacity.'] #explained")
    })
}

#[test]
fn every_tab_is_reached_and_none_makes_the_page_scroll() -> Result<()> {
    visit("/", |page| {
        page.wait_for(CHECKED)?;
        page.size_window(1280, 800)?;
        for tab in ["workloads", "failure", "capacity", "bill", "recovery", "checklist", "findings"] {
            page.script(
                "const tab = document.querySelector(arguments[0]); tab.focus(); tab.click()",
                &[format!("#tab-{tab}").into()],
            )?;
            page.wait_for(&format!("#tab-{tab}[aria-selected=true]"))?;
            page.wait_for("#results-panel .told[data-stale=false] > *")?;
            let scrolls = page.script(
                "return document.documentElement.scrollWidth > innerWidth || document.documentElement.scrollHeight > innerHeight",
                &[],
            )?;
            assert_eq!(scrolls, false, "{tab}");
            page.screenshots(tab)?;
        }
        Ok(())
    })
}
